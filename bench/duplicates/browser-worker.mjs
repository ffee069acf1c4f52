// Runs in a worker of a page: one list, its leads read, then duplicates looked for in steps, as a page does it.
import { loadEngine } from "prequal-engine";

const value = (result) => {
  if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join(", "));
  return result.value;
};

self.onmessage = async ({ data: { profile: text } }) => {
  const bytes = new Uint8Array(await (await fetch("/list.csv")).arrayBuffer());
  const engine = value(await loadEngine({ wasm: "/full.wasm" }));
  const profile = value(engine.compile(text));
  const list = value(profile.openList({ asOf: "2026-11-20T10:00:00-05:00" }));
  const start = performance.now();
  value(list.push(bytes));
  value(list.finish());
  const read = performance.now();
  const search = value(list.findDuplicates());
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const done = value(search.advance());
    longest = Math.max(longest, performance.now() - before);
    if (done) break;
  }
  const { clusters, repeated, compared } = value(search.summary());
  const seconds = (performance.now() - read) / 1000;
  self.postMessage({ read: (read - start) / 1000, seconds, longest, clusters, repeated, compared, memory: self.engineMemory?.() ?? 0 });
};
