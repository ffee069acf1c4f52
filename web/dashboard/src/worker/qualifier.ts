// The engine as the worker holds it: one profile, one list, and what was made of the list's texts.
import { loadEngine, type FullEngine, type FullProfile, type List, type ListSummary, type ProfileInfo, type Result } from "prequal-engine";
import type { LeadDetail, LoadedList, Progress, Title } from "../engine/list-engine.ts";
import { findRecords, foldText } from "./search.ts";
import { Titles } from "./titles.ts";

const atOnce = 2000;
const chunkBytes = 1 << 20;

/** Lets messages in, a cancel among them. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

interface Open {
  readonly list: List;
  readonly summary: ListSummary;
  readonly titles: Titles;
  folded: readonly string[] | null;
}

export class Qualifier {
  #engine: FullEngine;
  #profile: FullProfile | null = null;
  #open: Open | null = null;

  constructor(engine: FullEngine) {
    this.#engine = engine;
  }
  static async start(wasm: ArrayBuffer | string): Promise<Qualifier> {
    const engine = await loadEngine({ wasm });
    if (!engine.ok) throw new Error("the engine could not be started");
    return new Qualifier(engine.value);
  }

  openProfile(text: string): Result<ProfileInfo> {
    this.#close();
    this.#profile?.dispose();
    this.#profile = null;
    const compiled = this.#engine.compile(text);
    if (!compiled.ok) return compiled;
    this.#profile = compiled.value;
    return { ok: true, value: compiled.value.info };
  }

  #close(): void {
    this.#open?.list.dispose();
    this.#open = null;
  }

  async load(blob: Blob, cancelled: () => boolean, tell: (progress: Progress) => void): Promise<Result<LoadedList> | "cancelled"> {
    if (this.#profile === null) throw new Error("no profile");
    this.#close();
    const opened = this.#profile.openList();
    if (!opened.ok) return opened;
    const list = opened.value;
    const result = await this.#read(list, blob, cancelled, tell);
    if (result === "cancelled" || !result.ok) list.dispose();
    return result;
  }

  async #read(list: List, blob: Blob, cancelled: () => boolean, tell: (progress: Progress) => void): Promise<Result<LoadedList> | "cancelled"> {
    for (let at = 0; at < blob.size; at += chunkBytes) {
      tell({ step: "reading", done: at, total: blob.size });
      const pushed = list.push(await blob.slice(at, at + chunkBytes).arrayBuffer());
      if (!pushed.ok) return pushed;
      await breath();
      if (cancelled()) return "cancelled";
      if (!pushed.value) break;
    }
    let ended = list.end();
    // A list without any time counts as of now.
    if (!ended.ok && ended.problems.some((problem) => problem.code === "time.no_clock")) ended = list.end(new Date());
    const problems = list.problems();
    if (!problems.ok) return problems;
    if (!ended.ok) return { ok: false, problems: [...problems.value, ...ended.problems] };
    if (list.size === 0) return { ok: false, problems: problems.value };
    for (;;) {
      tell({ step: "qualifying", done: list.qualified, total: list.size });
      const done = list.advance();
      if (!done.ok) return done;
      await breath();
      if (cancelled()) return "cancelled";
      if (done.value) break;
    }
    return this.#finish(list, problems.value);
  }

  #finish(list: List, problems: LoadedList["problems"]): Result<LoadedList> {
    const summary = list.summary();
    const columns = list.outcomes();
    const rows = list.rows();
    if (!summary.ok) return summary;
    if (!columns.ok) return columns;
    if (!rows.ok) return rows;
    const info = this.#profile?.info;
    if (info === undefined) throw new Error("no profile");
    this.#open = { list, summary: summary.value, titles: new Titles(summary.value.columns, info), folded: null };
    return { ok: true, value: { size: list.size, columns: columns.value, rows: rows.value, summary: summary.value, problems } };
  }

  #cells(lead: number): readonly string[] {
    const cells = this.#open?.list.cells(lead);
    return cells?.ok === true ? cells.value : [];
  }
  titles(leads: readonly number[]): readonly Title[] {
    const { titles } = this.#need();
    return leads.map((lead) => titles.of(this.#cells(lead)));
  }

  detail(lead: number): Result<LeadDetail> {
    const { list, summary } = this.#need();
    const verdict = list.verdict(lead);
    if (!verdict.ok) return verdict;
    const cells = this.#cells(lead);
    return {
      ok: true,
      value: { verdict: verdict.value, record: summary.columns.map(({ name, field }, i) => ({ column: name, field, value: cells[i] ?? "" })) },
    };
  }

  async search(query: string): Promise<Uint8Array> {
    const open = this.#need();
    if (open.folded === null) {
      const folded: string[] = [];
      for (let lead = 0; lead < open.list.size; ++lead) {
        folded.push(foldText(this.#cells(lead).join("\n")));
        if (lead % atOnce === atOnce - 1) await breath();
      }
      open.folded = folded;
    }
    return findRecords(open.folded, query);
  }

  orderByTitle(locale: string): Uint32Array {
    const { list, titles } = this.#need();
    const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
    const names = Array.from({ length: list.size }, (_, lead) => titles.of(this.#cells(lead)).title);
    return Uint32Array.from(names.keys()).sort((a, b) => compare(names[a] ?? "", names[b] ?? "") || a - b);
  }

  #need(): Open {
    if (this.#open === null) throw new Error("no list");
    return this.#open;
  }
}
