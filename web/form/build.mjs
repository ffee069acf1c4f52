// Builds dist/: modules without imports, each with the engine's .wasm beside it, and one plain script with the engine inside.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
const out = join(here, "dist");
const wasmPath = createRequire(import.meta.url).resolve("prequal-engine/form.wasm");
const wasm = await readFile(wasmPath);
const integrity = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Where the engine's .wasm comes from: "beside" or "inside". */
const wasmFrom = (place) => ({
  name: "wasm",
  setup({ onResolve }) {
    onResolve({ filter: /^#wasm$/ }, () => ({ path: join(here, "src", `wasm-${place}.ts`) }));
  },
});

function bundle(entry, file, place, format, more = {}) {
  return build({
    entryPoints: [join(here, "src", entry)], outfile: join(out, file),
    bundle: true, format, platform: "browser", target: "es2022", minify: true, legalComments: "none", logLevel: "warning",
    plugins: [wasmFrom(place)],
    ...more,
    define: {
      PREQUAL_VERSION: JSON.stringify(version),
      PREQUAL_WASM_INTEGRITY: JSON.stringify(integrity(wasm)),
      PREQUAL_WASM_BASE64: place === "inside" ? JSON.stringify(gzipSync(wasm, { level: 9 }).toString("base64")) : '""',
      ...more.define,
    },
  });
}

await rm(out, { recursive: true, force: true });
await mkdir(out);
await Promise.all([
  bundle("module.ts", "prequal.mjs", "beside", "esm"),
  bundle("index.ts", "index.mjs", "beside", "esm"),
  bundle("element.ts", "element.mjs", "beside", "esm"),
  // No import.meta in a plain script; nothing asks for an address there.
  bundle("script.ts", "prequal.min.js", "inside", "iife", { define: { "import.meta.url": '"about:blank"' } }),
]);
await cp(wasmPath, join(out, "prequal-form.wasm"));

// What to put into integrity="..." for each file.
const sri = {};
for (const name of ["prequal.mjs", "index.mjs", "element.mjs", "prequal.min.js", "prequal-form.wasm"]) sri[name] = integrity(await readFile(join(out, name)));
await writeFile(join(out, "sri.json"), `${JSON.stringify(sri, null, 2)}\n`);
