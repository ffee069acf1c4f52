// What the documents show is what happens: the help of the command, the example lead, and every step of the first profile.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { asOf, command, documents, folder, prequal, profile, root } from "./support.mjs";

const page = (name) => readFileSync(join(root, "docs", `${name}.md`), "utf8");
const blocks = (text) => [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, kind, body]) => ({ kind, body }));

test("docs/command.md holds the help of every command; PREQUAL_APPROVE=1 writes it anew", () => {
  for (const args of [[], ["qualify"], ["metrics"], ["audit"], ["accounts"], ["compare"], ["allocate"], ["duplicates"], ["check"], ["pack"], ["describe"]]) {
    const help = prequal([...args, "--help"]).out;
    const heading = `## prequal${args.map((arg) => ` ${arg}`).join("")}\n\n`;
    const text = page("command");
    const at = text.indexOf(heading);
    assert.ok(at >= 0, heading);
    const shown = /^```text\n([\s\S]*?)^```$/m.exec(text.slice(at));
    if (process.env.PREQUAL_APPROVE === "1") {
      writeFileSync(join(root, "docs/command.md"), text.slice(0, at) + text.slice(at).replace(shown[0], () => `\`\`\`text\n${help}\`\`\``));
      continue;
    }
    assert.equal(shown[1], help, `the help of ${heading.trim()} changed; run this test with PREQUAL_APPROVE=1`);
  }
});

test("R20-04: docs/glossary.md says of every word what the glossary page of a profile says", () => {
  const known = page("glossary");
  for (const name of ["b2b-scheduling", "patient-intake", "member-enrollment"]) {
    const glossary = prequal(["describe", "--page", "glossary", profile(name)]).out.split("## Definitions")[0];
    const terms = [...glossary.matchAll(/^- \*\*(.+?)\*\*: (.+)$/gm)];
    assert.ok(terms.length > 25, "the page lists the words");
    for (const [, word, meaning] of terms) assert.ok(known.includes(`| ${word} | ${meaning} |`), `${word}: ${meaning}`);
  }
});

test("docs/problems.md lists every problem as the table of codes has it", () => {
  execFileSync("python3", [join(root, "build-scripts/make-problem-page"), "--check"], { stdio: "pipe" });
});

test("the lead of docs/lead.md is understood", () => {
  const lead = JSON.parse(blocks(page("lead")).find((block) => block.kind === "json").body);
  const run = prequal(["qualify", "--profile", profile("b2b-scheduling"), "--as-of", asOf, "--format", "json"], JSON.stringify([lead]));
  const [verdict] = documents(run.out);
  assert.deepEqual(verdict.data.findings.filter((finding) => finding.level !== "info"), []);
  assert.equal(verdict.lead, "L-1042");
  assert.equal(verdict.facts["consent.email"], "given");
});

const engine = join(root, "web/engine/dist/index.js");
test("the examples of docs/engine.md run in Node", { skip: existsSync(engine) ? false : "the engine package is not built" }, (t) => {
  const [lead, list] = blocks(page("engine")).filter((block) => block.kind === "js").map((block) => block.body);
  const read = (path) => JSON.stringify(readFileSync(path, "utf8"));
  // Inside the checkout, where the name of the package is known.
  const script = join(root, "build", `engine-example-${process.pid}.mjs`);
  t.after(() => rmSync(script, { force: true }));
  writeFileSync(script, `const profileText = ${read(profile("b2b-scheduling"))};
const stream = (async function* () { yield "specialty,State\\ncardio,OH\\n"; })();
${lead}
${list}
console.log(JSON.stringify([summary.value.records, first.value.facts.kind ?? null, first.value.eligibility.criteria[0].state]));`);
  const run = spawnSync(process.execPath, [script]);
  assert.equal(run.status, 0, run.stderr.toString());
  const [verdict, result] = run.stdout.toString().trim().split(/\n(?=\[\d)/);
  assert.match(verdict, /^low \[/);
  assert.deepEqual(JSON.parse(result), [1, null, "met"]);
});

test("every step of docs/first-profile.md does what it says", (t) => {
  const { path, write, read } = folder(t);
  copyFileSync(join(root, "docs/templates/start-here.json"), join(path, "my-profile.json"));
  symlinkSync(command, join(path, "prequal"));
  const steps = blocks(page("first-profile"));
  assert.ok(steps.filter((step) => step.kind === "sh").length >= 5);
  for (let i = 0; i < steps.length; ++i) {
    const { kind, body } = steps[i];
    if (kind === "json") {
      // A block replaces the members of the same name, as a person would in an editor.
      const members = { ...JSON.parse(read("my-profile.json")), ...JSON.parse(body) };
      write("my-profile.json", JSON.stringify(members, null, 2));
    } else if (kind === "ndjson") {
      write("leads.ndjson", body);
    } else if (kind === "sh") {
      write("broken.json", readFileSync(join(root, "docs/templates/start-here.json"), "utf8").replace('["cardiology"]', '["cardiolgy"]'));
      const run = spawnSync("bash", ["-c", body], { cwd: path, env: { ...process.env, PATH: `${path}:${process.env.PATH}` } });
      assert.equal(run.stdout.toString(), steps[i + 1].body, `${body}${run.stderr}`);
      assert.equal(steps[i + 1].kind, "text");
    } else {
      assert.equal(kind, "text");
    }
  }
});

test("the template is a profile that checks clean in both languages", () => {
  const template = join(root, "docs/templates/start-here.json");
  assert.deepEqual(prequal(["check", template]), { status: 0, out: `${template}: no problems\n`, err: "" });
  for (const lang of ["en", "es"]) assert.equal(prequal(["describe", "--lang", lang, template]).status, 0);
});
