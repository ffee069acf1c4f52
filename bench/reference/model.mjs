// The reference work, once, as data: 20 fields and 26 rules. Each peer gets it in its own language (peers/), prequal as a
// profile (reference/profile.mjs). Every number is an example.
//
// Conditions: [op, field, operand...] or [gate, condition...]. An unknown answer makes a test unknown, as in prequal; peers
// that know no third value get `plain()`, in which no negation is left and a missing answer simply fails every test.

const states = ("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA " +
  "RI SC SD TN TX UT VT VA WA WV WI WY").split(" ");

export const fields = [
  { id: "org_name", type: "name" },
  { id: "org_type", type: "choice", values: ["clinic", "group_practice", "hospital", "health_system", "payer", "vendor", "student", "other_org"] },
  { id: "specialty", type: "choice", values: ["cardiology", "oncology", "orthopedics", "neurology", "gastroenterology", "internal_medicine",
    "family_medicine", "pediatrics", "endocrinology", "pulmonology", "dermatology", "ophthalmology", "urology", "psychiatry", "radiology",
    "rheumatology", "nephrology", "dentistry", "chiropractic", "veterinary"] },
  { id: "state", type: "choice", values: states },
  { id: "services", type: "choices", values: ["scheduling", "reminders", "referrals", "intake_forms", "telehealth", "billing", "analytics",
    "messaging", "waitlist", "capacity", "navigation", "outreach"] },
  { id: "locations", type: "number", minimum: 0, maximum: 100000 },
  { id: "visits_per_month", type: "number", minimum: 0, maximum: 10000000 },
  { id: "budget", type: "number", minimum: 0, maximum: 100000000 },
  { id: "timeframe", type: "choice", values: ["within_60_days", "within_6_months", "within_12_months", "later", "no_plan"] },
  { id: "role", type: "choice", values: ["owner", "medical_director", "operations", "practice_manager", "it_lead", "finance", "nurse", "other_role"] },
  { id: "influence", type: "choice", values: ["decides", "takes_part", "none"] },
  { id: "need", type: "choice", values: ["urgent", "stated", "exploring", "none"] },
  { id: "current_system", type: "choice", values: ["paper", "spreadsheet", "vendor_a", "vendor_b", "own_build", "none"] },
  { id: "email", type: "email" },
  { id: "phone", type: "phone" },
  { id: "website", type: "website" },
  { id: "message", type: "long_text" },
  { id: "pages", type: "choices", values: ["home", "pricing", "services", "contact", "about", "blog", "careers", "implementation", "security", "stories"] },
  { id: "last_visit_days", type: "number", minimum: 0, maximum: 100000 },
  { id: "contact_ok", type: "yes_no" },
];

export const stops = [
  { id: "stop.area", reason: "out_of_area", when: ["none_of", "state", "OH", "MI", "IN", "IL", "WI", "PA", "KY", "NY", "TX", "FL", "CA"] },
  { id: "stop.organization", reason: "wrong_org_type", when: ["is", "org_type", "payer", "vendor", "student"] },
  { id: "stop.contact", reason: "different_need", when: ["no", "contact_ok"] },
  { id: "stop.promotion", reason: "workflow_incompatible", when: ["mentions", "message", "guest post"] },
];

