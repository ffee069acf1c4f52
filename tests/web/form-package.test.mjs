// The package "prequal" as somebody would install it: every entry resolves, bundles and has types; the reference says what the
// sources do; nothing is shipped that a strict page would refuse.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import Ajv from "ajv";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { toDocument, toEditorData, toManifest } from "../../web/form/manifest/manifest.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const form = join(root, "web/form");
const made = join(root, "dist/packages/prequal");
const reference = JSON.parse(readFileSync(join(form, "manifest/reference.json"), "utf8"));
const { exports: entries, ...manifest } = JSON.parse(readFileSync(join(made, "package.json"), "utf8"));
const adapters = ["contact-form-7", "gravity-forms", "hubspot", "marketo", "webflow"];

let consumer;
before(() => {
  consumer = mkdtempSync(join(root, "build/consumer-"));
  mkdirSync(join(consumer, "node_modules"));
  symlinkSync(made, join(consumer, "node_modules/prequal"));
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }\n');
});
after(() => rmSync(consumer, { recursive: true, force: true }));

const filesOf = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile()).map((it) => join(it.parentPath ?? it.path, it.name));

test("E3 P1: every entry leads to a file, types first, nothing runs at installation and nothing else is needed", () => {
  for (const [name, entry] of Object.entries(entries)) {
    const targets = typeof entry === "string" ? [entry] : Object.values(entry);
    if (typeof entry === "object") assert.equal(Object.keys(entry)[0], "types", name);
    for (const target of targets) {
      for (const path of target.includes("*") ? adapters.map((it) => target.replace("*", it)) : [target]) assert.ok(existsSync(join(made, path)), `${name}: ${path}`);
    }
  }
  for (const key of ["dependencies", "scripts", "devDependencies"]) assert.equal(manifest[key], undefined, key);
  for (const file of ["LICENSE", "NOTICE", "README.md"]) assert.ok(existsSync(join(made, file)), file);
});

test("P1: publint has nothing to say, of this package and of the engine's", async () => {
  for (const name of ["prequal", "prequal-engine"]) {
    const pkgDir = join(root, "dist/packages", name);
    const pkg = JSON.parse(readFileSync(join(pkgDir, "package.json"), "utf8"));
    const { messages } = await publint({ pkgDir, strict: true, pack: false });
    assert.deepEqual(messages.map((message) => formatMessage(message, pkg)), [], name);
  }
});

test("P1: Node resolves the entries by name, and importing them touches nothing", () => {
  writeFileSync(join(consumer, "resolve.mjs"), `
    import { enhance, scan } from "prequal";
    import { loadEngine } from "prequal/engine/form";
    import { createRequire } from "node:module";
    const names = ${JSON.stringify(adapters)};
    const adapters = await Promise.all(names.map((name) => import("prequal/adapters/" + name)));
    const require = createRequire(import.meta.url);
    for (const file of ["style.css", "profile.schema.json", "custom-elements.json", "html-custom-data.json", "sri.json", "page.wasm"]) require.resolve("prequal/" + file);
    const engine = await loadEngine();
    console.log(JSON.stringify([typeof enhance, typeof scan, adapters.every((it) => typeof it.connect === "function"), engine.ok]));`);
  const run = spawnSync(process.execPath, ["resolve.mjs"], { cwd: consumer, encoding: "utf8" });
  assert.equal(run.stdout.trim(), '["function","function",true,true]', run.stderr);
});

test("P1: a bundler takes what is used: an adapter alone brings no engine", async () => {
  const bundle = async (code) => {
    const { outputFiles } = await build({ stdin: { contents: code, resolveDir: consumer }, bundle: true, format: "esm", write: false, minify: true, logLevel: "silent" });
    return outputFiles[0].text.length;
  };
  assert.ok((await bundle('export { connect } from "prequal/adapters/marketo";')) < 4_000);
  assert.ok((await bundle('export { enhance } from "prequal";')) > 20_000);
  assert.equal(await bundle('import "prequal";'), 0, "importing the module has no effects");
  assert.ok((await bundle('import "prequal/element";')) > 20_000, "the element registers itself");
});

