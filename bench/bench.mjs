// Measures prequal beside what a user could pick instead; writes dist/bench/results.json and results.md. Started by
// build-scripts/bench, which builds the release and installs the peers.
import { mkdirSync, openSync, closeSync, readFileSync, statSync, writeFileSync, writeSync } from "node:fs";
import { cpus } from "node:os";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { csvColumns, csvRow, leads } from "./reference/leads.mjs";
import { makeProfile } from "./reference/profile.mjs";
import { checkEqual } from "./run/equal.mjs";
import { interleaved, median, summarize } from "./run/driver.mjs";
import { bulk, csv, fileBytes, ndjson, singles } from "./run/works.mjs";
import { native } from "./run/native.mjs";
import { cold } from "./run/cold.mjs";
import { drawGrowth, growth, growthSizes } from "./run/growth.mjs";
import { toMarkdown } from "./run/report.mjs";

const quick = process.argv.includes("--quick");
const root = new URL("..", import.meta.url).pathname;
const out = join(root, "dist/bench");
const data = join(out, "data");
mkdirSync(data, { recursive: true });
const size = quick
  ? { leads: 20000, equal: 200, rounds: 3, milliseconds: 120, sample: 2000, many: 10000, bytes: 8e6, csvBytes: 4e6, cold: 3 }
  : { leads: 200000, equal: 2000, rounds: 5, milliseconds: 700, sample: 20000, many: 50000, bytes: 2e8, csvBytes: 3e7, cold: 10 };

const began = Date.now();
const say = (text) => console.error(`    ${((Date.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`);
const results = { quick, date: new Date().toISOString(), node: process.version, processor: cpus()[0]?.model ?? "", processors: cpus().length,
  load: readFileSync("/proc/loadavg", "utf8").split(" ")[0], commit: execFileSync("git", ["-C", root, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim() };

say(`seeded leads: ${size.leads}`);
const files = { ndjson: join(data, "leads.ndjson"), csv: join(data, "leads.csv"), profile: join(data, "profile.json") };
writeFileSync(files.profile, JSON.stringify(makeProfile(), null, 1));
const handles = [openSync(files.ndjson, "w"), openSync(files.csv, "w")];
writeSync(handles[1], `${csvColumns.join(",")}\n`);
let parts = [[], []];
const flush = () => {
  parts.forEach((part, i) => part.length > 0 && writeSync(handles[i], `${part.join("\n")}\n`));
  parts = [[], []];
};
for (const lead of leads(size.leads)) {
  parts[0].push(JSON.stringify(lead));
  parts[1].push(csvRow(lead));
  if (parts[0].length === 2000) flush();
}
flush();
handles.forEach((handle) => closeSync(handle));
const bytes = statSync(files.ndjson).size;
results.leadBytes = bytes / size.leads;

say(`equality of outcomes on ${size.equal} leads`);
results.equal = { engines: await checkEqual(size.equal), leads: size.equal };

say("single leads");
const single = await interleaved("single", Object.keys(singles), size.rounds, { leads: size.sample, milliseconds: size.milliseconds });
results.single = { speed: summarize(single, "leadsPerSecond", "js-expert"), p50: summarize(single, "p50", "js-idiomatic"), p99: summarize(single, "p99", "js-idiomatic") };

say("many leads in memory");
const many = await interleaved("bulk", Object.keys(bulk), size.rounds, { leads: size.many, milliseconds: size.milliseconds });
const totals = new Set(Object.values(many).flat().map((round) => round.total));
if (totals.size !== 1) throw new Error(`the totals of the bulk works differ: ${[...totals]}`);
results.bulk = summarize(many, "leadsPerSecond", "js-expert, objects");

say("NDJSON to counts");
const lines = await interleaved("ndjson", Object.keys(ndjson), size.rounds, { path: files.ndjson, bytes: size.bytes });
results.ndjson = { speed: summarize(lines, "leadsPerSecond", "parse only"), megabytes: summarize(lines, "megabytesPerSecond", "parse only"),
  rss: Object.fromEntries(Object.entries(lines).map(([name, rounds]) => [name, median(rounds.map((round) => round.rss))])) };
// Who counts bands must count the same ones over the same first bytes.
const counted = Object.entries(lines).filter(([name]) => name !== "parse only").map(([name, rounds]) => [name, rounds[0].first]);
for (const [name, first] of counted) {
  for (const key of ["bands", "statuses"]) {
    const nonzero = (counts) => JSON.stringify(Object.entries(counts).filter(([, count]) => count > 0).sort());
    if (nonzero(first[key]) !== nonzero(counted[0][1][key])) throw new Error(`${name} counts other ${key} than ${counted[0][0]}`);
  }
}

say("CSV to counts, in Node");
const rows = await interleaved("csv", Object.keys(csv), size.rounds, { path: files.csv, bytes: size.csvBytes });
results.csv = summarize(rows, "megabytesPerSecond", "papaparse alone");

say("CSV to counts, in Chromium's worker");
const { inChromium } = await import("./run/browser.mjs");
results.chromium = summarize(await inChromium(fileBytes(files.csv, size.csvBytes), size.rounds), "megabytesPerSecond", "papaparse alone");

say("the native command");
const command = join(root, "build/native/prequal");
const onDisk = native(command, files.profile, files.ndjson, bytes, size.rounds);
results.native = { speed: summarize(onDisk, "megabytesPerSecond", "read and count newlines"), megabytes: Math.max(...onDisk["prequal command"].map((round) => round.megabytes)) };

say("cold start and payload");
results.cold = await cold(join(data, "cold"), size.cold);

say("cost as work grows");
results.growth = growth(command, data, growthSizes(quick));
drawGrowth(results.growth, quick ? join(out, "growth.svg") : join(root, "docs/images/growth.svg"));

results.seconds = (Date.now() - began) / 1000;
writeFileSync(join(out, "results.json"), `${JSON.stringify(results, null, 1)}\n`);
const text = toMarkdown(results);
writeFileSync(join(out, "results.md"), text);
console.log(text);
say(`written to dist/bench/results.md and results.json`);
