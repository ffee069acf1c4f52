// An engine: one compiled module and its current instance. A trap ends an instance, never an engine: the next one is made
// from the same module, profiles are compiled again when they are next used, and the call is repeated once.
import { profileBytesLimit } from "./generated/limits.js";
import { Instance, instantiate, instantiateLater } from "./instance.js";
import { isObject, recordRoom } from "./pack.js";
import { fail, succeed, type BareProblem, type Describe } from "./problem.js";
import type { Factory, RawForm } from "./raw.js";
import type { RestSource } from "./rest.js";
import { momentOf, type Moment } from "./time.js";
import type { Problem, Result } from "./types.js";

/** Something that lives in an instance under a number. */
export interface Holding {
  instance: Instance | null;
  handle: number;
  /** Released before this one. */
  readonly lists: Set<Holding>;
  readonly close: (instance: Instance, handle: number) => void;
}

export function release(holding: Holding): void {
  for (const list of holding.lists) release(list);
  holding.lists.clear();
  const { instance, handle } = holding;
  holding.instance = null;
  holding.handle = 0;
  if (instance === null || handle === 0 || instance.ended) return;
  try {
    holding.close(instance, handle);
  } catch {
    instance.ended = true;
  }
}

// What nobody disposed of is released when it is no longer reachable.
export const forgotten: FinalizationRegistry<Holding> = new FinalizationRegistry(release);

const encoder = new TextEncoder();

/** What a profile can be given as: its JSON as text or bytes, or the parsed object. */
export type ProfileSource = string | Uint8Array | ArrayBuffer | object;

export class Core<Raw extends RawForm> {
  readonly describe: Describe;
  readonly #factory: Factory;
  readonly #module: WebAssembly.Module;
  readonly #rest: RestSource | undefined;
  #instance: Instance<Raw> | null;
  #busy = false;
  #closed = false;
  #restarting = false;
  #asOf = "";
  #moment: Moment | null = null;

  private constructor(factory: Factory, module: WebAssembly.Module, instance: Instance<Raw>, describe: Describe, rest: RestSource | undefined) {
    this.#rest = rest;
    this.#factory = factory;
    this.#module = module;
    this.#instance = instance;
    this.describe = describe;
  }

  static async start<Raw extends RawForm>(factory: Factory, module: WebAssembly.Module, describe: Describe, rest?: RestSource): Promise<Core<Raw>> {
    // Pages and workers start modules as they must; Node may do so at once, which spares a turn of its event loop.
    const start = typeof self === "undefined" ? instantiate<Raw> : instantiateLater<Raw>;
    return new Core(factory, module, await start(factory, module, recordRoom, rest), describe, rest);
  }

  fail(...problems: readonly BareProblem[]): Result<never> {
    return fail(this.describe, ...problems);
  }
  /** Problems that the core wrote as an answer. */
  problems(instance: Instance, length: number): readonly Problem[] {
    return (JSON.parse(instance.answer(length)) as BareProblem[]).map(this.describe);
  }

  get module(): WebAssembly.Module {
    return this.#module;
  }
  close(): void {
    this.#closed = true;
    this.#instance = null;
  }
  get closed(): boolean {
    return this.#closed;
  }

  /** The instance in use; a new one after a trap. Null where it cannot be started at once: then it is under way. */
  #current(): Instance<Raw> | null {
    if (this.#instance !== null && !this.#instance.ended) return this.#instance;
    if (this.#restarting) return null;
    try {
      this.#instance = instantiate<Raw>(this.#factory, this.#module, recordRoom, this.#rest);
    } catch {
      this.#instance = null;
      this.#restarting = true;
      instantiateLater<Raw>(this.#factory, this.#module, recordRoom, this.#rest)
        .then((instance) => {
          this.#instance = instance;
        })
        .catch(() => {})
        .finally(() => {
          this.#restarting = false;
        });
    }
    return this.#instance;
  }

  /** Does `work` in the current instance; after a trap, once more in a new one, `attempts` times in all. */
  run<T>(work: (instance: Instance<Raw>) => Result<T>, attempts = 2): Result<T> {
    if (this.#closed) return this.fail({ code: "engine.closed", subject: "engine" });
    if (this.#busy) return this.fail({ code: "engine.busy" });
    for (let attempt = 0; attempt < attempts; attempt++) {
      const instance = this.#current();
      if (instance === null) break;
      this.#busy = true;
      try {
        return work(instance);
      } catch {
        instance.ended = true;
      } finally {
        this.#busy = false;
      }
    }
    return this.fail({ code: "engine.trap" });
  }

  /** Reads a time: RFC 3339 with an offset, or a Date. */
  moment(asOf: unknown): Result<Moment> {
    if (typeof asOf === "string") {
      if (this.#moment !== null && asOf === this.#asOf) return succeed(this.#moment);
      if (asOf.length > 64) return this.fail({ code: "time.malformed", subject: "asOf" });
      return this.run((instance) => {
        const seconds = instance.raw.readTime(instance.writeText(asOf));
        if (Number.isNaN(seconds)) return this.fail({ code: "time.malformed", subject: asOf });
        this.#asOf = asOf;
        this.#moment = { seconds, offset: instance.raw.timeOffset() };
        return succeed(this.#moment);
      });
    }
    if (asOf instanceof Date && !Number.isNaN(asOf.getTime())) return succeed(momentOf(asOf));
    return this.fail(asOf === undefined ? { code: "time.no_clock" } : { code: "engine.argument", subject: "asOf", detail: "a time with its offset, or a Date" });
  }

  /** The bytes of a profile, checked for size before anything is copied into an instance. */
  source(profile: unknown): Result<Uint8Array> {
    let bytes: Uint8Array;
    if (typeof profile === "string") {
      // A UTF-16 unit has at least one byte.
      if (profile.length > profileBytesLimit) return this.fail({ code: "document.too_large", detail: `${profile.length} characters` });
      bytes = encoder.encode(profile);
    } else if (ArrayBuffer.isView(profile)) {
      bytes = new Uint8Array(profile.buffer, profile.byteOffset, profile.byteLength).slice(0, profileBytesLimit + 1);
    } else if (profile instanceof ArrayBuffer) {
      bytes = new Uint8Array(profile.slice(0, profileBytesLimit + 1));
    } else if (isObject(profile)) {
      try {
        bytes = encoder.encode(JSON.stringify(profile));
      } catch {
        return this.fail({ code: "engine.argument", subject: "profile", detail: "plain data without circles" });
      }
    } else {
      return this.fail({ code: "engine.argument", subject: "profile", detail: "JSON text, its bytes, or the parsed object" });
    }
    if (bytes.length > profileBytesLimit) return this.fail({ code: "document.too_large", detail: `${bytes.length} bytes` });
    return succeed(bytes);
  }
}
