// How many leads each choice of a facet would show: those that all other facets and the search let through. One pass.
import type { OutcomeColumns } from "prequal-engine";
import { hasReason, type Beside, type Filters } from "./view.ts";

export const countedFacets = ["band", "eligibility", "status", "lane", "clock", "decision"] as const;
export type CountedFacet = (typeof countedFacets)[number];
export type FacetCounts = Readonly<Record<CountedFacet, Uint32Array>>;

const mostCodes = 256;

export function facetCounts(columns: OutcomeColumns, filters: Filters, found: Uint8Array | null, beside: Beside): FacetCounts {
  const codes = countedFacets.map((facet) => (facet === "clock" ? beside.clock : facet === "decision" ? beside.decision : columns[facet]));
  const sets = countedFacets.map((facet) => filters[facet]);
  const counts = countedFacets.map(() => new Uint32Array(mostCodes));
  for (let lead = 0; lead < columns.size; ++lead) {
    if (found !== null && found[lead] !== 1) continue;
    if (filters.reason.size > 0 && !hasReason(columns, lead, filters.reason)) continue;
    // The facet that alone keeps the lead out, -1 for none, -2 for several.
    let out = -1;
    for (let f = 0; f < codes.length && out !== -2; ++f) {
      const set = sets[f]!;
      const column = codes[f];
      if (set.size === 0 || column == null || set.has(column[lead] ?? -1)) continue;
      out = out === -1 ? f : -2;
    }
    if (out === -2) continue;
    for (let f = 0; f < codes.length; ++f) if (out === -1 || out === f) ++counts[f]![codes[f]?.[lead] ?? 0]!;
  }
  return Object.fromEntries(countedFacets.map((facet, f) => [facet, counts[f]!])) as unknown as FacetCounts;
}
