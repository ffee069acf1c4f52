// The engine in a worker. Also as one script that can be started from a blob: it fetches nothing but what start() names.
import { breathe } from "./breathe.js";
import { columnBuffers } from "./columns.js";
import type { DuplicateSearch } from "./duplicates.js";
import type { ProfileSource } from "./engine.js";
import { loadFull, type FullEngine, type FullProfile } from "./full.js";
import type { List } from "./list.js";
import { fail, succeed } from "./problem.js";
import { describe } from "./problems.js";
import type { DuplicatesHead, ListHead, Method, Methods, ProfileHead, Reply, Request, StartOptions } from "./protocol.js";
import type { Lead, ListOptions, ListSummary, Progress, QualifyOptions, Result } from "./types.js";

/** What a worker's global scope and a port have in common. */
export interface Channel {
  postMessage(message: Reply, transfer: ArrayBuffer[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Request>) => void): void;
}

/** What a method can do besides answering. */
interface Call {
  readonly cancelled: boolean;
  progress(progress: Progress): void;
}

const chunkBytes = 1 << 18;

class Worker {
  #engine: FullEngine | null = null;
  readonly #profiles = new Map<number, FullProfile>();
  readonly #lists = new Map<number, List>();
  readonly #searches = new Map<number, DuplicateSearch>();
  #next = 1;

  readonly methods: { readonly [M in Method]: (call: Call, ...args: Parameters<Methods[M]>) => ReturnType<Methods[M]> | Promise<ReturnType<Methods[M]>> } = {
    start: async (_, options: StartOptions) => {
      if (this.#engine !== null) return succeed(true);
      const engine = await loadFull(options, () => new URL("./prequal-full.wasm", import.meta.url));
      if (!engine.ok) return engine;
      this.#engine = engine.value;
      return succeed(true);
    },
    compile: (_, source: ProfileSource): Result<ProfileHead> => {
      if (this.#engine === null) return this.#gone("engine");
      const compiled = this.#engine.compile(source);
      if (!compiled.ok) return compiled;
      const profile = this.#next++;
      this.#profiles.set(profile, compiled.value);
      return succeed({ profile, info: compiled.value.info, warnings: compiled.value.warnings });
    },
    toPacked: (_, profile) => this.#profiles.get(profile)?.toPacked() ?? this.#gone("profile"),
    release: (_, profile) => {
      this.#profiles.get(profile)?.dispose();
      this.#profiles.delete(profile);
      return succeed(true);
    },
    qualify: (_, profile, lead: Lead, options: QualifyOptions) => {
      const verdict = this.#profiles.get(profile)?.qualify(lead, options) ?? this.#gone("profile");
      return verdict.ok ? succeed(verdict.value.toJSON()) : verdict;
    },
    qualifyMany: (_, profile, leads, asOf) => this.#profiles.get(profile)?.qualifyMany(leads, { asOf }) ?? this.#gone("profile"),
    readList: async (call, profile, source, options) => {
      const opened = this.#open(profile, options);
      if (!opened.ok) return opened;
      const [id, list] = opened.value;
      const head = await this.#read(call, id, list, source);
      if (!head.ok) this.#close(id);
      return head;
    },
    openList: (_, profile, options) => {
      const opened = this.#open(profile, options);
      return opened.ok ? succeed(opened.value[0]) : opened;
    },
    push: (_, list, chunk) => this.#lists.get(list)?.push(chunk) ?? this.#gone("list"),
    finish: (call, id, asOf) => {
      const list = this.#lists.get(id);
      return list === undefined ? this.#gone("list") : this.#finish(call, id, list, asOf);
    },
    closeList: (_, list) => {
      this.#close(list);
      return succeed(true);
    },
    verdict: (_, list, lead) => this.#lists.get(list)?.verdict(lead) ?? this.#gone("list"),
    cells: (_, list, lead) => this.#lists.get(list)?.cells(lead) ?? this.#gone("list"),
    record: (_, list, lead) => this.#lists.get(list)?.record(lead) ?? this.#gone("list"),
    rejected: (_, list) => this.#lists.get(list)?.rejected() ?? this.#gone("list"),
    findDuplicates: (call, list) => this.#findDuplicates(call, list),
    duplicateClusters: (_, list, first, count) => this.#searches.get(list)?.clusters(first, count) ?? this.#gone("duplicates"),
    mergeMaps: (_, list, first, count) => this.#searches.get(list)?.mergeMaps(first, count) ?? this.#gone("duplicates"),
    compareLeads: (_, list, a, b) => this.#searches.get(list)?.compare(a, b) ?? this.#gone("duplicates"),
    mergeListLeads: (_, list, leads) => this.#lists.get(list)?.merge(leads) ?? this.#gone("list"),
  };

  #gone(subject: string): Result<never> {
    return fail(describe, { code: "engine.closed", subject });
  }
  #open(profile: number, options: ListOptions): Result<readonly [number, List]> {
    const opened = this.#profiles.get(profile)?.openList(options) ?? this.#gone("profile");
    if (!opened.ok) return opened;
    const id = this.#next++;
    this.#lists.set(id, opened.value);
    return succeed([id, opened.value]);
  }
  #close(id: number): void {
    this.#searches.delete(id);
    this.#lists.get(id)?.dispose();
    this.#lists.delete(id);
  }

  async #read(call: Call, id: number, list: List, source: Blob | Uint8Array | string): Promise<Result<ListHead>> {
    const blob = source instanceof Blob ? source : new Blob([source as Uint8Array<ArrayBuffer> | string]);
    for (let at = 0; at < blob.size; at += chunkBytes) {
      let bytes;
      try {
        bytes = await blob.slice(at, at + chunkBytes).arrayBuffer();
      } catch {
        return fail(describe, { code: "file.read", subject: "list", detail: "its bytes are not available any more" });
      }
      if (call.cancelled) return fail(describe, { code: "engine.cancelled" });
      const pushed = list.push(bytes);
      if (!pushed.ok) return pushed;
      if (!pushed.value) break;
      call.progress({ step: "reading", done: Math.min(at + chunkBytes, blob.size), total: blob.size });
    }
    return this.#finish(call, id, list, undefined);
  }

  async #findDuplicates(call: Call, id: number): Promise<Result<DuplicatesHead>> {
    const started = this.#lists.get(id)?.findDuplicates() ?? this.#gone("list");
    if (!started.ok) return started;
    const search = started.value;
    this.#searches.set(id, search);
    for (;;) {
      const done = search.advance();
      if (!done.ok) return done;
      if (done.value) break;
      call.progress({ step: "comparing", done: Math.round(search.progress * 1000), total: 1000 });
      await breathe();
      if (call.cancelled || this.#searches.get(id) !== search) {
        if (this.#searches.get(id) === search) {
          search.dispose();
          this.#searches.delete(id);
        }
        return fail(describe, { code: "engine.cancelled" });
      }
    }
    const summary = search.summary();
    const firsts = search.firsts();
    if (!summary.ok) return summary;
    return firsts.ok ? succeed({ summary: summary.value, firsts: firsts.value }) : firsts;
  }

  async #finish(call: Call, id: number, list: List, asOf: string | Date | undefined): Promise<Result<ListHead>> {
    const ended = list.end(asOf);
    if (!ended.ok) return ended;
    const { size } = list;
    for (;;) {
      const done = list.advance();
      if (!done.ok) return done;
      if (done.value) break;
      call.progress({ step: "qualifying", done: list.qualified, total: size });
      await breathe();
      if (call.cancelled) return fail(describe, { code: "engine.cancelled" });
    }
    const parts = [list.outcomes(), list.rows(), list.summary(), list.problems()] as const;
    for (const part of parts) if (!part.ok) return part;
    const [outcomes, rows, summary, problems] = parts.map((part) => (part.ok ? part.value : null)) as unknown as
      [ListHead["outcomes"], Uint32Array, ListSummary, ListHead["problems"]];
    return succeed({ list: id, size, outcomes, rows, summary, problems });
  }
}

