// What a free text tells of somebody's health or identity is spoken of before it is sent, in both languages, and never quoted. The
// shipped profiles expect health in their messages and say nothing to it, so this one does not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "prequal-engine";
import { root } from "./support/demo.mjs";
import { test, expect } from "./support/fixtures.mjs";
import { fields, form, openHost, oursOf, post, send } from "./support/host-page.mjs";

const need = (result) => { if (!result.ok) throw new Error(result.problems[0].code); return result.value; };
let packed;
test.beforeAll(async () => {
  const document = JSON.parse(readFileSync(join(root, "core/profiles/b2b-scheduling.json"), "utf8"));
  document.fields.find(({ id }) => id === "message").sensitive = false;
  packed = Buffer.from(need(need(need(await loadEngine()).compile(document)).toPacked({ for: "page" })));
});

// Language, what was typed, what the panel says to it, what is spoken, and which of the visitor's words must stand nowhere.
const told = [
  ["en", "I have type 2 diabetes and need help", "it seems to tell of somebody's health", "Before you send", ["diabetes", "type 2"]],
  ["en", "My social security number is 219-09-9999", "it seems to hold a personal number or date", "Before you send", ["219", "9999"]],
  ["es", "Tengo diabetes tipo 2 y necesito una cita", "parece hablar de la salud de alguien", "Antes de enviar", ["diabetes", "tipo 2"]],
  ["es", "Mi número de seguro social es 219-09-9999", "parece contener un número o una fecha personal", "Antes de enviar", ["219", "9999"]],
];
for (const [lang, typed, says, spoken, words] of told) {
  test(`R19-05: sensitive detail is spoken of before it is sent, and never quoted: ${lang}, ${says}`, async ({ page, demo }) => {
    await page.route("**/own.pack", (route) => route.fulfill({ contentType: "application/octet-stream", body: packed }));
    const message = `<p><label for="m">Message</label> <textarea id="m" name="message"></textarea></p>`;
    await openHost(page, demo, { body: form(`data-prequal data-prequal-locale="${lang}" data-prequal-profile="/own.pack"`, fields + message + send) });
    const panel = page.locator(".prequal");
    await panel.waitFor();
    await page.locator("#m").fill(typed);
    await page.locator("#org").focus();
    await expect(panel).toContainText(says);
    await expect(page.locator(".prequal-status")).toContainText(spoken);
    const shown = await page.evaluate(() => [...document.querySelectorAll(".prequal, .prequal-status")].map((it) => it.outerHTML).join("\n"));
    for (const word of words) expect(shown).not.toContain(word);
    // The visitor decides: what was typed is sent as it stands, and nothing of ours repeats it.
    const body = await post(page);
    expect(body.find(([name]) => name === "message")[1]).toBe(typed);
    for (const word of words) expect(JSON.stringify(oursOf(body))).not.toContain(word);
  });
}
