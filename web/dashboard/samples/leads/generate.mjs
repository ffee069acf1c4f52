// Realistic leads of practices and hospitals that ask for scheduling software, wholly invented: answers with gaps and mistakes,
// consent, touches, attempts, people who come twice, colleagues of one organization, advertisements, outcomes. The same options
// give the same list on every machine. What is true of a lead stands apart from it, in `truth`.
import { Random } from "../random.mjs";
import { arrivalOf, newest, stamp, touchesOf, workOf } from "./course.mjs";
import { Mistakes } from "./mistakes.mjs";
import { Numbers, written } from "./numbers.mjs";
import { People, Places } from "./organizations.mjs";
import { advertisements, messages, needs, seniorRoles, tooPersonal } from "./words.mjs";

const served = { states: ["OH", "MI", "IN"], specialties: ["cardiology", "dermatology", "orthopedics"], kinds: ["practice", "group", "hospital_department"] };

/**
 * Options of a list. `count` leads; `seed`; `errors`: the chance in percent that a name, address or number of a person comes out
 * changed when that person comes again (a third of it the first time); `duplicates`: percent of the leads that are somebody who is
 * in the list already.
 */
export const standard = { count: 5000, seed: 20261120, errors: 30, duplicates: 12 };

function answersOf(random, organization, person, mistakes, interest, heat) {
  const { place } = organization;
  const phone = mistakes.phone(person.phone);
  const out = { org_name: mistakes.organization(organization), contact_name: mistakes.name(person), interest };
  const email = mistakes.email(person);
  const maybe = (chance, key, value) => { if (value !== "" && random.chance(chance)) out[key] = value; };
  maybe(95, "email", email);
  if (phone !== "" && random.chance(74)) out.phone = written(random, phone);
  if (out.email === undefined && out.phone === undefined) out.email = person.email;
  maybe(94, "state", random.chance(70) ? place.state : place.name);
  maybe(86, "org_type", organization.kind);
  maybe(84, "specialty", random.chance(88) ? organization.specialty.replaceAll("_", " ") : random.pick(["other", "cardiolgy", "derm", "ortho", "heart"]));
  maybe(64, "website", mistakes.website(organization));
  maybe(66, "role", person.role);
  maybe(72, "care_setting", random.weighted([["outpatient", 86], ["inpatient", 6], ["urgent_care", 5], ["home_health", 3]]));
  maybe(60, "locations", organization.locations);
  maybe(46, "coverage", organization.serves);
  maybe(68, "timeframe", heat > 70 ? random.pick(["now", "within_60_days"]) : heat > 40 ? random.pick(["within_60_days", "within_6_months", "within_12_months"]) : random.pick(["within_12_months", "gathering_information", "cannot_say", "beyond_12_months", "not sure"]));
  maybe(36, "influence", seniorRoles.has(person.role) ? random.pick(["decides", "influences"]) : random.pick(["influences", "path_known", "none"]));
  maybe(30, "solution", random.weighted([["scheduling", 46], ["referral_management", 26], ["reminders", 20], ["billing", 8]]));
  maybe(28, "patient_volume", 50 * (1 + random.below(30) * organization.locations));
  maybe(26, "need", random.pick(needs));
  maybe(18, "message", random.chance(4) ? random.pick(tooPersonal) : random.pick(messages));
  maybe(12, "budget_max", 1000 * (4 + random.below(70)));
  return out;
}

/** What only a conversation brings. */
function heardOf(random, heat, spoke) {
  if (!spoke) return {};
  return {
    need_confirmed: heat > 25 ? "in_scope" : random.pick(["none", "outside_scope", "in_scope"]),
    ...(random.chance(60) && { decision_path: random.weighted([["known", 50 + heat], ["partly_known", 60], ["not_found", 40]]) }),
    ...(random.chance(40) && { budget_state: random.weighted([["approved", heat], ["planning", 50], ["declined_to_say", 30], ["none", 20]]) }),
    ...(random.chance(heat) && { next_step: "meeting_scheduled" }),
  };
}

function consentOf(random, arrived, answers) {
  if (random.chance(9)) return {};
  const given = { state: "given", at: stamp(arrived), text_id: random.pick(["contact-2026-03", "contact-2026-09"]), locale: random.chance(93) ? "en" : "es", method: "checkbox" };
  const channels = [answers.email !== undefined && "email", answers.phone !== undefined && random.chance(55) && "phone", answers.phone !== undefined && random.chance(22) && "text"].filter(Boolean);
  const consents = channels.map((channel) => ({ channel, ...given }));
  if (random.chance(3)) consents.push({ channel: random.chance(50) ? "all" : "email", state: "opted_out", at: stamp(Math.min(newest, arrived + 4 * 86_400_000)), method: "link in an e-mail" });
  return { consents };
}

