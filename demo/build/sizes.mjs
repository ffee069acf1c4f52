// Sizes of every shipped file, raw and as a server would compress it, and of what each kind of page downloads: dist/sizes.json.
// A file that did not change since the last build keeps its numbers.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const dist = fileURLToPath(new URL("../../dist", import.meta.url));
const [squeeze, zip] = [promisify(brotliCompress), promisify(gzip)];

/** What a page of each kind downloads of ours. */
const downloads = {
  "form, ES module": ["demo/prequal/prequal.mjs", "demo/prequal/prequal-page.wasm", "demo/prequal/profiles/b2b-scheduling.pack"],
  "form, script tag": ["demo/prequal/prequal.min.js", "demo/prequal/profiles/b2b-scheduling.pack"],
};

async function filesOf(folder) {
  const entries = await readdir(join(dist, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(dist, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"));
}

/** The same bytes lie in several places; they are compressed once. */
const known = new Map();

async function measure(file, before) {
  const bytes = await readFile(join(dist, file));
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const same = before?.sha256 === sha256 ? before : known.get(sha256);
  if (same !== undefined) return same;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const made = { raw: bytes.length, gzip: (await zip(bytes, { level: 9 })).length, brotli: (await squeeze(bytes, { params })).length, sha256 };
  known.set(sha256, made);
  return made;
}

const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);

export async function writeSizes() {
  const before = await readFile(join(dist, "sizes.json"), "utf8").then(JSON.parse, () => ({ files: {} }));
  const names = [...(await filesOf("packages")), ...(await filesOf("demo")), "prequal-offline.html"].sort();
  const files = {};
  for (const name of names) files[name] = await measure(name, before.files[name]);
  const totals = {};
  for (const [kind, parts] of Object.entries(downloads)) {
    const used = parts.map((name) => files[name]);
    totals[kind] = { raw: sum(used, "raw"), gzip: sum(used, "gzip"), brotli: sum(used, "brotli"), files: parts };
  }
  await writeFile(join(dist, "sizes.json"), `${JSON.stringify({ downloads: totals, files }, null, 1)}\n`);
}
