// An independent check: the counts of the hospitals list, worked out in plain JavaScript straight from the file. Nothing
// is shared with the engine but the numbers of the profile, which are written down here a second time.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { prequal, profile, root } from "./support.mjs";

const file = join(root, "../shared/data/hospitals-2019.csv");

function parse(text) {
  const rows = [[""]];
  let quoted = false;
  for (const c of text) {
    const row = rows.at(-1);
    if (c === '"') quoted = !quoted;
    else if (quoted) row[row.length - 1] += c;
    else if (c === ",") row.push("");
    else if (c === "\n") rows.push([""]);
    else if (c !== "\r") row[row.length - 1] += c;
  }
  const header = rows.shift();
  return rows.filter((row) => row.length > 1).map((row) => Object.fromEntries(row.map((cell, i) => [header[i], cell])));
}

const home = ["OH", "MI", "IN"];
const served = [...home, "IL", "WI", "PA", "KY"];
const kinds = { "Acute Care Hospitals": 20, Childrens: 14, "Critical Access Hospitals": 8 };

// A number of the North American plan that can be assigned, and whose last seven digits are not all the same.
const callable = (phone) => /^[2-9](?!11)\d\d[2-9](?!11)\d{6}$/.test(phone) && !/(\d)\1{6}$/.test(phone);

function judge(row) {
  const owner = row["Hospital Ownership"];
  const federal = owner === "Government - Federal" || owner === "Tribal";
  const nonprofit = owner.startsWith("Voluntary non-profit");
  const publicOwner = owner.startsWith("Government") && !federal;
  const emergency = row["Emergency Services"] === "true";
  const kind = row["Hospital Type"];
  const below = (name) => row[name] === "Below the national average" ? 5 : 0;
  let fit = (kinds[kind] ?? 0) + (home.includes(row.State) ? 12 : served.includes(row.State) ? 8 : 0) + (emergency ? 10 : 0);
  fit += nonprofit ? 8 : publicOwner ? 4 : federal ? 0 : 6;
  fit += below("Patient experience national comparison") + below("Timeliness of care national comparison");
  const total = Math.max(0, Math.min(60, fit) - (kind === "Critical Access Hospitals" && publicOwner ? 6 : 0));
  const reasons = [];
  if (!served.includes(row.State)) reasons.push("out_of_area");
  if (!(kind in kinds)) reasons.push("wrong_org_type");
  if (!emergency) reasons.push("different_need");
  if (federal) reasons.push("federal_purchasing");
  if (!callable(row["Phone Number"])) reasons.push("contact_invalid");
  return { band: total >= 45 ? "high" : total >= 30 ? "mid" : "low", eligible: reasons.length === 0, reasons, total };
}

const count = (values) => values.reduce((counts, value) => counts.set(value, (counts.get(value) ?? 0) + 1), new Map());

test("counts of 5,334 hospitals by band and by reason", { skip: existsSync(file) ? false : `${file} is not there` }, () => {
  const run = prequal(["qualify", "--profile", profile("hospitals-outbound"), file, "--output", "summary-json"]);
  assert.equal(run.status, 0, run.err);
  const summary = JSON.parse(run.out);
  const judged = parse(readFileSync(file, "utf8")).map(judge);
  assert.equal(judged.length, 5334);
  assert.deepEqual([summary.records, summary.rejected, summary.problems], [5334, 0, 0]);
  const bands = count(judged.map((entry) => entry.band));
  for (const band of ["low", "mid", "high"]) assert.equal(summary.bands[band], bands.get(band), band);
  const reasons = count(judged.flatMap((entry) => entry.reasons));
  for (const [code, number] of Object.entries(summary.reasons)) assert.equal(number, reasons.get(code) ?? 0, code);
  const eligible = judged.filter((entry) => entry.eligible).length;
  assert.deepEqual(summary.eligibility, { undetermined: 0, eligible, ineligible: 5334 - eligible });
  assert.equal(summary.lanes.first_call, judged.filter((entry) => entry.eligible && entry.band !== "low").length);
});

test("every total of the hospitals", { skip: existsSync(file) ? false : `${file} is not there` }, () => {
  const run = prequal(["qualify", "--profile", profile("hospitals-outbound"), file, "--output", "csv"]);
  const [header, ...rows] = run.out.trimEnd().split("\n").map((line) => line.split(","));
  const judged = parse(readFileSync(file, "utf8")).map(judge);
  rows.forEach((row, i) => assert.equal(Number(row[header.indexOf("total")]), judged[i].total, `row ${i + 1}`));
});
