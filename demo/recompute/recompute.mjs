// What a server does with a submission: it qualifies the lead again with the same engine and compares. What the page claimed
// can be edited by anybody; what is recomputed cannot. No interface of Node here: it runs wherever WebAssembly does.

/** Names of controls that consent to a channel, as "consent_email". */
const consentName = /^consent_(\w+)$/;

/**
 * The lead that a form's fields make, the same as the page made of them, and what the page claimed. `fields` are pairs of name
 * and value in the order of the form. `prefix` and `map` are those of the form (data-prequal-prefix, data-prequal-map).
 */
export function toLead(fields, { prefix = "prequal_", map = {} } = {}) {
  const answers = {};
  const consent = {};
  const claims = {};
  for (const [name, value] of fields) {
    const field = Object.hasOwn(map, name) ? map[name] : name;
    const channel = consentName.exec(field)?.[1];
    if (name.startsWith(prefix)) claims[name.slice(prefix.length)] = value;
    else if (value === "") continue;
    else if (channel !== undefined) consent[channel] = "given";
    else answers[field] = Object.hasOwn(answers, field) ? [answers[field], value].flat() : value;
  }
  const spam = { honeypot: (claims.hp ?? "") === "" ? "" : "yes", fill_seconds: claims.elapsed_s ?? "" };
  const campaign = claims.utm_campaign === undefined ? {} : { campaign: claims.utm_campaign };
  return { claims, lead: { answers, consent, source: { channel: "web_form", ...campaign }, spam } };
}

function compileAll(engine, documents) {
  return documents.map((document) => {
    const compiled = engine.compile(document);
    if (!compiled.ok) throw new Error(compiled.problems[0].message);
    return compiled.value;
  });
}

const nameOf = ({ info }) => `${info.id}@${info.version}`;

/**
 * `documents` are profiles as the engine reads them, JSON or packed: the current one first, then earlier versions that pages in the field may still hold.
 * Returns a function of fields and time. It gives null when the fields make no usable lead, else
 *   band, score, profile, core   what the server found, with the current profile
 *   agreement                    "equal": the page said the same; "differs": it did not, so somebody edited the claim or the
 *                                answers; "version": the page used a version that is not at hand; "none": it claimed nothing
 *   verdict                      the whole verdict, to be stored and to route by
 */
export function makeRecompute(engine, documents, options = {}) {
  const [current, ...earlier] = compileAll(engine, documents);
  const kept = new Map([...earlier, current].filter(({ info }) => info.id === current.info.id).map((profile) => [nameOf(profile), profile]));

  return function recompute(fields, now = new Date()) {
    const { claims, lead } = toLead(fields, options);
    const qualify = (profile) => {
      const verdict = profile.qualify(lead, { asOf: now.toISOString(), calls: false });
      return verdict.ok ? verdict.value : null;
    };
    const verdict = qualify(current);
    if (verdict === null) return null;
    const claimedWith = kept.get(claims.profile);
    const same = claimedWith === undefined || claimedWith === current ? verdict : qualify(claimedWith);
    return { agreement: compare(claims, claimedWith === undefined ? null : same), ...toFigures(verdict), verdict };
  };
}

const toFigures = ({ band, scores, profile, engine }) => ({ band: band.value, score: String(scores.total.value), profile: `${profile.id}@${profile.version}`, core: engine });

/** `same` is the verdict with the version that the page used, or null when that version is not at hand. */
function compare(claims, same) {
  if (claims.band === undefined) return "none";
  if (same === null || claims.core !== same.engine) return "version";
  const own = toFigures(same);
  return claims.band === own.band && claims.score === own.score ? "equal" : "differs";
}
