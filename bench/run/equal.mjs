// All give the same outcome on the part that they have in common, or nothing is measured.
import assert from "node:assert/strict";
import { common } from "../peers/prequal.mjs";
import { kernel, pack } from "../peers/js.mjs";
import { stops } from "../reference/model.mjs";
import { sample, singles } from "./works.mjs";

const stopIds = new Map(stops.map((stop) => [stop.id.replaceAll(".", "_"), stop.id]));

export async function checkEqual(count) {
  const objects = sample(count);
  const expected = objects.map(await singles["js-idiomatic"]());
  for (const [name, make] of Object.entries(singles)) {
    if (name === "prequal, outcome") continue;  // numbers only; the lists below count them
    const score = await make();
    for (let i = 0; i < objects.length; i++) {
      const found = await score(objects[i]);
      if (name.startsWith("prequal")) {
        const { reasons, missing, fired, stopped, ...same } = expected[i];
        const verdict = common(found);
        verdict.stopped = verdict.stopped.map((id) => stopIds.get(id)).sort();
        assert.deepEqual(verdict, { ...same, fired: [...fired].sort(), stopped: [...stopped].sort() }, `${name}, lead ${i}`);
        assert.ok(found.missing.every((field) => missing.includes(field)), `${name}, lead ${i}: missing`);
      } else assert.deepEqual(found, expected[i], `${name}, lead ${i}`);
    }
  }
  const columns = pack(objects);
  kernel(columns);
  const bands = ["low", "mid", "high"];
  const statuses = ["active", "nurture", "disqualified"];
  expected.forEach((verdict, i) => assert.deepEqual([columns.fit[i], columns.intent[i], columns.total[i], bands[columns.band[i]], statuses[columns.status[i]]],
    [verdict.fit, verdict.intent, verdict.total, verdict.band, verdict.status], `kernel, lead ${i}`));
  return Object.keys(singles).length;
}
