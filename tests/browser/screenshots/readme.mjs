// Takes the pictures of the README and the documents from the built demo:
//
//   node tests/browser/screenshots/readme.mjs [PART]     only pictures whose name holds PART
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { landingPages } from "../../../demo/landing-pages.mjs";
import { launch } from "../support/browser.mjs";
import { root, serveDemo } from "../support/demo.mjs";

const folder = join(root, "docs/images");
const only = process.argv[2] ?? "";
const demo = await serveDemo();
const browser = await chromium.launch(launch.launchOptions);
const screen = { width: 1200, height: 760 };

async function showDashboard(page) {
  await page.goto(`${demo.url}/dashboard/?lang=en`, { waitUntil: "networkidle" });
  await page.locator("[data-sample=clinics]").click();
  await page.locator("pq-facets").waitFor();
  await page.locator("pq-grid [role=columnheader][data-key=total] button").click();
  await page.locator("pq-grid [role=gridcell][data-key=title]").first().click();
  await page.waitForTimeout(600);
}

async function showForm(page) {
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
}

const showLanding = (id) => async (page) => {
  await page.goto(`${demo.url}/${landingPages.find((landing) => landing.id === id).at}/`, { waitUntil: "networkidle" });
};

const pictures = [
  ...["light", "dark"].map((scheme) => ({ name: `dashboard-${scheme}`, show: showDashboard, scheme })),
  ...["light", "dark"].map((scheme) => ({ name: `form-${scheme}`, show: showForm, scheme })),
  ...landingPages.map(({ id }) => ({ name: `page-${id}`, show: showLanding(id), scheme: "light", size: { width: 1280, height: 860 }, small: true })),
  { name: "page-clinic-dark", show: showLanding("clinic"), scheme: "dark", size: { width: 1280, height: 860 }, small: true },
  { name: "page-clinic-narrow", show: showLanding("clinic"), scheme: "light", size: { width: 320, height: 690 }, small: true },
];

/** The picture as WebP, which the browser itself makes. */
async function toWebp(page, png) {
  const url = await page.evaluate(async (bytes) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${bytes}`)).blob());
    const canvas = Object.assign(document.createElement("canvas"), { width: bitmap.width, height: bitmap.height });
    canvas.getContext("2d").drawImage(bitmap, 0, 0);
    return canvas.toDataURL("image/webp", 0.86);
  }, png.toString("base64"));
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}

await mkdir(folder, { recursive: true });
try {
  const paper = await browser.newPage();
  for (const { name, show, scheme, size = screen, small = false } of pictures.filter((picture) => picture.name.includes(only))) {
    const page = await browser.newPage({ viewport: size, colorScheme: scheme, reducedMotion: "reduce", deviceScaleFactor: size.width < 500 ? 2 : 1 });
    await show(page);
    const png = await page.screenshot();
    if (small) await writeFile(join(folder, `${name}.webp`), await toWebp(paper, png));
    else await writeFile(join(folder, `${name}.png`), png);
    await page.close();
  }
} finally {
  await browser.close();
  await demo.stop();
}
