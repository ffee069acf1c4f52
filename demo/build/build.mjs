// Puts the demo together under dist/demo: its own pages, the built packages, the profiles and the documents.
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { landingPages, leadPath, profileFile } from "../landing-pages.mjs";
import { buildDocs } from "./docs.mjs";
import { writeSizes } from "./sizes.mjs";
import { render } from "./template.mjs";
import { readValues } from "./vocabulary.mjs";

const demo = join(dirname(fileURLToPath(import.meta.url)), "..");
const root = join(demo, "..");
const out = join(root, "dist", "demo");
const langs = ["en", "es"];

const readText = (path) => readFile(path, "utf8");
const readJson = async (path) => JSON.parse(await readText(path));
async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** One page in two languages; English lies at the folder, Spanish below it in es/. `more(lang)` adds what the parts need. */
async function pages(folder, at, more) {
  const template = await readText(join(folder, "page.html"));
  for (const lang of langs) {
    const depth = at.split("/").filter(Boolean).length + (lang === "es" ? 1 : 0);
    const rootPath = depth === 0 ? "./" : "../".repeat(depth);
    const { texts: extra = {}, ...page } = more(lang);
    const texts = {
      ...(await readJson(join(demo, "pages", "texts", `${lang}.json`))),
      ...(await readJson(join(folder, "texts", `${lang}.json`))),
      root: rootPath,
      "other.href": lang === "es" ? "../" : "es/",
      ...extra,
    };
    await write(join(out, at, lang === "es" ? "es/" : "", "index.html"), render(template, texts, { ...page, at, root: rootPath }));
  }
}

/** One style sheet for each page: tokens, base, what the landing pages share, and its own; one request instead of four. */
async function style(page) {
  const files = [join(root, "web/ui/tokens.css"), join(root, "web/ui/base.css"), join(demo, "pages/base.css"), join(demo, "pages", page.id, "page.css")];
  const texts = await Promise.all(files.map(readText));
  await write(join(out, page.at, "page.css"), ["@layer prequal, tokens, base, shared, page;", ...texts].join("\n"));
}

async function font({ family, file }) {
  const { resolve } = createRequire(import.meta.url);
  await cp(resolve(file), join(out, "fonts", `${family}.woff2`));
  await cp(resolve(`@fontsource-variable/${family}/LICENSE`), join(out, "fonts", `${family}-LICENSE.txt`));
}

async function landing(page) {
  const folder = join(demo, "pages", page.id);
  const values = await readValues(profileFile(page));
  const icon = `data:image/svg+xml,${encodeURIComponent((await readText(join(folder, "mark.svg"))).trim())}`;
  await pages(folder, page.at, (lang) => ({
    texts: { action: leadPath(page, lang) },
    values: (field) => values(field, lang),
    icon,
    font: page.font?.family ?? null,
  }));
  await style(page);
  if (page.font !== null) await font(page.font);
  await cp(profileFile(page), join(out, "prequal", `${page.profile}.json`));
}

async function main() {
  const made = ["site", "ui", "es", "fonts", "pages", "prequal", "dashboard", "docs", ...landingPages.map(({ at }) => at)];
  for (const part of made) await rm(join(out, part), { recursive: true, force: true });
  const copies = [
    [join(demo, "pages", "scheduling", "mark.svg"), "site/mark.svg"],
    ...landingPages.map(({ id }) => [join(demo, "pages", id, "mark.svg"), `site/${id}.svg`]),
    [join(demo, "pages", "check.js"), "pages/check.js"],
    [join(demo, "site", "pages.css"), "site/pages.css"],
    [join(root, "web", "ui", "tokens.css"), "ui/tokens.css"],
    [join(root, "web", "ui", "base.css"), "ui/base.css"],
    [join(root, "web", "form", "dist"), "prequal"],
    [join(root, "web", "dashboard", "dist"), "dashboard"],
  ];
  for (const [from, to] of copies) await cp(from, join(out, to), { recursive: true });
  for (const page of landingPages) await landing(page);
  await pages(join(demo, "site"), "", () => ({}));
  await buildDocs(join(root, "docs"), join(out, "docs"));
  await writeSizes();
}

await main();
