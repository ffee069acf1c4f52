// From a verdict to what a visitor is told: codes and parameters, no sentences and no numbers of the score. Nothing is
// decided here; this only leaves out what does not concern a visitor.
import type { FindingNote, ProfileInfo, Reason, Text, Verdict } from "prequal-engine";

export type Outcome = "likely" | "unlikely" | "unknown" | "urgent";

export interface Doubt {
  readonly field: string;
  readonly label: Text;
  readonly code: string;
  readonly suggestion?: { readonly id: string; readonly label: Text };
}

export interface Guidance {
  readonly outcome: Outcome;
  /** Sentences of the profile: what fits, or, when it does not fit, why. */
  readonly because: readonly Text[];
  /** Recovery code of what stands in the way, when something does. */
  readonly instead: string | null;
  readonly missing: readonly { readonly field: string; readonly label: Text }[];
  /** True when no way to answer the visitor is permitted yet. */
  readonly askConsent: boolean;
  readonly doubts: readonly Doubt[];
  /** Time within which an answer is promised, once it is clear who answers. */
  readonly withinMinutes: number | null;
  readonly settled: boolean;
}

/** What the form knows and the verdict does not. */
export interface FormState {
  /** Fields with a control that is still empty. */
  readonly empty: ReadonlySet<string>;
  /** The field being typed in: nothing is said about it until the visitor has moved on. */
  readonly current: string | null;
  /** Doubts that the visitor has answered with "keep as typed": field and code. */
  readonly kept: ReadonlySet<string>;
  /** What the page calls its fields; they are said in its words. */
  readonly words?: ReadonlyMap<string, string>;
}

function labelOf(field: { readonly id: string; readonly label: Text }, state: FormState): Text {
  const words = state.words?.get(field.id);
  return words === undefined ? field.label : { en: words, es: words };
}

const mostMissing = 3;
const mostDoubts = 3;

export function doubtKey(field: string, code: string): string {
  return `${field} ${code}`;
}

function findDoubts(verdict: Verdict, info: ProfileInfo, state: FormState): Doubt[] {
  const doubts: Doubt[] = [];
  const speak = (finding: FindingNote): boolean =>
    finding.field !== undefined && finding.level !== "info" && finding.field !== state.current && !state.kept.has(doubtKey(finding.field, finding.code));
  for (const finding of verdict.data.findings) {
    if (!speak(finding)) continue;
    const field = info.fields.find((entry) => entry.id === finding.field);
    if (field === undefined) continue;
    const value = field.values.find((entry) => entry.id === finding.suggestion);
    doubts.push({ field: field.id, label: labelOf(field, state), code: finding.code, ...(value === undefined ? {} : { suggestion: value }) });
  }
  return doubts.slice(0, mostDoubts);
}

function findOutcome(verdict: Verdict): Outcome {
  if ((verdict.red_flags ?? []).length > 0) return "urgent";
  if (verdict.eligibility.value === "eligible") return "likely";
  return verdict.eligibility.value === "ineligible" ? "unlikely" : "unknown";
}

function isAboutFit(reason: Reason): boolean {
  return reason.family === "fit" || reason.family === "eligibility";
}

function findBecause(verdict: Verdict, info: ProfileInfo, outcome: Outcome): Text[] {
  if (outcome === "unlikely") {
    const stops = verdict.eligibility.stops.filter((stop) => stop.scope === "offer").map((stop) => stop.id);
    const plain = info.stops.filter((stop) => stops.includes(stop.id)).map((stop) => stop.plain);
    if (plain.length > 0) return plain;
    const reasons = verdict.reasons.filter(isAboutFit).map((reason) => reason.code);
    return info.reasons.filter((reason) => reasons.includes(reason.code)).map((reason) => reason.plain);
  }
  const met = verdict.eligibility.criteria.filter((entry) => entry.kind === "must_have" && entry.state === "met");
  return info.criteria.filter((criterion) => met.some((entry) => entry.id === criterion.id)).map((criterion) => criterion.plain);
}

function findMissing(verdict: Verdict, info: ProfileInfo, state: FormState): Guidance["missing"] {
  const ranked = verdict.questions?.map((entry) => entry.field) ?? verdict.missing;
  return ranked
    .filter((id) => state.empty.has(id) && id !== state.current)
    .flatMap((id) => info.fields.filter((field) => field.id === id))
    .slice(0, mostMissing)
    .map((field) => ({ field: field.id, label: labelOf(field, state) }));
}

export function toGuidance(verdict: Verdict, info: ProfileInfo, state: FormState): Guidance {
  const outcome = findOutcome(verdict);
  const blocking = verdict.reasons.find(isAboutFit);
  const level = verdict.route.service_level;
  return {
    outcome,
    because: findBecause(verdict, info, outcome),
    instead: outcome === "unlikely" ? (blocking?.recovery ?? "") : null,
    missing: outcome === "unlikely" ? [] : findMissing(verdict, info, state),
    askConsent: verdict.facts["outreach"] === "missing" && (state.empty.has("consent.email") || state.empty.has("consent.phone")),
    doubts: findDoubts(verdict, info, state),
    withinMinutes: outcome === "likely" && level !== null ? level.within_minutes : null,
    settled: verdict.settled,
  };
}
