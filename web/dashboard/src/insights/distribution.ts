// How scores are spread, and how many leads have at least so many points. A threshold belongs to the band above it, as in the
// engine.

export interface Bin {
  readonly from: number;
  /** The first value of the next bin. */
  readonly to: number;
  readonly count: number;
}

export function histogram(totals: Int16Array, leads: ArrayLike<number>, size: number): readonly Bin[] {
  let least = 0;
  let most = 100;
  for (let i = 0; i < leads.length; ++i) {
    const total = totals[leads[i]!] ?? 0;
    if (total < least) least = total;
    if (total > most) most = total;
  }
  const first = Math.floor(least / size);
  const counts = new Uint32Array(Math.floor((most - 1) / size) - first + 1);
  for (let i = 0; i < leads.length; ++i) {
    // The highest score stands in the last bin, not in one of its own.
    const bin = Math.min(Math.floor((totals[leads[i]!] ?? 0) / size) - first, counts.length - 1);
    ++counts[bin]!;
  }
  return [...counts].map((count, i) => ({ from: (first + i) * size, to: (first + i + 1) * size, count }));
}

export interface Bands {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Leads below `mid`, from `mid` up, and from `high` up. */
export function bandsAt(totals: Int16Array, leads: ArrayLike<number>, mid: number, high: number): Bands {
  const counts = { low: 0, mid: 0, high: 0 };
  for (let i = 0; i < leads.length; ++i) {
    const total = totals[leads[i]!] ?? 0;
    if (total >= high) ++counts.high;
    else if (total >= mid) ++counts.mid;
    else ++counts.low;
  }
  return counts;
}

/** The least threshold at which at most `capacity` leads have as many points; above every score when even that is too many. */
export function thresholdFor(totals: Int16Array, leads: ArrayLike<number>, capacity: number): number {
  const sorted = Array.from({ length: leads.length }, (_, i) => totals[leads[i]!] ?? 0).sort((a, b) => b - a);
  if (capacity >= sorted.length) return sorted.at(-1) ?? 0;
  const next = sorted[capacity] ?? 0;
  return next + 1;
}
