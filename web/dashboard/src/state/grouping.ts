// Leads in groups: which one a lead is in, in which order the groups stand, and which lines a table then has. Pure.

/** By what leads are grouped: an outcome, who has them, or a column of the list ("column 3"). */
export type GroupKey = "none" | "band" | "eligibility" | "status" | "lane" | "clock" | "owner" | `column ${number}`;

export interface Group {
  readonly code: number;
  readonly count: number;
  /** Place of its first lead among those that are shown. */
  readonly first: number;
}

export interface Grouped {
  /** The leads, group after group; the groups stand in the order of their first leads, and within one nothing is moved. */
  readonly shown: Uint32Array;
  readonly groups: readonly Group[];
}

export function groupLeads(shown: Uint32Array, codes: ArrayLike<number>): Grouped {
  const counts = new Map<number, number>();
  for (const lead of shown) {
    const code = codes[lead] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  let first = 0;
  const groups = [...counts].map(([code, count]): Group => {
    const group = { code, count, first };
    first += count;
    return group;
  });
  const next = new Map(groups.map((group) => [group.code, group.first]));
  const out = new Uint32Array(shown.length);
  for (const lead of shown) {
    const code = codes[lead] ?? 0;
    const at = next.get(code)!;
    out[at] = lead;
    next.set(code, at + 1);
  }
  return { shown: out, groups };
}

/** The lines of a table: the place of a lead among those shown, or -1 - i for the heading of group i. */
export function linesOf(groups: readonly Group[], closed: ReadonlySet<number>): Int32Array {
  const open = groups.filter((group) => !closed.has(group.code));
  const lines = new Int32Array(groups.length + open.reduce((sum, group) => sum + group.count, 0));
  let at = 0;
  groups.forEach((group, i) => {
    lines[at++] = -1 - i;
    if (closed.has(group.code)) return;
    for (let k = 0; k < group.count; ++k) lines[at++] = group.first + k;
  });
  return lines;
}
