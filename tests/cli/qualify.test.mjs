// qualify: formats, outputs, order, problems, time, mapping.
import assert from "node:assert/strict";
import test from "node:test";
import { asOf, documents, folder, lines, prequal, profile, shell } from "./support.mjs";

const hospitals = ["qualify", "--profile", profile("hospitals-outbound")];
const scheduling = ["qualify", "--profile", profile("b2b-scheduling")];

const leads = [
  { id: "a", answers: { state: "OH", specialty: "cardiology", interest: "demo" }, submitted_at: "2026-11-18T09:00:00-05:00" },
  { id: "b", answers: { state: "TX" }, touches: [{ type: "page_view", at: "2026-11-19T09:00:00-05:00", topic: "pricing" }] },
  { id: "c", Company: "Acme \u00e9 \u{1F600}", State: "Michigan" },
];
const ndjson = leads.map((lead) => JSON.stringify(lead) + "\n").join("");

test("NDJSON, a JSON list and standard input give the same verdicts, one a line, in order", (t) => {
  const { write } = folder(t);
  const one = prequal([...scheduling, "--as-of", asOf, write("l.ndjson", ndjson)]);
  assert.equal(one.status, 0, one.err);
  assert.deepEqual(documents(one.out).map((verdict) => verdict.lead), ["a", "b", "c"]);
  assert.ok(documents(one.out).every((verdict) => verdict.verdict === 1 && verdict.as_of === asOf));
  for (const [name, text] of [
    ["list.json", JSON.stringify(leads)],
    ["spread.json", JSON.stringify(leads, null, 2)],
    ["spread.ndjson", leads.map((lead) => JSON.stringify(lead, null, 1)).join("\n")],
    ["bom.ndjson", "\uFEFF" + ndjson.replaceAll("\n", "\r\n")],
  ]) {
    assert.equal(prequal([...scheduling, "--as-of", asOf, write(name, text)]).out, one.out, name);
    assert.equal(prequal([...scheduling, "--as-of", asOf, "-"], text).out, one.out, name);
    assert.equal(prequal([...scheduling, "--as-of", asOf], text).out, one.out, name);
  }
});

test("a lead in a list has the bytes that it has alone", () => {
  const all = lines(prequal([...scheduling, "--as-of", asOf], ndjson).out);
  leads.forEach((lead, i) => assert.equal(prequal([...scheduling, "--as-of", asOf], JSON.stringify(lead)).out, all[i] + "\n"));
});

test("a table and the same leads as JSON give the same verdicts", () => {
  const csv = 'id,Company,State,Interest\na,"Ac,me ""x""",OH,demo\nb,,TX,\n';
  const json = '{"id":"a","org_name":"Ac,me \\"x\\"","state":"OH","interest":"demo"}\n{"id":"b","state":"TX"}\n';
  assert.equal(prequal([...scheduling, "--as-of", asOf], csv).out, prequal([...scheduling, "--as-of", asOf], json).out);
  for (const [from, to] of [[",", ";"], [",", "\t"], [",", "|"]]) {
    const other = csv.replaceAll("Ac,me", "Acme").replaceAll(from, to);
    const same = csv.replaceAll("Ac,me", "Acme");
    assert.equal(prequal([...scheduling, "--as-of", asOf], other).out, prequal([...scheduling, "--as-of", asOf], same).out);
  }
});

test("a bad record gives a result with its row and problem, and the others go on", (t) => {
  const { write } = folder(t);
  const file = write("bad.csv", Buffer.concat([
    Buffer.from("id,State\n1,OH\n2\n3,"), Buffer.from([0xff]), Buffer.from("\n4,\0\n5,\"O\"H\n6,MI\n7,\"x"),
  ]));
  const run = prequal([...scheduling, "--as-of", asOf, file]);
  assert.equal(run.status, 1);
  const found = documents(run.out).map((line) => line.lead ?? `${line.row} ${line.problem.code}`);
  assert.deepEqual(found, ["1", "2 list.width", "3 list.malformed_utf8", "4 list.nul", "5 list.syntax", "6", "7 list.quote"]);
  const problem = documents(run.out)[1].problem;
  assert.deepEqual(Object.keys(problem), ["code", "severity", "message", "remedy", "line", "row"]);
  assert.equal(problem.line, 3);
  assert.match(run.err, /bad.csv: row 2: error: this row has 1 value; the header has 2 columns \[list.width\]\n {2}check/);
  for (const row of [2, 3, 4, 5, 7]) assert.ok(run.err.includes(`bad.csv: row ${row}: error:`));
  assert.ok(!run.err.includes("OH") && !run.err.includes("MI"), "no value of a lead in a message");
});

test("only the first problems are shown in full, the others are counted", () => {
  const run = prequal([...scheduling, "--as-of", asOf], "id,State\n" + "x\n".repeat(50));
  assert.equal(run.status, 1);
  assert.equal(run.err.match(/\[list.width\]/g).length, 20);
  assert.match(run.err, /standard input: 30 more problems are not shown here\n$/);
  assert.equal(documents(run.out).length, 50);
});

