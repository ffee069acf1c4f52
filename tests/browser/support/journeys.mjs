// What somebody answers on each landing page, in the order of the page, by keyboard alone: the control's name, how it is answered
// and, of what is chosen by its label, the id of the value. "press" presses the button of that name, "skip" goes past a box.
// Nothing is ticked for the visitor, so consent is answered too.

export const journeys = {
  scheduling: [
    ["org_name", "type", "  Lakeside Heart & Vascular, “North” "],
    ["org_type", "choose", "Medical group", "group"],
    ["specialty", "type", "Cardio"],
    ["state", "choose", "Ohio", "OH"],
    ["locations", "type", "6"],
    ["coverage", "tick", ["OH", "MI"]],
    ["care_setting", "tick", ["outpatient"]],
    ["interest", "tick", ["demo"]],
    ["solution", "choose", "Patient scheduling", "scheduling"],
    ["timeframe", "choose", "Within 60 days", "within_60_days"],
    ["message", "type", "Two offices share one <phone> line & lose referrals."],
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["role", "choose", "Operations leader", "operations"],
    ["email", "type", "ana.ruiz@lakesideheart.example"],
    ["phone", "type", "(614) 555-0134 ext. 2"],
    ["website", "type", "lakesideheart.example"],
    ["consent_email", "tick", ["given"]],
    ["consent_phone", "skip"],
  ],
  inpatient: [
    ["org_name", "type", "St. Brendan Ward 4"],
    ["org_type", "choose", "Hospital department", "hospital_department"],
    ["specialty", "type", "Cardio"],
    ["state", "choose", "Michigan", "MI"],
    ["care_setting", "tick", ["inpatient"]],
    ["solution", "tick", ["referral_management"]],
    ["need", "type", "Letters go out <after> discharge & too late."],
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["email", "type", "ana.ruiz@brendan.example"],
    ["consent_email", "tick", ["given"]],
  ],
  monitoring: [
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["email", "type", "ana.ruiz@lakesideheart.example"],
    ["org_name", "type", "Lakeside Heart"],
    ["org_type", "choose", "Physician practice", "practice"],
    ["state", "choose", "Indiana", "IN"],
    ["specialty", "choose", "Cardiology", "cardiology"],
    ["timeframe", "choose", "Within 60 days", "within_60_days"],
    ["consent_email", "tick", ["given"]],
  ],
  clinic: [
    ["service", "tick", ["physical_therapy"]],
    ["preferred_clinic", "tick", ["dayton"]],
    ["requester", "tick", ["self"]],
    ["state", "choose", "Ohio", "OH"],
    ["age", "type", "54"],
    ["payer", "choose", "Payer A", "payer_a"],
    ["timeframe", "choose", "Within four", "within_4_weeks"],
    ["referral_status", "tick", ["none"]],
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["preferred_channel", "tick", ["text"]],
    ["phone", "type", "(614) 555-0134"],
    ["email", "type", ""],
    ["contact_window", "type", ""],
    ["message", "type", "A ramp, please."],
    ["consent_text", "tick", ["given"]],
  ],
  membership: [
    ["service", "tick", ["care_program"]],
    ["state", "choose", "Ohio", "OH"],
    ["requester", "choose", "For myself", "self"],
    ["Continue", "press"],
    ["start_preference", "tick", ["this_month"]],
    ["payer", "choose", "Payer B", "payer_b"],
    ["age", "type", "61"],
    ["terms_read", "tick", ["yes"]],
    ["Continue", "press"],
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["preferred_channel", "tick", ["phone"]],
    ["phone", "type", "(614) 555-0134"],
    ["email", "type", ""],
    ["message", "type", ""],
    ["consent_phone", "tick", ["given"]],
  ],
};

/** What the server should get for it, without anything of ours: names and values in the order of the page. */
export function bodyOf(journey) {
  return journey.flatMap(([name, how, what, id]) => {
    if (how === "press" || how === "skip") return [];
    return how === "tick" ? what.map((value) => [name, value]) : [[name, id ?? what]];
  });
}
