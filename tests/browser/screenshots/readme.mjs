// Takes the pictures of the README from the built demo, light and dark: node tests/browser/screenshots/readme.mjs
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launch } from "../support/browser.mjs";
import { root, serveDemo } from "../support/demo.mjs";

const folder = join(root, "docs/images");
const demo = await serveDemo();
const browser = await chromium.launch(launch.launchOptions);

const pictures = {
  async dashboard(page) {
    await page.goto(`${demo.url}/dashboard/?lang=en`, { waitUntil: "networkidle" });
    await page.locator("[data-sample=clinics]").click();
    await page.locator("pq-facets").waitFor();
    await page.locator("pq-grid [role=columnheader][data-key=total] button").click();
    await page.locator("pq-grid [role=gridcell][data-key=title]").first().click();
    await page.waitForTimeout(600);
  },
  async form(page) {
    await page.goto(`${demo.url}/landing/`, { waitUntil: "networkidle" });
    await page.locator(".prequal").waitFor();
    await page.fill("#org_name", "Lakeside Heart & Vascular");
    await page.selectOption("#org_type", "group");
    await page.fill("#specialty", "cardio");
    await page.selectOption("#state", "OH");
    await page.check("[name=care_setting][value=outpatient]");
    await page.check("[name=interest][value=demo]");
    await page.fill("#email", "ana.ruiz@lakesideheart,example");
    await page.locator("#website").focus();
    await page.waitForTimeout(900);
    await page.evaluate(() => document.activeElement?.blur());
    await page.locator("#form h2").evaluate((heading) => scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 24, behavior: "instant" }));
    await page.waitForTimeout(300);
  },
};

await mkdir(folder, { recursive: true });
try {
  for (const scheme of ["light", "dark"]) {
    const page = await browser.newPage({ viewport: { width: 1200, height: 760 }, colorScheme: scheme, reducedMotion: "reduce" });
    for (const [name, show] of Object.entries(pictures)) {
      await show(page);
      await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) });
    }
    await page.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
