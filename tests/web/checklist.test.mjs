// docs/checklist.md: the points of the checklist, each with the tests that name it at the start of their title ("E5 F12: ...").
// A point that no test names fails; so does a document that is not what the tests say.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const points = JSON.parse(readFileSync(new URL("checklist.json", import.meta.url), "utf8"));

/** Titles of tests, with holes of template texts as three dots. */
function titlesOf(folder) {
  return readdirSync(join(root, folder), { recursive: true }).filter((name) => /\.(spec|test)\.(mjs|ts)$/.test(name)).sort().flatMap((name) => {
    const text = readFileSync(join(root, folder, name), "utf8");
    return [...text.matchAll(/\btest\(\s*(["`])((?:E|S|F|P|R)\d[^]*?)\1,/g)].map(([, , title]) => ({ file: `${folder}/${name}`, title: title.replaceAll(/\$\{[^}]*\}/g, "...") }));
  });
}

const tests = [...titlesOf("tests/browser"), ...titlesOf("tests/web")];
const idsOf = ({ title }) => title.slice(0, title.indexOf(":")).split(" ").filter((id) => /^[ESFP]\d{1,2}$/.test(id));
const showing = new Map(points.map(([id]) => [id, tests.filter((it) => idsOf(it).includes(id))]));

test("each of the 46 points is named by a test, and no test names a point that there is not", () => {
  assert.equal(points.length, 46);
  assert.equal(showing.size, 46);
  for (const [id, found] of showing) assert.ok(found.length > 0, `${id} is named by no test`);
  for (const it of tests) for (const id of idsOf(it)) assert.ok(showing.has(id), `${it.file}: ${id}`);
});

test("docs/checklist.md says which tests show which point", () => {
  const say = ({ file, title }) => `${title.slice(title.indexOf(":") + 1).trim().replaceAll("|", "\\|")} ([${file.split("/").at(-1)}](../${file}))`;
  const rows = points.map(([id, text]) => `| ${id} | ${text} | ${showing.get(id).map(say).join("; ")} |`);
  const wanted = `# Checklist of the form package

Written by the tests (\`PREQUAL_APPROVE=1 node --test tests/web/checklist.test.mjs\`). Each point names the tests that show it; the run fails when one has none.

| Point | What holds | Shown by |
| --- | --- | --- |
${rows.join("\n")}
`;
  const path = join(root, "docs/checklist.md");
  if (process.env.PREQUAL_APPROVE === "1") writeFileSync(path, wanted);
  assert.equal(readFileSync(path, "utf8"), wanted, "PREQUAL_APPROVE=1 writes it anew");
});
