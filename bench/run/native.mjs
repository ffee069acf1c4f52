// The native command over a file, against reading the file and counting its newlines.
import { closeSync, openSync, readSync } from "node:fs";
import { spawnSync } from "node:child_process";

function countNewlines(path) {
  const chunk = Buffer.allocUnsafe(1 << 18);
  const file = openSync(path, "r");
  let count = 0;
  for (let size; (size = readSync(file, chunk)) > 0;) {
    for (let at = chunk.indexOf(10); at >= 0 && at < size; at = chunk.indexOf(10, at + 1)) count++;
  }
  closeSync(file);
  return count;
}

/** Seconds of processor time and most resident memory of a command, as /usr/bin/env time would say; measured by its parent. */
function timed(command, args) {
  const script = "import resource,subprocess,sys,time\nt=time.time()\nr=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)\n" +
    "u=resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(time.time()-t,u.ru_utime+u.ru_stime,u.ru_maxrss,r.returncode)";
  const [wall, cpu, kilobytes, code] = spawnSync("python3", ["-c", script, command, ...args], { encoding: "utf8" }).stdout.trim().split(" ").map(Number);
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return { wall, cpu, megabytes: kilobytes / 1024 };
}

export function native(command, profile, file, bytes, rounds) {
  const args = ["qualify", "--profile", profile, "--as-of", "2026-11-01T00:00:00Z", "--output", "summary-json", file];
  const results = { "prequal command": [], "read and count newlines": [] };
  for (let round = 0; round <= rounds; round++) {
    const run = timed(command, args);
    const before = process.cpuUsage();
    countNewlines(file);
    const after = process.cpuUsage(before);
    if (round === 0) continue;
    results["prequal command"].push({ megabytesPerSecond: bytes / 1e6 / run.cpu, megabytes: run.megabytes });
    results["read and count newlines"].push({ megabytesPerSecond: bytes / 1e6 / ((after.user + after.system) / 1e6) });
  }
  return results;
}
