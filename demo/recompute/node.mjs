// For Node, in the manner of Express: app.post("/lead", urlencoded, await qualifyAgain({ profiles: ["my-profile.json"] }), save)
import { readFile } from "node:fs/promises";
import { loadEngine } from "prequal-engine";
import { makeRecompute } from "./recompute.mjs";

/** Name and value pairs of a body as the usual parsers leave it: an object whose values are texts or lists of texts. */
export function toPairs(body) {
  return Object.entries(body ?? {}).flatMap(([name, value]) => [value].flat().map((one) => [name, String(one)]));
}

/** Loads the engine and the profiles once (the current one first). Resolves to the function of makeRecompute(). */
export async function loadRecompute(profiles, options) {
  const engine = await loadEngine();
  if (!engine.ok) throw new Error(engine.problems[0].message);
  return makeRecompute(engine.value, await Promise.all(profiles.map((path) => readFile(path))), options);
}

/**
 * Resolves to a middleware that puts what the server found into request.prequal, or null when it could not. It never refuses a
 * submission: a lead that cannot be qualified is still a lead.
 */
export async function qualifyAgain({ profiles, ...options }) {
  const recompute = await loadRecompute(profiles, options);
  return (request, response, next) => {
    try {
      request.prequal = recompute(toPairs(request.body));
    } catch {
      request.prequal = null;
    }
    next();
  };
}
