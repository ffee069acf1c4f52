// What leads cost by where they came from. Costs are what a person types; they stay in memory.
import type { CourseColumns, OutcomeColumns } from "prequal-engine";
import type { ColumnValues } from "../engine/list-engine.ts";
import { wilson } from "./rates.ts";

export interface CostRow {
  readonly value: string;
  readonly leads: number;
  readonly high: number;
  readonly converted: number;
  /** As typed; null where nothing was. */
  readonly cost: number | null;
  readonly perLead: number | null;
  /** Null when there is none of them. */
  readonly perHigh: number | null;
  readonly perConverted: number | null;
  /** The most that a high lead may cost: by the least share of high leads that these counts allow. */
  readonly perHighMost: number | null;
}

/** Most expensive first, then the values without a cost by their leads. Suspected spam and duplicates cost as much and count as leads. */
export function costRows(values: ColumnValues, columns: OutcomeColumns, courses: CourseColumns | null, leads: ArrayLike<number>, high: number, costs: ReadonlyMap<string, number>): readonly CostRow[] {
  const counts = new Map<number, { leads: number; high: number; converted: number }>();
  for (let i = 0; i < leads.length; ++i) {
    const lead = leads[i]!;
    const code = values.codes[lead] ?? 0;
    const count = counts.get(code) ?? { leads: 0, high: 0, converted: 0 };
    counts.set(code, count);
    ++count.leads;
    if (columns.band[lead] === high) ++count.high;
    count.converted += courses?.converted[lead] ?? 0;
  }
  const rows = [...counts].map(([code, count]): CostRow => {
    const value = values.values[code] ?? "";
    const cost = costs.get(value) ?? null;
    const per = (of: number): number | null => (cost === null || of === 0 ? null : cost / of);
    return { value, ...count, cost, perLead: per(count.leads), perHigh: per(count.high), perConverted: per(count.converted), perHighMost: per(wilson(count.high, count.leads).low * count.leads) };
  });
  return rows.sort((a, b) => (b.cost ?? -1) - (a.cost ?? -1) || b.leads - a.leads);
}

/** Lines of a value and its cost, as a spreadsheet copies them or as CSV; a line without a number says nothing. */
export function parseCosts(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of text.split(/\r?\n/)) {
    const parts = /^\s*"?(.*?)"?\s*[\t;,]\s*"?[^\d\-"\t;]*([\d.,' ]+)"?[^\d]*$/.exec(line);
    const amount = parts === null ? null : parseAmount(parts[2] ?? "");
    if (parts !== null && amount !== null) found.set(parts[1] ?? "", amount);
  }
  return found;
}

/** "1,200.50", "1.200,50", "1 200" and "1200" are one and the same kind of number. */
export function parseAmount(text: string): number | null {
  const bare = text.replace(/[\s'$€£]/g, "");
  if (!/^\d[\d.,]*$/.test(bare)) return null;
  const decimal = /[.,](\d{1,2})$/.exec(bare);
  const whole = (decimal === null ? bare : bare.slice(0, decimal.index)).replace(/[.,]/g, "");
  const value = Number(decimal === null ? whole : `${whole}.${decimal[1]}`);
  return Number.isFinite(value) ? value : null;
}
