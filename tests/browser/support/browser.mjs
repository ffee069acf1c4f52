// How the browsers are started, in tests and for screenshots.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const launch = {
  browserName: "chromium",
  launchOptions: {
    executablePath: process.env.PREQUAL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  },
};

/**
 * Debian's Firefox, over WebDriver BiDi. It knows no emulated colour scheme. It keeps no page in memory for the way back: of one
 * that it brings back so, nothing is said over BiDi, and Playwright would go on waiting in the page before.
 */
export const firefox = {
  browserName: "firefox",
  channel: "moz-firefox",
  launchOptions: {
    executablePath: fileURLToPath(new URL("firefox", import.meta.url)),
    firefoxUserPrefs: { "browser.sessionhistory.max_total_viewers": 0, "fission.bfcacheInParent": false },
  },
};
export const hasFirefox = existsSync(process.env.PREQUAL_FIREFOX ?? "/usr/bin/firefox-esr");
