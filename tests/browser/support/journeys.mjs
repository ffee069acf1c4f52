// What somebody answers on each landing page, in the order of the page, by keyboard alone: the control's name and how it is
// answered; "press" presses the button of that name. Nothing is ticked for the visitor, so consent is answered too.

export const journeys = {
  inpatient: [
    ["org_name", "type", "St. Brendan Ward 4"],
    ["org_type", "choose", "Hospital department"],
    ["specialty", "type", "Cardio"],
    ["state", "choose", "Michigan"],
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
    ["org_type", "choose", "Physician practice"],
    ["state", "choose", "Indiana"],
    ["specialty", "choose", "Cardiology"],
    ["timeframe", "choose", "Within 60 days"],
    ["consent_email", "tick", ["given"]],
  ],
  clinic: [
    ["service", "tick", ["physical_therapy"]],
    ["preferred_clinic", "tick", ["dayton"]],
    ["requester", "tick", ["self"]],
    ["state", "choose", "Ohio"],
    ["age", "type", "54"],
    ["payer", "choose", "Payer A"],
    ["timeframe", "choose", "Within four"],
    ["referral_status", "tick", ["none"]],
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["preferred_channel", "tick", ["text"]],
    ["phone", "type", "(614) 555-0134"],
    ["message", "type", "A ramp, please."],
    ["consent_text", "tick", ["given"]],
  ],
  membership: [
    ["service", "tick", ["care_program"]],
    ["state", "choose", "Ohio"],
    ["requester", "choose", "For myself"],
    ["Continue", "press"],
    ["start_preference", "tick", ["this_month"]],
    ["payer", "choose", "Payer B"],
    ["age", "type", "61"],
    ["terms_read", "tick", ["yes"]],
    ["Continue", "press"],
    ["contact_name", "type", "Ana Ruiz Peña"],
    ["preferred_channel", "tick", ["phone"]],
    ["phone", "type", "(614) 555-0134"],
    ["consent_phone", "tick", ["given"]],
  ],
};
/** What the server should get for it: each control by its name, with the id of the value that was chosen. */
export const bodies = {
  inpatient: { org_name: "St. Brendan Ward 4", org_type: "hospital_department", specialty: "Cardio", state: "MI", care_setting: "inpatient", solution: "referral_management", need: "Letters go out <after> discharge & too late.", contact_name: "Ana Ruiz Peña", email: "ana.ruiz@brendan.example", consent_email: "given" },
  monitoring: { contact_name: "Ana Ruiz Peña", email: "ana.ruiz@lakesideheart.example", org_name: "Lakeside Heart", org_type: "practice", state: "IN", specialty: "cardiology", timeframe: "within_60_days", consent_email: "given" },
  clinic: { service: "physical_therapy", preferred_clinic: "dayton", requester: "self", state: "OH", age: "54", payer: "payer_a", timeframe: "within_4_weeks", referral_status: "none", contact_name: "Ana Ruiz Peña", preferred_channel: "text", phone: "(614) 555-0134", email: "", contact_window: "", message: "A ramp, please.", consent_text: "given" },
  membership: { service: "care_program", state: "OH", requester: "self", start_preference: "this_month", payer: "payer_b", age: "61", terms_read: "yes", contact_name: "Ana Ruiz Peña", preferred_channel: "phone", phone: "(614) 555-0134", email: "", message: "", consent_phone: "given" },
};
