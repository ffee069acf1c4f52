// Texts with placeholders and plurals.
import { expect, test } from "@playwright/test";
import { en as dashboardEn } from "../../../web/dashboard/src/texts/en.ts";
import { es as dashboardEs } from "../../../web/dashboard/src/texts/es.ts";
import { en as formEn } from "../../../web/form/texts/en.ts";
import { es as formEs } from "../../../web/form/texts/es.ts";
import { fill } from "../../../web/ui/src/messages.ts";

const cases: readonly [string, string, Record<string, string | number>, string][] = [
  ["en", "no placeholder", {}, "no placeholder"],
  ["en", "{a} and {b}", { a: "x", b: 2 }, "x and 2"],
  ["en", "{n} leads", { n: 12345 }, "12,345 leads"],
  ["es", "{n} contactos", { n: 1234 }, "1.234 contactos"],
  ["en", "{count, plural, one {# lead} other {# leads}} left", { count: 1 }, "1 lead left"],
  ["en", "{count, plural, one {# lead} other {# leads}} left", { count: 1000 }, "1,000 leads left"],
  ["en", "{count, plural, =0 {none} one {#} other {#}}", { count: 0 }, "none"],
  ["en", "{shown} of {count, plural, one {# lead} other {# leads}}", { shown: 3, count: 5 }, "3 of 5 leads"],
  ["en", "{missing} stays", {}, "{missing} stays"],
];

for (const [locale, text, params, expected] of cases) {
  test(`${locale}: ${text} -> ${expected}`, () => expect(fill(locale, text, params)).toBe(expected));
}

const placeholders = (text: string): string[] => [...text.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1] ?? "").sort();

for (const [name, english, spanish] of [["form", formEn, formEs], ["dashboard", dashboardEn, dashboardEs]] as const) {
  test(`${name}: both languages have the same texts with the same placeholders`, () => {
    expect(Object.keys(spanish).sort()).toEqual(Object.keys(english).sort());
    for (const [key, text] of Object.entries(english)) {
      expect(placeholders((spanish as Record<string, string>)[key] ?? ""), key).toEqual(placeholders(text));
      expect((spanish as Record<string, string>)[key], key).not.toBe("");
    }
  });
  test(`${name}: no word that blames or pleads`, () => {
    // But "Error: " stands before a title and a message, where a screen reader needs it to tell a problem from a hint.
    const prefix = "Error: ";
    for (const text of Object.values(english)) if (text !== prefix) expect(text).not.toMatch(/\b(please|sorry|invalid|valid|required|forbidden|illegal|oops|error)\b/i);
    for (const text of Object.values(spanish)) if (text !== prefix) expect(text).not.toMatch(/\b(por favor|lo sentimos|inválid\w+|obligatori\w+|prohibid\w+|error)\b/i);
  });
}
