// Invented requests of practices for scheduling software: answers, consent and touches, some complete, some thin, some wrong.
import { phoneOf, placeOf } from "./places.mjs";
import { Random } from "./random.mjs";

const states = [["OH", 27], ["MI", 23], ["IN", 19], ["IL", 11], ["KY", 7], ["PA", 6], ["TX", 4], ["FL", 3]];
const specialties = [["cardiology", 27], ["orthopedics", 24], ["dermatology", 22], ["internal medicine", 8], ["family medicine", 7], ["dental", 4], ["behavioral health", 3], ["cardiolgy", 2], ["neurology", 3]];
const words = {
  cardiology: ["Heart", "Cardiology"], cardiolgy: ["Heart"], orthopedics: ["Bone & Joint", "Orthopedic"], dermatology: ["Skin", "Dermatology"], "internal medicine": ["Internal Medicine"],
  "family medicine": ["Family Medicine"], dental: ["Dental"], "behavioral health": ["Counseling"], neurology: ["Neurology"],
};
const kinds = [["practice", 46], ["group", 33], ["hospital department", 10], ["hospital", 4], ["consultant", 4], ["staffing agency", 3]];
const people = ["Ana Ruiz", "Marcus Bell", "Priya Nair", "Helen Ostrow", "Tomás Herrera", "Grace Okafor", "Daniel Weiss", "Mei Tan", "Luis Ortega", "Sarah Lindqvist", "Omar Haddad", "Joan Pruitt", "Víctor Peña", "Beth Carver", "Ivan Petrov", "Rosa Medina"];
const roles = [["practice manager", 34], ["clinic operations manager", 20], ["physician", 14], ["coordinator", 10], ["front desk", 9], ["IT director", 7], ["marketing", 6]];
const interests = [["demo", 30], ["pricing", 18], ["consultation", 14], ["webinar", 12], ["guide", 15], ["learn more", 11]];
const times = [["within 60 days", 24], ["now", 14], ["within six months", 24], ["within a year", 15], ["gathering information", 12], ["not sure", 7], ["later than a year", 4]];
const topics = ["scheduling", "referrals", "pricing", "implementation", "blog"];
const newest = Date.UTC(2026, 10, 20, 15);
const day = 86_400_000;

const stamp = (time) => new Date(time).toISOString().replace(".000", "");

function touches(random, arrived, interest) {
  const out = [];
  for (let i = random.below(4); i > 0; --i) out.push({ type: "page_view", topic: random.pick(topics), at: stamp(arrived - random.below(20) * day - random.below(600) * 60_000) });
  if (interest === "demo") out.push({ type: "demo_request", at: stamp(arrived) });
  if (interest === "pricing") out.push({ type: "pricing_request", at: stamp(arrived) });
  if (interest === "guide") out.push({ type: "content_download", topic: random.pick(["scheduling", "referrals"]), at: stamp(arrived) });
  if (interest === "webinar") out.push({ type: "webinar_registration", topic: "scheduling", at: stamp(arrived) });
  if (random.chance(22)) out.push({ type: "email_click", at: stamp(Math.min(newest, arrived + 2 * day)) });
  if (random.chance(14)) out.push({ type: "conversation", at: stamp(Math.min(newest, arrived + 3 * day)) });
  return out.sort((a, b) => (a.at < b.at ? -1 : 1));
}

function mailOf(random, person, site) {
  const name = person.normalize("NFD").replace(/[^A-Za-z ]/g, "").toLowerCase().replace(" ", ".");
  return random.weighted([[`${name}@${site}`, 84], [`${name}@gmail.com`, 10], [`${name}@${site.replace(".example", "")}`, 4], ["test@test.com", 2]]);
}

function record(random, number) {
  const place = placeOf(random, states);
  const specialty = random.weighted(specialties);
  const kind = random.weighted(kinds);
  const person = random.pick(people);
  const name = `${place.city} ${random.pick(words[specialty])} ${kind === "group" ? "Group" : kind === "practice" ? "Associates" : kind === "hospital department" ? "Department" : kind === "hospital" ? "Hospital" : "Partners"}`;
  const site = `${name.toLowerCase().replace(/[^a-z]+/g, "")}.example`;
  const interest = random.weighted(interests);
  const arrived = newest - random.below(75) * day - random.below(86_400) * 1000;
  const answers = { org_name: name, org_type: kind, contact_name: person, email: mailOf(random, person, site), state: place.state, interest };
  const maybe = (chance, key, value) => { if (random.chance(chance)) answers[key] = value; };
  maybe(88, "specialty", specialty);
  maybe(74, "care_setting", random.weighted([["outpatient", 88], ["inpatient", 6], ["urgent care", 4], ["not sure", 2]]));
  maybe(66, "locations", random.weighted([[1 + random.below(3), 34], [3 + random.below(12), 48], [15 + random.below(50), 15], [240, 3]]));
  maybe(70, "timeframe", random.weighted(times));
  maybe(72, "phone", phoneOf(random, place.area));
  maybe(62, "website", `https://${site}`);
  maybe(58, "role", random.weighted(roles));
  maybe(34, "influence", random.weighted([["decides", 28], ["influences", 40], ["path_known", 22], ["none", 10]]));
  maybe(40, "coverage", [place.state, ...random.some(["OH", "MI", "IN", "IL", "KY"], 2)].filter((code, i, all) => all.indexOf(code) === i));
  maybe(30, "solution", random.weighted([["scheduling", 46], ["referral_management", 28], ["reminders", 18], ["billing", 8]]));
  maybe(24, "need_confirmed", random.weighted([["in_scope", 84], ["none", 10], ["outside_scope", 6]]));
  maybe(20, "decision_path", random.weighted([["known", 60], ["partly_known", 25], ["not_found", 15]]));
  maybe(12, "budget_max", random.weighted([[15000, 20], [30000, 45], [60000, 35]]));
  maybe(14, "next_step", random.weighted([["meeting_scheduled", 70], ["none", 30]]));
  return {
    id: `C-${String(1001 + number)}`,
    submitted_at: stamp(arrived),
    answers,
    consent: random.weighted([[{ email: "given" }, 58], [{ email: "given", phone: "given" }, 26], [{}, 12], [{ email: "opted out" }, 4]]),
    source: { channel: random.weighted([["web_form", 60], ["search", 14], ["paid_ad", 12], ["referral", 8], ["event", 6]]) },
    touches: touches(random, arrived, interest),
  };
}

export function clinics(count) {
  const random = new Random(20261120);
  return Array.from({ length: count }, (_, i) => `${JSON.stringify(record(random, i))}\n`).join("");
}
