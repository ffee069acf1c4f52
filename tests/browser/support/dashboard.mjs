// The dashboard, worked as a person would.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./demo.mjs";

export const sampleText = (file) => readFileSync(join(root, "web/dashboard/dist/samples", file), "utf8");

export async function openDashboard(page, demo, lang = "en") {
  await page.goto(`${demo.url}/dashboard/?lang=${lang}`, { waitUntil: "networkidle" });
}

export async function openSample(page, id) {
  await page.locator(`[data-sample=${id}]`).click();
  await page.locator("pq-facets").waitFor();
}

export async function openFile(page, files) {
  await page.locator("input[type=file]").setInputFiles(files);
}

const toNumber = (text) => Number((text ?? "").replace(/\D/g, ""));

/** The counts that the page shows: bands and eligibility from the tiles, the rest from the filters. */
export async function readCounts(page) {
  return page.locator("pq-facets").evaluate((facets) => {
    const within = facets.shadowRoot;
    const tiles = (facet) => [...within.querySelectorAll(`[data-facet=${facet}] .tile`)].map((tile) => Number(tile.querySelector("b").textContent.replace(/\D/g, "")));
    const options = (facet) => [...within.querySelectorAll(`select[data-facet=${facet}] option`)].slice(1).map((option) => Number(/\(([\d.,\s]+)\)$/.exec(option.textContent)[1].replace(/\D/g, "")));
    const [high, mid, low] = tiles("band");
    const [undetermined, eligible, ineligible] = tiles("eligibility");
    return { bands: { low, mid, high }, eligibility: { undetermined, eligible, ineligible }, statuses: options("status"), lanes: options("lane"), reasons: options("reason") };
  });
}

/** The same out of a summary of the engine. */
export function expectedCounts(summary) {
  const some = (counts) => Object.values(counts).filter((count) => count > 0);
  const down = (a, b) => b - a;
  return {
    bands: summary.bands,
    eligibility: summary.eligibility,
    statuses: some(summary.statuses).sort(down),
    lanes: some(summary.lanes).sort(down),
    reasons: some(summary.reasons).sort(down),
  };
}
export function sortedCounts(counts) {
  const down = (a, b) => b - a;
  return { ...counts, statuses: counts.statuses.toSorted(down), lanes: counts.lanes.toSorted(down), reasons: counts.reasons.toSorted(down) };
}

export async function shownCount(page) {
  return toNumber((await page.locator("pq-facets [role=status]").textContent()).split(" of ")[0]);
}

/** A column of the rows in sight, from the top. */
export function column(page, key, count) {
  return page.locator(`pq-grid [role=gridcell][data-key=${key}]`).evaluateAll(
    (cells, most) => cells.sort((a, b) => Number(a.dataset.row) - Number(b.dataset.row)).slice(0, most).map((cell) => (cell.querySelector("b, .band, .title") ?? cell).textContent.trim()),
    count,
  );
}
