// Puts the demo together under dist/demo: its own pages, the built packages, the profiles and the documents.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDocs } from "./docs.mjs";
import { writeSizes } from "./sizes.mjs";
import { render } from "./template.mjs";
import { readValues } from "./vocabulary.mjs";

const demo = join(dirname(fileURLToPath(import.meta.url)), "..");
const root = join(demo, "..");
const out = join(root, "dist", "demo");
const profile = join(root, "core", "profiles", "b2b-scheduling.json");

const readJson = async (path) => JSON.parse(await readFile(path, "utf8"));
async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** One page in two languages; English lies at the folder, Spanish below it in es/. */
async function pages(folder, at, more, values) {
  const template = await readFile(join(demo, folder, "page.html"), "utf8");
  for (const lang of ["en", "es"]) {
    const depth = at.split("/").filter(Boolean).length + (lang === "es" ? 1 : 0);
    const texts = {
      ...(await readJson(join(demo, folder, "texts", `${lang}.json`))),
      root: depth === 0 ? "./" : "../".repeat(depth),
      "other.href": lang === "es" ? "../" : "es/",
      ...more(lang),
    };
    await write(join(out, at, lang === "es" ? "es/" : "", "index.html"), render(template, texts, (field) => values(field, lang)));
  }
}

async function main() {
  for (const part of ["landing", "site", "ui", "es", "prequal", "dashboard", "docs"]) await rm(join(out, part), { recursive: true, force: true });
  const values = await readValues(profile);
  const icon = `data:image/svg+xml,${encodeURIComponent((await readFile(join(demo, "landing", "mark.svg"), "utf8")).trim())}`;
  await pages("landing", "landing", (lang) => ({ icon, action: lang === "es" ? "/es/lead" : "/lead" }), values);
  await pages("site", "", () => ({}), values);
  const copies = [
    [join(demo, "landing", "landing.css"), "landing/landing.css"],
    [join(demo, "landing", "mark.svg"), "landing/mark.svg"],
    [join(demo, "site", "pages.css"), "site/pages.css"],
    [join(root, "web", "ui", "tokens.css"), "ui/tokens.css"],
    [join(root, "web", "ui", "base.css"), "ui/base.css"],
    [join(root, "web", "form", "dist"), "prequal"],
    [profile, "prequal/b2b-scheduling.json"],
    [join(root, "web", "dashboard", "dist"), "dashboard"],
  ];
  for (const [from, to] of copies) await cp(from, join(out, to), { recursive: true });
  await buildDocs(join(root, "docs"), join(out, "docs"));
  await writeSizes();
}

await main();
