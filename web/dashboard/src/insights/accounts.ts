// What the leads of an organization say together, of those that are shown: points and seats as the engine rolls them up over
// the whole list, and who has the leads.
import type { ClockColumns, OutcomeColumns } from "prequal-engine";
import type { Account } from "../engine/list-engine.ts";

export interface AccountRow {
  /** Of the account, those that are shown. */
  readonly leads: readonly number[];
  readonly account: Account;
  /** The lead with the highest total; the account is named by it. */
  readonly best: number;
  readonly band: number;
  readonly overdue: number;
  /** Everybody who has one of its leads; two or more are a conflict. */
  readonly owners: readonly string[];
}

export function accountRows(accounts: readonly Account[], columns: OutcomeColumns, clocks: ClockColumns | null, owners: ReadonlyMap<number, string>, wanted: (lead: number) => boolean, breached: number): readonly AccountRow[] {
  const most = (column: Int16Array | Uint8Array, leads: readonly number[]): number => leads.reduce((high, lead) => Math.max(high, column[lead] ?? 0), -Infinity);
  return accounts.flatMap((account): AccountRow[] => {
    const leads = account.leads.filter(wanted);
    const [first] = leads;
    if (first === undefined) return [];
    const total = most(columns.total, leads);
    return [{
      leads, account, best: leads.find((lead) => columns.total[lead] === total) ?? first, band: most(columns.band, leads),
      overdue: clocks === null ? 0 : leads.filter((lead) => clocks.state[lead] === breached).length,
      owners: [...new Set(leads.flatMap((lead) => owners.get(lead) ?? []))],
    }];
  }).sort((a, b) => b.account.total - a.account.total || b.leads.length - a.leads.length || a.best - b.best);
}
