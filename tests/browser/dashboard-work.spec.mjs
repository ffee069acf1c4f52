// A whole queue worked without a mouse: grouped, searched, picked, decided about, undone, put right, exported.
import { test, expect as plain } from "./support/fixtures.mjs";
import { openDashboard, shownCount } from "./support/dashboard.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

/** Tabs on until something of that role and name has the focus. */
async function tabTo(page, name, most = 80) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press("Tab");
    const now = await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (at?.getAttribute?.("role") === "gridcell") return "a cell";
      return at?.dataset?.sample ?? at?.getAttribute?.("aria-label") ?? at?.textContent?.trim() ?? "";
    });
    if (now === name || (name instanceof RegExp && name.test(now))) return;
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

test("the whole queue by keyboard alone, D6", async ({ page, demo, seen }) => {
  test.setTimeout(180_000);
  await openDashboard(page, demo);
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await tabTo(page, "clinics");
  await press("Enter");
  await page.locator("pq-grid [role=gridcell]").first().waitFor();
  const all = await shownCount(page);

  // Search, and back.
  await press("/");
  await page.keyboard.type("band:high");
  await expect.poll(() => shownCount(page)).toBeLessThan(all);
  const high = await shownCount(page);
  expect(high).toBeGreaterThan(4);

  // The first lead of the queue: opened, accepted; the next one opens by itself.
  await tabTo(page, /^Lead/);
  await press("ArrowDown", "Enter");
  await page.locator("pq-waterfall table").waitFor();
  const title = () => page.locator("pq-lead h2").textContent();
  const first = await title();
  await press("1");
  await expect(page.locator("pq-decide form")).toBeVisible();
  await page.keyboard.type("Kim");
  await press("Tab");
  await page.keyboard.type("Kim");
  await press("Enter");
  await expect(page.locator("pq-toast")).toContainText("Accept: recorded.");
  await expect.poll(title).not.toBe(first);

  // Taken back, and the lead before again.
  await press("Escape", "z");
  await expect(page.locator("pq-toast")).toContainText("Taken back: Accept");
  await press("Escape");
  await expect(page.locator("pq-lead")).toHaveCount(0);

  // Three leads picked and assigned at once, taken back at once.
  await press("Control+Home", "x", "ArrowDown", "ArrowDown", "Shift+X");
  await expect(page.locator("pq-chosen")).toContainText("3 leads picked");
  await press("a");
  await expect(page.locator("pq-chosen pq-decide form")).toBeVisible();
  await tabTo(page, /^$/, 1);
  await page.keyboard.type("Ana");
  await press("Enter");
  await expect(page.locator("pq-toast")).toContainText("Assign: recorded for 3 leads.");
  await press("z");
  await expect(page.locator("pq-toast")).toContainText("Taken back: Assign, 3 leads.");
  await press("z");
  await expect(page.locator("pq-toast")).toContainText("There is nothing to take back.");

  // A note about the lead one stands on.
  await tabTo(page, "a cell");
  await press("ArrowDown", "n");
  await page.locator("pq-decide textarea").waitFor();
  await tabTo(page, "", 2);
  await page.keyboard.type("called twice");
  await tabTo(page, /^Decide: Note/);
  await press("Enter");
  await expect(page.locator("pq-toast")).toContainText("Note: recorded.");
  await press("Escape");

  // Every page by its keys, and the palette for what has none.
  for (const [keys, heading] of [["gi", "What the list says"], ["ga", "Accounts"], ["gt", "Decisions about this list"], ["gm", "Profile workbench"]]) {
    await press(...keys);
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeFocused();
  }
  await press("g", "q");
  await page.locator("pq-facets").waitFor();
  await press("v");
  await expect(page.getByRole("heading", { name: "Views", exact: true })).toBeVisible();
  expect(seen.errors).toEqual([]);
});

test("groups: headings with counts that open and close; a view comes back with its search; a link holds no word of it, D15", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  await page.locator("[data-sample=clinics]").click();
  await page.locator("pq-facets").waitFor();
  const all = await shownCount(page);
  await page.locator("select[data-facet=group]").selectOption("band");
  const heads = page.locator("pq-grid .group button");
  await expect(heads.first()).toContainText("High");
  await expect(page.getByRole("grid")).toHaveAttribute("aria-rowcount", String(all + 4));
  await heads.first().click();
  await expect(heads.first()).toHaveAttribute("aria-expanded", "false");
  await expect(heads.nth(1)).toContainText("Mid");
  await page.getByLabel("Search in all columns").fill("cardiology");
  await expect.poll(() => shownCount(page)).toBeLessThan(all);
  const some = await shownCount(page);
  await page.locator("select[data-facet=view]").selectOption("own");
  await page.locator("pq-views [name=name]").fill("Hearts");
  await page.locator("pq-views [type=submit]").click();
  await page.evaluate(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("no")); });
  await page.getByRole("button", { name: "Copy a link to this view" }).click();
  const link = await page.locator("pq-views code").textContent();
  expect(link).toMatch(/#order=-band&group=band$/);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show all" }).click();
  await page.locator("select[data-facet=view]").selectOption({ label: "Hearts" });
  await expect.poll(() => shownCount(page)).toBe(some);
  await expect(page.getByLabel("Search in all columns")).toHaveValue("cardiology");
  expect(seen.errors).toEqual([]);
});
