// Measures the dashboard as a person has it, in Chromium: reading and showing a list beside papaparse alone, sorting and
// filtering to painted, what-if and thresholds, a million leads. By hand: build everything, "npm ci" in bench, then
//
//   node bench/dashboard.mjs [--leads 100000] [--rounds 7] [--million]
//
// Writes dist/bench/dashboard.json and prints a table. Times are of the page, in milliseconds.
import { createReadStream, mkdirSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { extname, join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { headers } from "../demo/server/headers.mjs";
import { columns, writeCsv } from "./dashboard/data.mjs";
import { memoryOf } from "./dashboard/memory.mjs";
import * as works from "./dashboard/works.mjs";

const { values } = parseArgs({ options: { leads: { type: "string", default: "100000" }, rounds: { type: "string", default: "7" }, million: { type: "boolean", default: false } } });
const [leads, rounds] = [Number(values.leads), Number(values.rounds)];
const root = new URL("..", import.meta.url).pathname;
const out = join(root, "dist/bench");
mkdirSync(out, { recursive: true });
const list = join(out, "dashboard.csv");
writeCsv(list, leads);

const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".csv": "text/csv", ".json": "application/json", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json" };
const served = join(root, "web/dashboard/dist");
const more = { "/papaparse.js": createRequire(import.meta.url).resolve("papaparse/papaparse.min.js"), "/papa-worker.js": join(root, "bench/dashboard/papa-worker.js"), "/list.csv": list, "/million.csv": join(out, "million.csv") };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  const path = more[pathname] ?? join(served, pathname === "/" ? "index.html" : pathname);
  // The policy of the hosted page, but for the peer beside it: its worker's address comes without our policy for addresses.
  response.writeHead(200, { ...headers, "Content-Security-Policy": headers["Content-Security-Policy"].replace("require-trusted-types-for 'script'; ", ""), "Content-Type": types[extname(path)] ?? "application/octet-stream", "Content-Length": statSync(path).size });
  createReadStream(path).pipe(response);
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));

const median = (numbers) => quantile(numbers, 0.5);
const quantile = (numbers, share) => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(share * numbers.length))];
const told = (numbers) => ({ median: median(numbers), p95: quantile(numbers, 0.95), least: Math.min(...numbers), most: Math.max(...numbers), count: numbers.length });

async function open(browser) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block", locale: "en-US" });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  page.on("pageerror", (error) => { throw error; });
  await page.goto(`http://127.0.0.1:${server.address().port}/?lang=en`, { waitUntil: "networkidle" });
  await page.evaluate(works.prepare);
  return page;
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const results = {
  date: new Date().toISOString(), leads, columns: columns.length, bytes: statSync(list).size, processors: cpus().length, processor: cpus()[0]?.model.trim(), load: loadavg()[0],
  chromium: browser.version(), commit: execFileSync("git", ["-C", root, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim(), works: {},
};
try {
  const page = await open(browser);
  const reading = await page.evaluate(works.reading, rounds);
  results.memory = await memoryOf(browser);
  results.works["papaparse alone"] = told(reading.papaparse);
  results.works["import, score, show"] = told(reading.prequal);
  results.works["of that, until the engine is done"] = told(reading.engine);
  const ratios = reading.prequal.map((time, i) => time / reading.papaparse[i]);
  results.ratio = told(ratios);
  for (const [name, times] of Object.entries(await page.evaluate(works.arranging, rounds * 4))) results.works[name] = told(times);
  for (const [name, times] of Object.entries(await page.evaluate(works.trying, rounds * 8))) results.works[name] = told(times);
  await page.close();
  if (values.million) {
    writeCsv(more["/million.csv"], 1_000_000);
    const large = await open(browser);
    const [time] = await large.evaluate(works.loading, "/million.csv");
    results.works["1,000,000 leads: import, score, show"] = told([time]);
    for (const [name, times] of Object.entries(await large.evaluate(works.arranging, rounds))) results.works[`1,000,000 leads: ${name}`] = told(times);
    results.millionMemory = await memoryOf(browser);
  }
} finally {
  await browser.close();
  server.close();
}
writeFileSync(join(out, "dashboard.json"), `${JSON.stringify(results, null, 1)}\n`);
const short = (value) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));
console.log(`${results.leads} leads x ${results.columns} columns, ${(results.bytes / 1e6).toFixed(1)} MB; ${results.processors} processors (${results.processor}), load ${results.load.toFixed(1)}, Chromium ${results.chromium}, commit ${results.commit}`);
console.log(`import, score and show against papaparse alone: ${results.ratio.median.toFixed(2)} times its time (${results.ratio.least.toFixed(2)} to ${results.ratio.most.toFixed(2)})`);
console.log(`memory of the page, most: ${results.memory} MB${results.millionMemory === undefined ? "" : `; with 1,000,000 leads ${results.millionMemory} MB`}`);
for (const [name, entry] of Object.entries(results.works)) console.log(`${name}: median ${short(entry.median)}, p95 ${short(entry.p95)}, ${short(entry.least)} to ${short(entry.most)} ms (${entry.count})`);
