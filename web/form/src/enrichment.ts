// What travels with the form: the verdict in a few hidden fields. The receiving side computes it again; this is a hint.
import type { PageProfile, PageVerdict } from "prequal-engine/page";
import type { ConsentRecord } from "./consent.ts";
import type { Enrich } from "./options.ts";

export type Status = "ok" | "partial" | "unavailable";
export type Entries = ReadonlyMap<string, string>;

export function statusOf(verdict: PageVerdict): Status {
  return verdict.completeness.minimum.gaps.length === 0 ? "ok" : "partial";
}

/** What the page knows beside the verdict. */
export interface Beside {
  readonly elapsedSeconds: number;
  readonly campaign: Entries;
  readonly consents: readonly ConsentRecord[];
}

/** Names without prefix, and values: outcomes, ids of rules and names of fields, never what was typed. */
export function toEntries(verdict: PageVerdict, info: Pick<PageProfile, "id" | "version" | "engine">, enrich: Enrich, beside: Beside): Entries {
  const entries = new Map<string, string>();
  if (enrich === "none") return entries;
  entries.set("status", statusOf(verdict));
  entries.set("band", verdict.band.value);
  entries.set("score", String(verdict.scores.total.value));
  entries.set("profile", `${info.id}@${info.version}`);
  entries.set("core", info.engine);
  entries.set("missing", verdict.missing.join(","));
  entries.set("elapsed_s", String(beside.elapsedSeconds));
  if (beside.consents.length > 0) entries.set("consent", JSON.stringify(beside.consents));
  for (const [name, value] of beside.campaign) entries.set(name, value);
  if (enrich === "full") {
    entries.set("eligibility", verdict.eligibility.value);
    entries.set("reasons", verdict.reasons.map((reason) => reason.code).join(","));
  }
  return entries;
}
