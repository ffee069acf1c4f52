// Browser tests run in the system's Chromium; that the form always goes through, in its Firefox too: a few of the cases, and
// with PREQUAL_NIGHTLY=1 all, since Firefox takes seconds for each on a small machine. Two workers: the machines that run this are small.
import { defineConfig } from "@playwright/test";
import { firefox, hasFirefox, launch } from "./support/browser.mjs";
import { nightly } from "./support/form-cases.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.{mjs,ts}",
  outputDir: "../../build/browser-tests",
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["./support/count-reporter.mjs"]],
  // Pages are tested as the server sends them; dashboard-hosted.spec.mjs tests what the service worker keeps.
  use: { serviceWorkers: "block", viewport: { width: 1280, height: 900 }, trace: "off", locale: "en-US" },
  projects: [
    { name: "chromium", use: launch },
    ...(hasFirefox ? [{ name: "firefox", testMatch: ["form-open.spec.mjs", "form-submit.spec.mjs"], grep: nightly ? /./ : /@short/, use: firefox }] : []),
  ],
});
