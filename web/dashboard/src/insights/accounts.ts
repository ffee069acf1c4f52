// What the leads of an organization say together. Nothing is scored anew: the best of each score, counts, who has them.
import type { ClockColumns, OutcomeColumns } from "prequal-engine";
import type { AccountBy, AccountLeads } from "../worker/accounts.ts";

export interface AccountRow {
  readonly leads: readonly number[];
  readonly by: AccountBy;
  /** The lead with the highest total. */
  readonly best: number;
  readonly fit: number;
  readonly intent: number;
  readonly total: number;
  readonly band: number;
  readonly overdue: number;
  /** Everybody who has one of its leads; two or more are a conflict. */
  readonly owners: readonly string[];
}

export function accountRows(accounts: readonly AccountLeads[], columns: OutcomeColumns, clocks: ClockColumns | null, owners: ReadonlyMap<number, string>, wanted: (lead: number) => boolean, breached: number): readonly AccountRow[] {
  const most = (column: Int16Array | Uint8Array, leads: readonly number[]): number => leads.reduce((high, lead) => Math.max(high, column[lead] ?? 0), -Infinity);
  return accounts.flatMap(({ leads: all, by }): AccountRow[] => {
    const leads = all.filter(wanted);
    const [first] = leads;
    if (first === undefined) return [];
    const total = most(columns.total, leads);
    return [{
      leads, by, total, best: leads.find((lead) => columns.total[lead] === total) ?? first, fit: most(columns.fit, leads), intent: most(columns.intent, leads), band: most(columns.band, leads),
      overdue: clocks === null ? 0 : leads.filter((lead) => clocks.state[lead] === breached).length,
      owners: [...new Set(leads.flatMap((lead) => owners.get(lead) ?? []))],
    }];
  }).sort((a, b) => b.leads.length - a.leads.length || b.total - a.total || a.best - b.best);
}