test("a list that cannot be used at all ends with 2", (t) => {
  const { write } = folder(t);
  for (const [name, text, code] of [
    ["none.csv", "a,b\n1,2\n", "list.no_column"],
    ["book.xlsx", "PK\u0003\u0004", "list.format"],
    ["wide.csv", "State" + ",".repeat(1024) + "\n", "list.columns"],
  ]) {
    const run = prequal([...hospitals, write(name, text)]);
    assert.equal(run.status, 2, name);
    assert.equal(run.out, "", name);
    assert.ok(run.err.includes(`[${code}]`), run.err);
  }
  const empty = prequal([...hospitals, write("empty.csv", "")]);
  assert.equal(empty.status, 0);
  assert.match(empty.err, /warning: the list holds no record \[list.empty\]/);
});

test("a broken profile is reported with its place and ends with 2", (t) => {
  const { write } = folder(t);
  const run = prequal(["qualify", "--profile", write("p.json", "{\n}"), "-"], "State\nOH\n");
  assert.equal(run.status, 2);
  assert.match(run.err, /p.json:1:1: error: "prequal" is missing \[profile.missing_key\]/);
});

test("without --as-of the newest time of the list counts, and it is said", (t) => {
  const { write } = folder(t);
  const file = write("l.ndjson", ndjson);
  const given = prequal([...scheduling, "--as-of", "2026-11-19T09:00:00-05:00", file]);
  assert.equal(given.err, "");
  for (const run of [prequal([...scheduling, file]), prequal([...scheduling, "-"], ndjson), shell(`cat ${file} | $PREQUAL ${scheduling.join(" ")} -`),
                     shell(`$PREQUAL ${scheduling.join(" ")} <${file}`)]) {
    assert.equal(run.out, given.out);
    assert.equal(run.status, 0);
    assert.match(run.err, /^note: qualified as of 2026-11-19T09:00:00-05:00, the newest time in the input/);
  }
});

test("the newest time is looked for in times only, past bad ones", () => {
  const text = [
    { state: "OH", submitted_at: "2026-01-05" },
    { state: "OH", submitted_at: "soon", last_verified_at: "2026-03-01T00:00:00Z" },
    { state: "OH", org_name: "2027-01-01T00:00:00Z", attempts: [{ at: "2026-03-02T00:00:00+02:00" }] },
    "not a lead",
  ].map((lead) => JSON.stringify(lead) + "\n").join("");
  assert.match(prequal([...scheduling], text).err, /as of 2026-03-02T00:00:00\+02:00, the newest/);
});

test("a long pipe is kept in a temporary file until its newest time is known", () => {
  const rows = 120_000;
  const line = `for i in $(seq ${rows}); do :; done; awk 'BEGIN { for (i = 1; i <= ${rows}; ++i) print "{\\"id\\":\\"" i "\\",\\"state\\":\\"OH\\",\\"note\\":\\"some text that is not used\\"}"; print "{\\"id\\":\\"last\\",\\"submitted_at\\":\\"2026-05-01T00:00:00Z\\"}" }'`;
  const run = shell(`${line} | $PREQUAL ${scheduling.join(" ")} --output summary-json -`);
  assert.equal(run.status, 0, run.err);
  const summary = JSON.parse(run.out);
  assert.equal(summary.records, rows + 1);
  assert.deepEqual([summary.asOf, summary.asOfFrom], ["2026-05-01T00:00:00Z", "newest"]);
});

test("a table without times needs none, and it is said", () => {
  const run = prequal([...hospitals], "State\nOH\n");
  assert.equal(run.status, 0);
  assert.match(run.err, /^note: the input holds no time and the profile needs none/);
  assert.equal(documents(run.out)[0].as_of, "1970-01-01T00:00:00Z");
});

