// Browser tests run in the system's Chromium. Two workers: the machines that run this are small.
import { defineConfig } from "@playwright/test";
import { launch } from "./support/browser.mjs";

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
  use: { ...launch, serviceWorkers: "block", viewport: { width: 1280, height: 900 }, trace: "off", locale: "en-US" },
});
