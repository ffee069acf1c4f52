// What the dashboard takes from elsewhere in the project: texts of the engine's codes, and the shipped profiles.
import { execFile } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/** Writes src/generated/: the engine's texts, and a list of the shipped profiles. Returns the profiles by id. */
export async function writeTables(root, dashboard) {
  const generated = join(dashboard, "src/generated");
  await mkdir(generated, { recursive: true });
  await promisify(execFile)("python3", [join(root, "build-scripts/make-texts"), join(generated, "texts")]);
  const folder = join(root, "core/profiles");
  const profiles = {};
  for (const file of (await readdir(folder)).filter((name) => name.endsWith(".json")).sort()) {
    const text = await readFile(join(folder, file), "utf8");
    const { prequal, id } = JSON.parse(text);
    // A set of profiles is a document of another kind.
    if (prequal !== undefined) profiles[id] = text;
  }
  const list = Object.entries(profiles).map(([id, text]) => ({ id, name: JSON.parse(text).name }));
  const head = "// Made by build/tables.mjs from core/profiles. Do not edit.\n";
  const type = "readonly { readonly id: string; readonly name: { readonly en: string; readonly es: string } }[]";
  await writeFile(join(generated, "shipped.ts"), `${head}export const profiles: ${type} = ${JSON.stringify(list, null, 2)};\n`);
  return profiles;
}

/** Writes which files hold the engine of the hosted page. */
export async function writeEnginePart(dashboard, names) {
  const text = `// Made by build/build.mjs. Do not edit.\nexport const enginePart: { readonly first: string; readonly rest: string } = ${JSON.stringify(names)};\n`;
  await writeFile(join(dashboard, "src/generated/engine.ts"), text);
}
