// Hand-written JavaScript: as a good web developer writes it, as an expert does, and as a kernel over typed arrays.
import { bands, caps, concluded, fields, isMissing, rules, stops } from "../reference/model.mjs";

const served = ["OH", "MI", "IN", "IL", "WI", "PA", "KY", "NY", "TX", "FL", "CA"];
const by = Object.fromEntries([...rules, ...stops].map((rule) => [rule.id, rule]));

/** Arrays, includes, optional chaining: no thought of speed. */
export function idiomatic(lead) {
  const fired = [];
  const stopped = [];
  const has = (list, value) => list?.includes(value) ?? false;
  const atLeast = (value, least) => typeof value === "number" && value >= least;
  const between = (value, least, most) => atLeast(value, least) && value <= most;
  const fire = (id) => fired.push(by[id]);

  if (!isMissing(lead.state) && !served.includes(lead.state)) stopped.push(by["stop.area"]);
  if (["payer", "vendor", "student"].includes(lead.org_type)) stopped.push(by["stop.organization"]);
  if (lead.contact_ok === false) stopped.push(by["stop.contact"]);
  if (lead.message?.includes("guest post")) stopped.push(by["stop.promotion"]);

  if (["OH", "MI", "IN", "IL"].includes(lead.state)) fire("fit.home");
  if (["cardiology", "oncology", "orthopedics", "neurology", "gastroenterology"].includes(lead.specialty)) fire("fit.specialty");
  if (["internal_medicine", "family_medicine", "pediatrics", "endocrinology", "pulmonology"].includes(lead.specialty)) fire("fit.related");
  if (["clinic", "group_practice", "hospital"].includes(lead.org_type)) fire("fit.organization");
  if (between(lead.locations, 3, 50)) fire("fit.size");
  if (atLeast(lead.visits_per_month, 1000)) fire("fit.volume");
  if (atLeast(lead.budget, 20000)) fire("fit.budget");
  if (["scheduling", "referrals", "intake_forms"].some((service) => has(lead.services, service))) fire("fit.services");
  if (["owner", "medical_director", "operations"].includes(lead.role) && ["decides", "takes_part"].includes(lead.influence)) fire("fit.role");

  if (lead.timeframe === "within_60_days") fire("intent.soon");
  if (lead.timeframe === "within_6_months") fire("intent.half_year");
  if (lead.need === "urgent" || lead.need === "stated") fire("intent.need");
  if (has(lead.pages, "pricing")) fire("intent.pricing");
  if (has(lead.pages, "services") && has(lead.pages, "contact")) fire("intent.reading");
  if (between(lead.last_visit_days, 0, 7)) fire("intent.week");
  if (between(lead.last_visit_days, 8, 30)) fire("intent.month");
  if (between(lead.last_visit_days, 31, 90)) fire("intent.quarter");
  if (lead.message?.includes("book a demo")) fire("intent.demo");
  if ((lead.need === "urgent" || atLeast(lead.budget, 50000)) && !isMissing(lead.timeframe) && !["later", "no_plan"].includes(lead.timeframe)) {
    fire("intent.funded");
  }

  if (atLeast(lead.locations, 201)) fire("negative.size");
  if (lead.influence === "none" && ["other_role", "nurse"].includes(lead.role)) fire("negative.influence");
  if (["dentistry", "chiropractic", "veterinary"].includes(lead.specialty)) fire("negative.specialty");

  return concluded(fired, stopped, fields.map((field) => field.id).filter((id) => isMissing(lead[id])));
}

// For each value of a coded field the bits of the rules that it fires (0 to 21) and of the stops (28 to 31).
const bit = new Map([...rules.map((rule, i) => [rule.id, 1 << i]), ...stops.map((stop, i) => [stop.id, 1 << (28 + i)])]);
const table = (id, of) => new Map(fields.find((field) => field.id === id).values.map((value) => [value, of(value)]));
const of = (...ids) => ids.reduce((sum, id) => sum | bit.get(id), 0);
const listed = (value, id) => (by[id].when.includes(value, 2) ? bit.get(id) : 0);
const states = table("state", (v) => listed(v, "fit.home") | (served.includes(v) ? 0 : bit.get("stop.area")));
const types = table("org_type", (v) => listed(v, "fit.organization") | listed(v, "stop.organization"));
const specialties = table("specialty", (v) => listed(v, "fit.specialty") | listed(v, "fit.related") | listed(v, "negative.specialty"));
const inRole = new Set(["owner", "medical_director", "operations"]);
const outRole = new Set(["other_role", "nurse"]);
const services = new Set(["scheduling", "referrals", "intake_forms"]);
const B = Object.fromEntries([...bit.keys()].map((id) => [id.replaceAll(".", "_"), bit.get(id)]));

