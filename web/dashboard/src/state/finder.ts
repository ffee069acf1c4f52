// Finds the leads for which the terms of a query hold. Words are searched by the engine, the rest is compared here.
import type { ProfileInfo } from "prequal-engine";
import type { ColumnValues, ListEngine } from "../engine/list-engine.ts";
import { clockStates } from "../lead/service-clock.ts";
import { ownersOf, standingOf } from "../review/trail.ts";
import { foldText } from "../worker/search.ts";
import { keepScore, type Term } from "./query.ts";
import type { OpenList, State } from "./store.ts";

type Holds = (lead: number) => boolean;

/** Conditions on what the engine or a person decided: by their own names and by those that are shown. */
function coded(column: string, wanted: string, list: OpenList, info: ProfileInfo, state: State): Holds | null {
  const { speech, trail, clocks } = state;
  const called = (facet: "band" | "eligibility" | "status" | "lane" | "clock" | "decision" | "owner"): boolean =>
    facet === column.toLowerCase() || foldText(speech.say(`facet.${facet}`)) === foldText(column);
  const names = { band: info.levels, eligibility: info.eligibilities, status: info.statuses, lane: info.lanes, clock: clockStates };
  const facet = (Object.keys(names) as (keyof typeof names)[]).find(called);
  if (facet !== undefined) {
    const code = names[facet].findIndex((name) => foldText(name) === wanted || foldText(speech.code(facet, name)) === wanted);
    const codes = facet === "clock" ? clocks?.state : list.loaded.columns[facet];
    return (lead) => codes?.[lead] === code;
  }
  if (called("decision")) {
    const standing = standingOf(trail);
    return (lead) => {
      const act = standing.get(lead)?.act;
      return act !== undefined && act !== "undo" && (act === wanted || foldText(speech.say(`act.${act}`)) === wanted);
    };
  }
  if (called("owner")) {
    const owners = ownersOf(trail);
    return (lead) => foldText(owners.get(lead) ?? "") === wanted;
  }
  return null;
}

/** One byte for each lead. A column that the list does not have holds for none. */
export async function findLeads(terms: readonly Term[], list: OpenList, state: State, engine: ListEngine, values: (column: number) => Promise<ColumnValues>): Promise<Uint8Array> {
  const { columns, size, summary } = list.loaded;
  const { info } = state;
  const words = terms.flatMap((term) => (term.kind === "word" && !term.not ? [term.word] : []));
  const found = words.length === 0 ? new Uint8Array(size).fill(1) : await engine.search(words.join(" "));
  const drop = (has: Holds, not: boolean): void => {
    for (let lead = 0; lead < size; ++lead) if (has(lead) === not) found[lead] = 0;
  };
  for (const term of terms) {
    if (term.kind === "score") keepScore(found, columns[term.field], term);
    else if (term.kind === "word") {
      if (!term.not) continue;
      const hits = await engine.search(term.word);
      drop((lead) => hits[lead] === 1, true);
    } else {
      const wanted = foldText(term.value);
      const holds = info === null ? null : coded(term.column, wanted, list, info, state);
      if (holds !== null) drop(holds, term.not);
      else {
        const name = foldText(term.column);
        const column = summary.columns.findIndex((entry) => foldText(entry.name) === name || entry.field === term.column);
        if (column < 0) return new Uint8Array(size);
        const known = await values(column);
        const fits = known.values.map((value) => foldText(value) === wanted);
        drop((lead) => fits[known.codes[lead] ?? 0] === true, term.not);
      }
    }
  }
  return found;
}
