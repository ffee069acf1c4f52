// What is shown of a list and in which order: pure functions over the outcome columns. Counting sorts on small whole numbers,
// so that a hundred thousand rows take a few milliseconds.
import type { OutcomeColumns } from "prequal-engine";

export type SortKey = "list" | "title" | "band" | "total" | "fit" | "intent" | "status" | "lane";
export interface Sort {
  readonly key: SortKey;
  readonly down: boolean;
}

/** Chosen codes of each facet; an empty set lets everything through. */
export interface Filters {
  readonly band: ReadonlySet<number>;
  readonly eligibility: ReadonlySet<number>;
  readonly status: ReadonlySet<number>;
  readonly lane: ReadonlySet<number>;
  /** Index of a reason. */
  readonly reason: ReadonlySet<number>;
  /** State of the service clock. */
  readonly clock: ReadonlySet<number>;
  /** 1 for leads about which a person has decided, else 0. */
  readonly decision: ReadonlySet<number>;
}

/** What is known of the leads besides their outcomes. */
export interface Beside {
  readonly clock: Uint8Array | null;
  readonly decision: Uint8Array;
}
export type Facet = keyof Filters;

export const noFilters: Filters = { band: new Set(), eligibility: new Set(), status: new Set(), lane: new Set(), reason: new Set(), clock: new Set(), decision: new Set() };

export function isFiltering(filters: Filters): boolean {
  return Object.values(filters).some((set: ReadonlySet<number>) => set.size > 0);
}

export function toggled(filters: Filters, facet: Facet, code: number): Filters {
  const set = new Set(filters[facet]);
  if (!set.delete(code)) set.add(code);
  return { ...filters, [facet]: set };
}

const wordBits = 64;

/** The reasons of a lead, as indices into the profile's reasons. */
export function reasonsOf(columns: OutcomeColumns, lead: number): number[] {
  const out: number[] = [];
  for (let w = 0; w < columns.reasonWords; ++w) {
    let word = columns.reasons[lead * columns.reasonWords + w] ?? 0n;
    for (let bit = 0; word !== 0n; ++bit, word >>= 1n) if ((word & 1n) === 1n) out.push(w * wordBits + bit);
  }
  const main = columns.mainReason[lead] ?? -1;
  const at = out.indexOf(main);
  if (at > 0) out.unshift(...out.splice(at, 1));
  return out;
}

export function hasReason(columns: OutcomeColumns, lead: number, wanted: ReadonlySet<number>): boolean {
  for (const reason of wanted) {
    const word = columns.reasons[lead * columns.reasonWords + Math.floor(reason / wordBits)] ?? 0n;
    if (((word >> BigInt(reason % wordBits)) & 1n) === 1n) return true;
  }
  return false;
}

/** Leads that pass, in the order of the list. `found` has a 1 for each lead that a search found. */
export function filtered(columns: OutcomeColumns, filters: Filters, found: Uint8Array | null, beside?: Beside): Uint32Array {
  const out = new Uint32Array(columns.size);
  let n = 0;
  const passes = (set: ReadonlySet<number>, code: number | undefined): boolean => set.size === 0 || set.has(code ?? -1);
  for (let i = 0; i < columns.size; ++i) {
    if (found !== null && found[i] !== 1) continue;
    if (!passes(filters.band, columns.band[i]) || !passes(filters.eligibility, columns.eligibility[i])) continue;
    if (!passes(filters.status, columns.status[i]) || !passes(filters.lane, columns.lane[i])) continue;
    if (beside !== undefined && (!passes(filters.decision, beside.decision[i]) || (beside.clock !== null && !passes(filters.clock, beside.clock[i])))) continue;
    if (filters.reason.size > 0 && !hasReason(columns, i, filters.reason)) continue;
    out[n++] = i;
  }
  return out.subarray(0, n);
}

/** Orders leads by whole numbers, keeping the order of equals. */
function countingSort(leads: Uint32Array, keys: Int16Array | Uint8Array, down: boolean): Uint32Array {
  let least = Infinity;
  let most = -Infinity;
  for (const lead of leads) {
    const key = keys[lead] ?? 0;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  if (leads.length === 0) return leads;
  const starts = new Uint32Array(most - least + 2);
  const slot = (lead: number): number => (down ? most - (keys[lead] ?? 0) : (keys[lead] ?? 0) - least);
  for (const lead of leads) ++starts[slot(lead) + 1]!;
  for (let i = 1; i < starts.length; ++i) starts[i]! += starts[i - 1]!;
  const out = new Uint32Array(leads.length);
  for (const lead of leads) out[starts[slot(lead)]!++] = lead;
  return out;
}

/** Orders leads; a higher band, and within it a higher total, is what "band" means, unless leads are ordered within it. */
export function sorted(columns: OutcomeColumns, leads: Uint32Array, sort: Sort, byTitle: Uint32Array | null, within = false): Uint32Array {
  switch (sort.key) {
    case "list":
      return sort.down ? leads.slice().reverse() : leads;
    case "title": {
      if (byTitle === null) return leads;
      const wanted = new Uint8Array(columns.size);
      for (const lead of leads) wanted[lead] = 1;
      const out = byTitle.filter((lead) => wanted[lead] === 1);
      return sort.down ? out.reverse() : out;
    }
    case "band":
      return countingSort(within ? leads : countingSort(leads, columns.total, sort.down), columns.band, sort.down);
    default:
      return countingSort(leads, columns[sort.key], sort.down);
  }
}

/** How many leads have each code. */
export function countCodes(column: Uint8Array, codes: number): number[] {
  const counts = new Array<number>(codes).fill(0);
  for (const code of column) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Orders by several keys, the first one first. */
export function sortedBy(columns: OutcomeColumns, leads: Uint32Array, sorts: readonly Sort[], byTitle: Uint32Array | null): Uint32Array {
  return sorts.reduceRight((out, sort, i) => sorted(columns, out, sort, byTitle, i < sorts.length - 1), leads);
}

/** How many leads have that code. */
export const countWhere = (column: Uint8Array, value: number): number => column.reduce((count, code) => count + (code === value ? 1 : 0), 0);
