// Rows of a spreadsheet as CSV.
import { quoteCell } from "../worker/record-edit.ts";

const rowsAtOnce = 4096;
const midnight = "T00:00:00";

function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (!(value instanceof Date)) return String(value);
  if (Number.isNaN(value.getTime())) return "";
  // A spreadsheet knows no time zones: what it shows is what counts.
  const text = value.toISOString().slice(0, 19);
  return text.endsWith(midnight) ? text.slice(0, -midnight.length) : text;
}

export function toCsv(rows: readonly (readonly unknown[])[]): Blob {
  const parts: string[] = [];
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    parts.push(rows.slice(at, at + rowsAtOnce).map((row) => `${row.map((value) => quoteCell(cellText(value))).join(",")}\r\n`).join(""));
  }
  return new Blob(parts, { type: "text/csv" });
}
