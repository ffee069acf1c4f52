// How far the make-up of one list differs from that of another: the population stability index over values that repeat. A
// number for people who decide whether points that fitted then still fit now; nothing is decided with it.

/** One thing compared: the share of each value here and there. */
export interface DriftPart {
  readonly kind: "band" | "total" | "column";
  /** Of a column: its name. */
  readonly name: string;
  readonly index: number;
  readonly rows: readonly DriftRow[];
}
export interface DriftRow {
  /** A value, a band, the first and last score of a bin ("20 29"); null is everything else. */
  readonly value: string | null;
  readonly here: number;
  readonly there: number;
}

/** As people who use the index read it: below 0.1 alike, up to 0.25 somewhat different, above that different. */
export type DriftSize = "alike" | "some" | "different";
export const driftSize = (index: number): DriftSize => (index < 0.1 ? "alike" : index <= 0.25 ? "some" : "different");

const mostValues = 12;
/** More different values than this share of the leads, or than this many, name leads rather than group them. */
const mostShare = 0.5;
const mostDifferent = 60;
const binSize = 10;

/** Half a lead more everywhere, so that a value that one list does not have is a large difference and not an endless one. */
export function stabilityIndex(here: readonly number[], there: readonly number[]): number {
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count + 0.5, 0);
  const [a, b] = [sum(here), sum(there)];
  return here.reduce((index, count, i) => {
    const [p, q] = [(count + 0.5) / a, ((there[i] ?? 0) + 0.5) / b];
    return index + (p - q) * Math.log(p / q);
  }, 0);
}

const partOf = (kind: DriftPart["kind"], name: string, rows: readonly DriftRow[]): DriftPart => ({ kind, name, rows, index: stabilityIndex(rows.map((row) => row.here), rows.map((row) => row.there)) });

function counted(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** The values of a column in both lists; null when they name leads rather than group them. */
export function compareValues(name: string, here: readonly string[], there: readonly string[]): DriftPart | null {
  const [a, b] = [counted(here.map((value) => value.trim())), counted(there.map((value) => value.trim()))];
  const all = [...new Set([...a.keys(), ...b.keys()])];
  if (all.length < 2 || all.length > mostDifferent || all.length > mostShare * Math.max(here.length, there.length)) return null;
  const rows = all.map((value) => ({ value, here: a.get(value) ?? 0, there: b.get(value) ?? 0 })).sort((x, y) => y.here + y.there - x.here - x.there || (x.value < y.value ? -1 : 1));
  const rest = rows.slice(mostValues);
  const other = { value: null, here: rest.reduce((sum, row) => sum + row.here, 0), there: rest.reduce((sum, row) => sum + row.there, 0) };
  return partOf("column", name, rest.length === 0 ? rows : [...rows.slice(0, mostValues), other]);
}

export function compareTotals(here: Int16Array, there: Int16Array): DriftPart {
  const bin = (total: number): number => Math.floor(Math.min(total, 99) / binSize);
  const bins = (totals: Int16Array): Map<number, number> => totals.reduce((counts, total) => counts.set(bin(total), (counts.get(bin(total)) ?? 0) + 1), new Map<number, number>());
  const [a, b] = [bins(here), bins(there)];
  const all = [...new Set([...a.keys(), ...b.keys()])].sort((x, y) => x - y);
  return partOf("total", "", all.map((at) => ({ value: `${at * binSize} ${at === 9 ? 100 : at * binSize + 9}`, here: a.get(at) ?? 0, there: b.get(at) ?? 0 })));
}

export function compareCodes(here: Uint8Array, there: Uint8Array, names: readonly string[]): DriftPart {
  const counts = (codes: Uint8Array, code: number): number => codes.reduce((sum, entry) => sum + (entry === code ? 1 : 0), 0);
  return partOf("band", "", names.map((value, code) => ({ value, here: counts(here, code), there: counts(there, code) })));
}

/** The largest differences first. */
export const byIndex = (parts: readonly DriftPart[]): readonly DriftPart[] => parts.toSorted((a, b) => b.index - a.index);
