// Memory that does not grow with the input, and outputs that fail.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { asOf, command, documents, folder, lines, profile, shell } from "./support.mjs";

const qualify = `$PREQUAL qualify --profile ${profile("hospitals-outbound")}`;
// Address space of 100 MB: the program itself needs about ten. Sanitizers map far more than that.
const sanitized = shell(`${command} --version && grep -qa __asan_init ${command}`).status === 0;
const small = sanitized ? "" : "ulimit -v 100000;";
const megabytes = (count, text) => `head -c ${count}000000 <(yes '${text}')`;

test("a gigabyte of [ is one problem in little memory", () => {
  const run = shell(`${small} head -c 1000000000 /dev/zero | tr '\\0' '[' | ${qualify} --as-of ${asOf} -`);
  assert.equal(run.status, 1, run.err);
  assert.deepEqual(documents(run.out).map((line) => `${line.row} ${line.problem.code}`), ["1 list.too_deep"]);
});

test("a field of 100 MB is one problem, quoted or not, and what is around it is read", () => {
  for (const [open, close] of [["", ""], ['"', '"']]) {
    const input = `{ printf 'id,State\\n1,OH\\n2,${open}'; head -c 100000000 /dev/zero | tr '\\0' x; printf '${close}\\n3,MI\\n'; }`;
    const run = shell(`${small} ${input} | ${qualify} -`);
    assert.equal(run.status, 1, run.err);
    assert.deepEqual(documents(run.out).map((line) => line.lead ?? line.problem.code), ["1", "list.record_too_large", "3"]);
  }
});

test("a NDJSON line of 100 MB is one problem", () => {
  const input = `{ printf '{"id":"1"}\\n{"id":"'; head -c 100000000 /dev/zero | tr '\\0' x; printf '"}\\n{"id":"3","state":"OH"}\\n'; }`;
  const run = shell(`${small} ${input} | ${qualify} --as-of ${asOf} -`);
  assert.equal(run.status, 1, run.err);
  assert.deepEqual(documents(run.out).map((line) => line.lead ?? line.problem.code), ["1", "list.record_too_large", "3"]);
});

test("200 MB of rows are qualified in little memory", () => {
  const input = `{ echo 'id,State,Hospital Type'; ${megabytes(200, "77,OH,Acute Care Hospitals")}; echo; }`;
  const run = shell(`${small} ${input} | ${qualify} --output summary-json -`);
  assert.ok(run.status <= 1, run.err);
  const summary = JSON.parse(run.out);
  assert.ok(summary.records >= 200_000_000 / 27 - 1);
  assert.equal(summary.criteria.area.met, summary.records);
});

test("an output that cannot be written ends with 2 and a message", { skip: process.platform !== "linux" }, () => {
  for (const output of ["ndjson", "csv", "summary", "summary-json"]) {
    const run = shell(`printf 'State\\nOH\\n' | ${qualify} --output ${output} - >/dev/full`);
    assert.equal(run.status, 2, output);
    assert.match(run.err, /error: the output could not be written: No space left on device \[file.write\]/);
  }
  for (const other of ["--help", "--version", `check ${profile("b2b-scheduling")}`, `describe ${profile("b2b-scheduling")}`]) {
    assert.equal(shell(`$PREQUAL ${other} >/dev/full`).status, 2, other);
  }
});

test("a reader that goes away ends with 2 and a message", () => {
  const run = shell(`{ echo State; ${megabytes(20, "OH")}; } | { ${qualify} -; echo "status $?" >&2; } | head -n 1 >/dev/null`);
  assert.match(run.err, /error: the output could not be written: Broken pipe \[file.write\]/);
  assert.match(run.err, /status 2/);
});

test("a full disk leaves whole lines", (t) => {
  const { path, read } = folder(t);
  // A limit on the size of files fails in the middle of a write, as a full disk does.
  const run = shell(`trap '' XFSZ; ulimit -f 700; { echo State; ${megabytes(2, "OH")}; } | ${qualify} - >${join(path, "out")}`);
  assert.equal(run.status, 2, run.err);
  assert.match(run.err, /\[file.write\]/);
  assert.ok(statSync(join(path, "out")).size > 300_000);
  const text = read("out");
  assert.ok(text.endsWith("}\n"));
  assert.ok(lines(text).every((line) => JSON.parse(line).verdict === 1));
});
