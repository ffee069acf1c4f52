// How Chromium is started, in tests and for screenshots.

export const launch = {
  browserName: "chromium",
  launchOptions: {
    executablePath: process.env.PREQUAL_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
  },
};
