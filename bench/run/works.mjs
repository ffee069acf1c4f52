// What is measured, by name: each work is made once in a process of its own and then run in rounds by the driver.
import { readFileSync } from "node:fs";
import { leads } from "../reference/leads.mjs";
import { expert, idiomatic, kernel, pack } from "../peers/js.mjs";
import * as engines from "../peers/engines.mjs";
import { ajvScored } from "../peers/validated.mjs";
import * as prequal from "../peers/prequal.mjs";

const chunkBytes = 65536;

/** Single leads: a function from a lead object to a verdict (or a promise of one). */
export const singles = {
  "js-expert": async () => expert,
  "js-idiomatic": async () => idiomatic,
  "ajv + js-expert": ajvScored,
  "json-logic-engine": engines.jsonLogicEngine,
  "json-logic-js": engines.jsonLogicJs,
  "json-rules-engine": engines.jsonRulesEngine,
  "cel-js": engines.celJs,
  "zen-engine": engines.zenNative,
  "zen-engine-wasm": engines.zenWasm,
  "prequal, outcome": prequal.outcome,
  "prequal, verdict": prequal.verdict,
  "prequal, verdict explained": prequal.explained,
  "prequal, document": prequal.document,
  "prequal, document and questions": prequal.guided,
};

function* linesOf(bytes) {
  const decoder = new TextDecoder();
  let rest = "";
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const parts = (rest + decoder.decode(bytes.subarray(at, at + chunkBytes), { stream: true })).split("\n");
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== "") yield rest;
}

/** NDJSON bytes to counts in JavaScript: decode, split, JSON.parse a line, score, count. Gives the number of leads. */
function countLines(score) {
  return (bytes) => {
    const bands = {};
    const statuses = {};
    let count = 0;
    for (const line of linesOf(bytes)) {
      const lead = JSON.parse(line);
      count++;
      if (score === null) continue;
      const verdict = score(lead);
      bands[verdict.band] = (bands[verdict.band] ?? 0) + 1;
      statuses[verdict.status] = (statuses[verdict.status] ?? 0) + 1;
    }
    return { count, bands, statuses };
  };
}

async function countAsync(make) {
  const score = await make();
  return async (bytes) => {
    const bands = {};
    const statuses = {};
    let count = 0;
    for (const line of linesOf(bytes)) {
      const verdict = await score(JSON.parse(line));
      count++;
      bands[verdict.band] = (bands[verdict.band] ?? 0) + 1;
      statuses[verdict.status] = (statuses[verdict.status] ?? 0) + 1;
    }
    return { count, bands, statuses };
  };
}

export const listWith = (profile, format) => (bytes) => {
  const list = profile.openList({ format, asOf: prequal.asOf }).value;
  for (let at = 0; at < bytes.length; at += 1 << 18) list.push(bytes.subarray(at, at + (1 << 18)));
  const summary = list.finish();
  if (!summary.ok) throw new Error(JSON.stringify(summary.problems));
  list.dispose();
  return { count: summary.value.records, bands: summary.value.bands, statuses: summary.value.statuses };
};

/** Bytes of a list in, counts out. */
export const ndjson = {
  "parse only": async () => countLines(null),
  "js-expert": async () => countLines(expert),
  "js-idiomatic": async () => countLines(idiomatic),
  "json-logic-engine": async () => countLines(await engines.jsonLogicEngine()),
  "json-rules-engine": async () => countAsync(engines.jsonRulesEngine),
  "prequal": async () => listWith(await prequal.load(), "ndjson"),
};

export const csv = {
  "papaparse alone": async () => {
    const { default: papa } = await import("papaparse");
    return (bytes) => ({ count: papa.parse(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data.length });
  },
  "prequal": async () => listWith(await prequal.load(), "csv"),
};

/** Many leads in memory at once. */
export const bulk = {
  "js-expert, objects": async (objects) => () => {
    let sum = 0;
    for (const lead of objects) sum += expert(lead).total;
    return sum;
  },
  "typed-array kernel, packed columns": async (objects) => {
    const columns = pack(objects);
    return () => {
      kernel(columns);
      return columns.total.reduce((a, b) => a + b, 0);
    };
  },
  "prequal, packed columns": async (objects) => {
    const profile = await prequal.load();
    const packed = profile.packLeads(objects, { asOf: prequal.asOf }).value;
    return () => {
      const columns = packed.qualify({ bounds: false });
      return columns.value.total.reduce((a, b) => a + b, 0);
    };
  },
  "prequal, packed columns with bounds and reasons": async (objects) => {
    const profile = await prequal.load();
    const packed = profile.packLeads(objects, { asOf: prequal.asOf }).value;
    return () => packed.qualify().value.total.reduce((a, b) => a + b, 0);
  },
  "prequal, objects (qualifyMany)": async (objects) => {
    const profile = await prequal.load();
    return () => {
      const columns = profile.qualifyMany(objects, { asOf: prequal.asOf });
      if (!columns.ok) throw new Error(JSON.stringify(columns.problems));
      return columns.value.total.reduce((a, b) => a + b, 0);
    };
  },
};

export const sample = (count) => [...leads(count)];
export const fileBytes = (path, most) => {
  const bytes = readFileSync(path);
  if (bytes.length <= most) return bytes;
  return bytes.subarray(0, bytes.lastIndexOf(10, most) + 1);
};
