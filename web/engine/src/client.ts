// The engine in a worker, seen from the page: the same methods, answered by promises. Calls run in the order they are made.
import { fail, succeed } from "./problem.js";
import { describe } from "./problems.js";
import type { DuplicateCluster, DuplicateLink, DuplicateSummary, MergeMap } from "./duplicates.js";
import type { DuplicatesHead, ListHead, Method, Methods, ProfileHead, Reply, Request, StartOptions } from "./protocol.js";
import type { ProfileSource } from "./engine.js";
import type {
  Lead, ListOptions, ListSummary, OutcomeColumns, Problem, ProfileInfo, Progress, QualifyOptions, RejectedRecord, Result, Verdict,
} from "./types.js";

export type { StartOptions } from "./protocol.js";
export type * from "./duplicates.js";
export type * from "./types.js";

/** A worker, or anything that talks like one. */
export interface Port {
  postMessage(message: Request, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent<Reply>) => void): void;
  addEventListener(type: "error" | "messageerror", listener: (event: Event) => void): void;
  terminate?(): void;
}

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Ends the call with the problem engine.cancelled. */
  readonly signal?: AbortSignal;
}

interface Waiting {
  readonly resolve: (result: Result<never>) => void;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

class Wire {
  readonly #port: Port;
  readonly #waiting = new Map<number, Waiting>();
  #next = 1;
  #ended = false;

  constructor(port: Port) {
    this.#port = port;
    port.addEventListener("message", ({ data }) => {
      const waiting = this.#waiting.get(data.id);
      if (waiting === undefined) return;
      if ("progress" in data) {
        waiting.onProgress?.(data.progress);
        return;
      }
      this.#waiting.delete(data.id);
      waiting.resolve(data.result as Result<never>);
    });
    port.addEventListener("error", () => this.end());
    port.addEventListener("messageerror", () => this.end());
  }

  call<M extends Method>(method: M, args: Parameters<Methods[M]>, options: CallOptions = {}, transfer: Transferable[] = []): Promise<ReturnType<Methods[M]>> {
    type Answer = ReturnType<Methods[M]>;
    const { signal } = options;
    if (this.#ended) return Promise.resolve(fail(describe, { code: "engine.closed", subject: "worker" }) as Answer);
    if (signal?.aborted === true) return Promise.resolve(fail(describe, { code: "engine.cancelled" }) as Answer);
    const id = this.#next++;
    return new Promise<Answer>((resolve) => {
      const cancel = (): void => this.#port.postMessage({ id, cancel: true }, []);
      signal?.addEventListener("abort", cancel, { once: true });
      this.#waiting.set(id, {
        resolve: (result) => {
          signal?.removeEventListener("abort", cancel);
          resolve(result as Answer);
        },
        onProgress: options.onProgress,
      });
      try {
        this.#port.postMessage({ id, method, args }, transfer);
      } catch {
        this.#waiting.delete(id);
        signal?.removeEventListener("abort", cancel);
        resolve(fail(describe, { code: "engine.argument", subject: "argument", detail: "plain data" }) as Answer);
      }
    });
  }

  /** The worker is gone: whoever waits is told. */
  end(): void {
    this.#ended = true;
    for (const { resolve } of this.#waiting.values()) resolve(fail(describe, { code: "engine.trap" }));
    this.#waiting.clear();
    this.#port.terminate?.();
  }
}

export class ClientList {
  readonly size: number;
  readonly outcomes: OutcomeColumns;
  /** The record of the list that each lead is, from 1. */
  readonly rows: Uint32Array;
  readonly summary: ListSummary;
  readonly problems: readonly Problem[];
  readonly #wire: Wire;
  readonly #list: number;

