// Builds dist/: one ES module without imports, and the engine's .wasm beside it.
import { build } from "esbuild";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const { version } = JSON.parse(await readFile(join(here, "package.json"), "utf8"));
const out = join(here, "dist");

await rm(out, { recursive: true, force: true });
await mkdir(out);
await build({
  entryPoints: [join(here, "src/index.ts")],
  outfile: join(out, "prequal.mjs"),
  bundle: true,
  format: "esm",
  platform: "browser",
  target: "es2022",
  minify: true,
  legalComments: "none",
  define: { PREQUAL_VERSION: JSON.stringify(version) },
  logLevel: "warning",
});
await cp(createRequire(import.meta.url).resolve("prequal-engine/form.wasm"), join(out, "prequal-form.wasm"));
