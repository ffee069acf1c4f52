// The engine behind a worker: one question at a time, cancelled through the worker, never by ending it.
import type { ClockColumns, CourseColumns, HandoffOptions, ListAudit, ListMetrics, ListShape, MergeMap, ProfileInfo, Result, ReviewAct, Reviewed, Verdict } from "prequal-engine";
import type { Edits } from "../import/rewrite.ts";
import type { Assets } from "../app/assets.ts";
import type { Answer, CallName, Calls, Request } from "../worker/protocol.ts";
import type { Account, Answers, CheckedProfile, ColumnValues, Compared, CriterionState, FoundDuplicates, LeadDetail, ListDrift, ListEngine, LoadedList, LoadOptions, Mapping, Preview, Progress, Title } from "./list-engine.ts";

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: Progress) => void;
}

export class WorkerEngine implements ListEngine {
  #worker: Promise<Worker> | null = null;
  #pending = new Map<number, Pending>();
  #last = 0;

  constructor(private readonly assets: Assets) {}

  #start(): Promise<Worker> {
    this.#worker ??= (async () => {
      const engine = await this.assets.engine();
      const worker = this.assets.makeWorker("worker");
      worker.onmessage = (event: MessageEvent<Answer>) => this.#receive(event.data);
      worker.onerror = (event) => {
        event.preventDefault();
        this.#failAll();
      };
      await this.#post(worker, "start", engine, () => {});
      return worker;
    })();
    // A start that failed may be tried again.
    this.#worker.catch(() => {
      this.#worker = null;
    });
    return this.#worker;
  }

  #receive(answer: Answer): void {
    const pending = this.#pending.get(answer.id);
    if (pending === undefined) return;
    if ("progress" in answer) return pending.onProgress(answer.progress);
    this.#pending.delete(answer.id);
    if ("failed" in answer) pending.reject(new Error("the worker could not answer"));
    else pending.resolve(answer.value as never);
  }
  #failAll(): void {
    for (const pending of this.#pending.values()) pending.reject(new Error("the worker could not start"));
    this.#pending.clear();
  }

  #post<Name extends CallName>(worker: Worker, call: Name, argument: Parameters<Calls[Name]>[0], onProgress: (progress: Progress) => void, id = ++this.#last): Promise<ReturnType<Calls[Name]>> {
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onProgress });
      worker.postMessage({ id, call, argument } as Request);
    });
  }
  async #ask<Name extends CallName>(call: Name, argument: Parameters<Calls[Name]>[0]): Promise<ReturnType<Calls[Name]>> {
    return this.#post(await this.#start(), call, argument, () => {});
  }

  openProfile(profile: string): Promise<Result<ProfileInfo>> {
    return this.#ask("openProfile", profile);
  }
  checkProfile(profile: string): Promise<CheckedProfile> {
    return this.#ask("checkProfile", profile);
  }
  compare(profile: string, list: Blob, mapping: Mapping): Promise<Result<Compared>> {
    return this.#ask("compare", { profile, list, mapping });
  }
  preview(list: Blob, mapping: Mapping): Promise<Result<Preview>> {
    return this.#ask("preview", { list, mapping });
  }
  rewrite(list: Blob, shape: ListShape, edits: Edits): Promise<Blob> {
    return this.#ask("rewrite", { list, shape, edits });
  }
  recordCells(list: Blob, shape: ListShape, record: number): Promise<readonly { readonly column: string; readonly value: string }[]> {
    return this.#ask("recordCells", { list, shape, record });
  }
  async load(list: Blob, options: LoadOptions): Promise<Result<LoadedList>> {
    const worker = await this.#start();
    options.signal.throwIfAborted();
    const id = ++this.#last;
    const cancel = (): void => worker.postMessage({ id, cancel: true } satisfies Request);
    options.signal.addEventListener("abort", cancel, { once: true });
    try {
      const result = await this.#post(worker, "load", { list, mapping: options.mapping }, options.onProgress, id);
      if (result === "cancelled") throw new DOMException("cancelled", "AbortError");
      return result;
    } finally {
      options.signal.removeEventListener("abort", cancel);
    }
  }
  titles(leads: readonly number[]): Promise<readonly Title[]> {
    return this.#ask("titles", leads);
  }
  detail(lead: number): Promise<Result<LeadDetail>> {
    return this.#ask("detail", lead);
  }
  whatIf(lead: number, answers: Answers): Promise<Result<Verdict>> {
    return this.#ask("whatIf", { lead, answers });
  }
  review(lead: number, act: ReviewAct): Promise<Result<Reviewed>> {
    return this.#ask("review", { lead, act });
  }
  note(lead: number, options: HandoffOptions): Promise<Result<string>> {
    return this.#ask("note", { lead, options });
  }
  crm(leads: readonly number[], options: HandoffOptions): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return this.#ask("crm", { leads, options });
  }
  records(leads: readonly number[]): Promise<readonly (readonly string[])[]> {
    return this.#ask("records", leads);
  }
  values(column: number): Promise<ColumnValues> {
    return this.#ask("values", column);
  }
  accounts(): Promise<Result<readonly Account[]>> {
    return this.#ask("accounts", undefined as never);
  }
  audit(seed: number): Promise<Result<ListAudit>> {
    return this.#ask("audit", seed);
  }
  courses(): Promise<Result<CourseColumns>> {
    return this.#ask("courses", undefined as never);
  }
  criterion(id: string, state: CriterionState): Promise<Result<readonly number[]>> {
    return this.#ask("criterion", { id, state });
  }
  drift(list: Blob): Promise<Result<ListDrift>> {
    return this.#ask("drift", list);
  }
  duplicates(): Promise<Result<FoundDuplicates>> {
    return this.#ask("duplicates", undefined as never);
  }
  mergeMap(cluster: number): Promise<Result<MergeMap>> {
    return this.#ask("mergeMap", cluster);
  }
  metrics(): Promise<Result<ListMetrics>> {
    return this.#ask("metrics", undefined as never);
  }
  clocks(): Promise<ClockColumns> {
    return this.#ask("clocks", undefined as never);
  }
  search(query: string): Promise<Uint8Array> {
    return this.#ask("search", query);
  }
  orderByTitle(locale: string): Promise<Uint32Array> {
    return this.#ask("orderByTitle", locale);
  }
}