  /** @internal */
  constructor(wire: Wire, head: ListHead) {
    this.#wire = wire;
    this.#list = head.list;
    this.size = head.size;
    this.outcomes = head.outcomes;
    this.rows = head.rows;
    this.summary = head.summary;
    this.problems = head.problems;
  }
  verdict(lead: number): Promise<Result<Verdict>> {
    return this.#wire.call("verdict", [this.#list, lead]);
  }
  cells(lead: number): Promise<Result<readonly string[]>> {
    return this.#wire.call("cells", [this.#list, lead]);
  }
  record(lead: number): Promise<Result<string>> {
    return this.#wire.call("record", [this.#list, lead]);
  }
  rejected(): Promise<Result<readonly RejectedRecord[]>> {
    return this.#wire.call("rejected", [this.#list]);
  }
  /** Looks for leads that are the same; with progress, and to be cancelled. A second search takes the place of the first. */
  async findDuplicates(options: CallOptions = {}): Promise<Result<ClientDuplicates>> {
    const head = await this.#wire.call("findDuplicates", [this.#list], options);
    return head.ok ? succeed(new ClientDuplicates(this.#wire, this.#list, head.value)) : head;
  }
  /** One lead that stands for these, by their positions. */
  merge(leads: readonly number[]): Promise<Result<Lead>> {
    return this.#wire.call("mergeListLeads", [this.#list, leads]);
  }
  async dispose(): Promise<void> {
    await this.#wire.call("closeList", [this.#list]);
  }
}

/** What was found out about the leads of a list that are the same. */
export class ClientDuplicates {
  readonly summary: DuplicateSummary;
  /** For each lead the first lead of its cluster; its own position when it stands alone. */
  readonly firsts: Uint32Array;
  readonly #wire: Wire;
  readonly #list: number;

  /** @internal */
  constructor(wire: Wire, list: number, head: DuplicatesHead) {
    this.#wire = wire;
    this.#list = list;
    this.summary = head.summary;
    this.firsts = head.firsts;
  }
  /** Up to `count` clusters from `first` on (from 0), in the order of their first leads. */
  clusters(first: number, count: number): Promise<Result<readonly DuplicateCluster[]>> {
    return this.#wire.call("duplicateClusters", [this.#list, first, count]);
  }
  mergeMaps(first: number, count: number): Promise<Result<readonly MergeMap[]>> {
    return this.#wire.call("mergeMaps", [this.#list, first, count]);
  }
  /** What speaks for and against any two leads. */
  compare(a: number, b: number): Promise<Result<DuplicateLink>> {
    return this.#wire.call("compareLeads", [this.#list, a, b]);
  }
}

/** A list that is still being pushed. */
export class ClientListInput {
  readonly #wire: Wire;
  readonly #list: number;

  /** @internal */
  constructor(wire: Wire, list: number) {
    this.#wire = wire;
    this.#list = list;
  }
  /** With `transfer`, the memory of the chunk moves to the worker and is empty here. */
  push(chunk: Uint8Array | string, transfer = false): Promise<Result<boolean>> {
    return this.#wire.call("push", [this.#list, chunk], {}, transfer && typeof chunk !== "string" ? [chunk.buffer as ArrayBuffer] : []);
  }
  async finish(asOf?: string | Date, options: CallOptions = {}): Promise<Result<ClientList>> {
    const head = await this.#wire.call("finish", [this.#list, asOf], options);
    return head.ok ? succeed(new ClientList(this.#wire, head.value)) : head;
  }
  async dispose(): Promise<void> {
    await this.#wire.call("closeList", [this.#list]);
  }
}

export class ClientProfile {
  readonly info: ProfileInfo;
  readonly warnings: readonly Problem[];
  readonly #wire: Wire;
  readonly #profile: number;

  /** @internal */
  constructor(wire: Wire, head: ProfileHead) {
    this.#wire = wire;
    this.#profile = head.profile;
    this.info = head.info;
    this.warnings = head.warnings;
  }
  qualify(lead: Lead, options: QualifyOptions): Promise<Result<Verdict>> {
    return this.#wire.call("qualify", [this.#profile, lead, options]);
  }
  /** The compiled profile as bytes, for the small engine in a form. */
  toPacked(): Promise<Result<Uint8Array>> {
    return this.#wire.call("toPacked", [this.#profile]);
  }
  qualifyMany(leads: readonly Lead[], options: { readonly asOf: string | Date }): Promise<Result<OutcomeColumns>> {
    return this.#wire.call("qualifyMany", [this.#profile, leads, options.asOf]);
  }
  /** Reads and qualifies a whole list, a file for example. */
  async readList(list: Blob | Uint8Array | string, options: ListOptions & CallOptions = {}): Promise<Result<ClientList>> {
    const { onProgress, signal, ...rest } = options;
    const calling = { ...(onProgress !== undefined && { onProgress }), ...(signal !== undefined && { signal }) };
    const head = await this.#wire.call("readList", [this.#profile, list, rest], calling);
    return head.ok ? succeed(new ClientList(this.#wire, head.value)) : head;
  }
  /** Opens a list to push bytes into, for sources that are no Blob. */
  async openList(options: ListOptions = {}): Promise<Result<ClientListInput>> {
    const list = await this.#wire.call("openList", [this.#profile, options]);
    return list.ok ? succeed(new ClientListInput(this.#wire, list.value)) : list;
  }
  async dispose(): Promise<void> {
    await this.#wire.call("release", [this.#profile]);
  }
}

export class EngineClient {
  readonly #wire: Wire;

  private constructor(wire: Wire) {
    this.#wire = wire;
  }

  /** Starts the engine in a worker that runs this package's worker script. */
  static async start(port: Port, options: StartOptions = {}): Promise<Result<EngineClient>> {
    const wire = new Wire(port);
    const started = await wire.call("start", [options]);
    if (started.ok) return succeed(new EngineClient(wire));
    wire.end();
    return started;
  }

  async compile(profile: ProfileSource): Promise<Result<ClientProfile>> {
    const head = await this.#wire.call("compile", [profile]);
    return head.ok ? succeed(new ClientProfile(this.#wire, head.value)) : head;
  }
  /** Ends the worker at once. Calls under way are answered with engine.trap, later ones with engine.closed. */
  dispose(): void {
    this.#wire.end();
  }
}

/** This package's worker, where bundlers find it too. Pages with Trusted Types make the Worker themselves. */
export function makeWorker(): Port {
  return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
}
