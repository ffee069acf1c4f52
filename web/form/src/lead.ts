// The form as a lead: what was typed, untouched, and how the visitor came.
import type { AnswerValue, Lead } from "prequal-engine";
import type { Control } from "./controls.ts";
import { readValues } from "./controls.ts";

export interface Situation {
  readonly honeypot: boolean;
  readonly elapsedSeconds: number;
  /** utm_campaign of the address, when there is one. */
  readonly campaign: string | undefined;
}

function referrerHost(): string {
  try {
    return new URL(document.referrer).host;
  } catch {
    return "";
  }
}

export function readLead(controls: ReadonlyMap<string, readonly Control[]>, situation: Situation): Lead {
  const answers: Record<string, AnswerValue> = {};
  const consent: Record<string, string> = {};
  for (const [field, group] of controls) {
    const values = readValues(group);
    if (values.length === 0) continue;
    if (field.startsWith("consent.")) consent[field.slice("consent.".length)] = "given";
    else answers[field] = values.length === 1 ? values[0] : values;
  }
  return {
    answers,
    consent,
    source: { channel: "web_form", page: location.pathname, referrer: referrerHost(), ...(situation.campaign === undefined ? {} : { campaign: situation.campaign }) },
    spam: { honeypot: situation.honeypot ? "yes" : "", fill_seconds: String(situation.elapsedSeconds) },
  };
}
