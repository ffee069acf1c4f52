// The results as Markdown.
const short = (n) => (n >= 1e6 ? `${(n / 1e6).toFixed(2)}M` : n >= 1e4 ? `${(n / 1e3).toFixed(0)}k` : n >= 1e3 ? `${(n / 1e3).toFixed(1)}k` : n >= 100 ? n.toFixed(0) : n.toPrecision(3));
const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (head, rows) => [row(head), row(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(row)].join("\n");
const spread = (entry) => `${short(entry.least)} to ${short(entry.most)}`;

function speeds(entries, unit, against) {
  return table(["", unit, "spread over rounds", `times ${against}`], Object.entries(entries).map(([name, entry]) =>
    [name, short(entry.median), spread(entry), `${entry.ratio.toPrecision(3)} (${entry.ratioLeast.toPrecision(3)} to ${entry.ratioMost.toPrecision(3)})`]));
}

export function asked(results) {
  const { single, bulk, ndjson, chromium, native, cold } = results;
  const p50 = (name) => single.p50[name].median;
  const kernel = bulk["typed-array kernel, packed columns"].median;
  const packed = bulk["prequal, packed columns"].median;
  const file = native.speed["prequal command"];
  const wasmMegabytes = results.ndjson.megabytes.prequal.median;
  return [
    ["Packed columns, against the typed-array kernel", packed / kernel, "5"],
    ["Packed columns, against expert JavaScript over objects", packed / bulk["js-expert, objects"].median, "80"],
    ["NDJSON to counts, Node, against parse only", ndjson.speed.prequal.ratio, "3"],
    ["NDJSON to counts, Node, against json-rules-engine", ndjson.speed.prequal.median / ndjson.speed["json-rules-engine"].median, "100"],
    ["CSV to counts, Chromium's worker, against papaparse alone", chromium.prequal.ratio, "8"],
    ["One lead, verdict read: time against idiomatic JavaScript", p50("prequal, verdict") / p50("js-idiomatic"), "at most 2.5"],
    ["One lead, verdict read: faster than json-rules-engine", p50("json-rules-engine") / p50("prequal, verdict"), "25"],
    ["One lead, verdict read: faster than zen-engine-wasm", p50("zen-engine-wasm") / p50("prequal, verdict"), "15"],
    ["One lead, with questions and explanation, microseconds", p50("prequal, verdict explained"), "at most 40"],
    ["One lead, the whole document parsed from its text: time against idiomatic JavaScript", p50("prequal, document") / p50("js-idiomatic"), ""],
    ["Cold start: time against json-rules-engine", cold.prequal.milliseconds / cold["json-rules-engine"].milliseconds, "below 1"],
    ["Native command, MB/s of processor time", file.median, "500"],
    ["The same against reading and counting newlines", file.ratio, "0.6"],
    ["Native command, MiB of memory", native.megabytes, "below 64"],
    ["WebAssembly against native, time for the same NDJSON", file.median / wasmMegabytes, "at most 1.6"],
  ].map(([name, value, wanted]) => [name, value >= 100 ? value.toFixed(0) : value.toPrecision(3), wanted]);
}

/** Tables of what growth() gave. */
export const growthTables = (growth) => Object.entries(growth).map(([name, points]) =>
  table([name, "microseconds a lead"], points.map((point) => [point.size, point.microseconds.toFixed(2)]))).join("\n\n");

export function toMarkdown(r) {
  const single = Object.keys(r.single.speed).map((name) => [name, short(r.single.speed[name].median), spread(r.single.speed[name]), short(r.single.p50[name].median),
    short(r.single.p99[name].median), `${r.single.p50[name].ratio.toPrecision(3)}`]);
  return `# Benchmarks of ${r.date.slice(0, 10)}

${r.processors} processors (${r.processor.trim()}), load ${r.load} at the start, Node ${r.node}, commit ${r.commit}${r.quick ? ", **quick run**: figures are rough" : ""}. Seeded leads of ${r.leadBytes.toFixed(0)} bytes of JSON, one answer in ten missing, half of those null and half absent. ${r.equal.engines} engines gave the same outcome on ${r.equal.leads} leads. Rounds are interleaved after one round of warming up; medians, ratios taken inside a round. Took ${r.seconds.toFixed(0)} s.

## What was asked

${table(["", "measured", "asked"], asked(r))}

## One lead: an object in, a verdict out, Node

${table(["", "leads/s", "spread over rounds", "p50, microseconds", "p99", "p50, times js-idiomatic"], single)}

## Many leads in memory, Node

${speeds(r.bulk, "leads/s", "js-expert")}

## NDJSON bytes to counts, Node, one thread

${speeds(r.ndjson.speed, "leads/s", "parse only")}

## CSV bytes to counts, Node

${speeds(r.csv, "MB/s", "papaparse alone")}

## CSV bytes to counts, Chromium's worker

${speeds(r.chromium, "MB/s", "papaparse alone")}

## Native command, NDJSON file to summary (processor time)

${speeds(r.native.speed, "MB/s", "reading and counting newlines")}

Most memory: ${r.native.megabytes.toFixed(1)} MiB.

## Cold start and payload (engine, reference work and glue; WebAssembly included)

${table(["", "import to first verdict, ms", "spread", "KiB raw", "gzip", "brotli"], Object.entries(r.cold).map(([name, entry]) =>
    [name, entry.milliseconds.toFixed(1), `${entry.least.toFixed(1)} to ${entry.most.toFixed(1)}`, entry.raw.toFixed(0), entry.gzip.toFixed(1), entry.brotli.toFixed(1)]))}

## Cost as work grows (native, microseconds of processor time for each lead)

${growthTables(r.growth)}
`;
}
