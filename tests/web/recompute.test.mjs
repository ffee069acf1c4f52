// The server's own verdict against what the page claimed: equal, edited on the way, of another version, or nothing claimed. E8.
import assert from "node:assert/strict";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { makeRecompute, toLead } from "../../demo/server/recompute.mjs";

const recompute = await makeRecompute(fileURLToPath(new URL("../../core/profiles/b2b-scheduling.json", import.meta.url)));
const now = new Date("2026-11-20T15:00:00Z");
const typed = [["org_name", "Lakeside"], ["state", "OH"], ["specialty", "Cardio"], ["email", ""], ["coverage", "OH"], ["coverage", "MI"], ["consent_email", "given"]];
const honest = recompute(typed, now);
const claimed = (change) => {
  const claims = { status: "partial", band: honest.band, score: honest.score, profile: honest.profile, core: honest.core, hp: "", elapsed_s: "40", ...change };
  return [...typed, ...Object.entries(claims).map(([name, value]) => [`prequal_${name}`, value])];
};

const cases = [
  ["nothing claimed", typed, "none"],
  ["claimed as it is", claimed({}), "equal"],
  ["a better band claimed", claimed({ band: "high" }), "differs"],
  ["a better score claimed", claimed({ score: "99" }), "differs"],
  ["another version of the profile", claimed({ profile: "b2b-scheduling@0.9.0" }), "version"],
  ["another version of the engine", claimed({ core: "0.0.1" }), "version"],
];
for (const [name, fields, agreement] of cases) {
  test(`E8: ${name}`, () => {
    const found = recompute(fields, now);
    assert.equal(found.agreement, agreement);
    // Whatever is claimed, the server's own figures are the same.
    assert.deepEqual([found.band, found.score], [honest.band, honest.score]);
  });
}

test("what was typed after the claim counts: an answer changed on the way is noticed", () => {
  const edited = claimed({}).map(([name, value]) => (name === "specialty" ? [name, "dentistry"] : [name, value]));
  assert.equal(recompute(edited, now).agreement, "differs");
});

test("a lead is what the form holds: empty fields are unanswered, names that come again are a list", () => {
  assert.deepEqual(toLead([...typed, ["prequal_hp", "x"]]).lead, {
    answers: { org_name: "Lakeside", state: "OH", specialty: "Cardio", coverage: ["OH", "MI"] },
    consent: { email: "given" },
    source: { channel: "web_form" },
    spam: { honeypot: "yes", fill_seconds: "" },
  });
});
