// Service levels and open hours of a profile document, as something to edit. Whether they hold, says the engine.
import { isMembers, listOf, type Members } from "./profile-draft.ts";

export const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof days)[number];
type Path = readonly (string | number)[];

export interface LevelDraft {
  readonly path: Path;
  readonly id: string;
  readonly plain: Readonly<Record<string, string>> | string;
  readonly within: number;
  /** Empty: all hours count. */
  readonly calendar: string;
}
export interface HoursDraft {
  readonly path: Path;
  readonly days: readonly Day[];
  readonly from: string;
  readonly to: string;
}
export interface CalendarDraft {
  readonly path: Path;
  readonly id: string;
  readonly zone: string;
  readonly hours: readonly HoursDraft[];
  readonly holidays: readonly string[];
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : []);

export function levelDrafts(document: Members): readonly LevelDraft[] {
  return listOf(document["service_levels"]).map((level, i) => ({
    path: ["service_levels", i], id: text(level["id"]), plain: isMembers(level["plain"]) ? (level["plain"] as Record<string, string>) : text(level["plain"]) || text(level["id"]),
    within: typeof level["within_minutes"] === "number" ? level["within_minutes"] : 0, calendar: text(level["calendar"]),
  }));
}

export function calendarDrafts(document: Members): readonly CalendarDraft[] {
  return listOf(document["calendars"]).map((calendar, i) => ({
    path: ["calendars", i], id: text(calendar["id"]), zone: text(calendar["zone"]), holidays: texts(calendar["holidays"]),
    hours: listOf(calendar["hours"]).map((hours, h) => ({ path: ["calendars", i, "hours", h], days: days.filter((day) => texts(hours["days"]).includes(day)), from: text(hours["from"]), to: text(hours["to"]) })),
  }));
}

/** The document with one more calendar, under an id that is free; its hours are an example. */
export function withCalendar(document: Members): Members {
  const calendars = listOf(document["calendars"]);
  let number = 1;
  const id = (): string => (number === 1 ? "office" : `office_${number}`);
  while (calendars.some((calendar) => calendar["id"] === id())) ++number;
  return { ...document, calendars: [...calendars, { id: id(), zone: "America/New_York", hours: [{ days: days.slice(0, 5), from: "09:00", to: "17:00" }] }] };
}
