// The list of files that the service worker keeps: all that the page may ask for, each with its hash.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const notKept = new Set(["service-worker.js"]);

export async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"));
  const files = {};
  for (const path of paths.filter((name) => !notKept.has(name)).sort()) files[path] = `sha256-${createHash("sha256").update(await readFile(join(folder, path))).digest("base64")}`;
  return files;
}

/** A name for exactly these files. */
export const versionOf = (files) => createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
