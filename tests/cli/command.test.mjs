// Help, versions, usage, check and describe.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { folder, prequal, profile, root } from "./support.mjs";

test("help goes to standard output and ends well", () => {
  for (const args of [["--help"], ["-h"], ["help"], ["qualify", "--help"], ["check", "-h"], ["describe", "--help"], ["help", "qualify"], ["audit", "--help"], ["accounts", "--help"], ["duplicates", "--help"], ["pack", "--help"]]) {
    const run = prequal(args);
    assert.equal(run.status, 0, args.join(" "));
    assert.equal(run.err, "");
    assert.match(run.out, /^NAME\n {2}prequal/);
    for (const part of ["SYNOPSIS", "DESCRIPTION", "EXIT STATUS"]) assert.ok(run.out.includes(part), `${args}: ${part}`);
    for (const line of run.out.split("\n")) assert.ok(line.length <= 80, line);
  }
  for (const option of ["--profile", "--as-of", "--format", "--output", "--map"]) {
    assert.ok(prequal(["qualify", "--help"]).out.includes(`  ${option} `), option);
  }
});

test("the version is that of the engine", () => {
  const version = /kEngineVersion = "([^"]+)"/.exec(readFileSync(join(root, "core/base/version.h"), "utf8"))[1];
  for (const args of [["--version"], ["-V"], ["qualify", "--version"]]) {
    const run = prequal(args);
    assert.equal(run.status, 0);
    assert.ok(run.out.startsWith(`prequal ${version} (`), run.out);
  }
});

test("a wrong command line says what is wrong and ends with 2", () => {
  const cases = [
    [[], "a command is needed"],
    [["qualfy"], 'did you mean "qualify"?'],
    [["--profil"], "there is no option"],
    [["qualify", "--profil", "x"], 'did you mean "--profile"?'],
    [["qualify", "--lang", "es"], "there is no option"],
    [["qualify"], "needs --profile"],
    [["qualify", "--profile"], "needs a value"],
    [["qualify", "--profile", "a", "--profile", "b"], "stands twice"],
    [["qualify", "--profile", profile("b2b-scheduling"), "--format", "xlsx", "x"], "--format is"],
    [["qualify", "--profile", profile("b2b-scheduling"), "--output=html", "x"], "--output is"],
    [["qualify", "--profile", profile("b2b-scheduling"), "--as-of", "yesterday", "x"], "is not a time"],
    [["qualify", "--profile", profile("b2b-scheduling"), "--as-of", "2026-11-20T10:00:00", "x"], "is not a time"],
    [["qualify", "--profile", profile("b2b-scheduling"), "a", "b"], "one input"],
    [["check"], "at least one profile"],
    [["describe"], "takes one profile"],
    [["describe", "a", "b"], "takes one profile"],
    [["describe", "--lang", "de", profile("b2b-scheduling")], "--lang is"],
  ];
  for (const [args, expected] of cases) {
    const run = prequal(args);
    assert.equal(run.status, 2, args.join(" "));
    assert.equal(run.out, "", args.join(" "));
    assert.ok(run.err.includes(expected), `${args.join(" ")}: ${run.err}`);
    assert.match(run.err, /error: .* \[[a-z.]+\]\n {2}\S/, "a code and a remedy");
  }
});

test("files that cannot be read are named", (t) => {
  const { path, write } = folder(t);
  const list = write("list.csv", "State\nOH\n");
  for (const args of [
    ["qualify", "--profile", join(path, "none.json"), list],
    ["qualify", "--profile", profile("hospitals-outbound"), join(path, "none.csv")],
    ["qualify", "--profile", profile("hospitals-outbound"), path],
    ["qualify", "--profile", profile("hospitals-outbound"), "--map", join(path, "none.json"), list],
    ["check", join(path, "none.json")],
    ["describe", join(path, "none.json")],
  ]) {
    const run = prequal(args);
    assert.equal(run.status, 2, args.join(" "));
    assert.match(run.err, /could not be read: .* \[file.read\]/);
    assert.ok(run.err.includes(path));
  }
});

test("check reports nothing about the shipped profiles", () => {
  const files = ["b2b-scheduling", "b2b-inpatient", "b2b-remote-monitoring", "hospitals-outbound", "patient-intake", "member-enrollment"].map(profile);
  const run = prequal(["check", ...files]);
  assert.deepEqual(run, { status: 0, out: files.map((file) => `${file}: no problems\n`).join(""), err: "" });
});

test("check reports every problem with its place and ends with 1", (t) => {
  const { write } = folder(t);
  const text = readFileSync(profile("hospitals-outbound"), "utf8");
  const bad = write("bad.json", text.replace('"points": 20', '"points": 2000').replace('"is": "acute_care"', '"is": "acute_car"'));
  const cut = write("cut.json", '{\n  "prequal": 1,\n');
  const run = prequal(["check", bad, cut, profile("b2b-scheduling")]);
  assert.equal(run.status, 1);
  const line = text.slice(0, text.indexOf('"points": 20')).split("\n").length;
  assert.ok(run.out.includes(`${bad}:${line}:`), run.out);
  assert.match(run.out, /error: "points" is out of range: from 1 to 1000 \[profile.out_of_range\]\n {2}choose a number/);
  assert.match(run.out, /did you mean "acute_care"\?/);
  assert.match(run.out, /cut.json:3:1: error: .* \[json.syntax\]/);
  assert.match(run.out, /bad.json: \d+ errors, 0 warnings\n/);
  assert.match(run.out, /b2b-scheduling.json: no problems\n/);
});

test("check reads standard input", () => {
  assert.equal(prequal(["check", "-"], readFileSync(profile("b2b-scheduling"))).status, 0);
  assert.equal(prequal(["check", "-"], "{}").status, 1);
});

test("describe names every field, rule, criterion, stop, reason, route and list of a profile", () => {
  for (const name of ["b2b-scheduling", "hospitals-outbound"]) {
    const document = JSON.parse(readFileSync(profile(name), "utf8"));
    for (const lang of ["en", "es"]) {
      const run = prequal(["describe", "--lang", lang, profile(name)]);
      assert.equal(run.status, 0);
      assert.equal(run.err, "");
      assert.ok(run.out.startsWith(`# ${document.name[lang]}\n`));
      for (const part of ["fields", "rules", "must_haves", "nice_to_haves", "hard_stops", "definitions", "teams", "routes", "service_levels", "questions"]) {
        for (const entry of document[part] ?? []) {
          assert.ok(run.out.includes(`\`${entry.id}\``), `${name} ${lang} ${part} ${entry.id}`);
          const plain = (entry.plain ?? entry.label ?? entry.text)?.[lang];
          if (plain !== undefined) assert.ok(run.out.includes(plain), `${name} ${lang}: ${plain}`);
        }
      }
      for (const list of document.lists) assert.ok(run.out.includes(`**${list.id}**`), list.id);
      for (const stage of document.stages) {
        for (const clause of stage.clauses) assert.ok(run.out.includes(clause.plain[lang]), clause.id);
      }
      for (const reason of document.reasons) assert.ok(run.out.includes(`\`${reason.code}`) || reason.off, reason.code);
      for (const rule of document.rules) {
        const points = rule.points ?? rule.grades[0].points;
        assert.ok(run.out.includes(points > 0 ? `+${points} ` : `${points} `), rule.id);
      }
      assert.ok(!run.out.includes("{0}") && !run.out.includes("{1}"));
    }
  }
});
