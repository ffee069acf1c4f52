// Which record goes into which, for whoever merges them where the list came from.
import { mergesOf, type Decision } from "../review/trail.ts";
import { csvRow } from "./csv.ts";

export function mergeMapCsv(trail: readonly Decision[]): Blob {
  const rows = [...mergesOf(trail).values()].map((entry) => csvRow([
    String(entry.record), entry.leadId, String(entry.merged.intoRecord), entry.by, entry.at,
    Object.entries(entry.merged.fields).map(([column, record]) => `${column}: ${record}`).join("; "), entry.note,
  ]));
  return new Blob([csvRow(["record", "lead_id", "into_record", "decided_by", "decided_at", "values_from_record", "note"]), ...rows], { type: "text/csv" });
}
