// Cold start in Node: a fresh process imports one bundled file, prepares the reference work and gives its first verdict. prequal
// does so twice: as an importer who minds the start would (the small engine, the profile packed beforehand by `prequal pack`),
// and with the full engine and the profile as JSON.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { load } from "../peers/prequal.mjs";
import { median } from "./driver.mjs";
import { sample } from "./works.mjs";

const require = createRequire(import.meta.url);
const peers = new URL("../peers/", import.meta.url).pathname;
const makers = {
  "js-expert": `import { expert } from "${peers}js.mjs"; export const make = async () => expert;`,
  "json-logic-engine": `export { jsonLogicEngine as make } from "${peers}engines.mjs";`,
  "json-logic-js": `export { jsonLogicJs as make } from "${peers}engines.mjs";`,
  "json-rules-engine": `export { jsonRulesEngine as make } from "${peers}engines.mjs";`,
  "cel-js": `export { celJs as make } from "${peers}engines.mjs";`,
  "zen-engine-wasm": `export { zenWasm as make } from "${peers}engines.mjs";`,
  "prequal": `import { readFileSync } from "node:fs";
    import { loadEngine } from "prequal-engine/form";
    import { asOf, read } from "${peers}prequal-verdict.mjs";
    export async function make() {
      const profile = (await loadEngine()).value.compile(readFileSync(new URL("./profile.bin", import.meta.url))).value;
      return (lead) => read(profile.qualify(lead, { asOf, questions: false }).value);
    }`,
  "prequal, full engine and JSON profile": `export { verdict as make } from "${peers}prequal.mjs";`,
};
const uses = { "js-expert": [], "json-logic-engine": ["json-logic-engine"], "json-logic-js": ["json-logic-js"], "json-rules-engine": ["json-rules-engine"],
  "cel-js": ["cel-js"], "zen-engine-wasm": ["@gorules/zen-engine-wasm"], "prequal": ["prequal-engine/form"], "prequal, full engine and JSON profile": ["prequal-engine"] };

/** Milliseconds by name, and bytes of the bundle (with its WebAssembly file), compressed. */
export async function cold(folder, rounds) {
  mkdirSync(folder, { recursive: true });
  const packed = (await load()).toPacked().value;
  const lead = JSON.stringify(sample(1)[0]);
  const out = Object.fromEntries(Object.keys(makers).map((name) => [name, { times: [] }]));
  for (const [name, source] of Object.entries(makers)) {
    const place = join(folder, name.replaceAll(" ", "-"));
    mkdirSync(place, { recursive: true });
    // Other engines' imports are dynamic, so only what is listed gets into the bundle.
    const others = Object.values(uses).flat().filter((module) => !uses[name].some((used) => used === module || used.startsWith(`${module}/`))).concat("@gorules/zen-engine", "ajv", "papaparse");
    await build({ stdin: { contents: source, resolveDir: peers }, bundle: true, minify: true, format: "esm", platform: "node", outfile: join(place, "bundle.mjs"),
      external: others, logLevel: "error",
      // Bundled CommonJS asks for Node's own modules with require().
      banner: { js: 'import { createRequire as nodeRequire } from "node:module"; const require = nodeRequire(import.meta.url);' } });
    let wasm = null;
    if (name === "prequal") wasm = require.resolve("prequal-engine/form.wasm");
    if (name.startsWith("prequal,")) wasm = require.resolve("prequal-engine/full.wasm");
    if (name === "zen-engine-wasm") wasm = require.resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
    if (wasm !== null) cpSync(wasm, join(place, wasm.split("/").pop()));
    writeFileSync(join(place, "start.mjs"), `const began = performance.now();
globalThis.zenWasmPath = new URL("./zen_engine_wasm_bg.wasm", import.meta.url).pathname;
const { make } = await import("./bundle.mjs");
const score = await make();
await score(${lead});
console.log(performance.now() - began);
process.exit(0);\n`);
    if (name === "prequal") writeFileSync(join(place, "profile.bin"), packed);
    const files = [readFileSync(join(place, "bundle.mjs")), ...(wasm === null ? [] : [readFileSync(wasm)])];
    const size = (compress) => files.reduce((sum, file) => sum + (compress ? compress(file) : file).length, 0) / 1024;
    Object.assign(out[name], { place, raw: size(null), gzip: size((file) => gzipSync(file, { level: 9 })), brotli: size(brotliCompressSync) });
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, entry] of Object.entries(out)) {
      const run = spawnSync(process.execPath, [join(entry.place, "start.mjs")], { encoding: "utf8" });
      if (run.status !== 0) throw new Error(`${name}: ${run.stderr}`);
      entry.times.push(Number(run.stdout));
    }
  }
  return Object.fromEntries(Object.entries(out).map(([name, entry]) => [name, { milliseconds: median(entry.times), least: Math.min(...entry.times),
    most: Math.max(...entry.times), raw: entry.raw, gzip: entry.gzip, brotli: entry.brotli }]));
}
