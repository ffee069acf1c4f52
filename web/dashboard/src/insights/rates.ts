// Shares with their uncertainty, and quantiles. Numbers for people who compare sources and stages; nothing is decided with
// them.

const z = 1.96;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Wilson's interval of a share at 95 %: honest for small counts and for shares near 0 and 1. */
export function wilson(hits: number, of: number): Interval {
  if (of === 0) return { low: 0, high: 1 };
  const share = hits / of;
  const scale = 1 + (z * z) / of;
  const middle = (share + (z * z) / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The value below which that share of the sorted values lies; null when there are none. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? null;
}