export function mask(lead) {
  let m = 0;
  const { state, org_type, specialty, locations, budget, influence, role, timeframe, need, pages, last_visit_days: days, message } = lead;
  if (state != null) m |= states.get(state);
  if (org_type != null) m |= types.get(org_type);
  if (specialty != null) m |= specialties.get(specialty);
  if (lead.contact_ok === false) m |= B.stop_contact;
  if (message != null) {
    if (message.includes("guest post")) m |= B.stop_promotion;
    if (message.includes("book a demo")) m |= B.intent_demo;
  }
  if (locations != null) m |= locations >= 201 ? B.negative_size : locations >= 3 && locations <= 50 ? B.fit_size : 0;
  if (lead.visits_per_month >= 1000) m |= B.fit_volume;
  if (budget >= 20000) m |= B.fit_budget;
  const offered = lead.services;
  if (offered != null) for (let i = 0; i < offered.length; i++) if (services.has(offered[i])) { m |= B.fit_services; break; }
  if (influence != null && role != null) {
    if (influence === "none") { if (outRole.has(role)) m |= B.negative_influence; } else if (inRole.has(role)) m |= B.fit_role;
  }
  if (need === "urgent" || need === "stated") m |= B.intent_need;
  if (timeframe != null) {
    if (timeframe === "within_60_days") m |= B.intent_soon;
    else if (timeframe === "within_6_months") m |= B.intent_half_year;
    if ((need === "urgent" || budget >= 50000) && timeframe !== "later" && timeframe !== "no_plan") m |= B.intent_funded;
  }
  if (pages != null) {
    let seen = 0;
    for (let i = 0; i < pages.length; i++) {
      const page = pages[i];
      if (page === "pricing") m |= B.intent_pricing;
      else if (page === "services") seen |= 1;
      else if (page === "contact") seen |= 2;
    }
    if (seen === 3) m |= B.intent_reading;
  }
  if (days != null) m |= days <= 7 ? B.intent_week : days <= 30 ? B.intent_month : days <= 90 ? B.intent_quarter : 0;
  return m;
}

const fitBits = of(...rules.filter((r) => r.category === "fit").map((r) => r.id));
const intentBits = of(...rules.filter((r) => r.category === "intent").map((r) => r.id));
const negativeBits = of(...rules.filter((r) => r.category === "negative").map((r) => r.id));
const stopBits = of(...stops.map((s) => s.id));
const pointsOf = rules.map((rule) => rule.points);
const names = fields.map((field) => field.id);

export function sum(m) {
  let points = 0;
  for (; m !== 0; m &= m - 1) points += pointsOf[31 - Math.clz32(m & -m)];
  return points;
}

/** Tables made ahead, bits for rules, no allocation but for the result. */
export function expert(lead) {
  const m = mask(lead);
  const fit = Math.min(sum(m & fitBits), caps.fit);
  const intent = Math.min(sum(m & intentBits), caps.intent);
  const total = Math.min(100, Math.max(0, fit + intent + Math.max(sum(m & negativeBits), -caps.negative)));
  const band = total >= bands.high ? "high" : total >= bands.mid ? "mid" : "low";
  const missing = [];
  for (let i = 0; i < names.length; i++) {
    const value = lead[names[i]];
    if (value == null || value === "") missing.push(names[i]);
  }
  const fired = [];
  for (let i = 0; i < rules.length; i++) if ((m >>> i) & 1) fired.push(rules[i].id);
  const stopped = [];
  const reasons = [];
  if (m & stopBits) for (let i = 0; i < stops.length; i++) if ((m >>> (28 + i)) & 1) { stopped.push(stops[i].id); reasons.push(stops[i].reason); }
  return { fit, intent, total, band, status: stopped.length > 0 ? "disqualified" : band === "low" ? "nurture" : "active", fired, stopped, reasons, missing };
}

// ---- A kernel over columns that are packed already -----------------------------------------------------------------------------

