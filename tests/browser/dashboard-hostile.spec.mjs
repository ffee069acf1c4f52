// 2,000 hostile cells in, seen, out and in again: no script runs, nothing is asked of anybody, no formula leaves, nothing is
// lost. Records that cannot be read are named.
import { test, expect } from "./support/fixtures.mjs";
import { openDashboard, openFile, shownCount } from "./support/dashboard.mjs";
import { hostileCsv, hostileRows, names, readCsv } from "./support/hostile.mjs";

const csv = (name, buffer) => ({ name, mimeType: "text/csv", buffer });

async function exported(page, format) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.locator(`pq-export input[value=${format}]`).check();
  await page.getByLabel("With names, contacts and free texts").check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("pq-export [type=submit]").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Opens a list; columns that only look like something are left as they were found. */
async function open(page, file) {
  await openFile(page, file);
  await page.locator("pq-facets, pq-mapping, pq-failure").first().waitFor();
  if (await page.locator("pq-mapping").count() > 0) {
    await page.getByRole("button", { name: "Qualify the list" }).click();
    await page.locator("pq-facets").waitFor();
  }
  await page.evaluate(() => document.querySelector("pq-dashboard").session.sortBy({ key: "list", down: false }));
}

/** Elements that no part of the page makes, in all shadow roots. */
const strangers = (page) => page.evaluate(() => {
  const out = [];
  const look = (within) => {
    for (const element of within.querySelectorAll("*")) {
      if (/^(script|img|iframe|link|base|object|embed|style|template|b>)$/i.test(element.localName) && within !== document) out.push(element.outerHTML.slice(0, 80));
      if ([...element.attributes].some(({ name, value }) => name.startsWith("on") || /^\s*javascript:/i.test(value))) out.push(element.outerHTML.slice(0, 80));
      if (element.shadowRoot !== null) look(element.shadowRoot);
    }
  };
  look(document);
  return out;
});

test("2,000 hostile cells: no script, no formula, nothing lost, D3", async ({ page, demo, seen }) => {
  test.setTimeout(240_000);
  const talks = [];
  page.on("dialog", (dialog) => { talks.push(dialog.message()); void dialog.dismiss(); });
  await page.addInitScript(() => { globalThis.hits = 0; globalThis.hit = () => { globalThis.hits += 1; }; });
  const rows = hostileRows(2000 / names.length);
  const { bytes, malformed } = hostileCsv(rows);
  await openDashboard(page, demo);
  await open(page, csv(`<img src=x onerror=hit()>.csv`, bytes));

  expect(await shownCount(page)).toBe(rows.length);
  await page.locator(".list-head .link").click();
  expect(await page.locator("pq-notes tbody tr, pq-notes li").count()).toBeGreaterThan(malformed);
  const named = await page.evaluate(() => document.querySelector("pq-dashboard").session.store.state.phase.list.loaded.problems.filter((problem) => problem.row !== undefined).map((problem) => problem.row));
  expect([...new Set(named)].filter((row) => row % 6 === 0)).toHaveLength(malformed);
  await page.keyboard.press("Escape");

  // Every lead is looked at, as it is and masked; then each page.
  const looked = await page.evaluate(async () => {
    const app = document.querySelector("pq-dashboard");
    const { session } = app;
    const drawn = () => new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve)); });
    let count = 0;
    for (const lead of session.store.state.shown) {
      session.select(lead);
      session.mask(lead % 4 === 3);
      for (let tries = 0; tries < 600; ++tries) {
        await drawn();
        const view = app.shadowRoot.querySelector("pq-lead");
        if (view?.shown?.lead !== lead || view.shadowRoot.querySelector("pq-waterfall") === null) continue;
        count += 1;
        break;
      }
    }
    session.mask(false);
    session.select(null);
    return count;
  });
  expect(looked).toBe(rows.length);
  for (let tab = (await page.locator("pq-tabs .tab").count()) - 1; tab >= 0; --tab) {
    await page.locator("pq-tabs .tab").nth(tab).click();
    expect(await strangers(page)).toEqual([]);
  }
  await page.getByLabel("Search in all columns").fill("hit()");
  await expect.poll(() => shownCount(page)).toBe(rows.filter((row) => row.some((cell) => cell.toLowerCase().includes("hit()"))).length);
  await page.evaluate(() => document.querySelector("pq-dashboard").session.showAll());

  const out = await exported(page, "csv");
  const read = readCsv(out.toString());
  // What a spreadsheet takes for a formula, with the blanks and quotes that it may pass over; numbers are none.
  const formulas = read.flat().filter((cell) => /^[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(cell) && !/^[+-]?\d+([.,]\d+)?$/.test(cell));
  expect(formulas).toEqual([]);
  // A value comes out as it came in, or with the one sign before it that makes it no formula.
  const same = (cell, was) => (cell === `'${was}` ? was : cell);
  expect(read[0].slice(0, names.length).map((name, column) => same(name, names[column]))).toEqual(names);
  read.slice(1).forEach((row, i) => expect(row.slice(0, names.length).map((cell, column) => same(cell, rows[i][column])), `row ${i + 1}`).toEqual(rows[i]));
  const lines = (await exported(page, "ndjson")).toString().trimEnd().split("\n").map((line) => JSON.parse(line));
  lines.forEach((line, i) => expect(names.map((name) => line[name]), `line ${i + 1}`).toEqual(rows[i]));

  await page.getByRole("button", { name: "Other list" }).click();
  await open(page, csv("again.csv", out));
  const again = await exported(page, "csv");
  expect(readCsv(again.toString()).map((row) => row.slice(0, names.length))).toEqual(read.map((row) => row.slice(0, names.length)));

  expect(await page.evaluate(() => globalThis.hits)).toBe(0);
  expect(talks).toEqual([]);
  expect(seen.requests.filter((line) => !line.includes(demo.url) && !/ (blob|data):/.test(line))).toEqual([]);
});
