// What the page's own scripts may listen to. No event ever holds a value that a visitor typed.
import type { Verdict } from "prequal-engine";
import { statusOf, type Status } from "./enrichment.ts";

export interface Detail {
  readonly version: 1;
  readonly profile: string;
  readonly band: string;
  readonly score: number;
  readonly missing: readonly string[];
  readonly reasons: readonly string[];
  readonly status: Status;
}

/** What is about to be put into the hidden fields: names without prefix, and outcomes; nothing that was typed. */
export interface EnrichDetail {
  readonly version: 1;
  readonly entries: Readonly<Record<string, string>>;
}

export type UnavailableReason = "timeout" | "engine" | "profile" | "form";

export interface EventMap {
  "prequal:ready": CustomEvent<{ readonly version: 1; readonly profile: string }>;
  "prequal:result": CustomEvent<Detail>;
  /** Cancelled, the hidden fields stay as they are, and whoever cancelled it passes the entries on. */
  "prequal:enrich": CustomEvent<EnrichDetail>;
  "prequal:unavailable": CustomEvent<{ readonly version: 1; readonly reason: UnavailableReason }>;
  "prequal:destroy": CustomEvent<null>;
}

declare global {
  interface HTMLElementEventMap extends EventMap {}
}

export function tell<K extends keyof EventMap>(form: HTMLFormElement, name: K, detail: EventMap[K]["detail"]): boolean {
  const loud = name === "prequal:ready" || name === "prequal:unavailable";
  return form.dispatchEvent(new CustomEvent(name, { detail, bubbles: loud, composed: loud, cancelable: name === "prequal:enrich" }));
}

export function toDetail(verdict: Verdict): Detail {
  return {
    version: 1,
    profile: `${verdict.profile.id}@${verdict.profile.version}`,
    band: verdict.band.value,
    score: verdict.scores.total.value,
    missing: verdict.missing,
    reasons: verdict.reasons.map((reason) => reason.code),
    status: statusOf(verdict),
  };
}
