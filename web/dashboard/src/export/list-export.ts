// What is shown, as a file: the outcome of each lead with its reasons and decisions, and the columns of the list if wanted.
import type { ProfileInfo } from "prequal-engine";
import type { ListEngine } from "../engine/list-engine.ts";
import { isPersonal } from "../lead/masking.ts";
import { mergesOf, overridesOf, ownersOf, standingOf } from "../review/trail.ts";
import type { OpenList, State } from "../state/store.ts";
import { reasonsOf } from "../state/view.ts";
import { csvRow } from "./csv.ts";

export interface ExportOptions {
  readonly format: "csv" | "ndjson" | "crm";
  /** The columns of the list too. */
  readonly record: boolean;
  /** Personal and sensitive columns among them. */
  readonly personal: boolean;
}

const atOnce = 2000;

/** Columns that the export adds. They begin with "prequal_", so that a re-import takes them for nothing else. */
const added = [
  "prequal_total", "prequal_total_low", "prequal_total_high", "prequal_fit", "prequal_intent", "prequal_band", "prequal_eligibility", "prequal_status",
  "prequal_lane", "prequal_reasons", "prequal_settled", "prequal_profile", "prequal_as_of", "prequal_decision", "prequal_decided_by", "prequal_decided_at", "prequal_override", "prequal_owner", "prequal_merged_into",
] as const;
type Added = Readonly<Record<(typeof added)[number], string | number | boolean>>;

function outcomeOf(lead: number, list: OpenList, info: ProfileInfo, standing: ReturnType<typeof standingOf>, overrides: ReturnType<typeof overridesOf>, trail: State["trail"]): Added {
  const owners = ownersOf(trail);
  const merges = mergesOf(trail);
  const { columns, summary } = list.loaded;
  const decision = standing.get(lead);
  return {
    prequal_total: columns.total[lead] ?? 0,
    prequal_total_low: columns.totalLow[lead] ?? 0,
    prequal_total_high: columns.totalHigh[lead] ?? 0,
    prequal_fit: columns.fit[lead] ?? 0,
    prequal_intent: columns.intent[lead] ?? 0,
    prequal_band: info.levels[columns.band[lead] ?? 0] ?? "",
    prequal_eligibility: info.eligibilities[columns.eligibility[lead] ?? 0] ?? "",
    prequal_status: info.statuses[columns.status[lead] ?? 0] ?? "",
    prequal_lane: info.lanes[columns.lane[lead] ?? 0] ?? "",
    prequal_reasons: reasonsOf(columns, lead).map((index) => info.reasons[index]?.code ?? "").join(" "),
    prequal_settled: columns.settled[lead] === 1,
    prequal_profile: `${info.id}@${info.version}`,
    prequal_as_of: summary.asOf,
    prequal_decision: decision?.act ?? "",
    prequal_decided_by: decision?.by ?? "",
    prequal_decided_at: decision?.at ?? "",
    prequal_override: overrides.get(lead)?.to ?? "",
    prequal_owner: owners.get(lead) ?? "",
    prequal_merged_into: merges.get(lead)?.merged.intoRecord ?? "",
  };
}

export async function exportList(engine: ListEngine, state: State, options: ExportOptions): Promise<Blob> {
  const { phase, info, shown, trail, speech } = state;
  if (phase.kind !== "ready" || info === null) throw new Error("no list");
  const { list } = phase;
  const parts: string[] = [];
  const leads = [...shown];
  if (options.format === "crm") {
    const records = await engine.crm(leads, { language: speech.language, personal: options.personal });
    for (const record of records) parts.push(`${JSON.stringify(record)}\n`);
    return new Blob(parts, { type: "application/x-ndjson" });
  }
  const standing = standingOf(trail);
  const overrides = overridesOf(trail, new Date().toISOString().slice(0, 10));
  const columns = list.loaded.summary.columns;
  // Columns of an export that comes back are written anew, not twice.
  const kept = columns.flatMap((column, i) =>
    (added as readonly string[]).includes(column.name) || !options.record || (!options.personal && column.field !== "id" && isPersonal(column.field, info)) ? [] : [i],
  );
  if (options.format === "csv") parts.push(csvRow([...kept.map((i) => columns[i]!.name), ...added]));
  for (let at = 0; at < leads.length; at += atOnce) {
    const some = leads.slice(at, at + atOnce);
    const records = kept.length === 0 ? [] : await engine.records(some);
    some.forEach((lead, i) => {
      const cells = kept.map((column) => records[i]?.[column] ?? "");
      const outcome = outcomeOf(lead, list, info, standing, overrides, trail);
      parts.push(
        options.format === "csv"
          ? csvRow([...cells, ...added.map((name) => String(outcome[name]))])
          : `${JSON.stringify({ row: list.loaded.rows[lead], ...Object.fromEntries(kept.map((column, k) => [columns[column]!.name, cells[k]])), ...outcome })}\n`,
      );
    });
  }
  return new Blob(parts, { type: options.format === "csv" ? "text/csv" : "application/x-ndjson" });
}
