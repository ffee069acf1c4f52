// axe-core over the page as it stands. WCAG 2.2 AA and best practices; nothing is left out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "@playwright/test";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with one line for each violation and place. */
export async function expectAccessible(page, state) {
  await page.evaluate(source);
  const found = await page.evaluate(async (run) => {
    const { violations } = await globalThis.axe.run(document, { runOnly: { type: "tag", values: run } });
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.any.concat(node.all)[0]?.message ?? ""}`));
  }, tags);
  expect(found, `accessibility of: ${state}`).toEqual([]);
}
