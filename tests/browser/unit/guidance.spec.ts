// From a verdict to what a visitor is told.
import { expect, test } from "@playwright/test";
import { doubtKey, toGuidance, type FormState } from "../../../web/form/src/guidance.ts";

const text = (en: string) => ({ en, es: `${en} (es)` });
const info = {
  fields: [
    { id: "state", label: text("State"), question: text("In which state?"), values: [] },
    { id: "specialty", label: text("Specialty"), values: [{ id: "cardiology", label: text("Cardiology") }] },
    { id: "email", label: text("E-mail"), values: [] },
    { id: "size", label: text("Size"), values: [] },
  ],
  criteria: [{ id: "area", plain: text("In our area.") }, { id: "extra", plain: text("Extra.") }, { id: "payer", plain: text("A plan we take.") }],
  stops: [{ id: "out_of_area", plain: text("Outside our area.") }, { id: "no_consent", plain: text("No consent.") }],
  reasons: [{ code: "specialty_mismatch", plain: text("Another specialty.") }],
  what_next: [{ id: "call", text: text("We call.") }, { id: "other", text: text("Somebody looks.") }],
} as never;

const base = {
  eligibility: { value: "undetermined", criteria: [{ id: "area", kind: "must_have", state: "met" }, { id: "extra", kind: "nice_to_have", state: "met" }, { id: "payer", kind: "must_have", state: "unknown" }], stops: [] },
  reasons: [], red_flags: [], what_next: [], settled: false, facts: { outreach: "missing" },
  data: { findings: [] }, missing: ["size"], questions: [{ field: "state" }, { field: "email" }, { field: "size" }, { field: "specialty" }],
  route: { service_level: { within_minutes: 240 } },
};
const form = (change: Partial<FormState> = {}): FormState => ({ empty: new Set(["state", "email", "size", "consent.email"]), current: null, kept: new Set(), ...change });
const guide = (change: object, state = form()) => toGuidance({ ...base, ...change } as never, info, state);

test("undetermined: what fits, what is missing and empty, no promise of time", () => {
  const told = guide({});
  expect(told.outcome).toBe("unknown");
  expect(told.because.map((entry) => entry.en)).toEqual(["In our area."]);
  expect(told.missing.map((entry) => entry.field)).toEqual(["state", "email", "size"]);
  expect(told.nextQuestion?.en).toBe("In which state?");
  expect(told.withinMinutes).toBe(null);
});
test("eligible: a promise of time", () => {
  const told = guide({ eligibility: { ...base.eligibility, value: "eligible" } });
  expect([told.outcome, told.withinMinutes, told.askConsent]).toEqual(["likely", 240, true]);
});
test("ineligible: the stops of the offer say why; nothing more is asked", () => {
  const told = guide({
    eligibility: { ...base.eligibility, value: "ineligible", stops: [{ id: "out_of_area", scope: "offer" }, { id: "no_consent", scope: "outreach" }] },
    reasons: [{ code: "consent_missing", family: "compliance", recovery: "obtain_consent" }, { code: "out_of_area", family: "fit", recovery: "keep_on_expansion_list" }],
  });
  expect(told.outcome).toBe("unlikely");
  expect(told.because.map((entry) => entry.en)).toEqual(["Outside our area."]);
  expect(told.instead).toBe("keep_on_expansion_list");
  expect(told.missing).toEqual([]);
});
test("ineligible without a stop: the reasons about fit say why", () => {
  const told = guide({ eligibility: { ...base.eligibility, value: "ineligible" }, reasons: [{ code: "specialty_mismatch", family: "fit", recovery: "x" }] });
  expect(told.because.map((entry) => entry.en)).toEqual(["Another specialty."]);
});
test("a red flag comes before everything", () => expect(guide({ red_flags: ["chest_pain"] }).outcome).toBe("urgent"));

const finding = { code: "value.unknown", field: "specialty", level: "error", suggestion: "cardiology" };
test("a doubt with what was probably meant", () => {
  expect(guide({ data: { findings: [finding] } }).doubts).toEqual([{ field: "specialty", label: text("Specialty"), code: "value.unknown", suggestion: { id: "cardiology", label: text("Cardiology") } }]);
});
const silent: readonly [string, object, Partial<FormState>][] = [
  ["while the field is being typed in", finding, { current: "specialty" }],
  ["after keep as typed", finding, { kept: new Set([doubtKey("specialty", "value.unknown")]) }],
  ["when it is only information", { ...finding, level: "info" }, {}],
  ["when it is about no field", { code: "contact.missing", about: "contact", level: "warning" }, {}],
];
for (const [when, found, state] of silent) {
  test(`no doubt ${when}`, () => expect(guide({ data: { findings: [found] } }, form(state)).doubts).toEqual([]));
}
test("the field being typed in is not asked for", () => {
  const told = guide({}, form({ current: "state" }));
  expect(told.missing.map((entry) => entry.field)).toEqual(["email", "size"]);
  // The profile has no words of its own for the one that matters most now.
  expect(told.nextQuestion).toBe(null);
});

test("R12-17 R12-13: what it still depends on, and what happens next, in the profile's words", () => {
  const told = guide({ what_next: ["call"] });
  expect(told.depends.map((entry) => entry.en)).toEqual(["A plan we take."]);
  expect(told.whatNext.map((entry) => entry.en)).toEqual(["We call."]);
  expect(guide({ eligibility: { ...base.eligibility, value: "ineligible" } }).depends).toEqual([]);
});
test("R19-05: detail that nobody needs is its own matter, not a doubt about the field", () => {
  const told = guide({ data: { findings: [{ code: "sensitive.health", field: "size", level: "warning", action: "mask_before_sharing" }] } });
  expect(told.sensitive).toEqual([{ field: "size", label: text("Size"), code: "sensitive.health" }]);
  expect(told.doubts).toEqual([]);
});
test("an address that was probably meant otherwise: only its end is proposed", () => {
  const told = guide({ data: { findings: [{ code: "email.typo", field: "email", level: "warning", action: "confirm_spelling", proposal: "gmail.com" }] } });
  expect(told.doubts).toEqual([{ field: "email", label: text("E-mail"), code: "email.typo", ending: "gmail.com" }]);
});
test("what concerns the team is not said to the visitor", () => {
  expect(guide({ data: { findings: [{ code: "spam.sign", field: "size", level: "warning", action: "look_at_it" }] } }).doubts).toEqual([]);
});
test("a full place: the open ones are named", () => {
  expect(guide({ capacity: { state: "full", alternatives: ["cardiology"] } }).alternatives.map((entry) => entry.en)).toEqual(["Cardiology"]);
});
test("what was mended can be named", () => {
  expect(guide({}, form({ mended: ["specialty"] })).mended).toEqual([{ field: "specialty", label: text("Specialty") }]);
});
