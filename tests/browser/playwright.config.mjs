// Browser tests run in the system's Chromium. One worker: the machines that run this are small.
import { defineConfig } from "@playwright/test";
import { launch } from "./support/browser.mjs";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.{mjs,ts}",
  outputDir: "../../build/browser-tests",
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [["list"]],
  use: { ...launch, viewport: { width: 1280, height: 900 }, trace: "off", locale: "en-US" },
});
