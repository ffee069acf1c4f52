// Lists as people have them: mapping where something is a guess, delimiters, encodings, spreadsheets; and back out again.
import { test, expect as plain } from "./support/fixtures.mjs";
import { openDashboard, openFile, shownCount } from "./support/dashboard.mjs";
import { spreadsheet } from "./support/spreadsheet.mjs";

// Machines that run this are small and shared.
const expect = plain.configure({ timeout: 20_000 });

const csv = (name, text) => ({ name, mimeType: "text/csv", buffer: typeof text === "string" ? Buffer.from(text) : text });

async function exported(page, personal) {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  if (personal) await page.getByLabel("With names, contacts and free texts").check();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("pq-export [type=submit]").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

test.beforeEach(async ({ page, demo, seen }) => {
  expect(seen.errors).toEqual([]);
  await openDashboard(page, demo);
});

test("guesses are shown before the list is read, and can be put right, D2", async ({ page }) => {
  await openFile(page, csv("crm.csv", "Company;Stat;Speciality;Mail;Site code\nLakeside Heart;OH;cardiology;ana@lake.example;7\nOther Clinic;MI;dermatology;bob@o.example;8\n"));
  await expect(page.getByRole("heading", { name: "How the columns are read" })).toBeFocused();
  const mapping = page.locator("pq-mapping");
  await expect(mapping).toContainText("CSV with semicolons, UTF-8");
  await expect(mapping.locator("tr[data-guess] th")).toHaveText(["Speciality", "Mail"]);
  await expect(mapping.getByLabel("Holds: Mail")).toHaveValue("email");
  await expect(mapping.getByLabel("Holds: Stat")).toHaveValue("");
  await mapping.getByLabel("Holds: Stat").selectOption("state");
  await mapping.getByLabel("Holds: Site code").selectOption("state");
  await expect(mapping).toContainText("State is fed by more than one column");
  await expect(mapping.getByRole("button", { name: "Qualify the list" })).toBeDisabled();
  await mapping.getByLabel("Holds: Site code").selectOption("id");
  await mapping.getByRole("button", { name: "Qualify the list" }).click();
  await page.locator("pq-facets").waitFor();
  await page.getByRole("button", { name: /columns used/ }).click();
  await expect(page.locator("pq-notes tbody tr").nth(1)).toContainText("the mapping");
  await page.locator("pq-notes").getByRole("button", { name: "Change what columns hold" }).click();
  await expect(mapping.getByLabel("Holds: Stat")).toHaveValue("state");
});

test("tabs, UTF-16, Windows-1252 and a byte order mark are read as they are, D1", async ({ page }) => {
  const text = "Company\tState\tSpecialty\nClínica Peña\tOH\tcardiology\n";
  for (const [name, bytes] of [
    ["tabs.tsv", Buffer.from(text)],
    ["utf16.csv", Buffer.from(`\ufeff${text}`, "utf16le")],
    ["western.csv", Buffer.from(text, "latin1")],
    ["mark.csv", Buffer.from(`\ufeff${text}`)],
  ]) {
    await openFile(page, csv(name, bytes));
    await expect(page.getByRole("gridcell", { name: /Clínica Peña/ }), name).toBeVisible();
    await page.getByRole("button", { name: "Other list" }).click();
  }
});

test("a spreadsheet file is read where it is, with its dates and numbers, D1", async ({ page, seen }) => {
  const rows = [["Company", "State", "Locations", "Submitted"], ["Lakeside Heart", "OH", 6, new Date("2026-11-10T00:00:00Z")], ["Skin <Group>", "MI", 2, new Date("2026-11-12T00:00:00Z")], ["Bone & Joint", "IN", 12, new Date("2026-11-13T00:00:00Z")]];
  await openFile(page, { name: "leads.xlsx", mimeType: "application/octet-stream", buffer: spreadsheet(rows) });
  await expect(page.getByRole("gridcell", { name: /Lakeside Heart/ })).toBeVisible();
  expect(await shownCount(page)).toBe(3);
  expect(seen.requests.filter((line) => line.endsWith("/sheets.js"))).toHaveLength(1);
  await page.locator("pq-grid [role=gridcell]").first().click();
  await expect(page.locator("pq-lead .record")).toContainText("2026-11-10");
  await page.getByRole("button", { name: "Other list" }).click();
  await openFile(page, { name: "broken.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from("PK\u0003\u0004 broken", "latin1") });
  await expect(page.getByRole("heading", { name: "This file cannot be read" })).toBeVisible();
});

test("S10: what is exported and read again gives the same; no cell becomes a formula, D3", async ({ page }) => {
  const nasty = ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\tx", "a\u202eb", `"quoted"`, "line\nbreak", "<script>alert(1)</script>", "x".repeat(3000), "Ω \u{1f600}", "-12", "+1 614 555 0134"];
  const rows = nasty.map((cell) => `"${cell.replaceAll('"', '""')}",OH,cardiology`);
  await openFile(page, csv("nasty.csv", `Company,State,Specialty\n${rows.join("\n")}\n`));
  await page.locator("pq-facets").waitFor();
  expect(await shownCount(page)).toBe(nasty.length);
  const first = await exported(page, true);
  const cells = first.toString().split("\r\n").slice(1);
  for (const line of cells) expect(line).not.toMatch(/^"?[=@\t]|^"?[+-](?!\d+,)/);
  await page.getByRole("button", { name: "Other list" }).click();
  await openFile(page, csv("again.csv", first));
  await page.locator("pq-facets").waitFor();
  expect(await shownCount(page)).toBe(nasty.length);
  const second = await exported(page, true);
  expect(second.toString()).toBe(first.toString());
});

test("without personal detail the export holds no name and no contact, D15", async ({ page }) => {
  await openFile(page, csv("names.csv", "Company,State,Email,Specialty\nLakeside Heart,OH,ana@lake.example,cardiology\n"));
  await page.locator("pq-facets").waitFor();
  const text = (await exported(page, false)).toString();
  expect(text).toContain("prequal_total");
  expect(text).toContain("OH");
  expect(text).not.toMatch(/Lakeside|ana@/);
});

test("a title above the header, dates day first, values under other names; asked once for a header, D2", async ({ page }) => {
  const list = (dates) => `Export of our leads\nMade by Kim\nCompany,State,Specialty,Interest,Created Date,Phone Number\n${dates.map((date, i) => `Clinic ${i},OH,cardiology,${i % 2 ? "Hot" : "demo"},${date},614555010${i}`).join("\n")}\n`;
  await openFile(page, csv("titled.csv", list(["14/3/2026", "1/4/2026", "2/4/2026", "3/4/2026"])));
  const mapping = page.locator("pq-mapping");
  await expect(mapping.getByLabel("The header is")).toHaveValue("2");
  await expect(mapping.getByLabel("Created Date").last()).toHaveValue("dmy");
  await mapping.getByLabel("The header is").selectOption("3");
  await expect(page.locator("pq-toast")).toContainText("With that record as the header the list cannot be read.");
  await expect(mapping.getByLabel("The header is")).toHaveValue("2");
  await expect(mapping.locator("tbody th").first()).toHaveText("Company");
  await mapping.locator(".unread li").filter({ hasText: "Hot" }).getByRole("combobox").selectOption("pricing");
  await mapping.getByRole("button", { name: "Qualify the list" }).click();
  await page.locator("pq-facets").waitFor();
  expect(await shownCount(page)).toBe(4);
  await expect(page.locator("pq-dashboard").getByText(/Apr 3, 2026/)).toBeVisible();
  await page.locator("pq-grid [role=gridcell]").filter({ hasText: "Clinic 1" }).click();
  await expect(page.locator("pq-lead .record")).toContainText("pricing");
  await expect(page.locator("pq-lead .record")).toContainText("2026-04-01");
  // The same header again, with nothing left to guess in its values.
  await page.getByRole("button", { name: "Other list" }).click();
  await openFile(page, csv("titled.csv", list(["14/3/2026", "15/3/2026"]).replace("Hot", "demo")));
  await page.locator("pq-facets").waitFor();
  expect(await shownCount(page)).toBe(2);
});

test("problems by row and level; a cell is put right and the list qualified anew, and taken back, D3", async ({ page }) => {
  await openFile(page, csv("broken.csv", 'Company,State,Specialty\nLakeside,OH,cardiology\n"Skin" Group,MI,dermatology\nBone,IN,orthopedics\n'));
  await page.locator("pq-facets").waitFor();
  expect(await shownCount(page)).toBe(2);
  await page.getByRole("button", { name: /columns used/ }).click();
  const notes = page.locator("pq-notes");
  await notes.getByLabel("Show", { exact: true }).selectOption("error");
  await notes.getByRole("button", { name: "Look at record 2" }).click();
  await notes.getByLabel("Company").fill("Skin Group");
  await notes.getByRole("button", { name: "Put right and qualify anew" }).click();
  await expect.poll(() => shownCount(page)).toBe(3);
  await expect(page.getByRole("gridcell", { name: /Skin Group/ })).toBeVisible();
  await page.getByRole("button", { name: /columns used/ }).click();
  await notes.getByRole("button", { name: "Take back 1 change" }).click();
  await expect.poll(() => shownCount(page)).toBe(2);
});
