// Cost as work grows, with the native command: leads, rules, fields.
import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { leads } from "../reference/leads.mjs";
import { fields, rules } from "../reference/model.mjs";
import { makeProfile } from "../reference/profile.mjs";
import { plot } from "./plot.mjs";

/** What a run grows to. Lists longer than a block are that block of seeded leads again and again, through a pipe. */
export const growthSizes = (quick) => (quick
  ? { leads: [100, 1000, 10000], block: 10000, sample: 5000, rules: [10, 100, 1000], fields: [5, 50, 500] }
  : { leads: [1, 10, 100, 1000, 10000, 100000, 1000000, 10000000], block: 100000, sample: 20000, rules: [10, 20, 50, 100, 200, 500, 1000],
    fields: [5, 10, 20, 50, 100, 200, 500] });

/** Processor seconds of the command over the file, given to its standard input `times` times; the middle of three runs when they are short. */
function cpu(command, profile, file, times = 1) {
  const script = `import resource,subprocess,sys
used=lambda: sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])
before=used()
p=subprocess.Popen(sys.argv[3:],stdin=subprocess.PIPE,stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)
for _ in range(int(sys.argv[2])):
  with open(sys.argv[1],"rb") as f:
    while part:=f.read(1<<20): p.stdin.write(part)
p.stdin.close()
code=p.wait()
print(used()-before,code)`;
  const once = () => {
    const [seconds, code] = spawnSync("python3", ["-c", script, file, String(times), command, "qualify", "--profile", profile, "--as-of",
      "2026-11-01T00:00:00Z", "--format", "ndjson", "--output", "summary-json", "-"], { encoding: "utf8" }).stdout.trim().split(" ").map(Number);
    if (code !== 0) throw new Error(`growth: the command ended with ${code}`);
    return seconds;
  };
  const first = once();
  return first > 1 ? first : [first, once(), once()].sort((a, b) => a - b)[1];
}

function writeLeads(path, count, change = (lead) => lead) {
  const file = openSync(path, "w");
  let part = [];
  for (const lead of leads(count)) {
    part.push(JSON.stringify(change(lead)));
    if (part.length === 2000) {
      writeSync(file, `${part.join("\n")}\n`);
      part = [];
    }
  }
  if (part.length > 0) writeSync(file, `${part.join("\n")}\n`);
  closeSync(file);
}

const someRules = (count) => Array.from({ length: count }, (_, i) => {
  const rule = rules[i % rules.length];
  // Another number each time, so that no two conditions are the same.
  return i < rules.length ? rule : { ...rule, id: `${rule.id}.${i}`, points: rule.category === "negative" ? -1 : 1, when: ["at_least", "visits_per_month", 50 + i] };
});
const moreFields = (count) => Array.from({ length: Math.max(0, count - fields.length) }, (_, i) => ({ id: `extra_${i}`, type: "number", minimum: 0, maximum: 1000 }));

export function growth(command, folder, sizes) {
  const out = { leads: [], rules: [], fields: [] };
  const profile = join(folder, "growth-profile.json");
  const file = join(folder, "growth.ndjson");
  writeFileSync(profile, JSON.stringify(makeProfile()));
  for (const count of sizes.leads) {
    const block = Math.min(count, sizes.block);
    if (count <= sizes.block) writeLeads(file, block);
    const seconds = cpu(command, profile, file, count / block);
    out.leads.push({ size: count, seconds, microseconds: (seconds / count) * 1e6 });
  }
  const count = sizes.sample;
  writeLeads(file, count);
  for (const size of sizes.rules) {
    writeFileSync(profile, JSON.stringify(makeProfile({ rules: someRules(size) })));
    out.rules.push({ size, microseconds: (cpu(command, profile, file) / count) * 1e6 });
  }
  for (const size of sizes.fields) {
    const own = size < fields.length ? fields.slice(-size) : [...fields, ...moreFields(size)];
    const known = new Set(own.map((field) => field.id));
    const uses = (condition) => (condition[0] === "all" || condition[0] === "any" || condition[0] === "not" ? condition.slice(1).every(uses) : known.has(condition[1]));
    const extra = moreFields(size).map((field, i) => ({ id: `extra.${i}`, category: "fit", points: 1, when: ["at_least", field.id, 500] }));
    writeFileSync(profile, JSON.stringify(makeProfile({ fields: own, stops: [], rules: [...rules.filter((rule) => uses(rule.when)), ...extra] })));
    writeLeads(file, count, (lead) => Object.fromEntries([["id", lead.id], ...own.map((field, i) => [field.id, lead[field.id] ?? (field.id.startsWith("extra_") ? (i * 37) % 1000 : null)])]));
    out.fields.push({ size, microseconds: (cpu(command, profile, file) / count) * 1e6 });
  }
  return out;
}

/** The plot of what growth() gave. */
export function drawGrowth(results, path) {
  const each = (points) => points.map((point) => [point.size, point.microseconds]);
  writeFileSync(path, plot([
    { title: "Leads of a list", x: "leads", y: "processor seconds", points: results.leads.map((point) => [point.size, point.seconds]) },
    { title: "Rules of a profile", x: "rules", y: "microseconds a lead", points: each(results.rules) },
    { title: "Fields of a lead", x: "fields", y: "microseconds a lead", points: each(results.fields) },
  ], "Cost of the native command as leads, rules and fields grow; the dashed lines are linear growth"));
}
