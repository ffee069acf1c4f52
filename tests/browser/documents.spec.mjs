// What the documents promise about pages: the embed of the README works as it is written there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { headers } from "../../demo/server/headers.mjs";
import { test, expect } from "./support/fixtures.mjs";
import { root } from "./support/demo.mjs";

const readme = readFileSync(join(root, "README.md"), "utf8");
const embed = /```html\n([\s\S]*?)```/.exec(readme)[1];

test("the embed of the README guides and sends", async ({ page, demo, seen }) => {
  await page.route(`${demo.url}/embed.html`, (route) => route.fulfill({ contentType: "text/html", headers, body: `<!doctype html><html lang="en"><title>Embed</title>${embed}` }));
  await page.goto(`${demo.url}/embed.html`);
  await page.locator(".prequal").waitFor();
  await page.getByLabel("Organization").fill("Lakeside Heart");
  await page.getByLabel("Specialty").fill("cardio");
  await page.getByLabel("State").fill("OH");
  await page.getByLabel("Work e-mail").fill("ana@lakesideheart.example");
  await page.getByLabel("You may write to me").check();
  await expect(page.locator(".prequal")).toContainText("The specialty is one we serve.");
  const posted = page.waitForRequest((request) => request.method() === "POST");
  await page.getByRole("button", { name: "Send" }).click();
  const body = new URLSearchParams((await posted).postData() ?? "");
  expect([body.get("org_name"), body.get("specialty"), body.get("state"), body.get("email"), body.get("ok")])
    .toEqual(["Lakeside Heart", "cardio", "OH", "ana@lakesideheart.example", "on"]);
  expect(body.get("prequal_profile")).toBe("b2b-scheduling@1.0.0");
  // The consent was understood: nobody asks for it any more.
  expect(body.get("prequal_missing")).not.toContain("consent");
  expect(body.get("prequal_score")).toBe("30");
  expect(seen.errors).toEqual([]);
});

test("the embed of the README has ten lines", () => {
  expect(embed.trimEnd().split("\n").length).toBeLessThanOrEqual(10);
});
