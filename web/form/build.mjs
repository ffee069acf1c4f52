// Builds dist/: modules without imports, each with the engine's .wasm beside it, one plain script with the engine inside, and the
// shipped profiles packed.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadEngine } from "prequal-engine";

const here = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
const out = join(here, "dist");
const { resolve } = createRequire(import.meta.url);
const wasmPath = resolve("prequal-engine/page.wasm");
const wasm = await readFile(wasmPath);
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Where the engine's .wasm comes from: "beside" or "inside". */
const wasmFrom = (place) => ({
  name: "wasm",
  setup({ onResolve }) {
    onResolve({ filter: /^#wasm$/ }, () => ({ path: join(here, "src", `wasm-${place}.ts`) }));
  },
});

// Characters that no string literal holds as they are (a NUL is allowed and trips tools): they stand 256 higher.
const awkward = new Set([0, 10, 13, 34, 92]);
/** The mask that makes the fewest bytes awkward: the two most frequent bytes of WebAssembly are 0 and 1. */
function findMask(bytes) {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte]++;
  const price = (mask) => [...awkward].reduce((sum, code) => sum + counts[code ^ mask], 0);
  return [...Array(128).keys()].reduce((best, mask) => (price(mask) < price(best) ? mask : best), 0);
}
/** Bytes as characters of a string literal (wasm-inside.ts turns them back): compresses nearly as well as the bytes do. */
const toText = (bytes, mask) => Array.from(bytes, (byte) => String.fromCharCode((byte ^ mask) + (awkward.has(byte ^ mask) ? 256 : 0))).join("");
const mask = findMask(wasm);
const marker = "@prequal-page.wasm@";

async function bundle(entry, file, place, format, more = {}) {
  const { outputFiles } = await build({
    entryPoints: [join(here, "src", entry)], outfile: join(out, file), write: false,
    bundle: true, format, platform: "browser", target: "es2022", minify: true, legalComments: "none", logLevel: "warning",
    plugins: [wasmFrom(place)],
    ...more,
    define: {
      PREQUAL_VERSION: JSON.stringify(version),
      PREQUAL_WASM_INTEGRITY: JSON.stringify(integrity(wasm)),
      PREQUAL_WASM_TEXT: JSON.stringify(marker),
      PREQUAL_WASM_MASK: String(mask),
      ...more.define,
    },
  });
  const { text } = outputFiles[0];
  if (place !== "inside") return writeFile(join(out, file), text);
  const [before, after, ...rest] = text.split(`"${marker}"`);
  if (after === undefined || rest.length > 0) throw new Error("the place of the engine in the script is not where it should be");
  // The mark at its start says UTF-8 whatever the page or the server think.
  return writeFile(join(out, file), `\uFEFF${before}"${toText(wasm, mask)}"${after}`);
}

await rm(out, { recursive: true, force: true });
await mkdir(out);
await Promise.all([
  bundle("module.ts", "prequal.mjs", "beside", "esm"),
  bundle("index.ts", "index.mjs", "beside", "esm"),
  bundle("element.ts", "element.mjs", "beside", "esm"),
  // No import.meta in a plain script; nothing asks for an address there.
  bundle("packer.ts", "prequal-pack.mjs", "beside", "esm"),
  bundle("script.ts", "prequal.min.js", "inside", "iife", { define: { "import.meta.url": '"about:blank"' } }),
]);
await cp(wasmPath, join(out, "prequal-page.wasm"));
await cp(resolve("prequal-engine/full.wasm"), join(out, "prequal-full.wasm"));

// The shipped profiles as pages load them.
const engine = await loadEngine();
if (!engine.ok) throw new Error(engine.problems[0].message);
const profiles = join(here, "../../core/profiles");
await mkdir(join(out, "profiles"));
for (const file of (await readdir(profiles)).filter((name) => name.endsWith(".json") && name !== "set.json")) {
  const profile = engine.value.compile(await readFile(join(profiles, file)));
  const packed = profile.ok ? profile.value.toPacked({ for: "page" }) : profile;
  if (!packed.ok) throw new Error(`${file}: ${packed.problems[0].message}`);
  await writeFile(join(out, "profiles", file.replace(/json$/, "pack")), packed.value);
}

// What to put into integrity="..." for each file.
const sri = {};
for (const name of (await readdir(out)).filter((file) => /\.(m?js|wasm)$/.test(file))) sri[name] = integrity(await readFile(join(out, name)));
await writeFile(join(out, "sri.json"), `${JSON.stringify(sri, null, 2)}\n`);
