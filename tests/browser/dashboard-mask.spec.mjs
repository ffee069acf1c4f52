// While a screen is shared: names stand as initials, and nothing that somebody wrote, or how to reach them, is anywhere in the
// page, whatever was chosen before.
import { test, expect as plain } from "./support/fixtures.mjs";
import { openDashboard, openFile } from "./support/dashboard.mjs";

const expect = plain.configure({ timeout: 20_000 });

const told = { Company: "Quuxley Heart", Contact: "Zorblatt Vimes", Email: "zorblatt@quuxley.example", Phone: "614-555-0177", Website: "https://quuxley.example", Message: "Wombatish remark", Codeword: "Plugh" };
const marks = /quuxley|zorblatt|vimes|0177|wombatish|plugh|xyzzy/i;

/** All that the page shows and says, and what stands in its fields and attributes. */
const said = (page) => page.evaluate(() => {
  const out = [document.title];
  const look = (within) => {
    for (const element of within.querySelectorAll("*")) {
      for (const { value } of element.attributes) out.push(value);
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && element.localName !== "style") out.push(node.data);
      if ("value" in element && typeof element.value === "string") out.push(element.value);
      if (element.shadowRoot !== null) look(element.shadowRoot);
    }
  };
  look(document.documentElement);
  return out.map((text) => text.trim()).filter((text) => text !== "");
});

test("hidden while a screen is shared: in every page, whatever was chosen before, D16", async ({ page, demo, seen }) => {
  await openDashboard(page, demo);
  const rows = Array.from({ length: 40 }, () => [...Object.values(told), "OH", "cardiology"].join(","));
  await openFile(page, { name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(`${[...Object.keys(told), "State", "Specialty"].join(",")}\n${rows.join("\n")}\n`) });
  await page.locator("pq-facets, pq-mapping").first().waitFor();
  if (await page.locator("pq-mapping").count() > 0) await page.getByRole("button", { name: "Qualify the list" }).click();
  await page.locator("pq-facets").waitFor();

  // What is personal is brought into sight first: the values of columns, a decision with a note.
  await page.locator("pq-column-facets summary").click();
  await page.locator("pq-column-facets select").selectOption({ label: "Codeword" });
  await expect(page.locator("pq-column-facets")).toContainText("Plugh");
  await page.locator("pq-tabs [data-page=insights]").click();
  await page.locator("[data-card=groups] select").selectOption({ label: "Email" });
  await expect(page.locator("[data-card=groups]")).toContainText("zorblatt");
  await page.locator("pq-tabs [data-page=queue]").click();
  await page.locator("pq-grid [role=gridcell]").first().click();
  await page.locator("pq-waterfall table").waitFor();
  await page.evaluate(async () => {
    const { session } = document.querySelector("pq-dashboard");
    session.decisions.setReviewer("Kim");
    await session.decisions.decide({ act: "override", reason: "", to: "high", until: "2099-01-01", resumeWhen: "", note: "Xyzzy said so" });
    session.select(0);
  });
  await expect(page.locator("pq-lead")).toContainText("Xyzzy");
  expect((await said(page)).some((text) => marks.test(text))).toBe(true);

  await page.getByLabel("Hide personal data").check();
  for (let tab = (await page.locator("pq-tabs .tab").count()) - 1; tab >= 0; --tab) {
    await page.locator("pq-tabs .tab").nth(tab).click();
    if (tab === 0) await expect(page.locator("pq-lead h2")).toHaveText("Q. H.");
    await page.waitForFunction(() => document.querySelector("pq-dashboard").shadowRoot.querySelector("main").textContent !== null);
    expect((await said(page)).filter((text) => marks.test(text)), `page ${tab}`).toEqual([]);
  }
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await expect(page.getByLabel("With names, contacts and free texts")).toBeDisabled();
  expect(seen.errors).toEqual([]);
});
