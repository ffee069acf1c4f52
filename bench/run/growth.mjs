// Cost as work grows, with the native command: leads, rules, fields. Processor seconds for each lead, so 1.0 is linear.
import { spawnSync } from "node:child_process";
import { closeSync, openSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { leads } from "../reference/leads.mjs";
import { fields, rules } from "../reference/model.mjs";
import { makeProfile } from "../reference/profile.mjs";

function cpu(command, profile, file) {
  const script = "import resource,subprocess,sys\nr=subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL)\n" +
    "u=resource.getrusage(resource.RUSAGE_CHILDREN)\nprint(u.ru_utime+u.ru_stime,r.returncode)";
  const [seconds, code] = spawnSync("python3", ["-c", script, command, "qualify", "--profile", profile, "--as-of", "2026-11-01T00:00:00Z", "--output",
    "summary-json", file], { encoding: "utf8" }).stdout.trim().split(" ").map(Number);
  if (code !== 0) throw new Error(`growth: the command ended with ${code}`);
  return seconds;
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
    writeLeads(file, count);
    out.leads.push({ size: count, microseconds: (cpu(command, profile, file) / count) * 1e6 });
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
