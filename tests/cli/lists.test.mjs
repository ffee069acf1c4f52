// metrics, compare, allocate, and check on sets of profiles.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { asOf, folder, prequal, profile } from "./support.mjs";

const scheduling = profile("b2b-scheduling");

const lead = (id, more = {}) =>
  JSON.stringify({
    id,
    submitted_at: "2026-11-18T09:00:00Z",
    source: { channel: "web_form" },
    answers: { org_name: "Example", state: "OH" },
    attempts: [{ channel: "phone", disposition: "connected", at: "2026-11-18T09:30:00Z" }],
    outcomes: [{ code: "contacted", at: "2026-11-18T09:30:00Z" }],
    ...more,
  });
const leads = `${[1, 2, 3].map((n) => lead(`L${n}`)).join("\n")}\n`;

test("metrics counts outcomes as text and as JSON", () => {
  const text = prequal(["metrics", "--profile", scheduling, "--as-of", asOf], leads);
  assert.equal(text.status, 0, text.err);
  assert.match(text.out, /^3 leads of standard input, qualified with b2b-scheduling/);
  for (const title of ["Early", "Late", "Rejections", "By band", "By stage", "By source", "Speed to lead", "Alerts"]) {
    assert.ok(text.out.includes(`\n${title}\n`), title);
  }
  assert.match(text.out, / {2}contact success +3 of 3 +100\.0 % \(43\.8-100\.0\)\n/);
  assert.match(text.out, / {2}median +30 min\n/);
  const run = prequal(["metrics", "--profile", scheduling, "--as-of", asOf, "--output", "json", "-"], leads);
  assert.equal(run.status, 0);
  const metrics = JSON.parse(run.out);
  assert.deepEqual(metrics.early.contact_success, { count: 3, of: 3, rate: 10000, low: 4384, high: 10000 });
  assert.equal(metrics.outcomes.contacted, 3);
  assert.equal(metrics.sources[0].name, "web_form");
});

test("a record that cannot be read is said, and the others are counted", () => {
  const run = prequal(["metrics", "--profile", scheduling, "--as-of", asOf, "--output=json"], `${leads}{"id": \n`);
  assert.equal(run.status, 1);
  assert.equal(JSON.parse(run.out).leads, 3);
  assert.match(run.err, /row 4: error/);
});

test("compare tells who moves between two versions of a profile", (t) => {
  const { write } = folder(t);
  const before = readFileSync(scheduling, "utf8");
  const document = JSON.parse(before);
  document.version = "9.9.9";
  const rule = document.rules.find((entry) => entry.points !== undefined);
  rule.points -= 1;
  const after = write("after.json", JSON.stringify(document));
  const same = prequal(["compare", "--profile", scheduling, "--with", scheduling, "--as-of", asOf], leads);
  assert.equal(same.status, 0, same.err);
  assert.match(same.out, /\n0 leads came out otherwise\n/);
  const run = prequal(["compare", "--profile", scheduling, "--with", after, "--as-of", asOf, "--output", "json"], leads);
  assert.equal(run.status, 0, run.err);
  const result = JSON.parse(run.out);
  assert.deepEqual(result.differences, [{ what: "changed", category: rule.category, section: "rules", id: rule.id, members: ["points"] }]);
  assert.deepEqual(result.warnings, []);
  assert.equal(result.leads, 3);
  document.scoring.total.high += 1;
  const two = prequal(["compare", "--profile", scheduling, "--with", write("two.json", JSON.stringify(document)), "--as-of", asOf], leads);
  assert.match(two.out, /warning: more than one category changed: .*thresholds.* \[compare\.several_categories\]/);
});

test("allocate gives every lead a place", (t) => {
  const { write } = folder(t);
  const run = prequal(["allocate", "--profile", scheduling, "--as-of", asOf, "--output", "json"], leads);
  assert.equal(run.status, 0, run.err);
  const result = JSON.parse(run.out);
  assert.equal(result.leads, 3);
  assert.deepEqual(result.teams.map((team) => team.team), JSON.parse(readFileSync(scheduling, "utf8")).teams.map((team) => team.id));
  const text = prequal(["allocate", "--profile", scheduling, "--as-of", asOf, write("leads.ndjson", leads)]);
  assert.equal(text.status, 0, text.err);
  assert.match(text.out, /\nTeams\n +places +routed +queued +unassigned\n/);
});

test("a wrong command line of these commands says what is wrong", () => {
  for (const [args, expected] of [
    [["metrics"], "metrics needs --profile"],
    [["metrics", "--profile", scheduling, "a", "b"], "one input"],
    [["metrics", "--profile", scheduling, "--output", "csv", "x"], "--output is text or json"],
    [["metrics", "--profile", scheduling, "--with", "x"], "there is no option"],
    [["compare", "--profile", scheduling, "x"], "needs --with"],
    [["compare", "--with", scheduling, "x"], "needs --profile"],
    [["allocate", "--profile", scheduling, "--as-of", "soon", "x"], "is not a time"],
  ]) {
    const run = prequal(args);
    assert.equal(run.status, 2, args.join(" "));
    assert.equal(run.out, "");
    assert.ok(run.err.includes(expected), `${args.join(" ")}: ${run.err}`);
  }
});

test("help of these commands", () => {
  for (const command of ["metrics", "compare", "allocate"]) {
    const run = prequal([command, "--help"]);
    assert.equal(run.status, 0);
    assert.ok(run.out.startsWith(`NAME\n  prequal ${command} - `));
    for (const part of ["SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "EXAMPLES"]) assert.ok(run.out.includes(part), part);
    for (const line of run.out.split("\n")) assert.ok(line.length <= 80, line);
  }
});

test("check reads a set with all its profiles", (t) => {
  const run = prequal(["check", profile("set")]);
  assert.equal(run.status, 0, run.out);
  for (const { profile: file } of JSON.parse(readFileSync(profile("set"), "utf8")).profiles) {
    assert.match(run.out, new RegExp(`/${file}: no problems\n`));
  }
  assert.match(run.out, /\/set\.json: no problems\n$/);

  const { write } = folder(t);
  write("a.json", readFileSync(scheduling, "utf8"));
  const set = (profiles) => write("set.json", JSON.stringify({ prequal_set: 1, profiles }, null, 1));
  const missing = prequal(["check", set([{ profile: "none.json", segments: ["patient"] }])]);
  assert.equal(missing.status, 1);
  assert.match(missing.out, /set\.json:4:\d+: error: ".*none\.json" could not be read/);
  const twice = prequal(["check", set([{ profile: "a.json", segments: ["pharma"] }, { profile: "a.json", segments: ["pharma"] }])]);
  assert.equal(twice.status, 0);
  assert.match(twice.out, /warning: no lead can reach "a\.json": .* \[set\.unreached\]/);
  assert.equal(twice.out.split("a.json: no problems").length, 2, "a profile is reported once");
});

test("check gives advice, which is no error", (t) => {
  const { write } = folder(t);
  const document = JSON.parse(readFileSync(scheduling, "utf8"));
  delete document.agreement;
  const run = prequal(["check", write("p.json", JSON.stringify(document))]);
  assert.equal(run.status, 0);
  assert.match(run.out, /warning: the profile does not say who agreed on it \[agreement\.missing\]/);
  document.rules[0].plain = { en: "High quality", es: "De calidad" };
  assert.equal(prequal(["check", write("p.json", JSON.stringify(document))]).status, 1);
});
