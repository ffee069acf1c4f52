// What a profile must not decide by is said when it is checked.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = process.env.PREQUAL_COMMAND ?? join(root, "build/native/prequal");

test("S12: points for a trait that is protected are refused, and a stop by it is pointed out", () => {
  const profile = JSON.parse(readFileSync(join(root, "core/profiles/patient-intake.json"), "utf8"));
  profile.rules.push({ id: "fit.young", category: "fit", plain: { en: "Young", es: "Joven" }, when: { field: "age", at_most: 30 }, points: 5, evidence: "example" });
  const folder = mkdtempSync(join(tmpdir(), "prequal-"));
  const file = join(folder, "profile.json");
  writeFileSync(file, JSON.stringify(profile));
  const run = spawnSync(command, ["check", file], { encoding: "utf8" });
  rmSync(folder, { recursive: true });
  assert.equal(run.status, 1, run.stdout + run.stderr);
  assert.match(run.stdout + run.stderr, /fairness\.protected_points/);
});