const sources = [["web_form", 48], ["search", 16], ["paid_ad", 13], ["referral", 9], ["event", 8], ["content_download", 6]];
const campaigns = { paid_ad: ["fall-noshow", "heart-week"], event: ["midwest-health-expo", "ortho-days"], search: ["brand", "scheduling"] };

function sourceOf(random) {
  const channel = random.weighted(sources);
  return { channel, ...(campaigns[channel] && { campaign: random.pick(campaigns[channel]) }), ...(random.chance(50) && { page: random.pick(["/demo", "/pricing", "/guides/no-shows", "/contact"]) }), collection_method: channel === "event" ? "badge scan" : "website form" };
}

function advertisement(random, arrived) {
  const word = Array.from({ length: 8 }, () => "bcdfghjklmnpqrstvwxz"[random.below(20)]).join("");
  return { submitted_at: stamp(arrived), answers: { org_name: random.chance(50) ? word : "Test", contact_name: random.pick(["test test", word, "asdf asdf", "SEO Team"]), email: `${word}@${random.pick(["mailinator.com", `${word}.example`])}`, interest: "learn_more", message: random.pick(advertisements) }, source: { channel: "web_form" }, spam: { ...(random.chance(60) && { honeypot: word }), fill_seconds: 1 + random.below(3) } };
}

/** Why an organization is none that is served, as a reason code, or null. */
function misfitOf({ serves, specialty, kind }) {
  if (!served.kinds.includes(kind)) return "wrong_org_type";
  if (!serves.some((state) => served.states.includes(state))) return "out_of_area";
  return served.specialties.includes(specialty) ? null : "specialty_mismatch";
}

/** `{ leads, truth }`: the leads in the order in which they came, and what is true of each. */
export function generate(options = {}) {
  const { count, seed, errors, duplicates } = { ...standard, ...options };
  const random = new Random(seed);
  const numbers = new Numbers(random);
  const places = new Places(random, numbers);
  const people = new People(random, numbers);
  const organizations = [];
  const known = [];
  const entries = [];
  while (entries.length < count) {
    const arrived = arrivalOf(random);
    if (random.chance(2)) {
      entries.push({ arrived, lead: advertisement(random, arrived), truth: { person: null, account: null, spam: true, again: false, mistakes: [] } });
      continue;
    }
    const again = known.length > 0 && random.chance(duplicates);
    const colleague = !again && organizations.length > 0 && random.chance(34);
    if (!again && !colleague) organizations.push(places.make());
    if (!again) {
      const organization = colleague ? random.pick(organizations) : organizations.at(-1);
      known.push({ organization, person: people.make(organization) });
    }
    const who = again ? random.pick(known) : known.at(-1);
    const mistakes = new Mistakes(random, again ? errors : Math.floor(errors / 3));
    const heat = Math.floor((who.organization.drive + random.below(100) * 2) / 3);
    const interest = heat > 55 ? random.weighted([["demo", 46], ["pricing", 28], ["consultation", 26]]) : random.weighted([["demo", 16], ["pricing", 14], ["webinar", 20], ["guide", 26], ["learn_more", 24]]);
    const answers = answersOf(random, who.organization, who.person, mistakes, interest, heat);
    const misfit = misfitOf(who.organization);
    const work = workOf(random, arrived, heat, { phone: answers.phone !== undefined, email: answers.email !== undefined, misfit });
    const spoke = work.outcomes.some((outcome) => outcome.code === "contacted");
    entries.push({
      arrived,
      lead: { submitted_at: stamp(arrived), answers: { ...answers, ...heardOf(random, heat, spoke) }, source: sourceOf(random), ...consentOf(random, arrived, answers), touches: touchesOf(random, arrived, interest, heat, random.chance(60)), ...Object.fromEntries(Object.entries(work).filter(([, list]) => list.length > 0)) },
      truth: { person: who.person.person, account: who.organization.account, spam: false, again, misfit, heat, mistakes: mistakes.made },
    });
  }
  entries.sort((a, b) => a.arrived - b.arrived);
  const id = (i) => `L-${String(i + 1).padStart(5, "0")}`;
  return { leads: entries.map(({ lead }, i) => ({ id: id(i), ...lead })), truth: entries.map(({ truth }, i) => ({ id: id(i), ...truth })) };
}

export const ndjson = (records) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
