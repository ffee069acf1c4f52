// The one-file dashboard, from the disk and with the network off.
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { test, expect } from "@playwright/test";
import { expectedCounts, openFile, openSample, readCounts, sampleText, shownCount, sortedCounts } from "./support/dashboard.mjs";
import { hospitals, offline } from "./support/demo.mjs";
import { qualifyList } from "./support/engine.mjs";
import { watch } from "./support/watch.mjs";

const address = pathToFileURL(offline).href;

async function openOffline(page, context) {
  const seen = await watch(page);
  await context.setOffline(true);
  await page.goto(address);
  await page.locator("pq-start").waitFor();
  return seen;
}

test("opens from the disk without a network and qualifies a sample, D1", async ({ page, context }) => {
  const seen = await openOffline(page, context);
  await openSample(page, "clinics");
  const { summary } = await qualifyList("b2b-scheduling", sampleText("clinics-sample.ndjson"));
  expect(sortedCounts(await readCounts(page))).toEqual(expectedCounts(summary));
  await page.locator("pq-grid [role=gridcell]").first().click();
  await expect(page.locator("pq-waterfall .total")).toBeVisible();
  expect(await seen.violations()).toEqual([]);
  expect(seen.errors).toEqual([]);
  expect(seen.requests.filter((line) => !/ (file|blob|data):/.test(line))).toEqual([]);
});

test("the hospitals file shows the counts of the engine", async ({ page, context }) => {
  test.skip(!existsSync(hospitals), "../shared/data/hospitals-2019.csv is not here");
  await openOffline(page, context);
  await page.getByRole("combobox", { name: "Profile", exact: true }).selectOption("hospitals-outbound");
  await openFile(page, hospitals);
  await page.locator("pq-facets").waitFor();
  const { summary } = await qualifyList("hospitals-outbound", readFileSync(hospitals));
  expect(await shownCount(page)).toBe(5334);
  expect(sortedCounts(await readCounts(page))).toEqual(expectedCounts(summary));
});

test("S11: its policy forbids every way out, D16", async ({ page }) => {
  const asked = [];
  page.on("response", (response) => { if (/^https?:/.test(response.url())) asked.push(response.url()); });
  await page.goto(address);
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'none'");
  expect(policy).toContain("form-action 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  const outcomes = await page.evaluate(async () => {
    const tries = {
      fetch: () => fetch("https://example.com/"),
      image: () => new Promise((resolve, reject) => { const image = new Image(); image.onload = resolve; image.onerror = reject; image.src = "https://example.com/x.png"; }),
      socket: () => new Promise((resolve, reject) => { const socket = new WebSocket("wss://example.com/"); socket.onopen = resolve; socket.onerror = reject; }),
      html: async () => { document.body.innerHTML = "<p>"; },
      eval: async () => { (0, eval)("1"); },
    };
    const results = {};
    for (const [name, run] of Object.entries(tries)) results[name] = await run().then(() => "went out", () => "stopped");
    results.beacon = await new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", () => resolve("stopped"), { once: true });
      navigator.sendBeacon("https://example.com/", "x");
      setTimeout(() => resolve("went out"), 1000);
    });
    return results;
  });
  expect(outcomes).toEqual({ fetch: "stopped", image: "stopped", socket: "stopped", html: "stopped", eval: "stopped", beacon: "stopped" });
  expect(asked).toEqual([]);
});
