// What the values of a column look like, to suggest what an unknown column may hold. A suggestion only: a person confirms it.
import type { ListColumn, ProfileInfo } from "prequal-engine";
import type { Preview } from "../engine/list-engine.ts";
import type { KnownOrder } from "./dates.ts";

const shapes: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["email", /^[^\s@]+@[^\s@]+\.[^\s@]+$/],
  ["website", /^(https?:\/\/|www\.)\S+\.\S+$/i],
  ["phone", /^\+?1?[\s.(-]*\d{3}[\s.)-]*\d{3}[\s.-]*\d{4}(\s*(x|ext\.?)\s*\d+)?$/i],
  ["submitted_at", /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  ["postal_code", /^\d{5}(-\d{4})?$/],
];
const mostOf = 0.8;

/** The shape that most of the values have that are not empty. */
export function shapeOf(values: readonly string[]): string | null {
  const known = values.map((value) => value.trim()).filter((value) => value !== "");
  if (known.length === 0) return null;
  return shapes.find(([, pattern]) => known.filter((value) => pattern.test(value)).length >= known.length * mostOf)?.[0] ?? null;
}

/** A column of our own export. It came out of the list and is no part of it. */
export const isOwn = (name: string): boolean => name.startsWith("prequal_");

/** For each column that feeds nothing: the field that its values suggest, when no other column feeds that one. */
export function suggestions(columns: readonly ListColumn[], rows: readonly (readonly string[])[], info: ProfileInfo): ReadonlyMap<string, string> {
  const fed = new Set(columns.map((column) => column.field));
  const out = new Map<string, string>();
  columns.forEach((column, i) => {
    if (column.field !== null || isOwn(column.name)) return;
    const shape = shapeOf(rows.map((row) => row[i] ?? ""));
    if (shape === null) return;
    const target = info.fields.find((field) => field.means === shape || field.id === shape)?.id ?? (info.lead_keys.includes(shape) ? shape : null);
    if (target === null || fed.has(target)) return;
    fed.add(target);
    out.set(column.name, target);
  });
  return out;
}

/** A third of a column unknown is no slip of the hand; it is another vocabulary. */
const mostUnread = 1 / 3;

/** Does anything need a person's eye before the list is read? */
export function needsEye({ columns, dates, unread }: Preview, suggested: ReadonlyMap<string, string>, above: boolean, recalled: boolean): boolean {
  if (dates.some(({ order }) => order === "either")) return true;
  if (unread.some(({ filled, values }) => values.reduce((sum, entry) => sum + entry.count, 0) > filled * mostUnread)) return true;
  // What follows was said for the same header before.
  if (recalled) return false;
  return above || suggested.size > 0 || columns.some((column) => column.how === "similar" && !isOwn(column.name));
}

/** Dates that the engine would read otherwise or not at all: day first, and moments in any order of their own. */
export function datesToWrite({ columns, dates }: Preview, info: ProfileInfo): Readonly<Record<string, KnownOrder>> {
  return Object.fromEntries(dates.flatMap(({ column, order }) => {
    const { name, field } = columns[column]!;
    const day = info.fields.some((entry) => entry.id === field && entry.type === "date");
    return order === "dmy" || !day ? [[name, order === "dmy" ? "dmy" : "mdy"] as const] : [];
  }));
}
