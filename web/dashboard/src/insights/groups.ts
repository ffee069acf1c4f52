// Leads by the values of a column: how many, how good, how sure that is.
import type { ClockColumns, OutcomeColumns } from "prequal-engine";
import type { ColumnValues } from "../engine/list-engine.ts";
import { quantile, wilson, type Interval } from "./rates.ts";

export interface Group {
  readonly value: string;
  readonly leads: number;
  readonly eligible: number;
  readonly high: number;
  /** Of the share of high leads. */
  readonly highRange: Interval;
  readonly median: number;
  readonly overdue: number;
}

/** Groups of at least `least` leads, surest share of high leads first; what is smaller is counted in `small`. */
export function groupsOf(values: ColumnValues, columns: OutcomeColumns, clocks: ClockColumns | null, leads: ArrayLike<number>, codes: { readonly high: number; readonly eligible: number; readonly breached: number }, least: number): { readonly groups: readonly Group[]; readonly small: number } {
  const members = new Map<number, number[]>();
  for (let i = 0; i < leads.length; ++i) {
    const code = values.codes[leads[i]!] ?? 0;
    const list = members.get(code);
    if (list === undefined) members.set(code, [leads[i]!]);
    else list.push(leads[i]!);
  }
  const all = [...members].map(([code, list]): Group => {
    const count = (holds: (lead: number) => boolean): number => list.reduce((sum, lead) => sum + (holds(lead) ? 1 : 0), 0);
    const high = count((lead) => columns.band[lead] === codes.high);
    const totals = Int16Array.from(list, (lead) => columns.total[lead] ?? 0).sort();
    return {
      value: values.values[code] ?? "",
      leads: list.length,
      eligible: count((lead) => columns.eligibility[lead] === codes.eligible),
      high,
      highRange: wilson(high, list.length),
      median: quantile(totals, 0.5) ?? 0,
      overdue: clocks === null ? 0 : count((lead) => clocks.state[lead] === codes.breached),
    };
  });
  const groups = all.filter((group) => group.leads >= least).sort((a, b) => b.highRange.low - a.highRange.low || b.leads - a.leads);
  return { groups, small: all.length - groups.length };
}
