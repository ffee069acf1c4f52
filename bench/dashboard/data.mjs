// A list of invented leads as a table of twenty columns, about 220 bytes a row.
import { closeSync, openSync, writeSync } from "node:fs";
import { generate } from "../../web/dashboard/samples/leads/generate.mjs";

const answers = ["org_name", "contact_name", "email", "phone", "website", "state", "org_type", "specialty", "role", "care_setting", "locations", "coverage", "timeframe", "influence", "interest", "solution", "need"];
export const columns = ["id", "submitted_at", ...answers, "source.channel"];
const made = 20_000;

const quoted = (value) => {
  const text = value === undefined ? "" : Array.isArray(value) ? value.join(";") : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Writes `count` rows: the same 20,000 leads again and again, each with an id of its own. */
export function writeCsv(path, count) {
  const rows = generate({ count: Math.min(made, count) }).leads.map((lead) => [lead.submitted_at, ...answers.map((name) => lead.answers[name]), lead.source.channel].map(quoted).join(","));
  const file = openSync(path, "w");
  writeSync(file, `${columns.join(",")}\n`);
  for (let at = 0; at < count; at += rows.length) {
    writeSync(file, rows.slice(0, Math.min(rows.length, count - at)).map((row, i) => `L-${String(at + i + 1).padStart(7, "0")},${row}\n`).join(""));
  }
  closeSync(file);
}
