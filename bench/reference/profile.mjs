// The reference work as a prequal profile.
import { bands, caps, fields, rules, stops } from "./model.mjs";

const both = (text) => ({ en: text, es: text });

export function condition([op, ...rest]) {
  const [field, ...values] = rest;
  switch (op) {
    case "all":
    case "any": return { [op]: rest.map(condition) };
    case "not": return { not: condition(rest[0]) };
    case "is": return { field, is_any_of: values };
    case "none_of": return { field, is_none_of: values };
    case "yes": return { field, is: true };
    case "no": return { field, is: false };
    case "between": return { field, at_least: values[0], at_most: values[1] };
    case "at_least": return { field, at_least: values[0] };
    case "has_any": return { field, includes_any: values };
    case "has_all": return { field, includes_all: values };
    case "mentions": return { field, mentions_any: values };
  }
  throw new Error(op);
}

// What the engine would find out by itself and the reference work does not ask for.
const unasked = ["spam_or_test", "opted_out", "consent_missing", "contact_invalid", "contact_unreachable", "contact_not_tied_to_org",
  "inconsistent_details", "interest_behavior_mismatch", "identity_missing", "stale_data", "no_capacity", "no_show",
  "booking_or_funnel_friction", "cadence_mismatch"];

export function makeProfile({ fields: ownFields = fields, rules: ownRules = rules, stops: ownStops = stops } = {}) {
  return {
    prequal: 1, id: "reference-work", version: "1.0.0", name: both("The reference work of the benchmarks"), path: "b2b", offer: "reference",
    currency: "USD", outcomes: ["sales_meeting"], example_numbers: true,
    scope: { services: ["scheduling"], geography: ["the Middle West"], care_settings: ["clinic"], contract: "yearly", capacity: "as needed" },
    ideal_buyer: { organizations: ["clinic"], roles: ["owner"], care_settings: ["clinic"], pain_points: ["no-shows"], budget: "any" },
    vocabularies: ownFields.filter((f) => f.values).map((f) => ({ id: `v_${f.id}`, values: f.values })),
    fields: ownFields.map((f) => ({ id: f.id, type: f.type, label: both(f.id), ...(f.values && { vocabulary: `v_${f.id}` }),
      ...(f.minimum !== undefined && { minimum: f.minimum, maximum: f.maximum }) })),
    must_haves: [],
    hard_stops: ownStops.map((s) => ({ id: s.id.replaceAll(".", "_"), plain: both(s.id), when: condition(s.when), reason: s.reason, scope: "offer", exit: "review", recheck_on: ["new_request"] })),
    rules: ownRules.map((r) => ({ id: r.id, category: r.category, ...(r.category !== "fit" && { basis: "conversation" }), plain: both(r.id),
      when: condition(r.when), points: r.points, evidence: "example" })),
    scoring: {
      caps: { ...caps, adjustment: 10 }, fit: { mid: 25, high: 40 }, intent: { mid: 12, high: 22 }, total: bands, bands_by: "total",
      matrix: { high: { high: "sales", mid: "sales", low: "nurture" }, mid: { high: "sales", mid: "marketing", low: "nurture" },
        low: { high: "review", mid: "nurture", low: "nurture" } },
    },
    stages: [{ id: "mql", clauses: [{ id: "band", plain: both("The score is enough."), when: { band: ["mid", "high"] } }] }],
    reasons: [...unasked.filter((code) => !ownStops.some((s) => s.reason === code)).map((code) => ({ code, off: true })),
      ...ownStops.map((s) => ({ code: s.reason, class: "permanent", when: condition(s.when) }))],
    teams: [{ id: "team", name: both("Team"), owner: "lead" }],
    routes: [{ id: "sales", lane: "sales", team: "team" }, { id: "nurture", lane: "nurture", team: "team" }],
  };
}
