// Writes the two sample lists into the folder given. Everything in them is invented, from a fixed seed.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clinics } from "./clinics.mjs";
import { hospitals } from "./hospitals.mjs";

export const makeSamples = () => ({ "hospitals-sample.csv": hospitals(480), "clinics-sample.ndjson": clinics(120) });

export async function writeSamples(folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(makeSamples())) await writeFile(join(folder, name), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSamples(process.argv[2] ?? ".");
