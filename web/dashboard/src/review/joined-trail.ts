// Two trails about one list: what is kept on the device, and what a window has decided beside it.
import type { Decision } from "./trail.ts";

/** The kept trail with what is only in `own` after it, under numbers of its own. */
export function joined(kept: readonly Decision[], own: readonly Decision[]): readonly Decision[] {
  const known = new Set(kept.map((entry) => JSON.stringify(entry)));
  const last = kept.reduce((most, entry) => Math.max(most, entry.id), 0);
  const numbers = new Map<number, number>();
  const fresh = own.filter((entry) => !known.has(JSON.stringify(entry)));
  fresh.forEach((entry, i) => numbers.set(entry.id, last + 1 + i));
  const renamed = <T extends number | null | undefined>(id: T): T => ((typeof id === "number" ? (numbers.get(id) ?? id) : id) as T);
  return [...kept, ...fresh.map((entry) => ({ ...entry, id: renamed(entry.id), undoes: renamed(entry.undoes), ...(entry.batch !== undefined && { batch: renamed(entry.batch) }) }))];
}
