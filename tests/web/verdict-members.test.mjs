// The members of a verdict, each read alone, against the whole document: the same data in the same order.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { loadEngine } from "prequal-engine";
import { loadEngine as loadForm } from "prequal-engine/form";

const root = new URL("../..", import.meta.url).pathname;
const asOf = "2026-11-20T10:00:00-05:00";
const golden = join(root, "tests/golden");
const need = (result) => {
  assert.ok(result.ok, JSON.stringify(result.problems));
  return result.value;
};
const leadsOf = (profile) => readdirSync(join(golden, profile)).filter((name) => name.endsWith(".lead.json"))
  .map((name) => [`${profile}/${name}`, JSON.parse(readFileSync(join(golden, profile, name), "utf8"))]);

const full = need(await loadEngine());
const form = need(await loadForm());
const profiles = readdirSync(golden, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);

for (const id of profiles) {
  test(`${id}: what is read alone is what the document says (full build, form build)`, () => {
    const profile = need(full.compile(readFileSync(join(root, "core/profiles", `${id}.json`), "utf8")));
    const small = need(form.compile(need(profile.toPacked())));
    for (const [name, lead] of leadsOf(id)) {
      for (const engine of [profile, small]) {
        const options = { asOf, changes: name.length % 4 === 0, calls: name.length % 2 === 0 };
        const document = JSON.parse(need(engine.qualify(lead, options)).text());
        const verdict = need(engine.qualify(lead, options));
        const other = need(engine.qualify({}, { asOf }));  // another lead stands in the engine when members are read
        const members = Object.keys(Object.getPrototypeOf(verdict)).filter((member) => verdict[member] !== undefined);
        assert.deepEqual(new Set(members), new Set(Object.keys(document)), name);
        for (const member of members) assert.equal(JSON.stringify(verdict[member]), JSON.stringify(document[member]), `${name}: ${member}`);
        assert.equal(JSON.stringify(verdict), JSON.stringify(document), name);
        assert.equal(other.scores.total.value, other.outcome.total);
      }
    }
  });
}

test("a verdict stays readable after its profile was disposed of", () => {
  const profile = need(full.compile(readFileSync(join(root, "core/profiles/b2b-scheduling.json"), "utf8")));
  const [[, lead]] = leadsOf("b2b-scheduling");
  const verdict = need(profile.qualify(lead, { asOf }));
  const band = verdict.band.value;
  profile.dispose();
  assert.equal(verdict.toJSON().band.value, band);
});