/** Rule bits of every value of a coded field, by code; code 0 is missing. */
function codeTable(map) {
  return Int32Array.from([0, ...map.values()]);
}
const coded = {
  state: states, org_type: types, specialty: specialties,
  timeframe: new Map([["within_60_days", B.intent_soon], ["within_6_months", B.intent_half_year], ["within_12_months", 0], ["later", 0], ["no_plan", 0]]),
  need: new Map([["urgent", B.intent_need], ["stated", B.intent_need], ["exploring", 0], ["none", 0]]),
};
const tables = Object.fromEntries(Object.entries(coded).map(([id, map]) => [id, codeTable(map)]));
const codesOf = Object.fromEntries(fields.filter((f) => f.values).map((f) => [f.id, new Map(f.values.map((v, i) => [v, i + 1]))]));

/** Columns of leads as an expert would keep them: codes, numbers (-1 missing) and flags worked out from texts and lists. */
export function pack(leads) {
  const n = leads.length;
  const code = (id) => Uint8Array.from(leads, (lead) => (lead[id] == null ? 0 : codesOf[id].get(lead[id])));
  const number = (id) => Int32Array.from(leads, (lead) => lead[id] ?? -1);
  const all = (1 << 28) - 1;
  const flags = Int32Array.from(leads, (lead) => mask(lead) & (B.stop_contact | B.stop_promotion | B.intent_demo | B.fit_services | B.intent_pricing | B.intent_reading) & (all | ~all));
  return { n, flags, state: code("state"), type: code("org_type"), specialty: code("specialty"), role: code("role"), influence: code("influence"),
    timeframe: code("timeframe"), need: code("need"), locations: number("locations"), visits: number("visits_per_month"), budget: number("budget"),
    days: number("last_visit_days"), fit: new Int16Array(n), intent: new Int16Array(n), total: new Int16Array(n), band: new Uint8Array(n),
    status: new Uint8Array(n), fired: new Int32Array(n) };
}

// Sums of points by three bytes of the mask for each category.
const partial = ["fit", "intent", "negative"].map((category) => [0, 8, 16].map((shift) => Int16Array.from({ length: 256 }, (_, byte) => {
  let points = 0;
  for (let i = 0; i < 8; i++) if ((byte >> i) & 1 && rules[shift + i]?.category === category) points += rules[shift + i].points;
  return points;
})));

export function kernel(c) {
  const { state, org_type: type, specialty, timeframe, need } = tables;
  const [[f0, f1, f2], [i0, i1, i2], [n0, n1, n2]] = partial;
  for (let k = 0; k < c.n; k++) {
    const frame = c.timeframe[k], wish = c.need[k], role = c.role[k], part = c.influence[k], places = c.locations[k], budget = c.budget[k], days = c.days[k];
    let m = c.flags[k] | state[c.state[k]] | type[c.type[k]] | specialty[c.specialty[k]] | timeframe[frame] | need[wish];
    m |= places >= 201 ? B.negative_size : places >= 3 && places <= 50 ? B.fit_size : 0;
    if (c.visits[k] >= 1000) m |= B.fit_volume;
    if (budget >= 20000) m |= B.fit_budget;
    if (part === 3) { if (role === 7 || role === 8) m |= B.negative_influence; } else if (part !== 0 && role !== 0 && role <= 3) m |= B.fit_role;
    if ((wish === 1 || budget >= 50000) && frame !== 0 && frame <= 3) m |= B.intent_funded;
    m |= days < 0 ? 0 : days <= 7 ? B.intent_week : days <= 30 ? B.intent_month : days <= 90 ? B.intent_quarter : 0;
    const a = m & 255, b = (m >> 8) & 255, d = (m >> 16) & 255;
    const fit = Math.min(f0[a] + f1[b] + f2[d], 60), intent = Math.min(i0[a] + i1[b] + i2[d], 40);
    const total = Math.min(100, Math.max(0, fit + intent + Math.max(n0[a] + n1[b] + n2[d], -40)));
    const band = total >= 60 ? 2 : total >= 35 ? 1 : 0;
    c.fit[k] = fit;
    c.intent[k] = intent;
    c.total[k] = total;
    c.band[k] = band;
    c.status[k] = m & stopBits ? 2 : band === 0 ? 1 : 0;
    c.fired[k] = m;
  }
}
