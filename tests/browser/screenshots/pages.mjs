// The pages worth a picture, and how each comes about.
import { landingPages } from "../../../demo/landing-pages.mjs";
import { openDashboard, openSample } from "../support/dashboard.mjs";
import { bodyOf, journeys } from "../support/journeys.mjs";
import { openLanding, ready } from "../support/landing.mjs";

async function fillLanding(page, demo, lang) {
  await openLanding(page, demo, lang);
  await ready(page);
  const text = { org_name: "Lakeside Heart & Vascular", specialty: "cardiolgy", contact_name: "Ana Ruiz Peña", email: "ana.ruiz@lakesideheart.example" };
  for (const [name, value] of Object.entries(text)) await page.locator(`[name=${name}]`).fill(value);
  for (const [name, value] of [["org_type", "group"], ["state", "OH"]]) await page.locator(`[name=${name}]`).selectOption(value);
  await page.locator("[name=care_setting][value=outpatient]").check();
  await page.locator("[name=phone]").focus();
  await page.locator(".prequal-doubts").waitFor();
  await page.evaluate(() => document.querySelector("#form").scrollIntoView());
}

const openPage = (page, demo, lang, at) => page.goto(`${demo.url}/${at}/${lang === "es" ? "es/" : ""}`, { waitUntil: "networkidle" });

/** A landing page with every answer of its journey, whatever its language; in steps, the last one. */
async function fillPage(page, demo, lang, { id, at }) {
  await openPage(page, demo, lang, at);
  for (const [name, value] of bodyOf(journeys[id])) {
    if (value === "") continue;
    const control = page.locator(`form [name=${name}]`);
    if (!(await control.first().isVisible())) await page.getByRole("button", { name: /^(Continue|Continuar)$/ }).click();
    const type = await control.first().evaluate((element) => element.type);
    if (type === "select-one") await control.selectOption(value);
    else if (type === "radio" || type === "checkbox") await page.locator(`form [name=${name}][value="${value}"]`).check();
    else await control.fill(value);
  }
  await page.waitForTimeout(600);
}

export const pages = [
  { name: "home", open: (page, demo, lang) => page.goto(`${demo.url}/${lang === "es" ? "es/" : ""}`) },
  ...landingPages.map(({ id, at }) => ({ name: `page-${id}`, open: (page, demo, lang) => openPage(page, demo, lang, at) })),
  ...landingPages.slice(1).map((landing) => ({ name: `filled-${landing.id}`, open: (page, demo, lang) => fillPage(page, demo, lang, landing) })),
  { name: "form", open: fillLanding, whole: false },
  {
    name: "received",
    async open(page, demo, lang) {
      await fillLanding(page, demo, lang);
      await page.locator("[type=submit]").click();
      await page.locator(".fields").first().waitFor();
    },
  },
  { name: "dashboard-start", open: openDashboard },
  {
    name: "dashboard-list",
    whole: false,
    async open(page, demo, lang) {
      await openDashboard(page, demo, lang);
      await openSample(page, "clinics");
    },
  },
  {
    name: "dashboard-lead",
    whole: false,
    async open(page, demo, lang) {
      await openDashboard(page, demo, lang);
      await openSample(page, "clinics");
      const narrow = page.viewportSize().width < 700;
      await page.locator(narrow ? "pq-cards .card" : "pq-grid [role=row][aria-selected]").nth(2).click();
      await page.locator("pq-waterfall table").waitFor();
    },
  },
  ...["insights", "review", "accounts", "duplicates", "trail", "workbench"].map((tab) => ({
    name: `dashboard-${tab}`,
    whole: false,
    async open(page, demo, lang) {
      await openDashboard(page, demo, lang);
      await openSample(page, "clinics");
      await page.locator(`pq-tabs [data-page=${tab}]`).click();
      await page.waitForTimeout(1500);
    },
  })),
  {
    name: "dashboard-groups",
    whole: false,
    async open(page, demo, lang) {
      await openDashboard(page, demo, lang);
      await openSample(page, "clinics");
      await page.locator("select[data-facet=group]").selectOption("lane");
      if (page.viewportSize().width < 700) return;
      for (const row of [1, 2, 3]) await page.locator("pq-grid .pick").nth(row).click();
    },
  },
  {
    name: "dashboard-mapping",
    async open(page, demo, lang) {
      await openDashboard(page, demo, lang);
      const list = "Leads of the fair\nMade by Kim\nCompany;State;Speciality;Interest;Created Date;Phone Number\nLakeside Heart;OH;cardiology;Hot;3/4/2026;614 555 0101\nSkin Group;MI;dermatology;Warm;5/6/2026;614 555 0102\nBone & Joint;IN;orthopedics;demo;7/8/2026;614 555 0103\n";
      await page.locator("input[type=file]").setInputFiles([{ name: "fair.csv", mimeType: "text/csv", buffer: Buffer.from(list) }]);
      await page.locator("pq-mapping table").waitFor();
    },
  },
  { name: "docs", open: (page, demo) => page.goto(`${demo.url}/docs/`) },
  { name: "document", open: (page, demo) => page.goto(`${demo.url}/docs/architecture.html`) },
];
