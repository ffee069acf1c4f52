// What the places answer to the cases. Verdicts are asked for once for each profile and time, over all cases.
import { defaultAsOf, leadText, listText, profileText, setDocument } from "./expand.mjs";

/** The named leads of a case: {name: lead}; a single one has no name. */
const leadsOf = (one) => one.leads ?? (one.lead === undefined ? {} : { "": one.lead });

const keyOf = (profile, asOf, options) => JSON.stringify([profile, asOf, options]);

/** One question for each lead of each case. */
function questions(one) {
  return Object.entries(leadsOf(one)).map(([name, lead]) => {
    const profile = lead.$profile ?? one.profile;
    return { name, key: keyOf(profile, lead.$as_of ?? one.as_of ?? defaultAsOf, one.options ?? {}), text: leadText(lead) };
  });
}

/** Verdict texts of a place: key -> lead text -> text, or {fault} when the place could not answer. */
export async function askVerdicts(place, cases) {
  const wanted = new Map();
  for (const one of cases) {
    for (const { key, text } of questions(one)) {
      if (!wanted.has(key)) wanted.set(key, new Set());
      wanted.get(key).add(text);
    }
  }
  const out = new Map();
  for (const [key, texts] of wanted) {
    const [profile, asOf, options] = JSON.parse(key);
    const leads = [...texts];
    try {
      const answers = await place.verdicts(profileText(profile), leads, asOf, options);
      if (answers !== null && answers.length !== leads.length) throw new Error(`${answers.length} verdicts of ${leads.length} leads`);
      out.set(key, answers === null ? null : new Map(leads.map((lead, i) => [lead, answers[i]])));
    } catch (fault) {
      out.set(key, { fault: fault.message });
    }
  }
  return out;
}

/** The answers of a place to one case as texts by name; null where the place does not do such a thing. */
export async function answersOf(one, place, verdicts) {
  const out = {};
  for (const { name, key, text } of questions(one)) {
    const group = verdicts.get(key);
    if (group === null) return null;
    if (!(group instanceof Map)) throw new Error(group.fault);
    const answer = group.get(text);
    if (answer === null) return null;
    out[name] = typeof answer === "string" ? answer : JSON.stringify(answer);
  }
  if (one.list !== undefined) {
    const text = listText(one.list);
    const asOf = one.as_of ?? defaultAsOf;
    const { answers, summary, clusters, maps } = await place.list(profileText(one.profile), text, asOf, one.duplicates === true);
    const found = one.duplicates === true ? `,"clusters":[${clusters.join(",")}],"maps":[${maps.join(",")}]` : "";
    out.list = `{"verdicts":[${answers.join(",")}],"summary":${summary}${found}}`;
    for (const [name, options] of Object.entries(one.reports ?? {})) {
      const ready = name === "compare" ? { with: profileText(options.with) } : options;
      out[name] = await place.report(profileText(one.profile), text, asOf, name, ready);
    }
  }
  if (one.exported !== undefined) {
    // Written out, read again: by the profile that came back, each lead's verdict is "name.exported".
    const text = profileText(one.profile);
    const back = await place.exported(text);
    out.profile = JSON.stringify({ text: back, again: await place.exported(back), before: await place.fingerprint(text), after: await place.fingerprint(back) });
    const asked = questions(one);
    const verdicts = await place.verdicts(back, asked.map(({ text: lead }) => lead), one.as_of ?? defaultAsOf, one.options ?? {});
    asked.forEach(({ name }, i) => {
      out[`${name}.exported`] = verdicts[i];
      if (verdicts[i] !== out[name]) throw new Error(`${name} comes out otherwise by the profile that was written out and read again`);
    });
  }
  if (one.setup !== undefined) out.setup = await place.setup(profileText(one.profile));
  if (one.info !== undefined && place.info !== null) out.info = await place.info(profileText(one.profile));
  if (one.handoff !== undefined && place.handoff !== null) {
    for (const { name, text } of questions(one)) {
      const made = JSON.parse(await place.handoff(profileText(one.profile), text, one.as_of ?? defaultAsOf, one.handoff));
      out[`${name}.handoff`] = JSON.stringify({ note: made.note, record: JSON.parse(made.record) });
    }
  }
  if (one.same !== undefined && place.same !== null) out.same = await place.same(profileText(one.profile), one.same.map(leadText));
  for (const [name, leads] of Object.entries(one.merge ?? {})) {
    if (place.merge === null) break;
    const merged = await place.merge(profileText(one.profile), leads.map(leadText));
    out[`${name}.lead`] = merged;
    const asOf = one.as_of ?? defaultAsOf;
    [out[name]] = await place.verdicts(profileText(one.profile), [merged], asOf, one.options ?? {});
  }
  if (one.set !== undefined && place.set !== null) {
    const set = setDocument(one.set);
    const profiles = Object.fromEntries(set.profiles.map(({ profile }) => [profile, profileText(profile.replace(/\.json$/, ""))]));
    const leads = Object.entries(one.set_leads);
    const answers = await place.set(JSON.stringify(set), profiles, leads.map(([, lead]) => leadText(lead)), one.as_of ?? defaultAsOf);
    leads.forEach(([name], i) => {
      out[name] = typeof answers[i] === "string" ? answers[i] : JSON.stringify({ problem: answers[i].problem.code });
    });
  }
  return Object.keys(out).length > 0 ? out : null;
}
