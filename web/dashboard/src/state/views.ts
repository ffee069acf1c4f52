// Views that are set up at once: filters and an order, by what they are for.
import type { ProfileInfo } from "prequal-engine";
import { clockStates } from "../lead/service-clock.ts";
import { noFilters, type Facet, type Filters, type Sort } from "./view.ts";

export const viewNames = ["all", "now", "hot", "overdue", "needs", "out"] as const;
export type ViewName = (typeof viewNames)[number];

export interface View {
  readonly filters: Filters;
  readonly sort: Sort;
}

const byBand: Sort = { key: "band", down: true };

export function viewOf(name: ViewName, info: ProfileInfo): View {
  const high = info.levels.indexOf("high");
  const chosen: Readonly<Record<ViewName, Partial<Record<Facet, number>>>> = {
    all: {},
    now: { band: high, status: info.statuses.indexOf("active"), decision: 0 },
    hot: { band: high, decision: 0 },
    overdue: { clock: clockStates.indexOf("breached") },
    needs: { status: info.statuses.indexOf("needs_data") },
    out: { eligibility: info.eligibilities.indexOf("ineligible") },
  };
  const sets = Object.fromEntries(Object.entries(chosen[name]).map(([facet, code]) => [facet, new Set([code])]));
  return { filters: { ...noFilters, ...sets }, sort: byBand };
}

/** Which of the views the filters are, or null. */
export function viewNamed(filters: Filters, info: ProfileInfo): ViewName | null {
  const same = (a: ReadonlySet<number>, b: ReadonlySet<number>): boolean => a.size === b.size && [...a].every((code) => b.has(code));
  const facets = Object.keys(noFilters) as Facet[];
  return viewNames.find((name) => { const view = viewOf(name, info); return facets.every((facet) => same(filters[facet], view.filters[facet])); }) ?? null;
}
