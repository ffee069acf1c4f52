// axe-core finds nothing in any state, in both languages, both themes, narrow and wide; and no page scrolls sideways.
import { test, expect } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { openDashboard, openFile, openSample } from "./support/dashboard.mjs";
import { openLanding, ready } from "./support/landing.mjs";

const labels = {
  en: { org: "Kind of organization", state: "State", specialty: "Specialty that would use it first", email: "Work e-mail", phone: "Phone", paste: "Paste a list", notes: /columns used/, search: "Search in all columns" },
  es: { org: "Tipo de organización", state: "Estado", specialty: "Especialidad que lo usaría primero", email: "Correo del trabajo", phone: "Teléfono", paste: "Pegar una lista", notes: /columnas usadas/, search: "Buscar en todas las columnas" },
};

async function check(page, state) {
  await expectAccessible(page, state);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide, `${state}: pixels beyond the edge`).toBeLessThanOrEqual(0);
}

for (const lang of ["en", "es"]) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [320, 1280]) {
      test.describe(`${lang}, ${colorScheme}, ${width} px`, () => {
        test.use({ colorScheme, viewport: { width, height: width === 320 ? 640 : 900 } });
        const t = labels[lang];
        const path = lang === "es" ? "es/" : "";

        test("landing page in each state of the panel, and what was received", async ({ page, demo, seen }) => {
          await openLanding(page, demo, lang);
          await ready(page);
          await check(page, "nothing typed");
          await page.getByLabel(t.specialty, { exact: true }).fill("cardiolgy");
          await page.getByLabel(t.email, { exact: true }).fill("ana@lake");
          await page.getByLabel(t.org, { exact: true }).selectOption("group");
          await page.getByLabel(t.phone).focus();
          await page.locator(".prequal-doubts li").nth(1).waitFor();
          await check(page, "doubts");
          await page.getByLabel(t.state, { exact: true }).selectOption("OH");
          await page.locator("[name=care_setting][value=outpatient]").check();
          await page.getByLabel(t.specialty, { exact: true }).fill("Cardio");
          await page.getByLabel(t.org, { exact: true }).focus();
          await page.locator(".prequal[data-outcome=likely]").waitFor();
          await check(page, "likely");
          await page.getByLabel(t.state, { exact: true }).selectOption("TX");
          // Where patients are served could still make it fit.
          await page.locator("[name=coverage][value=PA]").check();
          await page.locator(".prequal[data-outcome=unlikely]").waitFor();
          await check(page, "unlikely");
          await page.locator("[type=submit]").click();
          await page.locator(".fields").first().waitFor();
          // The style sheet may come after the first words of the page.
          await page.waitForLoadState("load");
          await check(page, "received");
          expect(seen.errors).toEqual([]);
        });

        test("index, documentation and a missing page", async ({ page, demo, seen }) => {
          seen.allowed.push("404");
          await page.goto(`${demo.url}/${path}`);
          await check(page, "index");
          await page.goto(`${demo.url}/docs/`);
          await check(page, "documentation");
          await page.goto(`${demo.url}/docs/architecture.html`);
          await check(page, "a document");
          await page.goto(`${demo.url}/${path}nothing`);
          await check(page, "missing page");
        });

        test("dashboard: start, paste, failure, D17", async ({ page, demo, seen }) => {
          await openDashboard(page, demo, lang);
          await page.getByRole("button", { name: t.paste }).click();
          await check(page, "start with paste");
          await openFile(page, { name: "strange.csv", mimeType: "text/csv", buffer: Buffer.from("colour,shape\nred,round\n") });
          await page.locator("pq-failure li").first().waitFor();
          await check(page, "failure");
          expect(seen.errors).toEqual([]);
        });

        test("dashboard: list, lead, notes, nothing found, D17", async ({ page, demo, seen }) => {
          await openDashboard(page, demo, lang);
          await openSample(page, "clinics");
          const row = page.locator(width === 320 ? "pq-cards .card" : "pq-grid [role=row][aria-selected]").nth(3);
          await row.waitFor();
          await check(page, "list");
          await page.getByRole("button", { name: t.notes }).click();
          await check(page, "notes");
          await page.keyboard.press("Escape");
          await row.click();
          await page.locator("pq-waterfall table").waitFor();
          await check(page, "lead");
          await page.keyboard.press("Escape");
          await page.getByLabel(t.search).fill("nobody of this name");
          await page.locator(".empty").waitFor();
          await check(page, "nothing found");
          expect(seen.errors).toEqual([]);
        });
      });
    }
  }
}

test("while a list is read", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  // The engine is held back, so that the screen stands still.
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route("**/*.wasm", async (route) => { await held; await route.continue(); });
  await page.locator("[data-sample=clinics]").click();
  await page.locator("pq-loading progress").waitFor();
  await check(page, "loading");
  release();
  await page.locator("pq-facets").waitFor();
  expect(seen.errors).toEqual([]);
});

test("forced colours: the panel, the tiles and the table stay readable", async ({ page, demo, seen }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openDashboard(page, demo);
  await openSample(page, "clinics");
  await check(page, "list");
  await openLanding(page, demo);
  await ready(page);
  await check(page, "landing page");
  expect(seen.errors).toEqual([]);
});