/** What of an answer moves to the other thread instead of being copied. */
function transfers(result: Result<unknown>): ArrayBuffer[] {
  if (!result.ok || typeof result.value !== "object" || result.value === null) return [];
  const head = result.value as Partial<ListHead>;
  if (head.outcomes === undefined) return [];
  return [...columnBuffers(head.outcomes), ...(head.rows === undefined ? [] : [head.rows.buffer as ArrayBuffer])];
}

/** Answers requests that come over a channel. */
export function serve(channel: Channel): void {
  const worker = new Worker();
  const cancelled = new Set<number>();
  const running = new Set<number>();
  channel.addEventListener("message", ({ data }) => {
    if ("cancel" in data) {
      if (running.has(data.id)) cancelled.add(data.id);
      return;
    }
    const { id, method, args } = data;
    const call: Call = {
      get cancelled() {
        return cancelled.has(id);
      },
      progress: (progress) => channel.postMessage({ id, progress }, []),
    };
    const answer = (result: Result<unknown>): void => {
      running.delete(id);
      cancelled.delete(id);
      channel.postMessage({ id, result }, transfers(result));
    };
    const work = worker.methods[method] as ((call: Call, ...args: readonly unknown[]) => Result<unknown> | Promise<Result<unknown>>) | undefined;
    if (work === undefined) {
      answer(fail(describe, { code: "engine.argument", subject: "method", detail: "a method of the worker" }));
      return;
    }
    running.add(id);
    // Nothing above throws; if it does, the caller must not wait for ever.
    (async () => work(call, ...args))().then(answer, () => answer(fail(describe, { code: "engine.trap" })));
  });
}
