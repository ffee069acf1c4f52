#!/usr/bin/env node
// How well duplicates are found, by the command prequal: precision, recall and F1 over pairs of records, on lists of lists.mjs by
// size and by share of mistakes, and on the leads of the dashboard's generator. Prints Markdown.
//
//   node bench/duplicates/measure.mjs [--command build/native/prequal] [--quick]
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { generate, ndjson } from "../../web/dashboard/samples/leads/generate.mjs";
import { compareWithTruth, csv, makeList } from "./lists.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({ options: { command: { type: "string", default: join(root, "build/native/prequal") }, quick: { type: "boolean", default: false } } });
const folder = mkdtempSync(join(tmpdir(), "prequal-duplicates-"));
const profile = join(root, "core/profiles/b2b-scheduling.json");
const percent = (share) => share.toFixed(4);
const grouped = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, ",");

function measure(name, text, persons) {
  const file = join(folder, name);
  writeFileSync(file, text);
  const out = execFileSync(values.command, ["duplicates", "--profile", profile, "--as-of", "2026-11-20T10:00:00-05:00", file], { maxBuffer: 1 << 30, stdio: ["ignore", "pipe", "ignore"] }).toString();
  const found = persons.map((_, i) => i);
  for (const line of out.split("\n")) {
    if (line === "") continue;
    const { rows } = JSON.parse(line);
    for (const row of rows) found[row - 1] = rows[0] - 1;
  }
  return compareWithTruth(persons, found);
}
const line = (first, { right, wrong, missed, rest, precision, recall, f1 }) =>
  `| ${[...first, ...[right, wrong, missed, rest].map(grouped), percent(precision), percent(recall), percent(f1)].join(" | ")} |`;
const head = (...first) => `| ${[...first, "right", "wrong", "missed", "rightly apart", "precision", "recall", "F1"].join(" | ")} |\n|${"---|".repeat(first.length + 7)}`;

console.log(head("Records", "Mistakes %", "Repeated %", "Lists"));
const seeds = values.quick ? [1] : [1, 2, 3];
// Size, mistakes and repetitions in percent.
const lists = values.quick
  ? [[300, 25, 20], [2000, 25, 20]]
  : [[300, 25, 20], [2000, 10, 20], [2000, 25, 20], [2000, 40, 20], [2000, 60, 20], [10_000, 25, 5], [10_000, 25, 20], [10_000, 50, 20], [50_000, 25, 10]];
for (const [count, errors, duplicates] of lists) {
  const sum = { right: 0, wrong: 0, missed: 0, rest: 0 };
  const used = count > 20_000 ? seeds.slice(0, 1) : seeds;
  for (const seed of used) {
    const { rows, persons } = makeList({ count, seed, errors, duplicates });
    const one = measure("list.csv", csv(rows), persons);
    for (const key of Object.keys(sum)) sum[key] += one[key];
  }
  const { right, wrong, missed } = sum;
  console.log(line([grouped(count), errors, duplicates, used.length], { ...sum, precision: right / (right + wrong), recall: right / (right + missed), f1: (2 * right) / (2 * right + wrong + missed) }));
}

console.log(`\n${head("Leads", "Mistakes %", "Repeated %")}`);
for (const [count, errors, duplicates] of values.quick ? [[5000, 30, 12]] : [[5000, 30, 12], [5000, 60, 12], [20_000, 30, 12], [20_000, 50, 30]]) {
  const { leads, truth } = generate({ count, errors, duplicates });
  // Nobody stands behind an advertisement, so that no two are one person.
  const persons = truth.map(({ person }, i) => person ?? `none ${i}`);
  console.log(line([grouped(count), errors, duplicates], measure("leads.ndjson", ndjson(leads), persons)));
}
rmSync(folder, { recursive: true });
