// The different values of a column, counted. Spaces around a value do not make another one.
import type { ColumnValues } from "../engine/list-engine.ts";

export function columnValues(cells: readonly string[]): ColumnValues {
  const found = new Map<string, number>();
  const raw = new Uint32Array(cells.length);
  const counts: number[] = [];
  cells.forEach((cell, lead) => {
    const value = cell.trim();
    let code = found.get(value);
    if (code === undefined) {
      code = counts.length;
      found.set(value, code);
      counts.push(0);
    }
    counts[code]! += 1;
    raw[lead] = code;
  });
  const values = [...found.keys()];
  const order = values.map((_, code) => code).sort((a, b) => counts[b]! - counts[a]! || a - b);
  const rank = new Uint32Array(order.length);
  order.forEach((code, at) => { rank[code] = at; });
  return { values: order.map((code) => values[code]!), counts: order.map((code) => counts[code]!), codes: raw.map((code) => rank[code]!) };
}
