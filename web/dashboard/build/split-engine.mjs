// Splits the engine in two for the hosted page: what runs until a list stands (read, qualified, counted, shown), and the rest
// (verdicts in full, duplicates, audit, comparison, pages, packing), which is loaded then, or when it is first needed. Which
// function belongs where is found by running an instrumented engine over the shipped profiles and samples; whatever that
// misses still works, and brings the rest.
// Needs binaryen's wasm-split.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate, ndjson } from "../samples/leads/generate.mjs";
import { loadEngine, restNames } from "prequal-engine";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const features = ["--enable-simd", "--enable-bulk-memory", "--enable-nontrapping-float-to-int", "--enable-sign-ext", "--enable-mutable-globals", "--enable-reference-types", "--enable-multivalue"];
const page = 65_536;
const fewRows = 80;
/** Of the list in which nearly everything occurs. */
const manyRows = 400;
const atOnce = 1024;

/** Beside the compiler that the build uses, or on the PATH. */
function findTool() {
  const places = [join(root, ".toolchain/emscripten/binaryen/bin"), ...(process.env.PATH ?? "").split(":"), ...(process.env.PATH ?? "").split(":").map((place) => join(dirname(place), "bin")), "/usr/lib/binaryen/bin"];
  return places.map((place) => join(place, "wasm-split")).find((file) => existsSync(file)) ?? null;
}

const value = (result) => {
  if (!result.ok) throw new Error(`the engine refused: ${JSON.stringify(result.problems)}`);
  return result.value;
};

/** The lists that each profile is tried with: the shipped samples, the same as other kinds of files, and leads of every field. */
export function trialLists(samples) {
  // An instrumented engine is slow, and a few rows go the same ways as many.
  const few = (text) => text.split("\n").slice(0, fewRows).join("\n");
  const clinics = few(samples["clinics-sample.ndjson"]);
  const hospitals = few(samples["hospitals-sample.csv"]);
  const rows = clinics.trim().split("\n").map((line) => JSON.parse(line));
  const array = JSON.stringify(rows);
  const tabs = hospitals.replaceAll(",", "\t");
  const season = ndjson(generate({ count: manyRows }).leads);
  return [clinics, hospitals, array, tabs, season];
}

/** What happens until a list stands: read, qualify, count, show. What opens a lead comes right after it, in the second part. */
async function work(engine, profiles, samples) {
  for (const text of Object.values(profiles)) {
    const profile = value(engine.compile(text));
    for (const list of samples) {
      const opened = value(profile.openList({}));
      value(opened.push(list));
      if (!opened.end().ok) value(opened.end(new Date("2026-11-20T10:00:00Z")));
      while (!value(opened.advance())) { /* until all are qualified */ }
      value(opened.summary());
      value(opened.outcomes());
      value(opened.rows());
      value(opened.problems());
      value(opened.clocks(0, atOnce));
      value(opened.columnCells(0, 0, atOnce));
      value(opened.cells(0));
      value(opened.record(0));
      opened.dispose();
    }
    // A draft of a profile that does not hold is said at once.
    engine.compile(text.replace('"rules"', '"ruels"'));
    profile.dispose();
  }
}

/** Writes the two parts; false where the tool is missing, and then nothing is written. */
export async function splitEngine({ wasm, first, rest, profiles, samples }) {
  const tool = findTool();
  if (tool === null) return false;
  const folder = mkdtempSync(join(tmpdir(), "prequal-split-"));
  const file = (name) => join(folder, name);
  try {
    execFileSync(tool, ["--instrument", ...features, wasm, "-o", file("instrumented.wasm")], { stdio: "inherit" });
    // The instance that the engine starts, at once or later, is the one whose profile is written.
    const started = [];
    const { Instance, instantiate } = WebAssembly;
    WebAssembly.Instance = class extends Instance {
      constructor(...given) {
        super(...given);
        started.push(this);
      }
    };
    WebAssembly.instantiate = async (...given) => {
      const made = await instantiate.apply(WebAssembly, given);
      started.push(made.instance ?? made);
      return made;
    };
    try {
      const engine = value(await loadEngine({ wasm: readFileSync(file("instrumented.wasm")) }));
      await work(engine, profiles, samples);
    } finally {
      Object.assign(WebAssembly, { Instance, instantiate });
    }
    const { exports } = started[0];
    const memory = Object.values(exports).find((entry) => entry instanceof WebAssembly.Memory);
    const size = exports.__write_profile(0, 0);
    const at = memory.grow(Math.ceil(size / page)) * page;
    exports.__write_profile(at, size);
    writeFileSync(file("profile"), new Uint8Array(memory.buffer, at, size));
    execFileSync(tool, ["--split", ...features, wasm, `--profile=${file("profile")}`, `--export-prefix=${restNames.prefix}`, `--placeholder-namespace=${restNames.placeholders}`, `--import-namespace=${restNames.first}`, "-o1", first, "-o2", rest], { stdio: "inherit" });
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