test("CSV output has one row for each record, safe for spreadsheets", () => {
  const text = 'id,State\n=1+1,OH\n"-a,b",MI\nshort\n@x,TX\n';
  const run = prequal([...scheduling, "--as-of", asOf, "--output", "csv"], text);
  assert.equal(run.status, 1);
  const rows = lines(run.out);
  const header = rows[0].split(",");
  assert.deepEqual(header.slice(0, 3), ["id", "row", "fit"]);
  for (const column of ["fit_low", "total_high", "band", "band_reach", "eligibility", "stage", "status", "lane", "route", "settled", "main_reason", "reasons", "problem"]) {
    assert.ok(header.includes(column), column);
  }
  assert.ok(rows[1].startsWith("'=1+1,1,"));
  assert.ok(rows[2].startsWith("\"'-a,b\",2,"));
  assert.ok(rows[3].startsWith(",3,") && rows[3].endsWith(",list.width"));
  assert.ok(rows[4].startsWith("'@x,4,"));
  assert.equal(rows[3].split(",").length, header.length);
  assert.equal(rows[1].split(",").length, header.length);
  // The same outcomes as in the documents.
  const verdicts = documents(prequal([...scheduling, "--as-of", asOf], text).out);
  const cell = (row, name) => row.split(",")[header.indexOf(name)];
  assert.equal(Number(cell(rows[1], "total")), verdicts[0].scores.total.value);
  assert.equal(Number(cell(rows[1], "total_high")), verdicts[0].scores.total.high);
  assert.equal(cell(rows[1], "band"), verdicts[0].band.value);
  assert.equal(cell(rows[1], "band_reach"), verdicts[0].band.reach.join(" "));
  assert.equal(cell(rows[1], "eligibility"), verdicts[0].eligibility.value);
  assert.equal(cell(rows[1], "main_reason"), verdicts[0].status.reason ?? "");
  assert.equal(cell(rows[4], "reasons"), verdicts[3].reasons.map((reason) => reason.code).join(" "));
});

test("summaries count what the documents say", () => {
  const text = "id,State,Specialty\n" + ["1,OH,cardiology", "2,TX,cardiology", "3,MI,", "4,IN,dental", "5"].join("\n") + "\n";
  const verdicts = documents(prequal([...scheduling, "--as-of", asOf], text).out).filter((line) => line.verdict);
  const run = prequal([...scheduling, "--as-of", asOf, "--output", "summary-json"], text);
  assert.equal(run.status, 1);
  const summary = JSON.parse(run.out);
  assert.deepEqual([summary.records, summary.rejected, summary.problems], [4, 1, 1]);
  assert.deepEqual([summary.asOf, summary.asOfFrom], [asOf, "given"]);
  const count = (values) => values.reduce((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {});
  const without0 = (counts) => Object.fromEntries(Object.entries(counts).filter(([, value]) => value > 0));
  assert.deepEqual(without0(summary.bands), count(verdicts.map((verdict) => verdict.band.value)));
  assert.deepEqual(without0(summary.eligibility), count(verdicts.map((verdict) => verdict.eligibility.value)));
  assert.deepEqual(without0(summary.statuses), count(verdicts.map((verdict) => verdict.status.value)));
  assert.deepEqual(without0(summary.lanes), count(verdicts.map((verdict) => verdict.route.lane)));
  assert.deepEqual(without0(summary.routes), count(verdicts.map((verdict) => verdict.route.id ?? "none")));
  assert.deepEqual(without0(summary.reasons), count(verdicts.flatMap((verdict) => verdict.reasons.map((reason) => reason.sub ? `${reason.code}:${reason.sub}` : reason.code))));
  for (const [id, counts] of Object.entries(summary.criteria)) {
    const states = verdicts.map((verdict) => verdict.eligibility.criteria.find((criterion) => criterion.id === id).state);
    assert.deepEqual(counts, { met: 0, not_met: 0, unknown: 0, ...count(states) }, id);
  }
  assert.deepEqual(summary.columns, [
    { name: "id", field: "id", how: "id" },
    { name: "State", field: "state", how: "import" },
    { name: "Specialty", field: "specialty", how: "import" },
  ]);
  const people = prequal([...scheduling, "--as-of", asOf, "--output", "summary"], text);
  assert.match(people.out, /^4 leads of standard input, qualified with b2b-scheduling/);
  assert.match(people.out, /1 records could not be read/);
  assert.match(people.out, /\nCriteria {3,}met {5}not met {5}unknown\n/);
});

test("a mapping says which column feeds what", (t) => {
  const { write } = folder(t);
  const text = "Nr,Where,State\n1,OH,TX\n";
  const map = write("map.json", '{"Nr": "id", "Where": "state", "State": null}');
  const [verdict] = documents(prequal([...scheduling, "--as-of", asOf, "--map", map], text).out);
  assert.equal(verdict.lead, "1");
  assert.deepEqual(verdict.eligibility.criteria.find((criterion) => criterion.id === "area").because.state, "OH");
  const json = prequal([...scheduling, "--as-of", asOf, "--map", map], '{"Nr":1,"Where":"OH","State":"TX"}\n');
  assert.equal(json.out, prequal([...scheduling, "--as-of", asOf, "--map", map], text).out);
  const bad = prequal([...scheduling, "--map", write("bad.json", '{\n "a": "stat"}'), "-"], text);
  assert.equal(bad.status, 2);
  assert.match(bad.err, /bad.json:2:\d+: error: the mapping is not usable at "a": .*did you mean "state"\? \[map.shape\]/);
  const unused = prequal([...scheduling, "--as-of", asOf, "--map", write("unused.json", '{"Gone": "phone"}')], text);
  assert.equal(unused.status, 0);
  assert.match(unused.err, /warning: the mapping names a column "Gone" that the list does not have/);
});
