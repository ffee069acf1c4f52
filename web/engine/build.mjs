// Builds the package: tables from the core, types, scripts, and the .wasm files beside them, in dist/ here and as a package
// ready to publish in ../../dist/packages/prequal-engine. Needs the WebAssembly builds (cmake --preset wasm).
//
//   node web/engine/build.mjs [--wasm FOLDER]
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { writeTables } from "./scripts/tables.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const flag = process.argv.indexOf("--wasm");
const wasm = flag > 0 ? resolve(process.argv[flag + 1]) : join(root, "build/wasm");

function need(file) {
  if (!existsSync(file)) {
    console.error(`${file} is missing; build it first: cmake --preset wasm && cmake --build --preset wasm (or build-scripts/build)`);
    process.exit(1);
  }
}

/** Puts the scripts that emcc wrote in place of #glue/form and #glue/full. */
const glue = (suffix) => ({
  name: "glue",
  setup({ onResolve }) {
    onResolve({ filter: /^#glue\// }, ({ path }) => ({ path: join(wasm, `prequal-${path.slice("#glue/".length)}${suffix}.mjs`) }));
  },
});

async function bundle(out, suffix) {
  const shared = {
    absWorkingDir: here, bundle: true, minify: true, target: "es2022", format: "esm", legalComments: "none",
    plugins: [glue(suffix)], logLevel: "warning",
  };
  const file = (name) => join(out, `${name}.js`);
  await Promise.all([
    build({ ...shared, entryPoints: ["src/form.ts"], outfile: file("form") }),
    build({ ...shared, entryPoints: ["src/index.ts"], outfile: file("index"), external: ["./form.js"] }),
    build({ ...shared, entryPoints: ["src/page.ts"], outfile: file("page") }),
    build({ ...shared, entryPoints: ["src/client.ts"], outfile: file("client") }),
    build({ ...shared, entryPoints: ["src/problems.ts"], outfile: file("problems") }),
    build({ ...shared, entryPoints: ["src/node.ts"], outfile: file("node"), platform: "node", external: ["./form-node.js"] }),
    build({ ...shared, entryPoints: ["src/form-node.ts"], outfile: file("form-node"), platform: "node", external: ["./form.js"] }),
    // A plain script, so that it also runs from a blob; there is no import.meta then.
    build({ ...shared, entryPoints: ["src/worker-main.ts"], outfile: file("worker"), format: "iife", define: { "import.meta.url": "self.location.href" } }),
  ]);
  for (const name of ["form", "full"]) copyFileSync(join(wasm, `prequal-${name}${suffix}.wasm`), join(out, `prequal-${name}.wasm`));
  copyFileSync(join(wasm, "prequal-page.wasm"), join(out, "prequal-page.wasm"));
}

function declarations(out) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const run = spawnSync(process.execPath, [tsc, "-p", join(here, "tsconfig.build.json"), "--outDir", out], { stdio: "inherit" });
  if (run.status !== 0) process.exit(1);
}

for (const name of ["form", "full"]) need(join(wasm, `prequal-${name}.mjs`));
writeTables();
const dist = join(here, "dist");
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
declarations(dist);
await bundle(dist, "");

// The same with ways to break it, for the tests of recovery.
const test = join(root, "build/web/engine-test");
mkdirSync(test, { recursive: true });
writeFileSync(join(test, "package.json"), `{ "type": "module" }\n`);
await bundle(test, "-test");

const made = join(root, "dist/packages/prequal-engine");
rmSync(made, { recursive: true, force: true });
mkdirSync(made, { recursive: true });
cpSync(dist, join(made, "dist"), { recursive: true });
for (const name of ["package.json", "README.md"]) copyFileSync(join(here, name), join(made, name));
for (const name of ["LICENSE", "NOTICE"]) copyFileSync(join(root, name), join(made, name));
console.log(`prequal-engine ${JSON.parse(readFileSync(join(here, "package.json"), "utf8")).version}: ${made}`);
