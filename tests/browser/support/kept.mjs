// The store of kept decisions as the dashboard has it, in a page that does nothing else, so that the page can be killed while
// it writes.
import { join } from "node:path";
import { build } from "esbuild";
import { Random } from "../../../web/dashboard/samples/random.mjs";
import { root } from "./demo.mjs";

export const list = "a list";

async function bundle() {
  const { outputFiles } = await build({ entryPoints: [join(root, "web/dashboard/src/storage/vault.ts")], bundle: true, write: false, format: "iife", globalName: "kept", logLevel: "error" });
  return outputFiles[0].text;
}

/** What every decision holds, from its id alone: so that a torn one is seen. */
const noteOf = (id) => `note ${id} `.repeat(1 + (id % 60));
export const decisionOf = (id) => ({ id, act: id % 7 === 0 ? "undo" : "accept", by: "Kim", note: noteOf(id) });

/** Writes decisions in groups of one to five until it is killed; an id is acknowledged when the store says that it is kept. */
export class Writer {
  acknowledged = new Set();
  /** The groups that were begun: each is kept whole or not at all. */
  groups = [];
  #code;
  #random;
  #next = 1;
  constructor(seed) {
    this.#random = new Random(seed);
  }
  below(most) {
    return this.#random.below(most);
  }

  async prepare(page, address) {
    this.#code ??= await bundle();
    await page.exposeFunction("acknowledge", (ids) => { for (const id of ids) this.acknowledged.add(id); });
    await page.exposeFunction("begin", (ids) => { this.groups.push(ids); });
    await page.goto(address);
    await page.evaluate(`${this.#code}; globalThis.vault = new kept.Vault();`);
  }

  /** What is wrong with what is kept now; nothing, if all is well. */
  async faults(page) {
    const all = await page.evaluate((name) => globalThis.vault.read(name), list);
    const ids = new Set(all.map((entry) => entry.id));
    const out = [];
    for (const id of this.acknowledged) if (!ids.has(id)) out.push(`${id} was acknowledged and is lost`);
    for (const entry of all) if (JSON.stringify(entry) !== JSON.stringify(decisionOf(entry.id))) out.push(`${entry.id} is torn`);
    for (const group of this.groups) if (new Set(group.map((id) => ids.has(id))).size > 1) out.push(`of the group ${group} only a part is kept`);
    this.#next = Math.max(0, ...ids, ...this.acknowledged, ...this.groups.flat()) + 1;
    // They are settled: kept from now on, or never.
    this.groups = [];
    return out;
  }

  async start(page) {
    const seed = this.#random.below(1 << 30);
    await page.evaluate(([name, first, from]) => {
      let state = from;
      const below = (most) => { state = (Math.imul(state, 1103515245) + 12345) >>> 0; return (state >>> 8) % most; };
      const decisionOf = (id) => ({ id, act: id % 7 === 0 ? "undo" : "accept", by: "Kim", note: `note ${id} `.repeat(1 + (id % 60)) });
      void (async () => {
        for (let next = first; ; ) {
          const ids = Array.from({ length: 1 + below(5) }, (_, i) => next + i);
          next += ids.length;
          await globalThis.begin(ids);
          await globalThis.vault.keep(name, ids.map(decisionOf));
          await globalThis.acknowledge(ids);
        }
      })();
    }, [list, this.#next, seed]);
  }
}
