// A compiled profile, and single leads qualified with it.
import { Core, forgotten, release, type Holding, type ProfileSource } from "./engine.js";
import { columnNames } from "./generated/outcomes.js";
import type { Instance } from "./instance.js";
import { Packer, recordRoom } from "./pack.js";
import { succeed } from "./problem.js";
import type { RawForm } from "./raw.js";
import type { Moment } from "./time.js";
import type { Lead, Problem, ProfileInfo, QualifyOptions, Result } from "./types.js";
import { LazyVerdict, type EngineVerdict } from "./verdict.js";
import { readWords, type Told } from "./words.js";

const closeProfile = (instance: Instance, handle: number): void => instance.raw.release(handle);

/** An outcome without the set of reasons. */
const outcomeWords = columnNames.length - 1;

/** Positions of lead keys start here (lead::kKeySlot). */
const keySlot = 0x8000;

export class Profile<Raw extends RawForm = RawForm> {
  readonly info: ProfileInfo;
  /** What there was to say about the profile although it is usable. */
  readonly warnings: readonly Problem[];
  protected readonly core: Core<Raw>;
  readonly #source: Uint8Array;
  readonly #packer: Packer;
  readonly #holding: Holding;
  /** Where the outcome of the last lead stands. */
  #outcome = 0;
  #disposed = false;
  /** The record whose decision stands in the instance now. */
  #last: Uint8Array | null = null;

  /** @internal Use engine.compile(). */
  constructor(core: Core<Raw>, source: Uint8Array, instance: Instance<Raw>, handle: number, warnings: readonly Problem[]) {
    this.core = core;
    this.#source = source;
    this.warnings = warnings;
    this.info = JSON.parse(instance.answer(instance.raw.info(handle))) as ProfileInfo;
    // A field that has the name of a lead key is meant first.
    const slots = new Map<string, number>(this.info.lead_keys.map((key, i) => [key, keySlot + i]));
    this.info.fields.forEach((field, i) => slots.set(field.id, i));
    this.#packer = new Packer(slots);
    this.#holding = { instance: null, handle: 0, lists: new Set(), close: closeProfile };
    forgotten.register(this, this.#holding, this);
    this.#enter(instance, handle);
  }

  /** Compiles a profile, or says everything that is wrong with it. */
  static compile<Raw extends RawForm, Made extends Profile<Raw>>(
    core: Core<Raw>,
    profile: ProfileSource,
    Kind: new (core: Core<Raw>, source: Uint8Array, instance: Instance<Raw>, handle: number, warnings: readonly Problem[]) => Made,
  ): Result<Made> {
    const source = core.source(profile);
    if (!source.ok) return source;
    return core.run((instance) => {
      const handle = instance.raw.compile(instance.write(source.value));
      const problems = core.problems(instance, instance.raw.length());
      if (handle === 0) return { ok: false, problems };
      return succeed(new Kind(core, source.value, instance, handle, problems));
    });
  }

  /** Qualifies a lead. What is wrong with its data is part of the verdict; a problem means that it is no usable lead. */
  qualify(lead: Lead, options: QualifyOptions): Result<EngineVerdict> {
    if (this.#disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    if (typeof options !== "object" || options === null) {
      return this.core.fail({ code: "engine.argument", subject: "options", detail: "an object with asOf" });
    }
    const moment = this.core.moment(options.asOf);
    if (!moment.ok) return moment;
    return this.core.run((instance) => {
      const handle = this.enter(instance);
      const bytes = this.pack(instance, lead);
      if (!bytes.ok) return bytes;
      const refused = this.decide(instance, handle, bytes.value, moment.value);
      if (refused !== 0) return { ok: false, problems: this.core.problems(instance, refused) };
      const record = instance.input(0).slice(0, bytes.value);
      this.#last = record;
      return succeed(new LazyVerdict(this, record, moment.value, options, instance.copyWords(this.#outcome, outcomeWords)) as unknown as EngineVerdict);
    });
  }

  /** Forgets the compiled profile and its lists. Verdicts that were given out stay readable. */
  dispose(): void {
    this.#disposed = true;
    forgotten.unregister(this);
    release(this.#holding);
  }
  get disposed(): boolean {
    return this.#disposed;
  }

  /** @internal Writes a lead into the input buffer. */
  pack(instance: Instance<Raw>, lead: unknown): Result<number> {
    const input = instance.input(recordRoom);
    let packed;
    try {
      packed = this.#packer.pack(lead, input, instance.words());
    } catch {
      packed = { code: "lead.shape", subject: "lead", detail: "one of its values could not be read" };
    }
    return typeof packed === "number" ? succeed(packed) : this.core.fail(packed);
  }

  /** @internal The verdict document of a record that was packed before, or one part of it. */
  document(record: Uint8Array, moment: Moment, options: QualifyOptions, part?: number): Result<string> {
    return this.#about(record, moment, (instance, handle) => {
      const bits = (options.questions === false ? 0 : 1) | (options.changes === true ? 2 : 0) | (options.calls === false ? 0 : 4);
      const { raw } = instance;
      return instance.answer(part === undefined ? raw.verdict(handle, bits) : raw.verdictPart(handle, part, bits));
    });
  }

  /** @internal What is looked at most of that document. */
  told(record: Uint8Array, moment: Moment): Result<Told> {
    return this.#about(record, moment, (instance, handle) => {
      instance.raw.verdictWords(handle);
      const start = instance.raw.answer() >>> 2;
      return readWords(this.info, instance.memoryWords(), start);
    });
  }

  /** Does `work` while the decision about a record stands in the instance. */
  #about<T>(record: Uint8Array, moment: Moment, work: (instance: Instance<Raw>, handle: number) => T): Result<T> {
    return this.core.run((instance) => {
      const handle = this.enter(instance);
      // A document is mostly asked for right after its lead was qualified; then nothing needs to be worked out again.
      if (this.#last !== record) {
        const refused = this.decide(instance, handle, instance.write(record), moment);
        if (refused !== 0) return { ok: false, problems: this.core.problems(instance, refused) };
        this.#last = record;
      }
      return succeed(work(instance, handle));
    });
  }

  /** @internal Qualifies the packed lead in the input; the length of the answer that says why not, or 0. */
  decide(instance: Instance<Raw>, handle: number, bytes: number, moment: Moment): number {
    this.#last = null;
    return instance.raw.qualify(handle, bytes, moment.seconds, moment.offset);
  }

  /** @internal The profile's number in an instance, where it is compiled again if need be. */
  enter(instance: Instance<Raw>): number {
    const holding = this.#holding;
    if (holding.instance !== instance || holding.handle === 0) {
      this.#enter(instance, instance.raw.compile(instance.write(this.#source)));
    }
    return holding.handle;
  }
  /** @internal */
  get holding(): Holding {
    return this.#holding;
  }

  #enter(instance: Instance<Raw>, handle: number): void {
    this.#holding.lists.clear();  // those of an instance that ended
    this.#holding.instance = instance;
    this.#holding.handle = handle;
    this.#last = null;
    this.#outcome = instance.raw.outcome(handle);
  }
}
