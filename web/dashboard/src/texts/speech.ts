// The language of the page: own texts, the engine's catalogue of codes, texts of profiles, numbers and times.
import type { Text } from "prequal-engine";
import { fill, formatNumber, type Params } from "prequal-ui/messages";
import codesEn from "../generated/texts/en.json";
import codesEs from "../generated/texts/es.json";
import { en, type TextKey, type Texts } from "./en.ts";
import { es } from "./es.ts";
import { keysEn } from "./keys/en.ts";
import { keysEs } from "./keys/es.ts";

export type Language = "en" | "es";

const own: Readonly<Record<Language, Texts>> = { en, es };
const codes: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: codesEn, es: codesEs };
const keys: Readonly<Record<Language, Readonly<Record<string, string>>>> = { en: keysEn, es: keysEs };
const minutesAnHour = 60;
const minutesADay = 24 * minutesAnHour;

export class Speech {
  constructor(readonly language: Language) {}

  say(key: TextKey, params: Params = {}): string {
    return fill(this.language, own[this.language][key], params);
  }
  /** A code of the engine, as "lane.sales". A code without a text is shown as it is. */
  code(kind: string, code: string): string {
    return codes[this.language][`${kind}.${code}`] ?? code.replaceAll("_", " ");
  }
  /** What a lead key means, as "consent.email"; the key itself when it is not known here. */
  key(name: string): string {
    return keys[this.language][name] ?? name;
  }
  pick(text: Text | undefined): string {
    return text === undefined ? "" : text[this.language] || text.en;
  }
  number(value: number): string {
    return formatNumber(this.language, value);
  }
  /** Points with their sign; a true minus, so that columns line up. */
  points(value: number): string {
    if (value === 0) return "0";
    return `${value > 0 ? "+" : "\u2212"}${Math.abs(value)}`;
  }
  plain(value: number): string {
    return value < 0 ? `\u2212${-value}` : String(value);
  }
  duration(minutes: number): string {
    if (minutes >= minutesADay) return this.say("days", { count: Math.round(minutes / minutesADay) });
    if (minutes >= minutesAnHour) return this.say("hours", { count: Math.round(minutes / minutesAnHour) });
    return this.say("minutes", { count: minutes });
  }
  /** A moment as the list's own clock shows it, so that the same list reads the same everywhere. */
  moment(rfc3339: string): string {
    const local = new Date(`${rfc3339.slice(0, 19)}Z`);
    if (Number.isNaN(local.getTime())) return rfc3339;
    return new Intl.DateTimeFormat(this.language, { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" }).format(local);
  }
  /** The time of day of a moment, by this device. */
  timeOfDay(seconds: number): string {
    return new Intl.DateTimeFormat(this.language, { timeStyle: "medium" }).format(seconds * 1000);
  }
  list(items: readonly string[], type: "conjunction" | "disjunction" = "conjunction"): string {
    return new Intl.ListFormat(this.language, { type }).format(items);
  }
}

export function chooseLanguage(asked: string | null): Language {
  return (asked ?? "").toLowerCase().startsWith("es") ? "es" : "en";
}
