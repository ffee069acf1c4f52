// prequal itself, through the package as it is shipped.
import { makeProfile } from "../reference/profile.mjs";
import { asOf, read, readExplained } from "./prequal-verdict.mjs";

export { asOf };

export async function load(options) {
  const { loadEngine } = await import("prequal-engine");
  const engine = await loadEngine(options);
  if (!engine.ok) throw new Error(JSON.stringify(engine.problems));
  const profile = engine.value.compile(JSON.stringify(makeProfile()));
  if (!profile.ok) throw new Error(JSON.stringify(profile.problems));
  return profile.value;
}

const qualified = (profile, lead, options) => {
  const verdict = profile.qualify(lead, options);
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.problems));
  return verdict.value;
};

/** A verdict that is read. */
export async function verdict() {
  const profile = await load();
  const options = { asOf, questions: false };
  return (lead) => read(qualified(profile, lead, options));
}
/** A verdict that is read with guidance and explanation. */
export async function explained() {
  const profile = await load();
  const options = { asOf, questions: true };
  return (lead) => readExplained(qualified(profile, lead, options));
}
/** The whole verdict document as an object, through its text, without ranked questions. */
export async function document() {
  const profile = await load();
  const options = { asOf, questions: false };
  return (lead) => qualified(profile, lead, options).toJSON();
}
/** The same with bounds, guidance and explanation: every section but "what would change it". */
export async function guided() {
  const profile = await load();
  const options = { asOf, questions: true };
  return (lead) => qualified(profile, lead, options).toJSON();
}
/** Scores, bounds, bands, stage, status, reasons as numbers; the document is made when somebody looks. */
export async function outcome() {
  const profile = await load();
  const options = { asOf, questions: false };
  return (lead) => qualified(profile, lead, options).outcome;
}

/** What the peers can say too, out of a verdict document. prequal names a field as missing only where it matters. */
export function common(verdict) {
  const points = (name) => verdict.scores[name].value;
  return { fit: points("fit"), intent: points("intent"), total: points("total"), band: verdict.band.value, status: verdict.status.value,
    fired: verdict.contributions.map((entry) => entry.rule).filter((rule) => !rule.startsWith("cap:")).sort(), stopped: verdict.eligibility.stops.map((stop) => stop.id ?? stop).sort() };
}
