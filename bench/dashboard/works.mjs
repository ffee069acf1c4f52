// What is measured, as functions that run inside the page of the dashboard. Each gives times in milliseconds.

/** Puts what the others need into the page. */
export function prepare() {
  const app = document.querySelector("pq-dashboard");
  const { session } = app;
  /** After the frame that shows what was done so far. */
  const painted = () => new Promise((resolve) => { requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { port1.close(); resolve(); }; port2.postMessage(null); }); });
  const load = async (blob, onReady) => {
    session.restart();
    await painted();
    const began = performance.now();
    const stop = session.store.listen(() => { if (session.store.state.phase.kind === "ready") { onReady?.(performance.now() - began); stop(); } });
    await session.open("list.csv", blob);
    if (session.store.state.phase.kind !== "ready") throw new Error(`the list is not open: ${session.store.state.phase.kind}`);
    // Rows with their titles, as a person sees them.
    for (;;) {
      await painted();
      const grid = app.shadowRoot.querySelector("pq-grid")?.shadowRoot;
      if (grid?.querySelector(".title") != null && grid.querySelector(".title.waiting") === null) return performance.now() - began;
    }
  };
  globalThis.bench = { app, session, painted, load };
}

export async function loading(address) {
  const blob = await (await fetch(address)).blob();
  return [await globalThis.bench.load(blob)];
}

/** Round by round: papaparse alone in a worker of the page, then the page with the same file. The first round warms up. */
export async function reading(rounds) {
  const blob = await (await fetch("/list.csv")).blob();
  const worker = new Worker("/papa-worker.js");
  const parse = () => new Promise((resolve, reject) => { worker.onmessage = ({ data }) => resolve(data); worker.onerror = reject; worker.postMessage(blob); });
  const out = { papaparse: [], prequal: [], engine: [] };
  for (let round = 0; round <= rounds; ++round) {
    const began = performance.now();
    const rows = await parse();
    const papaparse = performance.now() - began;
    let engine = 0;
    const prequal = await globalThis.bench.load(blob, (time) => { engine = time; });
    if (globalThis.bench.session.store.state.phase.list.loaded.size !== rows) throw new Error("not the same rows");
    if (round === 0) continue;
    out.papaparse.push(papaparse);
    out.prequal.push(prequal);
    out.engine.push(engine);
  }
  worker.terminate();
  return out;
}

/** Sorts and filters, from the click to the frame that shows it. */
export async function arranging(times) {
  const { session, painted } = globalThis.bench;
  const out = { "sort to painted": [], "filter to painted": [] };
  const step = async (name, act) => {
    await painted();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const began = performance.now();
    await act();
    await painted();
    out[name].push(performance.now() - began);
  };
  const keys = ["total", "fit", "intent", "status", "lane", "band", "title"];
  await session.queue.sortBy({ key: "title", down: false });
  for (let i = 0; i < times; ++i) {
    await step("sort to painted", () => session.queue.sortBy({ key: keys[i % keys.length], down: i % 2 === 0 }));
    await step("filter to painted", async () => { if (i % 3 === 2) session.queue.showAll(); else session.queue.only(["band", "eligibility", "status", "reason"][i % 4], i % 3); });
    if (i % 3 !== 2) { session.queue.showAll(); await painted(); }
  }
  return out;
}

/** Other answers for a lead, and thresholds moved: from the key to the laid out page, without the wait for the next frame. */
export async function trying(times) {
  const { app, session, painted } = globalThis.bench;
  const out = { "what-if, a step": [], "threshold, a step": [] };
  session.queue.showAll();
  await session.queue.sortBy({ key: "list", down: false });
  session.select(session.store.state.shown[5]);
  await painted();
  await session.engine.detail(session.store.state.selected);
  await painted();
  const lead = app.shadowRoot.querySelector("pq-lead");
  lead.showWhatIf();
  await painted();
  await painted();
  const part = lead.shadowRoot.querySelector("pq-what-if");
  const field = part.shadowRoot.querySelector("[data-field=locations]");
  for (let i = 0; i < times; ++i) {
    const began = performance.now();
    const made = part.made;
    field.value = String(2 + (i % 60));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    while (part.made === made) await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => { port1.close(); resolve(); }; port2.postMessage(null); });
    await part.updateComplete;
    document.body.getBoundingClientRect();
    out["what-if, a step"].push(performance.now() - began);
    await painted();
  }
  session.select(null);
  session.show("insights");
  await painted();
  await painted();
  const card = app.shadowRoot.querySelector("pq-insights").shadowRoot.querySelector("pq-thresholds");
  const slider = card.shadowRoot.querySelector("#high");
  for (let i = 0; i < times; ++i) {
    const began = performance.now();
    slider.value = String(55 + (i % 30));
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    await card.updateComplete;
    document.body.getBoundingClientRect();
    out["threshold, a step"].push(performance.now() - began);
    await painted();
  }
  session.show("queue");
  return out;
}
