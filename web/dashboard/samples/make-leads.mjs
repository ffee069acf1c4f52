#!/usr/bin/env node
// Writes a list of invented leads, and what is true of them into a file of its own. See leads/generate.mjs.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { generate, ndjson, standard } from "./leads/generate.mjs";

const usage = `usage: node web/dashboard/samples/make-leads.mjs [--count N] [--seed N] [--errors PERCENT] [--duplicates PERCENT] [--truth FILE] [FILE]

Writes ${standard.count} invented leads as NDJSON to FILE, or to the standard output. --truth writes, for each lead, which person
and organization it is (equal ids are the same one), whether it is an advertisement, and which of its values came out changed.
--errors ${standard.errors} and --duplicates ${standard.duplicates} are what is taken otherwise; --seed ${standard.seed} is the sample of the dashboard.
`;

const whole = (text, most) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > most) throw new TypeError(`a whole number from 0 to ${most} is needed, not '${text}'`);
  return value;
};

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: "string" }, seed: { type: "string" }, errors: { type: "string" }, duplicates: { type: "string" }, truth: { type: "string" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) {
    process.stdout.write(usage);
  } else {
    const limits = { count: 5_000_000, seed: 0xffffffff, errors: 100, duplicates: 90 };
    const options = Object.fromEntries(Object.entries(limits).flatMap(([name, most]) => (values[name] === undefined ? [] : [[name, whole(values[name], most)]])));
    const { leads, truth } = generate(options);
    writeFileSync(positionals[0] ?? 1, ndjson(leads));
    if (values.truth !== undefined) writeFileSync(values.truth, ndjson(truth));
  }
} catch (error) {
  process.stderr.write(`error: ${error.message}\n${usage}`);
  process.exitCode = 2;
}
