// The trail as a file, whole: taken back decisions too.
import type { Decision } from "../review/trail.ts";
import { csvRow } from "./csv.ts";

const columns = [
  "id", "at", "by", "act", "undoes", "record", "lead_id", "reason", "to", "until", "resume_when", "note", "stage", "standing", "rejection", "ops_error",
  "saw_band", "saw_total", "saw_stage", "saw_status", "saw_lane", "saw_reasons", "profile", "engine",
] as const;

const flat = (entry: Decision): Readonly<Record<(typeof columns)[number], string>> => ({
  id: String(entry.id), at: entry.at, by: entry.by, act: entry.act, undoes: entry.undoes === null ? "" : String(entry.undoes), record: String(entry.record),
  lead_id: entry.leadId, reason: entry.reason, to: entry.to, until: entry.until, resume_when: entry.resumeWhen, note: entry.note, stage: entry.stage,
  standing: entry.standing, rejection: String(entry.rejection), ops_error: String(entry.opsError), saw_band: entry.saw.band, saw_total: String(entry.saw.total),
  saw_stage: entry.saw.stage, saw_status: entry.saw.status, saw_lane: entry.saw.lane, saw_reasons: entry.saw.reasons.join(" "), profile: entry.profile, engine: entry.engine,
});

export function trailCsv(trail: readonly Decision[]): Blob {
  return new Blob([csvRow(columns), ...trail.map((entry) => { const row = flat(entry); return csvRow(columns.map((name) => row[name])); })], { type: "text/csv" });
}
export function trailNdjson(trail: readonly Decision[]): Blob {
  return new Blob(trail.map(({ lead: _lead, ...entry }) => `${JSON.stringify(entry)}\n`), { type: "application/x-ndjson" });
}
