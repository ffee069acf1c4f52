// The documents of the project as pages, with an index.
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { escape } from "../server/escape.mjs";
import { toHtml } from "./markdown.mjs";

function shell(title, content) {
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escape(title)} · prequal</title>
  <link rel="icon" href="../site/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="../ui/tokens.css">
  <link rel="stylesheet" href="../ui/base.css">
  <link rel="stylesheet" href="../site/pages.css">
</head>
<body>
  <header class="page-top"><div class="wrap"><a class="page-brand" href="../">prequal</a><a href="./">Documentation</a></div></header>
  <main class="wrap page-main"><article class="doc">
${content}
  </article></main>
</body>
</html>
`;
}

const link = (to) => to.replace(/^(?:\.\/|docs\/)?([\w-]+)\.md(#.*)?$/, (_, name, place = "") => `${name}.html${place}`);

export async function buildDocs(from, to) {
  await mkdir(to, { recursive: true });
  // Pictures, schemas and templates, to which the documents link.
  await cp(from, to, { recursive: true, filter: (path) => !path.endsWith(".md") });
  const entries = [];
  for (const file of (await readdir(from)).filter((name) => name.endsWith(".md")).sort()) {
    const { title, html } = toHtml(await readFile(join(from, file), "utf8"), link);
    const name = file.replace(/\.md$/, ".html");
    await writeFile(join(to, name), shell(title, html));
    entries.push(`<li><a href="${name}">${escape(title)}</a></li>`);
  }
  await writeFile(join(to, "index.html"), shell("Documentation", `<h1>Documentation</h1><ul>${entries.join("")}</ul>`));
}
