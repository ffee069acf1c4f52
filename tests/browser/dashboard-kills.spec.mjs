// Decisions that are kept on this device while the tab, or the whole browser, is killed at random moments: every acknowledged
// one is there, whole, and what was written together is there together or not at all. PREQUAL_KILLS=200 (and a nightly run)
// makes it long; PREQUAL_SEED chooses other moments.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { test, expect } from "./support/fixtures.mjs";
import { launch } from "./support/browser.mjs";
import { Writer } from "./support/kept.mjs";

const nightly = process.env.PREQUAL_NIGHTLY === "1";
const kills = Number(process.env.PREQUAL_KILLS ?? (nightly ? 200 : 20));
const seed = Number(process.env.PREQUAL_SEED ?? 7);
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("a killed tab loses no decision that was acknowledged, and tears none, D16", async ({ context, demo }) => {
  test.setTimeout(600_000);
  const writer = new Writer(seed);
  for (let kill = 0; kill <= kills; ++kill) {
    const page = await context.newPage();
    await writer.prepare(page, `${demo.url}/dashboard/icon.svg`);
    expect(await writer.faults(page), `seed ${seed}, after kill ${kill}`).toEqual([]);
    if (kill === kills) break;
    await writer.start(page);
    await pause(writer.below(60));
    const session = await context.newCDPSession(page);
    await Promise.race([session.send("Page.crash").catch(() => {}), page.waitForEvent("crash")]);
    await page.close();
  }
  expect(writer.acknowledged.size).toBeGreaterThan(kills);
});

/** A browser of its own with a profile on the disk; resolves when it can be asked. */
async function startBrowser(folder) {
  const child = spawn(launch.launchOptions.executablePath, [...launch.launchOptions.args, "--headless", "--disable-gpu", "--remote-debugging-port=0", `--user-data-dir=${folder}`, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const found = /DevTools listening on (\S+)/.exec(said);
      if (found !== null) resolve(found[1]);
    });
    child.once("exit", () => reject(new Error(`the browser did not start: ${said.slice(-400)}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const gone = new Promise((resolve) => child.once("exit", resolve));
  return { page: await browser.contexts()[0].newPage(), kill: async () => { child.kill("SIGKILL"); await gone; await browser.close().catch(() => {}); } };
}

test("so does a browser that is killed as a whole, D16", async ({ demo }) => {
  test.setTimeout(600_000);
  const rounds = Math.max(3, Math.ceil(kills / 10));
  const folder = mkdtempSync(join(tmpdir(), "prequal-killed-"));
  const writer = new Writer(seed + 1);
  try {
    for (let round = 0; round <= rounds; ++round) {
      const { page, kill } = await startBrowser(folder);
      try {
        await writer.prepare(page, `${demo.url}/dashboard/icon.svg`);
        expect(await writer.faults(page), `seed ${seed}, after kill ${round}`).toEqual([]);
        if (round === rounds) break;
        await writer.start(page);
        await pause(20 + writer.below(200));
      } finally {
        await kill();
      }
    }
    expect(writer.acknowledged.size).toBeGreaterThan(rounds);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
