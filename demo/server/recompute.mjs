// What a server does with a submission: it qualifies the lead again with the same engine and compares. What the page claimed
// can be edited by anybody; what is recomputed cannot.
import { readFile } from "node:fs/promises";
import { loadEngine } from "prequal-engine/form";

const prefix = "prequal_";
/** Names of the form's controls that are not ids of fields. */
const keys = { consent_email: "email", consent_phone: "phone" };

/** The lead that a form's fields make: the same as the page made of them. */
export function toLead(fields) {
  const answers = {};
  const consent = {};
  const claims = {};
  for (const [name, value] of fields) {
    if (name.startsWith(prefix)) claims[name.slice(prefix.length)] = value;
    else if (value === "") continue;
    else if (name in keys) consent[keys[name]] = "given";
    else answers[name] = name in answers ? [answers[name], value].flat() : value;
  }
  const spam = { honeypot: (claims.hp ?? "") === "" ? "" : "yes", fill_seconds: claims.elapsed_s ?? "" };
  const campaign = claims.utm_campaign === undefined ? {} : { campaign: claims.utm_campaign };
  return { claims, lead: { answers, consent, source: { channel: "web_form", ...campaign }, spam } };
}

/** Loads the engine and a profile once. Resolves to a function of fields and time. */
export async function makeRecompute(profilePath) {
  const engine = await loadEngine();
  if (!engine.ok) throw new Error(engine.problems[0].message);
  const profile = engine.value.compile(await readFile(profilePath, "utf8"));
  if (!profile.ok) throw new Error(profile.problems[0].message);

  /** { agreement: "none" | "version" | "equal" | "differs", band, score, profile, core }; null when it is no usable lead. */
  return function recompute(fields, now = new Date()) {
    const { claims, lead } = toLead(fields);
    const verdict = profile.value.qualify(lead, { asOf: now.toISOString(), calls: false });
    if (!verdict.ok) return null;
    const { value } = verdict;
    const own = { band: value.band.value, score: String(value.scores.total.value), profile: `${value.profile.id}@${value.profile.version}`, core: value.engine };
    return { agreement: compare(claims, own), ...own };
  };
}

function compare(claims, own) {
  if (claims.band === undefined) return "none";
  if (claims.profile !== own.profile || claims.core !== own.core) return "version";
  return claims.band === own.band && claims.score === own.score ? "equal" : "differs";
}
