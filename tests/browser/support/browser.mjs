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

/** Debian's Firefox, over WebDriver BiDi. It knows no emulated colour scheme. */
export const firefox = {
  browserName: "firefox",
  channel: "moz-firefox",
  launchOptions: { executablePath: fileURLToPath(new URL("firefox", import.meta.url)) },
};
export const hasFirefox = existsSync(process.env.PREQUAL_FIREFOX ?? "/usr/bin/firefox-esr");
