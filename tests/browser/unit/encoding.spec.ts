// Which encoding a list is taken for, by its first bytes.
import { expect, test } from "@playwright/test";
import { encodingOf } from "../../../web/dashboard/src/import/readable.ts";

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const western = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0));

const cases: readonly [string, readonly number[], string][] = [
  ["plain letters", utf8("Lakeside,OH"), "utf-8"],
  ["nothing", [], "utf-8"],
  ["UTF-8", utf8("Clínica Peña, Łódź, 東京"), "utf-8"],
  ["Windows-1252", western("Clínica Peña, São José"), "windows-1252"],
  ["Windows-1252 with two signs that look like one of UTF-8", western("Clínica Ã© Peña, São José, Zoë"), "windows-1252"],
  ["UTF-8 with a broken record", [...utf8("Clínica Peña\n"), 0xff, 0xfe, 0x80, ...utf8("\nSão José\n")], "utf-8"],
  ["a broken record among plain letters", [...utf8("Lakeside\n"), 0xe9, ...utf8("\nOther\n")], "windows-1252"],
  ["UTF-16, little end first", [0xff, 0xfe, 0x41, 0x00], "utf-16le"],
  ["UTF-16, big end first", [0xfe, 0xff, 0x00, 0x41], "utf-16be"],
];
for (const [name, bytes, encoding] of cases) {
  test(`encoding of ${name}`, () => {
    expect(encodingOf(Uint8Array.from(bytes), true)).toBe(encoding);
  });
}

test("a character that is cut where the look ends is no fault", () => {
  const bytes = Uint8Array.from(utf8("Clínica Peñ"));
  for (let drop = 0; drop < 3; ++drop) expect(encodingOf(bytes.subarray(0, bytes.length - drop), false)).toBe("utf-8");
});
