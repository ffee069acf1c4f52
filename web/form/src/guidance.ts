// From a verdict to what a visitor is told: codes and parameters, no sentences and no numbers of the score. Nothing is
// decided here; this only leaves out what does not concern a visitor.
import type { PageField, PageProfile, PageVerdict, Text } from "prequal-engine/page";

export type Outcome = "likely" | "unlikely" | "unknown" | "urgent";

export interface Doubt {
  readonly field: string;
  readonly label: Text;
  readonly code: string;
  readonly suggestion?: { readonly id: string; readonly label: Text };
  /** The end of an address that was probably meant ("gmail.com", ".com"). */
  readonly ending?: string;
}

/** Something that was mended on the visitor's word, and can be put back. */
export interface Mended {
  readonly field: string;
  readonly label: Text;
}

export interface Guidance {
  readonly outcome: Outcome;
  /** Sentences of the profile: what fits, or, when it does not fit, why. */
  readonly because: readonly Text[];
  /** Recovery code of what stands in the way, when something does. */
  readonly instead: string | null;
  readonly missing: readonly { readonly field: string; readonly label: Text }[];
  /** The question that matters most now, where the profile has words for it. */
  readonly nextQuestion: Text | null;
  /** True when no way to answer the visitor is permitted yet. */
  readonly askConsent: boolean;
  readonly doubts: readonly Doubt[];
  /** Fields whose text holds detail that nobody needs to send. */
  readonly sensitive: readonly { readonly field: string; readonly label: Text; readonly code: string }[];
  readonly mended: readonly Mended[];
  /** What the answer still depends on for what was chosen: sentences of the profile. */
  readonly depends: readonly Text[];
  /** What happens after sending, in the profile's words. */
  readonly whatNext: readonly Text[];
  /** Other places or services that are open, where this one is full. */
  readonly alternatives: readonly Text[];
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
  /** Fields that were mended and not touched since. */
  readonly mended?: readonly string[];
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

/** What concerns the team and not the visitor. */
const oursToLookAt: ReadonlySet<string> = new Set(["look_at_it", "check_record", "check_encoding", "reverify", "verify_delivery"]);
const sensitiveFamily = "sensitive.";

function isDoubt(finding: PageVerdict["data"]["findings"][number], state: FormState): boolean {
  return (
    finding.field !== undefined && finding.level !== "info" && finding.field !== state.current &&
    !oursToLookAt.has(finding.action) && !state.kept.has(doubtKey(finding.field, finding.code))
  );
}

function fieldFor(id: string | undefined, info: PageProfile): PageField | undefined {
  return info.fields.find((entry) => entry.id === id);
}

function findSensitive(verdict: PageVerdict, info: PageProfile, state: FormState): Guidance["sensitive"] {
  return verdict.data.findings
    .filter((finding) => finding.code.startsWith(sensitiveFamily) && isDoubt(finding, state))
    .flatMap((finding) => {
      const field = fieldFor(finding.field, info);
      return field === undefined ? [] : [{ field: field.id, label: labelOf(field, state), code: finding.code }];
    })
    // Several kinds of one finding are one sentence.
    .filter((entry, index, all) => all.findIndex((other) => other.field === entry.field && other.code === entry.code) === index);
}

function findAlternatives(verdict: PageVerdict, info: PageProfile): Text[] {
  const ids = verdict.capacity?.alternatives ?? [];
  return ids.flatMap((id) => info.fields.flatMap((field) => field.values.filter((value) => value.id === id)).slice(0, 1).map((value) => value.label));
}

function findDoubts(verdict: PageVerdict, info: PageProfile, state: FormState): Doubt[] {
  const doubts: Doubt[] = [];
  for (const finding of verdict.data.findings) {
    if (finding.code.startsWith(sensitiveFamily) || !isDoubt(finding, state)) continue;
    const field = fieldFor(finding.field, info);
    if (field === undefined) continue;
    const ending = finding.proposal;
    const value = field.values.find((entry) => entry.id === finding.suggestion);
    doubts.push({ field: field.id, label: labelOf(field, state), code: finding.code, ...(value === undefined ? {} : { suggestion: value }), ...(ending === undefined ? {} : { ending }) });
  }
  return doubts.slice(0, mostDoubts);
}

function findOutcome(verdict: PageVerdict): Outcome {
  if ((verdict.red_flags ?? []).length > 0) return "urgent";
  if (verdict.eligibility.value === "eligible") return "likely";
  return verdict.eligibility.value === "ineligible" ? "unlikely" : "unknown";
}

function isAboutFit(reason: PageVerdict["reasons"][number]): boolean {
  return reason.family === "fit" || reason.family === "eligibility";
}

/** The must-haves that stand so, in the profile's words. They follow what was chosen. */
function findCriteria(verdict: PageVerdict, info: PageProfile, state: "met" | "unknown"): Text[] {
  const found = verdict.eligibility.criteria.filter((entry) => entry.kind === "must_have" && entry.state === state);
  return info.criteria.filter((criterion) => found.some((entry) => entry.id === criterion.id)).map((criterion) => criterion.plain);
}

function findBecause(verdict: PageVerdict, info: PageProfile, outcome: Outcome): Text[] {
  if (outcome === "unlikely") {
    const stops = verdict.eligibility.stops.filter((stop) => stop.scope === "offer").map((stop) => stop.id);
    const plain = info.stops.filter((stop) => stops.includes(stop.id)).map((stop) => stop.plain);
    if (plain.length > 0) return plain;
    const reasons = verdict.reasons.filter(isAboutFit).map((reason) => reason.code);
    return info.reasons.filter((reason) => reasons.includes(reason.code)).map((reason) => reason.plain);
  }
  return findCriteria(verdict, info, "met");
}

function findMissing(verdict: PageVerdict, info: PageProfile, state: FormState): Guidance["missing"] {
  const ranked = verdict.questions?.map((entry) => entry.field) ?? verdict.missing;
  return ranked
    .filter((id) => state.empty.has(id) && id !== state.current)
    .flatMap((id) => info.fields.filter((field) => field.id === id))
    .slice(0, mostMissing)
    .map((field) => ({ field: field.id, label: labelOf(field, state) }));
}

export function toGuidance(verdict: PageVerdict, info: PageProfile, state: FormState): Guidance {
  const outcome = findOutcome(verdict);
  const missing = outcome === "unlikely" ? [] : findMissing(verdict, info, state);
  const question = fieldFor(missing[0]?.field, info)?.question;
  const blocking = verdict.reasons.find(isAboutFit);
  const level = verdict.route.service_level;
  return {
    outcome,
    because: findBecause(verdict, info, outcome),
    instead: outcome === "unlikely" ? (blocking?.recovery ?? "") : null,
    missing,
    nextQuestion: question === undefined || question.en === "" ? null : question,
    askConsent: verdict.facts["outreach"] === "missing" && (state.empty.has("consent.email") || state.empty.has("consent.phone")),
    doubts: findDoubts(verdict, info, state),
    sensitive: findSensitive(verdict, info, state),
    mended: (state.mended ?? []).flatMap((id) => {
      const field = fieldFor(id, info);
      return field === undefined ? [] : [{ field: id, label: labelOf(field, state) }];
    }),
    depends: outcome === "unlikely" ? [] : findCriteria(verdict, info, "unknown"),
    whatNext: info.what_next.filter((entry) => verdict.what_next.includes(entry.id)).map((entry) => entry.text),
    alternatives: findAlternatives(verdict, info),
    withinMinutes: outcome === "likely" && level !== null ? level.within_minutes : null,
    settled: verdict.settled,
  };
}
