// What the page's own scripts may listen to. No event ever holds a value that a visitor typed.
import type { PageProfile, PageVerdict } from "prequal-engine/page";
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

/** "profile_not_packed": the profile is a JSON document, and what packs one in the page (prequal-pack.mjs) is not there. */
export type UnavailableReason = "timeout" | "engine" | "profile" | "profile_not_packed" | "form";

export interface EventMap {
  "prequal:ready": CustomEvent<{ readonly version: 1; readonly profile: string }>;
  /** Each time the page has looked at the form. */
  "prequal:result": CustomEvent<Detail>;
  /** Only when band, score, status or reasons are others than before. */
  "prequal:change": CustomEvent<Detail>;
  /** Only when other fields are missing than before. */
  "prequal:missing": CustomEvent<{ readonly version: 1; readonly missing: readonly string[] }>;
  /** Cancelled, the hidden fields stay as they are, and whoever cancelled it passes the entries on. */
  "prequal:enrich": CustomEvent<EnrichDetail>;
  "prequal:unavailable": CustomEvent<{ readonly version: 1; readonly reason: UnavailableReason }>;
  "prequal:destroy": CustomEvent<null>;
}

declare global {
  interface HTMLElementEventMap extends EventMap {}
}

export function tell<K extends keyof EventMap>(form: HTMLFormElement, name: K, detail: EventMap[K]["detail"], bubble = false): boolean {
  const loud = bubble || name === "prequal:ready" || name === "prequal:unavailable";
  return form.dispatchEvent(new CustomEvent(name, { detail, bubbles: loud, composed: loud, cancelable: name === "prequal:enrich" }));
}

/** Tells of a verdict, and of what changed since the last one. */
export class Teller {
  readonly #form: HTMLFormElement;
  readonly #bubble: boolean;
  #last: Detail | null = null;

  constructor(form: HTMLFormElement, bubble: boolean) {
    this.#form = form;
    this.#bubble = bubble;
  }
  result(verdict: PageVerdict, info: PageProfile): void {
    const detail = toDetail(verdict, info);
    const last = this.#last;
    this.#last = detail;
    tell(this.#form, "prequal:result", detail, this.#bubble);
    const state = (of: Detail): string => [of.band, of.score, of.status, ...of.reasons].join();
    if (last !== null && state(last) !== state(detail)) tell(this.#form, "prequal:change", detail, this.#bubble);
    if (last?.missing.join() !== detail.missing.join()) tell(this.#form, "prequal:missing", { version: 1, missing: detail.missing }, this.#bubble);
  }
}

export function toDetail(verdict: PageVerdict, info: Pick<PageProfile, "id" | "version">): Detail {
  return {
    version: 1,
    profile: `${info.id}@${info.version}`,
    band: verdict.band.value,
    score: verdict.scores.total.value,
    missing: verdict.missing,
    reasons: verdict.reasons.map((reason) => reason.code),
    status: statusOf(verdict),
  };
}
