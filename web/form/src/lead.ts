// The form as a lead: what was typed, untouched, and how the visitor came.
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

/** Answers and keys of a lead, each with its texts. */
export function readLead(controls: ReadonlyMap<string, readonly Control[]>, { honeypot, elapsedSeconds, campaign }: Situation): Map<string, readonly string[]> {
  const lead = new Map<string, readonly string[]>();
  for (const [field, group] of controls) {
    const values = readValues(group);
    if (values.length > 0) lead.set(field, field.startsWith("consent.") ? ["given"] : values);
  }
  lead.set("source.channel", ["web_form"]);
  lead.set("source.page", [location.pathname]);
  lead.set("source.referrer", [referrerHost()]);
  if (campaign !== undefined) lead.set("source.campaign", [campaign]);
  lead.set("spam.honeypot", [honeypot ? "yes" : ""]);
  lead.set("spam.fill_seconds", [String(elapsedSeconds)]);
  return lead;
}
