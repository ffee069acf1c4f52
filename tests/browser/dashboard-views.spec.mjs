// Every view of the dashboard, light and dark: axe-core finds nothing, nothing lies beyond the edge. PREQUAL_PICTURES=1 also
// takes the pictures of docs/dashboard.md (docs/images/dashboard-<view>-<theme>.png).
import { join } from "node:path";
import { test, expect } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { openDashboard, openFile, openSample } from "./support/dashboard.mjs";
import { root } from "./support/demo.mjs";

const pictures = process.env.PREQUAL_PICTURES === "1";
const guesses = "Practice name;Stat;Speciality;Mail;Site code\nLakeside Heart;OH;cardiology;ana@lakeside.example;7\nHarbor Skin;MI;dermatology;bo@harbor.example;8\n";
const show = (page, name) => page.locator(`pq-tabs [data-page=${name}]`).click();

async function decide(page) {
  await page.evaluate(async () => {
    const { session } = document.querySelector("pq-dashboard");
    session.setReviewer("Kim");
    // Each act about the first lead for which it is possible.
    let place = 0;
    for (const input of [{ act: "accept", to: "Dana" }, { act: "override", to: "high", until: "2027-01-15", note: "Known from the fair" }, { act: "accept", to: "Robin" }]) {
      for (let made = false; !made; ++place) {
        if (place > 60) throw new Error(`nobody can be decided about: ${input.act}`);
        session.select(session.store.state.shown[place]);
        made = (await session.decide({ reason: "", to: "", until: "", resumeWhen: "", note: "", ...input })).ok;
      }
    }
    await session.undo();
    session.unsay();
    session.select(null);
  });
}

/** The views in the order in which a person comes to them. */
const views = {
  start: async () => {},
  columns: async (page) => {
    await openFile(page, { name: "crm-export.csv", mimeType: "text/csv", buffer: Buffer.from(guesses) });
    await page.locator("pq-mapping table").waitFor();
  },
  queue: async (page, demo) => {
    await openDashboard(page, demo);
    await openSample(page, "leads");
    await page.locator("pq-grid .title:not(.waiting)").first().waitFor();
    await page.waitForFunction(() => document.querySelector("pq-dashboard").session.store.state.clocks !== null);
  },
  lead: async (page) => {
    await page.locator("pq-grid [role=gridcell]").first().click();
    await page.locator("pq-waterfall table").waitFor();
  },
  insights: async (page) => {
    await page.keyboard.press("Escape");
    await show(page, "insights");
    await page.locator("[data-card=groups] select").selectOption({ label: "source.channel" });
    await page.locator("[data-card=groups] tbody tr").first().waitFor();
  },
  accounts: async (page) => {
    await show(page, "accounts");
    await page.locator("pq-accounts tbody tr").first().waitFor();
  },
  decisions: async (page) => {
    await show(page, "queue");
    await decide(page);
    await show(page, "trail");
    await page.locator("pq-trail tbody tr").nth(3).waitFor();
  },
  profile: async (page) => {
    await show(page, "workbench");
    await page.locator("pq-workbench h2").first().waitFor();
  },
};

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme, viewport: { width: 1200, height: 780 } });
    test(`every view, ${colorScheme}: accessible and within its edges, D17`, async ({ page, demo, seen }) => {
      await page.clock.setFixedTime(new Date("2026-11-20T20:30:00Z"));
      await page.emulateMedia({ reducedMotion: "reduce" });
      await openDashboard(page, demo);
      for (const [name, open] of Object.entries(views)) {
        await open(page, demo);
        if (pictures) await page.screenshot({ path: join(root, `docs/images/dashboard-${name}-${colorScheme}.png`), animations: "disabled", caret: "hide" });
        await expectAccessible(page, `${name}, ${colorScheme}`);
        const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(beyond, `${name}: pixels beyond the edge`).toBeLessThanOrEqual(0);
      }
      expect(seen.errors).toEqual([]);
    });
  });
}