test("P1: types hold in a strict project, under both ways of resolution", () => {
  writeFileSync(join(consumer, "use.ts"), `
    import { enhance, type ConsentRecord, type Controller, type Options } from "prequal";
    import "prequal/element";
    import { connect, type HubSpotOptions } from "prequal/adapters/hubspot";
    import { connect as marketo } from "prequal/adapters/marketo";
    import { loadEngine, type Verdict } from "prequal/engine";
    const form = document.querySelector("form")!;
    const options: Partial<Options> = { profile: "/p.json", mode: "silent", fields: { band: "input_1" } };
    const made: Controller | null = await enhance(form, options);
    made?.refresh();
    form.addEventListener("prequal:result", (event) => { const band: string = event.detail.band; void band; });
    form.addEventListener("prequal:missing", (event) => { const names: readonly string[] = event.detail.missing; void names; });
    // @ts-expect-error A mode that there is not.
    void enhance(form, { mode: "loud" });
    // @ts-expect-error What somebody typed is in no event.
    form.addEventListener("prequal:result", (event) => event.detail.values);
    const assist = document.createElement("prequal-assist");
    const belongs: HTMLFormElement | null = assist.form;
    const hubspot: HubSpotOptions = { object: "0-2/" };
    const ends: (() => void)[] = [connect(enhance, hubspot), marketo(enhance)];
    const engine = await loadEngine();
    if (engine.ok) { const profile = engine.value.compile("{}"); if (profile.ok) { const v: Verdict | null = null; void v; } }
    const record: Pick<ConsentRecord, "text_id" | "at"> = { text_id: "a", at: "b" };
    void [belongs, ends, record];`);
  const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
  for (const [module, resolution] of [["ESNext", "bundler"], ["NodeNext", "nodenext"]]) {
    const run = spawnSync(process.execPath, [tsc, "--noEmit", "--strict", "--target", "es2022", "--lib", "es2023,dom,dom.iterable", "--types", "", "--module", module, "--moduleResolution", resolution, "use.ts"], { cwd: consumer, encoding: "utf8" });
    assert.equal(run.status, 0, `${resolution}:\n${run.stdout}`);
  }
});

test("P2: the custom elements manifest and the editor's data are those of the reference, and package.json names the manifest", () => {
  const read = (name) => JSON.parse(readFileSync(join(made, "dist", name), "utf8"));
  assert.deepEqual(read("custom-elements.json"), toManifest(reference));
  assert.deepEqual(read("html-custom-data.json"), toEditorData(reference));
  const valid = new Ajv({ strict: false }).compile(JSON.parse(readFileSync(createRequire(import.meta.url).resolve("custom-elements-manifest/schema.json"), "utf8")));
  assert.ok(valid(read("custom-elements.json")), JSON.stringify(valid.errors));
  assert.equal(manifest.customElements, "./dist/custom-elements.json");
  const [declaration] = read("custom-elements.json").modules[0].declarations;
  assert.equal(declaration.tagName, "prequal-assist");
  // What the element's own source reads and shows.
  const source = readFileSync(join(form, "src/element.ts"), "utf8");
  const taken = [...source.match(/const taken = \[([^\]]*)\]/)[1].matchAll(/"([a-z]+)"/g)].map(([, name]) => name);
  assert.deepEqual(declaration.attributes.map((it) => it.name).sort(), [...taken, "for"].sort());
  for (const { name } of declaration.slots) assert.match(source, new RegExp(`"${name}"`));
  const parts = filesOf(join(form, "src")).flatMap((path) => [...readFileSync(path, "utf8").matchAll(/\bpart: "([a-z]+)"/g)].map(([, part]) => part));
  assert.deepEqual(declaration.cssParts.map((it) => it.name).sort(), [...new Set(parts)].sort());
});

