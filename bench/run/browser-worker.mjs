// Runs in a worker of a page: CSV bytes to counts, papaparse alone against prequal, turn by turn.
import papa from "papaparse";
import { loadEngine } from "prequal-engine";
import { makeProfile } from "../reference/profile.mjs";

const asOf = "2026-11-01T00:00:00Z";

self.onmessage = async ({ data: { rounds } }) => {
  const bytes = new Uint8Array(await (await fetch("/leads.csv")).arrayBuffer());
  const engine = await loadEngine({ wasm: "/full.wasm" });
  const profile = engine.value.compile(JSON.stringify(makeProfile())).value;
  const works = {
    "papaparse alone": () => papa.parse(new TextDecoder().decode(bytes), { header: true, skipEmptyLines: true }).data.length,
    prequal: () => {
      const list = profile.openList({ format: "csv", asOf }).value;
      for (let at = 0; at < bytes.length; at += 1 << 18) list.push(bytes.subarray(at, at + (1 << 18)));
      const { records } = list.finish().value;
      list.dispose();
      return records;
    },
  };
  const results = Object.fromEntries(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    for (const [name, work] of Object.entries(works)) {
      const began = performance.now();
      const count = work();
      const seconds = (performance.now() - began) / 1000;
      if (round > 0) results[name].push({ leadsPerSecond: count / seconds, megabytesPerSecond: bytes.length / 1e6 / seconds });
    }
  }
  self.postMessage(results);
};
