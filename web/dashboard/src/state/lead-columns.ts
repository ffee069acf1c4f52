// Which columns the table of leads has: those that room allows, or those that a person chose, columns of the list among them.
import type { ListColumn, ProfileInfo } from "prequal-engine";
import { isPersonal } from "../lead/masking.ts";
import type { SortKey } from "./view.ts";

export const ownColumns = ["band", "total", "fit", "intent", "status", "reasons", "lane"] as const;
export type OwnColumn = (typeof ownColumns)[number];

/** The table as a person set it up. */
export interface TableSetup {
  /** Rows in sight only, or a plain table in pages. */
  readonly form: "grid" | "plain";
  /** Null is what room allows. Columns of the list by their names. */
  readonly columns: { readonly own: readonly OwnColumn[]; readonly list: readonly string[] } | null;
}
export const firstTable: TableSetup = { form: "grid", columns: null };

export interface LeadColumn {
  readonly key: OwnColumn | "title" | "list";
  /** Of a column of the list: its place there. */
  readonly at: number;
  /** Of a column of the list; the others are named by their key. */
  readonly name: string;
  readonly sort: SortKey | null;
}

const own = (key: OwnColumn | "title"): LeadColumn => ({ key, at: -1, name: "", sort: key === "reasons" ? null : key });

/** The lead itself always comes first. Columns with personal data are left out while these are hidden. */
export function leadColumns(setup: TableSetup, columns: readonly ListColumn[], info: ProfileInfo, masked: boolean): readonly LeadColumn[] {
  const chosen = setup.columns;
  const keys = chosen === null ? ownColumns : ownColumns.filter((key) => chosen.own.includes(key));
  const listed = (chosen?.list ?? []).flatMap((name): LeadColumn[] => {
    const at = columns.findIndex((column) => column.name === name);
    return at < 0 || (masked && isPersonal(columns[at]?.field ?? null, info)) ? [] : [{ key: "list", at, name, sort: null }];
  });
  return [own("title"), ...keys.map(own), ...listed];
}

/** What was kept on a device; anything else is the first setup. */
export function readSetup(value: unknown): TableSetup {
  const { form, columns } = (typeof value === "object" && value !== null ? value : {}) as Partial<Record<keyof TableSetup, unknown>>;
  const { own: keys, list } = (typeof columns === "object" && columns !== null ? columns : {}) as { own?: unknown; list?: unknown };
  const texts = (from: unknown): readonly string[] => (Array.isArray(from) ? from.filter((entry): entry is string => typeof entry === "string") : []);
  return { form: form === "plain" ? "plain" : "grid", columns: Array.isArray(keys) ? { own: ownColumns.filter((key) => texts(keys).includes(key)), list: texts(list) } : null };
}
