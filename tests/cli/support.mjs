// Runs the command. PREQUAL_COMMAND names the program; without it, the one that build-scripts/build leaves.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const command = process.env.PREQUAL_COMMAND ?? join(root, "build/native/prequal");
export const profile = (name) => join(root, "core/profiles", `${name}.json`);
export const asOf = "2026-11-20T10:00:00-05:00";

/** Runs the command with these arguments; `input` goes to standard input. */
export function prequal(args, input = "") {
  const done = spawnSync(command, args, { input, maxBuffer: 1 << 30 });
  // A command that has nothing to read for may end before its input was written.
  if (done.error && done.error.code !== "EPIPE") throw done.error;
  return { status: done.status, out: done.stdout.toString("utf8"), err: done.stderr.toString("utf8") };
}

/** Runs a line of bash in which $PREQUAL is the command. */
export function shell(line) {
  const done = spawnSync("bash", ["-c", line], { env: { ...process.env, PREQUAL: command }, maxBuffer: 1 << 30 });
  if (done.error) throw done.error;
  return { status: done.status, out: done.stdout.toString("utf8"), err: done.stderr.toString("utf8") };
}

/** A folder that is gone when the test ends. */
export function folder(test) {
  const path = mkdtempSync(join(tmpdir(), "prequal-"));
  test.after(() => rmSync(path, { recursive: true }));
  return {
    path,
    write(name, text) {
      writeFileSync(join(path, name), text);
      return join(path, name);
    },
    read: (name) => readFileSync(join(path, name), "utf8"),
  };
}

export const lines = (text) => text.split("\n").slice(0, -1);
export const documents = (text) => lines(text).map((line) => JSON.parse(line));
