// How long a form takes in a slow browser: from the script's start to ready, and for the verdict after a keystroke; and tasks
// that block the page. Chromium with its processor throttled four times, a fresh page for each load. Run by hand on a quiet
// machine, after build-scripts/build:
//
//     node bench/page-speed.mjs [loads] [keystrokes of each load]
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { launch } from "../tests/browser/support/browser.mjs";
import { serveDemo } from "../tests/browser/support/demo.mjs";
import { waitLonger } from "../tests/browser/support/patience.mjs";

const throttle = 4;
const loads = Number(process.argv[2] ?? 15);
const keystrokes = Number(process.argv[3] ?? 20);
const pack = "/prequal/profiles/b2b-scheduling.pack";
const fields = `<label>Practice <input name="org_name"></label> <label>State <input name="state"></label>
  <label>Specialty <input name="specialty"></label> <label>E-mail <input name="email" type="email"></label>`;
const hosts = {
  "script tag": `<script defer src="/prequal/prequal.min.js"></script>`,
  "ES module": `<script type="module" src="/prequal/prequal.mjs"></script>`,
};

/** Runs in the page before its scripts: notes when ours starts and is ready, and how long it works after a keystroke. */
function observe() {
  const seen = { start: 0, ready: 0, work: [], tasks: [] };
  globalThis.seen = seen;
  let prequal;
  Object.defineProperty(globalThis, "Prequal", {
    configurable: true,
    get: () => prequal,
    set(value) {
      seen.start = performance.now();
      prequal = value;
    },
  });
  let began = 0;
  const { setTimeout: wait } = globalThis;
  const debounce = 300;
  globalThis.setTimeout = (work, milliseconds, ...more) => wait(milliseconds !== debounce ? work : (...given) => { began = performance.now(); work(...given); }, milliseconds, ...more);
  addEventListener("prequal:ready", () => { seen.ready = performance.now(); });
  addEventListener("prequal:unavailable", ({ detail }) => { seen.failed = detail.reason; });
  // Results do not bubble; they are caught on their way down.
  document.addEventListener("prequal:result", () => { if (began > 0) seen.work.push(performance.now() - began); began = 0; }, true);
  new PerformanceObserver((list) => seen.tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask", buffered: true });
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
function line(name, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, half, most] = [0.05, 0.5, 0.95].map((share) => at(sorted, share).toFixed(1));
  return `${name}: median ${half} ms, 5 to 95 % ${low} to ${most}, n ${sorted.length}`;
}

const demo = await serveDemo();
const browser = await chromium.launch(launch.launchOptions ?? {});
console.log(`load of the machine ${readFileSync("/proc/loadavg", "utf8").split(" ")[0]}, processor throttled ${throttle} times`);
for (const [name, script] of Object.entries(hosts)) {
  const toReady = [];
  const work = [];
  const tasks = [];
  for (let i = 0; i < loads; i++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: throttle });
    // On a busy machine the form would give up after 1.5 seconds, and nothing would be measured.
    await page.addInitScript(waitLonger);
    await page.addInitScript(observe);
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Speed</title>${script}<form method="post" action="/lead" data-prequal data-prequal-profile="${pack}">${fields}<button>Send</button></form></html>`;
    await page.route("**/speed", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await page.goto(`${demo.url}/speed`);
    await page.waitForFunction(() => globalThis.seen.ready > 0 || globalThis.seen.failed !== undefined);
    const failed = await page.evaluate(() => globalThis.seen.failed);
    if (failed !== undefined) throw new Error(`${name}: the form was left alone: ${failed}`);
    for (let key = 0; key < keystrokes; key++) {
      const before = await page.evaluate(() => globalThis.seen.work.length);
      await page.locator("[name=org_name]").pressSequentially("abcdefghij"[key % 10]);
      await page.waitForFunction((count) => globalThis.seen.work.length > count, before);
    }
    const seen = await page.evaluate(() => globalThis.seen);
    toReady.push(seen.ready - seen.start);
    work.push(...seen.work);
    tasks.push(...seen.tasks);
    await context.close();
  }
  console.log(`${name}\n  ${line("script start to ready", toReady)}\n  ${line("verdict after a keystroke", work)}`);
  console.log(`  tasks over 50 ms: ${tasks.length}${tasks.length > 0 ? `, the longest ${Math.max(...tasks).toFixed(0)} ms` : ""}`);
}
await browser.close();
await demo.stop();
