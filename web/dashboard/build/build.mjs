// Builds the dashboard: dist/ to be hosted, and dist/prequal-offline.html of the project as one file.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeSamples } from "../samples/make.mjs";
import { buildHosted, buildOffline, buildServiceWorker, buildStyles, buildWorkers } from "./bundles.mjs";
import { offlinePage } from "./offline.mjs";
import { filesOf, versionOf } from "./service-worker.mjs";
import { splitEngine, trialLists } from "./split-engine.mjs";
import { writeEnginePart, writeTables } from "./tables.mjs";

const dashboard = fileURLToPath(new URL("..", import.meta.url));
const root = join(dashboard, "../..");
const out = join(dashboard, "dist");
const engine = createRequire(import.meta.url).resolve("prequal-engine/full.wasm");

async function writeAll(folder, files) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

const profiles = await writeTables(root, dashboard);
const samples = makeSamples();

// In two parts where that can be done; else whole.
const parts = join(dashboard, "dist-engine");
await rm(parts, { recursive: true, force: true });
await mkdir(parts, { recursive: true });
const names = { first: "prequal-first.wasm", rest: "prequal-rest.wasm" };
const split = await splitEngine({ wasm: engine, first: join(parts, names.first), rest: join(parts, names.rest), profiles, samples: trialLists(samples) });
if (!split) {
  console.log("the dashboard's engine stays whole: wasm-split of binaryen is not there");
  await cp(engine, join(parts, "prequal-full.wasm"));
}
await writeEnginePart(dashboard, split ? names : { first: "prequal-full.wasm", rest: "" });

await buildHosted(out);
const workers = await buildWorkers();
for (const [name, text] of Object.entries(workers)) await writeFile(join(out, `${name}.js`), text);
await writeAll(join(out, "profiles"), Object.fromEntries(Object.entries(profiles).map(([id, text]) => [`${id}.json`, text])));
await writeAll(join(out, "samples"), samples);
await cp(parts, out, { recursive: true });
// Last, when everything that it keeps is there.
const files = await filesOf(out);
await writeFile(join(out, "service-worker.js"), await buildServiceWorker(files, versionOf(files)));

const page = offlinePage({
  script: await buildOffline(),
  style: await buildStyles(),
  workers,
  engine: await readFile(engine),
  // Their notes and spaces are for people who edit them.
  profiles: Object.fromEntries(Object.entries(profiles).map(([id, text]) => [id, JSON.stringify(JSON.parse(text))])),
  samples,
  icon: await readFile(join(dashboard, "public/icon.svg"), "utf8"),
});
await mkdir(join(root, "dist"), { recursive: true });
await writeFile(join(root, "dist/prequal-offline.html"), page);
