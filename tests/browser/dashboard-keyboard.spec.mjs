// The table by keyboard alone: one tab stop, arrows from cell to cell, Enter opens, Escape closes.
import { test, expect } from "./support/fixtures.mjs";
import { openDashboard, openSample } from "./support/dashboard.mjs";

/** Role, row and column of what has the focus inside the table. */
const at = (page) => page.locator("pq-grid").evaluate((grid) => {
  const cell = grid.shadowRoot.activeElement?.closest("[data-row]");
  return cell === null || cell === undefined ? null : [Number(cell.dataset.row), Number(cell.dataset.column)];
});

test.beforeEach(async ({ page, demo, seen }) => {
  expect(seen.errors).toEqual([]);
  await openDashboard(page, demo);
  await openSample(page, "hospitals");
  await page.locator("pq-grid [role=gridcell]").first().waitFor();
});

async function tabIntoGrid(page) {
  for (let i = 0; i < 40; ++i) {
    await page.keyboard.press("Tab");
    if ((await at(page)) !== null) return;
  }
  throw new Error("the keyboard does not reach the table");
}

test("one tab stop; arrows, Home, End and pages move; Enter opens; Escape comes back, D5", async ({ page }) => {
  await tabIntoGrid(page);
  expect(await at(page)).toEqual([-1, 0]);
  const moves = [
    ["ArrowDown", [0, 0]], ["ArrowDown", [1, 0]], ["ArrowRight", [1, 1]], ["End", [1, 7]], ["ArrowRight", [1, 7]],
    ["Home", [1, 0]], ["ArrowLeft", [1, 0]], ["Control+End", [479, 7]], ["ArrowDown", [479, 7]], ["Control+Home", [0, 0]], ["ArrowUp", [-1, 0]],
  ];
  for (const [key, where] of moves) {
    await page.keyboard.press(key);
    await expect.poll(() => at(page), key).toEqual(where);
  }
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("PageDown");
  const [row] = await at(page);
  expect(row).toBeGreaterThan(5);
  const title = await page.locator(`pq-grid [data-row="${row}"][data-column="0"] .title`).textContent();
  await page.keyboard.press("Enter");
  await expect(page.locator("pq-lead h2")).toHaveText(title);
  await page.keyboard.press("Escape");
  await expect(page.locator("pq-lead")).toHaveCount(0);
  await expect.poll(() => at(page)).toEqual([row, 0]);
  await page.keyboard.press("Shift+Tab");
  expect(await at(page)).toBe(null);
});

test("headers sort by keyboard and keep the focus", async ({ page }) => {
  await tabIntoGrid(page);
  for (let i = 0; i < 3; ++i) await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const header = page.locator("pq-grid [role=columnheader][data-key=fit]");
  await expect(header).toHaveAttribute("aria-sort", "descending");
  expect(await at(page)).toEqual([-1, 3]);
  await page.keyboard.press("Space");
  await expect(header).toHaveAttribute("aria-sort", "ascending");
});

test("the table says how many rows and columns there are, and which row this is, D5", async ({ page }) => {
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", "481");
  await expect(grid).toHaveAttribute("aria-colcount", "8");
  await tabIntoGrid(page);
  await page.keyboard.press("Control+End");
  await expect.poll(() => page.locator("pq-grid").evaluate((host) => host.shadowRoot.activeElement?.closest("[role=row]")?.getAttribute("aria-rowindex"))).toBe("481");
  expect(await page.locator("pq-grid [role=row]").count()).toBeLessThan(60);
});

test("on a narrow screen leads are cards; one opens whole, and back leads to it", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const card = page.locator("pq-cards .card").nth(2);
  await card.focus();
  const title = await card.locator(".title").textContent();
  await page.keyboard.press("Enter");
  await expect(page.locator("pq-lead h2")).toHaveText(title);
  await expect(page.locator("pq-lead h2")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.locator("pq-cards .card").filter({ hasText: title }).first()).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});