test("E10 E11 P4: the reference names every attribute, event, hidden field and custom property of the sources, and no other; the document is made from it", () => {
  const text = filesOf(join(form, "src")).map((path) => readFileSync(path, "utf8")).join("\n");
  const found = (pattern) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
  const named = (list) => list.map((it) => it.name).sort();
  assert.deepEqual(found(/["`\[](data-prequal(?:-[a-z0-9]+)*(?:\.\$\{key\})?)[\]"`]/g).map((name) => name.replace("${key}", "<key>")), named(reference.attributes));
  assert.deepEqual(found(/"(prequal:[a-z]+)"/g), named(reference.events));
  assert.deepEqual(found(/var\((--prequal-[a-z-]+)/g), named(reference.cssProperties));
  const hidden = [...found(/entries\.set\("([a-z_]+)"/g), "hp", "utm_source"].sort();
  assert.deepEqual(hidden, named(reference.hidden));
  const path = join(root, "docs/embed-reference.md");
  const wanted = toDocument(reference);
  if (process.env.PREQUAL_APPROVE === "1") writeFileSync(path, wanted);
  assert.equal(existsSync(path) ? readFileSync(path, "utf8") : "", wanted, "PREQUAL_APPROVE=1 writes it anew");
});

test("S2: no file that is shipped makes code or markup from text", () => {
  const forbidden = [/\beval\(/, /new Function\b/, /innerHTML/, /outerHTML/, /insertAdjacentHTML/, /document\.write/, /createElement\("style"\)/, /setAttribute\("style"/, /\.style\.cssText/, /localStorage/, /document\.cookie/, /sendBeacon/];
  const shipped = filesOf(join(made, "dist")).filter((path) => /\.m?js$/.test(path) && !path.includes("/engine/"));
  assert.ok(shipped.length >= 9);
  for (const path of shipped) {
    const text = readFileSync(path, "utf8");
    for (const pattern of forbidden) assert.doesNotMatch(text, pattern, path);
  }
});

test("S3 P3: sri.json has the hash of every script and of the engine", () => {
  const sri = JSON.parse(readFileSync(join(made, "dist/sri.json"), "utf8"));
  const scripts = filesOf(join(made, "dist")).map((path) => path.slice(join(made, "dist/").length)).filter((name) => /\.(m?js|wasm)$/.test(name) && !name.startsWith("engine/"));
  assert.deepEqual(Object.keys(sri).sort(), scripts.sort());
  for (const [name, hash] of Object.entries(sri)) {
    assert.equal(hash, `sha384-${createHash("sha384").update(readFileSync(join(made, "dist", name))).digest("base64")}`, name);
  }
});

const texts = Object.fromEntries(["en", "es"].map((lang) => [lang, readFileSync(join(form, "texts", `${lang}.ts`), "utf8")]));
const entriesOf = (text) => new Map([...text.matchAll(/^ {2}"?([\w.]+)"?: "(.*)",$/gm)].map(([, key, value]) => [key, value]));

test("F14: English and Spanish have the same texts with the same placeholders", () => {
  const [en, es] = [entriesOf(texts.en), entriesOf(texts.es)];
  assert.ok(en.size > 50);
  assert.deepEqual([...es.keys()].sort(), [...en.keys()].sort());
  const holes = (text) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).filter((name) => !["one", "other"].includes(name)).sort();
  for (const [key, text] of en) {
    assert.deepEqual(new Set(holes(es.get(key))), new Set(holes(text)), key);
    assert.notEqual(es.get(key), "", key);
  }
});

test("F6 F17: no word that scolds, begs, promises or gives away a score", () => {
  const banned = {
    en: /\b(please|sorry|invalid|valid|required|forbidden|illegal|oops|an error occurred|this field|you qualify|approved|denied|score|points|band|eligible|rejected)\b/i,
    es: /\b(por favor|lo sentimos|inválido|inválida|válido|válida|obligatorio|obligatoria|prohibido|ilegal|usted califica|aprobado|denegado|puntuación|puntos|elegible|rechazado)\b/i,
  };
  for (const lang of ["en", "es"]) for (const [key, text] of entriesOf(texts[lang])) if (key !== "honeypot") assert.doesNotMatch(text, banned[lang], `${lang} ${key}`);
  const outcomes = [entriesOf(texts.en).get("outcome.likely"), entriesOf(texts.en).get("outcome.unlikely")];
  for (const text of outcomes) assert.match(text, /^Based on your answers, .*\bmay\b/);
});

test("F16: the privacy sentence is there in both languages", () => {
  assert.match(entriesOf(texts.en).get("privacy"), /on your device\. Nothing is sent until you press Send/);
  assert.match(entriesOf(texts.es).get("privacy"), /en su dispositivo/);
});