export const rules = [
  { id: "fit.home", category: "fit", points: 10, when: ["is", "state", "OH", "MI", "IN", "IL"] },
  { id: "fit.specialty", category: "fit", points: 15, when: ["is", "specialty", "cardiology", "oncology", "orthopedics", "neurology", "gastroenterology"] },
  { id: "fit.related", category: "fit", points: 8, when: ["is", "specialty", "internal_medicine", "family_medicine", "pediatrics", "endocrinology", "pulmonology"] },
  { id: "fit.organization", category: "fit", points: 10, when: ["is", "org_type", "clinic", "group_practice", "hospital"] },
  { id: "fit.size", category: "fit", points: 12, when: ["between", "locations", 3, 50] },
  { id: "fit.volume", category: "fit", points: 8, when: ["at_least", "visits_per_month", 1000] },
  { id: "fit.budget", category: "fit", points: 10, when: ["at_least", "budget", 20000] },
  { id: "fit.services", category: "fit", points: 6, when: ["has_any", "services", "scheduling", "referrals", "intake_forms"] },
  { id: "fit.role", category: "fit", points: 8, when: ["all", ["is", "role", "owner", "medical_director", "operations"], ["is", "influence", "decides", "takes_part"]] },
  { id: "intent.soon", category: "intent", points: 12, when: ["is", "timeframe", "within_60_days"] },
  { id: "intent.half_year", category: "intent", points: 6, when: ["is", "timeframe", "within_6_months"] },
  { id: "intent.need", category: "intent", points: 10, when: ["is", "need", "urgent", "stated"] },
  { id: "intent.pricing", category: "intent", points: 8, when: ["has_any", "pages", "pricing"] },
  { id: "intent.reading", category: "intent", points: 4, when: ["has_all", "pages", "services", "contact"] },
  { id: "intent.week", category: "intent", points: 10, when: ["between", "last_visit_days", 0, 7] },
  { id: "intent.month", category: "intent", points: 6, when: ["between", "last_visit_days", 8, 30] },
  { id: "intent.quarter", category: "intent", points: 3, when: ["between", "last_visit_days", 31, 90] },
  { id: "intent.demo", category: "intent", points: 5, when: ["mentions", "message", "book a demo"] },
  { id: "intent.funded", category: "intent", points: 5, when: ["all", ["any", ["is", "need", "urgent"], ["at_least", "budget", 50000]], ["not", ["is", "timeframe", "later", "no_plan"]]] },
  { id: "negative.size", category: "negative", points: -6, when: ["at_least", "locations", 201] },
  { id: "negative.influence", category: "negative", points: -8, when: ["all", ["is", "influence", "none"], ["is", "role", "other_role", "nurse"]] },
  { id: "negative.specialty", category: "negative", points: -10, when: ["is", "specialty", "dentistry", "chiropractic", "veterinary"] },
];

export const caps = { fit: 60, intent: 40, negative: 40 };
export const bands = { mid: 35, high: 60 };

export const model = { fields, stops, rules, caps, bands };

const opposite = { is: "none_of", none_of: "is", no: "yes", yes: "no" };

/** The same condition without "not", for languages in which a missing value fails every test. */
export function plain(condition, negated = false) {
  const [op, ...rest] = condition;
  if (op === "not") return plain(rest[0], !negated);
  if (op === "all" || op === "any") return [negated === (op === "all") ? "any" : "all", ...rest.map((part) => plain(part, negated))];
  if (!negated) return condition;
  if (opposite[op] === undefined) throw new Error(`no opposite of ${op}`);
  return [opposite[op], ...rest];
}

/** What every peer makes of the rules that fired; each does it by itself, in these words. */
export function concluded(fired, stopped, missing) {
  const sum = { fit: 0, intent: 0, negative: 0 };
  for (const rule of fired) sum[rule.category] += rule.points;
  const fit = Math.min(sum.fit, caps.fit);
  const intent = Math.min(sum.intent, caps.intent);
  const total = Math.min(100, Math.max(0, fit + intent + Math.max(sum.negative, -caps.negative)));
  const band = total >= bands.high ? "high" : total >= bands.mid ? "mid" : "low";
  const status = stopped.length > 0 ? "disqualified" : band === "low" ? "nurture" : "active";
  return { fit, intent, total, band, status, fired: fired.map((rule) => rule.id), stopped: stopped.map((stop) => stop.id),
    reasons: stopped.map((stop) => stop.reason), missing };
}

export const isMissing = (value) => value === undefined || value === null || value === "";
