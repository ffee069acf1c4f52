// Dates written with numbers: in which order day and month stand, and the same date as the engine reads it everywhere.

/** "either": every date of the column could be read both ways. */
export type DateOrder = "mdy" | "dmy" | "either";
export type KnownOrder = Exclude<DateOrder, "either">;

const numbers = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]\.?m\.?)?)?$/i;

/** The order in which the dates of a column stand; null when it has none in numbers, or they contradict each other. */
export function dateOrder(values: Iterable<string>): DateOrder | null {
  let dmy = true;
  let mdy = true;
  let some = false;
  for (const value of values) {
    const found = numbers.exec(value.trim());
    if (found === null) continue;
    some = true;
    if (Number(found[1]) > 12) mdy = false;
    if (Number(found[3]) > 12) dmy = false;
  }
  return !some || (!dmy && !mdy) ? null : dmy && mdy ? "either" : dmy ? "dmy" : "mdy";
}

const two = (value: number): string => String(value).padStart(2, "0");

/** "14/3/2026 2:05 pm" as "2026-03-14T14:05"; what is no such date stays as it is. */
export function toIso(value: string, order: KnownOrder): string {
  const found = numbers.exec(value.trim());
  if (found === null) return value;
  const [, first, , second, year, hour, minute, seconds, half] = found;
  const [day, month] = (order === "dmy" ? [first, second] : [second, first]).map(Number) as [number, number];
  const full = year!.length === 2 ? 2000 + Number(year) : Number(year);
  const made = new Date(Date.UTC(full, month - 1, day));
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return value;
  const date = `${full}-${two(month)}-${two(day)}`;
  if (hour === undefined) return date;
  const noon = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  return `${date}T${two(noon)}:${minute}${seconds === undefined ? "" : `:${seconds}`}`;
}
