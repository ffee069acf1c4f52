// A view of the queue under a name of its own, and as a link. A link holds codes of the engine only: nothing that a person
// typed, no value of the list.
import type { ProfileInfo } from "prequal-engine";
import { clockStates } from "../lead/service-clock.ts";
import type { GroupKey } from "./grouping.ts";
import { noFilters, type Facet, type Filters, type Sort, type SortKey } from "./view.ts";

export interface SavedView {
  readonly name: string;
  /** Names of the engine, so that the view outlives a profile whose codes are numbered otherwise. */
  readonly filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  readonly sorts: readonly Sort[];
  readonly group: GroupKey;
  /** What stands in the query box; never part of a link. */
  readonly query: string;
}

const decisions = ["open", "decided"] as const;
const sortKeys: readonly SortKey[] = ["list", "title", "band", "total", "fit", "intent", "status", "lane"];
const groupKeys: readonly GroupKey[] = ["band", "eligibility", "status", "lane", "clock", "owner"];

const namesOf = (info: ProfileInfo): Readonly<Record<Facet, readonly string[]>> => ({
  band: info.levels, eligibility: info.eligibilities, status: info.statuses, lane: info.lanes,
  reason: info.reasons.map((reason) => (reason.sub === undefined ? reason.code : `${reason.code}.${reason.sub}`)), clock: clockStates, decision: decisions,
});

export function nameFilters(filters: Filters, info: ProfileInfo): SavedView["filters"] {
  const names = namesOf(info);
  return Object.fromEntries((Object.keys(names) as Facet[]).filter((facet) => filters[facet].size > 0).map((facet) => [facet, [...filters[facet]].map((code) => names[facet][code] ?? "")]));
}

/** Names that this profile does not know narrow nothing. */
export function filtersNamed(named: SavedView["filters"], info: ProfileInfo): Filters {
  const names = namesOf(info);
  const sets = Object.entries(named).map(([facet, wanted]) => [facet, new Set((wanted ?? []).map((name) => names[facet as Facet]?.indexOf(name) ?? -1).filter((code) => code >= 0))]);
  return { ...noFilters, ...Object.fromEntries(sets) };
}

/** "band=high&status=active,waiting&order=-band,fit&group=lane" */
export function linkOf(view: Omit<SavedView, "name" | "query">): string {
  const parts = new URLSearchParams();
  for (const [facet, names] of Object.entries(view.filters)) if (names !== undefined && names.length > 0) parts.set(facet, names.join(","));
  parts.set("order", view.sorts.map((sort) => `${sort.down ? "-" : ""}${sort.key}`).join(","));
  // Columns are named by the list; their place says nothing in another one.
  if (groupKeys.includes(view.group)) parts.set("group", view.group);
  return parts.toString().replaceAll("%2C", ",");
}

export function viewOfLink(link: string): Omit<SavedView, "name"> | null {
  const parts = new URLSearchParams(link.replace(/^#/, ""));
  const filters = Object.fromEntries((Object.keys(noFilters) as Facet[]).flatMap((facet) => { const names = parts.get(facet); return names === null ? [] : [[facet, names.split(",")]]; }));
  const sorts = (parts.get("order") ?? "").split(",").flatMap((text): Sort[] => {
    const key = sortKeys.find((name) => name === text.replace(/^-/, ""));
    return key === undefined ? [] : [{ key, down: text.startsWith("-") }];
  });
  const group = groupKeys.find((key) => key === parts.get("group")) ?? "none";
  if (Object.keys(filters).length === 0 && sorts.length === 0 && group === "none") return null;
  return { filters, sorts, group, query: "" };
}
