// The door to duplicates of a list: steps, evidence, merge maps and merged leads, from the packed engine.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { loadEngine } from "prequal-engine";

const value = (result) => {
  assert.ok(result.ok, JSON.stringify(result.problems));
  return result.value;
};
const engine = value(await loadEngine());
const profile = value(engine.compile(readFileSync(new URL("../../core/profiles/b2b-scheduling.json", import.meta.url), "utf8")));
const people = `Lead ID,Name,Company,Email,Phone,State,Street,ZIP,Notes,Submitted,Email Consent
L1,Dana Reyes,Lakeside Cardiology,Dana@LakesideCardio.org,+1 (614) 224-3187,OH,12 Main St,43215,"first, with comma",2026-11-01T10:00:00Z,given
L2,Ann Bell,Lakeside Cardiology,ann@lakesidecardio.org,614-224-3187,OH,12 Main St,43215,,2026-11-02T10:00:00Z,
L3,"Reyes, Dana","Lakeside Cardiology, LLC",dana+campaign@lakesidecardio.org,614.224.3187,Ohio,12 Main Street,43215-1234,second,2026-11-05T10:00:00Z,opted out
L4,Bo Li,Other Clinic,bo@other.org,,TX,,,,,
`;
const listOf = (text, finish = true) => {
  const list = value(profile.openList());
  value(list.push(text));
  if (finish) value(list.finish());
  return list;
};

test("Clusters with evidence for each field, in steps", () => {
  const search = value(listOf(people).findDuplicates());
  assert.equal(search.clusters().ok, false, "nothing is answered before the search is done");
  let steps = 0;
  let last = 0;
  while (!value(search.advance())) {
    ++steps;
    assert.ok(search.progress >= last && search.progress <= 1);
    last = search.progress;
  }
  assert.ok(steps >= 2);
  assert.equal(search.progress, 1);
  const [cluster, ...others] = value(search.clusters());
  assert.deepEqual(others, []);
  assert.deepEqual([cluster.leads, cluster.rows, cluster.certainty], [[0, 2], [1, 3], 99]);
  const [{ fields, prior, weight }] = cluster.links;
  assert.deepEqual(Object.fromEntries(Object.entries(fields).map(([name, { agreement }]) => [name, agreement])), {
    name: "same", organization: "same", email: "same", phone: "same", address: "same", place: "same",
  });
  assert.equal(Object.values(fields).reduce((sum, one) => sum + one.weight, prior), weight, "the weights add up");
  assert.deepEqual([...value(search.firsts())], [0, 1, 0, 3]);
  assert.ok(value(search.compare(0, 1)).weight < 0, "a colleague behind the same switchboard is another person");
  assert.equal(search.compare(0, 0).ok, false);
  assert.equal(search.compare(0, 4).ok, false);
  const summary = value(search.summary());
  assert.deepEqual([summary.leads, summary.clusters, summary.repeated], [4, 1, 1]);
  assert.deepEqual([summary.columns.name, summary.columns.address, summary.columns.zip, summary.columns.city], [["Name"], ["Street"], ["ZIP"], []]);
});

test("A merge map keeps every value and the strictest consent: R03-11", () => {
  const list = listOf(people);
  const search = value(list.findDuplicates());
  value(search.finish());
  const [map] = value(search.mergeMaps());
  assert.deepEqual(map.survivor, { row: 1, id: "L1" });
  assert.deepEqual(map.merged, [{ row: 3, id: "L3" }]);
  const column = (name) => map.columns.find(({ column: is }) => is === name);
  assert.deepEqual([column("Lead ID").rule, column("Lead ID").value], ["oldest", "L1"]);
  assert.deepEqual([column("Notes").rule, column("Notes").value, column("Notes").others], ["newest", "second", [{ row: 1, value: "first, with comma" }]]);
  assert.deepEqual([column("Email Consent").rule, column("Email Consent").value], ["strictest", "opted out"]);
  assert.deepEqual(map.consent.email, { state: "opted_out", row: 3 });
  // Nothing is lost: each value of each record stands in the map.
  const { columns } = value(list.summary());
  for (const lead of [0, 2]) {
    value(list.cells(lead)).forEach((cell, i) => {
      if (cell === "") return;
      const kept = column(columns[i].name);
      assert.ok([kept.value, ...kept.others.map((other) => other.value)].includes(cell), `${columns[i].name}: ${cell}`);
    });
  }
  const merged = value(list.merge([2, 0]));
  assert.deepEqual(merged, value(list.merge([0, 2])), "in whatever order");
  assert.deepEqual([merged.id, merged.consent?.email ?? merged["consent.email"], merged.answers.notes], ["L1", "opted_out", "second"]);
  assert.equal(list.merge([]).ok, false);
  assert.equal(list.merge([9]).ok, false);
});

test("A list that is not finished, empty or gone has no search", () => {
  assert.equal(listOf(people, false).findDuplicates().ok, false);
  const empty = value(listOf(people.slice(0, people.indexOf("\n") + 1)).findDuplicates());
  assert.equal(value(empty.finish()).clusters, 0);
  assert.deepEqual([...value(empty.firsts())], []);
  const list = listOf(people);
  const search = value(list.findDuplicates());
  value(search.finish());
  search.dispose();
  assert.equal(search.clusters().ok, false);
  list.dispose();
  assert.equal(search.advance().ok, false);
  assert.equal(search.summary().ok, false);
});
