// What every browser test has: the demo server, and a page that is watched for violations and errors.
import { test as base, expect } from "@playwright/test";
import { serveDemo } from "./demo.mjs";
import { waitLonger } from "./patience.mjs";
import { watch } from "./watch.mjs";

export const test = base.extend({
  demo: [
    async ({}, use) => {
      const demo = await serveDemo();
      await use(demo);
      await demo.stop();
    },
    { scope: "worker" },
  ],
  /** How long a form waits for the engine before it gives up: on a busy machine longer than on a visitor's. */
  patient: [true, { option: true }],
  page: async ({ page, patient }, use) => {
    if (patient) {
      await page.addInitScript(waitLonger);
    }
    await use(page);
  },
  /** Requests, violations and console lines of the page; violations and errors fail the test unless `allow` says otherwise. */
  seen: async ({ page }, use) => {
    const seen = await watch(page);
    await use(seen);
    expect(await seen.violations(), "violations of the page's policy").toEqual([]);
    expect(seen.errors.filter((line) => !seen.allowed.some((part) => line.includes(part))), "errors of the page").toEqual([]);
  },
});
export { expect };
