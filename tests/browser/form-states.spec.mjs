// Every state of the panel on one page, each in a form of its own, looked at in three languages (one of them made up and
// written from right to left), in light, dark and forced colours, at 320 and 1280 pixels: nothing for axe-core to say.
import { test, expect } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { en } from "../../web/form/texts/en.ts";

const css = `
  * { box-sizing: border-box; }
  html { background: Canvas; color: CanvasText; }
  body { margin: 0; padding: 12px; font: 16px/1.5 sans-serif; }
  form { max-width: 40rem; margin-block-end: 2rem; }
  label, input:not([type=checkbox], [type=hidden]), select, textarea, button { display: block; max-inline-size: 100%; min-block-size: 2rem; }`;

const choice = (name, label, values, chosen) => `<label for="ID-${name}">${label}</label><select id="ID-${name}" name="${name}"><option value="">-</option>${values.map((value) => `<option value="${value}"${value === chosen ? " selected" : ""}>${value}</option>`).join("")}</select>`;
const line = (name, label, value = "", more = "") => `<label for="ID-${name}">${label}</label><input id="ID-${name}" name="${name}" value="${value}" ${more}>`;

/** State to the fields that bring it about; "patient" uses the profile with an emergency notice. */
const states = {
  start: choice("state", "State", ["OH"]) + line("specialty", "Specialty"),
  unknown: choice("state", "State", ["OH"], "OH") + line("specialty", "Specialty"),
  likely: choice("state", "State", ["OH"], "OH") + line("specialty", "Specialty", "Cardiology") + choice("org_type", "Kind", ["group"], "group") + choice("care_setting", "Setting", ["outpatient"], "outpatient"),
  unlikely: choice("state", "State", ["TX"], "TX") + choice("coverage", "Also in", ["PA"], "PA"),
  doubts: line("specialty", "Specialty", "cardiolgy") + line("email", "E-mail", "ana@lake", 'type="email"'),
  mended: line("specialty", "Specialty", "cardiolgy"),
  urgent: `<label for="ID-message">Message</label><textarea id="ID-message" name="message">chest pain</textarea>`,
  steps: `<fieldset data-prequal-step><legend>Where</legend>${choice("state", "State", ["OH"])}</fieldset><fieldset data-prequal-step><legend>What</legend>${line("specialty", "Specialty")}</fieldset>`,
  summary: line("org_name", "Practice", "", "required"),
};

/** Words with the shape of a text and the letters of another script, a third longer: what a translation could do to the panel. */
function pseudo(text) {
  const letters = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";
  const spell = (word) => [...word].map((letter, i) => (/[a-z]/i.test(letter) ? letters[(letter.charCodeAt(0) + i) % letters.length] : letter)).join("");
  return text.split(/(\{[^}]*\}+)/).map((part) => (part.startsWith("{") ? part : part.split(" ").map((word) => (word.length > 3 ? spell(word + word.slice(0, Math.ceil(word.length / 3))) : spell(word))).join(" "))).join("");
}
const replaced = Object.entries(en).map(([key, text]) => `data-prequal-i18n.${key}="${pseudo(text).replaceAll('"', "&quot;")}"`).join(" ");

function pageOf(lang) {
  const forms = Object.entries(states).map(([state, inside]) => {
    const profile = state === "urgent" ? "patient-intake" : "b2b-scheduling";
    const more = `${state === "summary" ? 'data-prequal-validate="summary"' : ""} ${lang === "pseudo" ? replaced : ""}`;
    return `<form id="${state}" method="post" action="/lead" aria-label="${state}" data-prequal data-prequal-hp="off" data-prequal-profile="/prequal/profiles/${profile}.pack" ${more}>${inside.replaceAll("ID-", `${state}-`)}<button>Send</button></form>`;
  });
  return `<!doctype html><html lang="${lang === "pseudo" ? "ar" : lang}" dir="${lang === "pseudo" ? "rtl" : "ltr"}"><head><meta charset="utf-8"><title>States</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><link rel="stylesheet" href="/states.css"><script defer src="/prequal/prequal.min.js"></script></head><body><main><h1>States</h1>${forms.join("\n")}</main></body></html>`;
}

for (const lang of ["en", "es", "pseudo"]) {
  test(`F14 F15: no state of the panel in ${lang} has an obstacle, in any colours, at any width, with large text`, async ({ page, demo, seen }) => {
    await page.route("**/states.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: pageOf(lang) }));
    await page.route("**/states.css", (route) => route.fulfill({ contentType: "text/css", body: css }));
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(`${demo.url}/states.html`);
    for (const state of ["start", "unknown", "likely", "unlikely", "urgent"]) await page.locator(`#${state} .prequal[data-outcome=${state}]`).waitFor();
    await page.locator("#doubts .prequal-doubts li").nth(1).waitFor();
    await page.locator("#mended .prequal-choices button").first().click();
    await page.locator("#mended .prequal-mended").waitFor();
    await page.locator("#steps .prequal-steps").waitFor();
    await page.locator("#summary button", { hasText: "Send" }).click();
    await page.locator("#summary .prequal-summary").waitFor();
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      for (const look of [{ colorScheme: "light" }, { colorScheme: "dark" }, { colorScheme: "light", forcedColors: "active" }]) {
        await page.emulateMedia({ forcedColors: "none", ...look });
        await expectAccessible(page, `${lang}, ${width} px, ${JSON.stringify(look)}`);
      }
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await beyond(), `${width} px: beyond the edge`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 640, height: 900 });
    const large = await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("html, body { font-size: 32px; } .prequal * { letter-spacing: 0.12em; word-spacing: 0.16em; }");
      document.adoptedStyleSheets.push(sheet);
      const buttons = [...document.querySelectorAll(".prequal button, .prequal-steps button")].filter((it) => it.checkVisibility()).map((it) => it.getBoundingClientRect());
      return { beyond: document.documentElement.scrollWidth - document.documentElement.clientWidth, smallest: Math.min(...buttons.map((it) => Math.min(it.width, it.height))), count: buttons.length };
    });
    expect(large.beyond, "with text at 200 % and wider spaces").toBeLessThanOrEqual(0);
    expect(large.count).toBeGreaterThan(5);
    expect(large.smallest).toBeGreaterThanOrEqual(24);
    if (lang === "pseudo") {
      // From right to left: the panel's mark stands at its right edge.
      await expect(page.locator("#likely .prequal")).not.toContainText(/Based on your answers/);
      expect(await page.locator("#likely .prequal").evaluate((it) => getComputedStyle(it).direction)).toBe("rtl");
    }
    expect(seen.errors).toEqual([]);
  });
}
