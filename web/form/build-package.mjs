// After build.mjs: what makes dist/ a package. Adapters, types, the style sheet, the custom elements manifest, data for editors,
// and the whole with the engine in ../../dist/packages/prequal, ready to publish.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, normalize, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { toEditorData, toManifest } from "./manifest/manifest.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");
const out = join(here, "dist");
const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));
const writeJson = (path, value) => writeFile(path, `${JSON.stringify(value, null, 2)}\n`);

async function adapters() {
  const names = (await readdir(join(here, "src/adapters"))).filter((name) => name !== "shared.ts");
  await build({
    entryPoints: names.map((name) => join(here, "src/adapters", name)), outdir: join(out, "adapters"), outExtension: { ".js": ".mjs" },
    bundle: true, format: "esm", platform: "browser", target: "es2022", minify: true, legalComments: "none", logLevel: "warning",
  });
}

async function styleSheet() {
  const { outputFiles } = await build({ entryPoints: [join(here, "src/style.ts")], bundle: true, format: "esm", write: false });
  const { css } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
  await writeFile(join(out, "style.css"), css.trimStart() + "\n");
}

/** Types of what can be imported, and of what these name; the engine's own lie beside them in the package. */
async function types() {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const made = join(root, "build/web/form-types");
  await rm(made, { recursive: true, force: true });
  const run = spawnSync(process.execPath, [tsc, "-p", join(here, "tsconfig.build.json"), "--outDir", made], { stdio: "inherit" });
  if (run.status !== 0) process.exit(1);
  const from = join(made, "form/src");
  const open = ["index", "element", "adapters/hubspot", "adapters/marketo", "adapters/gravity-forms", "adapters/contact-form-7", "adapters/webflow"];
  for (const done = new Set(); open.length > 0; ) {
    const name = open.pop();
    if (done.has(name)) continue;
    done.add(name);
    const text = await readFile(join(from, `${name}.d.ts`), "utf8");
    for (const [, path] of text.matchAll(/from "(\.[^"]*)\.ts"/g)) open.push(normalize(join(dirname(name), path)));
    const path = join(out, "types", `${name}.d.ts`);
    const engine = relative(dirname(path), join(out, "engine"));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text.replaceAll('from "prequal-engine/page"', `from "${engine}/page.js"`).replaceAll(/(from "\.[^"]*)\.ts"/g, '$1.js"'));
  }
}

async function integrities() {
  const path = join(out, "sri.json");
  const sri = await readJson(path);
  for (const name of await readdir(join(out, "adapters"))) {
    const bytes = await readFile(join(out, "adapters", name));
    sri[`adapters/${name}`] = `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
  }
  await writeJson(path, sri);
}

/** The package as it would be published: with the engine inside it and without what only a build needs. */
async function assemble() {
  const made = join(root, "dist/packages/prequal");
  await rm(made, { recursive: true, force: true });
  await mkdir(made, { recursive: true });
  await cp(out, join(made, "dist"), { recursive: true });
  await cp(join(root, "web/engine/dist"), join(made, "dist/engine"), { recursive: true });
  const { private: _private, scripts: _scripts, devDependencies: _devDependencies, ...published } = await readJson(join(here, "package.json"));
  await writeJson(join(made, "package.json"), published);
  await cp(join(here, "README.md"), join(made, "README.md"));
  for (const name of ["LICENSE", "NOTICE"]) await cp(join(root, name), join(made, name));
}

const reference = await readJson(join(here, "manifest/reference.json"));
await mkdir(out, { recursive: true });
await Promise.all([
  adapters(), styleSheet(), types(),
  writeJson(join(out, "custom-elements.json"), toManifest(reference)),
  writeJson(join(out, "html-custom-data.json"), toEditorData(reference)),
  cp(join(root, "docs/profile.schema.json"), join(out, "profile.schema.json")),
]);
await integrities();
await assemble();
