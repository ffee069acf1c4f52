// The engine in Node, as the tests' own source of counts and verdicts.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "prequal-engine";
import { root } from "./demo.mjs";

function need(result) {
  if (!result.ok) throw new Error(result.problems.map((problem) => problem.message).join("; "));
  return result.value;
}

/** A finished list, with its counts. */
export async function openList(profileId, text) {
  const engine = need(await loadEngine());
  const profile = need(engine.compile(readFileSync(join(root, "core/profiles", `${profileId}.json`), "utf8")));
  const list = need(profile.openList());
  need(list.push(text));
  return { list, profile, summary: need(list.finish()) };
}

/** Counts of a list, and the verdict of each lead on demand. */
export async function qualifyList(profileId, text) {
  const { list, profile, summary } = await openList(profileId, text);
  return { summary, info: profile.info, outcomes: need(list.outcomes()), verdict: (lead) => need(list.verdict(lead)), cells: (lead) => need(list.cells(lead)) };
}
