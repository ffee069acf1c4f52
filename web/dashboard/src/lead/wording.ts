// Ids of a profile in its own words.
import type { Contribution, ProfileInfo } from "prequal-engine";
import type { Speech } from "../texts/speech.ts";
import { overridden, type Decision } from "../review/trail.ts";
import { isLimit } from "./waterfall.ts";

export function fieldText(id: string, info: ProfileInfo, speech: Speech): string {
  return speech.pick(info.fields.find((field) => field.id === id)?.label) || speech.key(id);
}

export function ruleText(id: string, info: ProfileInfo, speech: Speech): string {
  return speech.pick(info.rules.find((rule) => rule.id === id)?.plain) || id;
}

/** A value as the profile words it: the label of a choice, a number grouped as the language does. */
export function valueText(field: string, value: unknown, info: ProfileInfo, speech: Speech): string {
  const values = info.fields.find((entry) => entry.id === field)?.values ?? [];
  const one = (item: unknown): string => {
    if (typeof item === "number") return speech.number(item);
    if (typeof item === "boolean") return speech.say(item ? "yes" : "no").toLowerCase();
    const text = String(item);
    return speech.pick(values.find((entry) => entry.id === text)?.label) || text;
  };
  if (value === null || value === undefined) return "";
  return Array.isArray(value) ? speech.list(value.map(one)) : one(value);
}

/** What was known when a line was decided: the value, several with their names, or the name of what is not repeated. */
export function valuesText(because: Readonly<Record<string, unknown>>, info: ProfileInfo, speech: Speech): string {
  const entries = Object.entries(because);
  return entries
    .map(([field, value]) => {
      const name = fieldText(field, info, speech);
      const text = valueText(field, value, info, speech);
      if (text === "") return name;
      if (entries.length === 1) return text;
      return name.endsWith("?") ? `${name} ${text}` : `${name}: ${text}`;
    })
    .join(" · ");
}

export function contributionText(contribution: Contribution, info: ProfileInfo, speech: Speech): string {
  if (!isLimit(contribution)) return ruleText(contribution.rule, info, speech);
  if (contribution.rule.startsWith("bounds:")) return speech.say("fall.bounds");
  const what = contribution.rule.slice("cap:".length);
  return what === contribution.category
    ? speech.say("fall.cap", { category: speech.code("category", what) })
    : speech.say("fall.cap.group", { group: what.replaceAll("_", " ") });
}

/** What an override says instead of the verdict. */
export function overrideText(to: string, speech: Speech): string {
  const { kind, code } = overridden(to);
  return speech.code(kind, code);
}

/** To whom, where or into what a decision leads, in words. */
export const decidedTo = (entry: Decision, speech: Speech): string =>
  entry.act === "override" ? overrideText(entry.to, speech) : entry.merged !== undefined ? speech.say("merge.into", { row: entry.merged.intoRecord }) : entry.to;
