// Leads that stay in the engine as columns: understood once, qualified as often as needed.
import { decidedColumns, viewColumns } from "./columns.js";
import { forgotten, release, type Core, type Holding } from "./engine.js";
import type { FullProfile } from "./full.js";
import type { Instance } from "./instance.js";
import { succeed } from "./problem.js";
import type { RawFull } from "./raw.js";
import type { Moment } from "./time.js";
import type { Lead, OutcomeColumns, DecisionColumns, Problem, Result } from "./types.js";

const closeBatch = (instance: Instance, handle: number): void => (instance.raw as RawFull).closeBatch(handle);

export class PackedLeads {
  readonly #profile: FullProfile;
  readonly #core: Core<RawFull>;
  readonly #holding: Holding;
  #size = 0;

  private constructor(profile: FullProfile, core: Core<RawFull>, instance: Instance<RawFull>, batch: number) {
    this.#profile = profile;
    this.#core = core;
    this.#holding = { instance, handle: batch, lists: new Set(), close: closeBatch };
    profile.holding.lists.add(this.#holding);
    forgotten.register(this, this.#holding, this);
  }

  /** @internal Use profile.packLeads(). */
  static pack(profile: FullProfile, core: Core<RawFull>, leads: unknown, asOf: unknown): Result<PackedLeads> {
    if (profile.disposed) return core.fail({ code: "engine.closed", subject: "profile" });
    if (typeof leads !== "object" || leads === null || !(Symbol.iterator in leads)) {
      return core.fail({ code: "engine.argument", subject: "leads", detail: "a list of leads" });
    }
    const moment = core.moment(asOf);
    if (!moment.ok) return moment;
    const all = Array.isArray(leads) ? (leads as readonly Lead[]) : Array.from(leads as Iterable<Lead>);
    return core.run((instance) => {
      const handle = instance.raw.openBatch(profile.enter(instance));
      const packed = new PackedLeads(profile, core, instance, handle);
      const problems: Problem[] = [];
      for (let i = 0; i < all.length; i++) {
        for (const problem of packed.#take(instance, -1, all[i], moment.value)) problems.push({ ...problem, row: i + 1 });
      }
      if (problems.length === 0) return succeed(packed);
      packed.dispose();
      return { ok: false, problems };
    });
  }

  get size(): number {
    return this.#size;
  }

  /** Takes a changed lead in place of the one at `row`, from 0. When it cannot be read, the old one stays. */
  replace(row: number, lead: Lead, options: { readonly asOf: string | Date }): Result<null> {
    if (!Number.isInteger(row) || row < 0 || row >= this.#size) {
      return this.#core.fail({ code: "engine.argument", subject: "row", detail: `a number from 0 to ${this.#size - 1}` });
    }
    const moment = this.#core.moment(options?.asOf);
    if (!moment.ok) return moment;
    return this.#enter((instance) => {
      const problems = this.#take(instance, row, lead, moment.value);
      return problems.length === 0 ? succeed(null) : { ok: false, problems };
    });
  }

  /**
   * Decides about all leads. The columns are views of the engine's memory: they hold until the next call into this engine;
   * copy what must last. With `bounds: false` only what was decided is written: about a third of the work.
   */
  qualify(): Result<OutcomeColumns>;
  qualify(options: { readonly bounds: false }): Result<DecisionColumns>;
  qualify(options: { readonly bounds?: boolean } = {}): Result<OutcomeColumns | DecisionColumns> {
    const decided = options.bounds === false;
    return this.#enter((instance) => {
      const { raw } = instance;
      const batch = this.#holding.handle;
      const size = raw.decide(batch, decided ? 1 : 0);
      const words = Math.ceil(this.#profile.info.reasons.length / 64);
      const address = (column: number): number => raw.batchColumn(batch, column);
      return succeed(viewColumns(instance, size, words, address, decided ? decidedColumns : undefined));
    });
  }

  /** Frees the memory. */
  dispose(): void {
    forgotten.unregister(this);
    this.#profile.holding.lists.delete(this.#holding);
    release(this.#holding);
  }

  #enter<T>(work: (instance: Instance<RawFull>) => Result<T>): Result<T> {
    return this.#core.run((instance) => {
      // An instance that ended took the columns with it.
      if (this.#holding.handle === 0 || this.#holding.instance !== instance) {
        return this.#core.fail({ code: "engine.closed", subject: "leads" });
      }
      return work(instance);
    }, 1);
  }

  #take(instance: Instance<RawFull>, row: number, lead: unknown, moment: Moment): readonly Problem[] {
    const packed = this.#profile.pack(instance, lead);
    if (!packed.ok) return packed.problems;
    const { raw } = instance;
    const batch = this.#holding.handle;
    const refused = row < 0 ? raw.add(batch, packed.value, moment.seconds, moment.offset) : raw.replace(batch, row, packed.value, moment.seconds, moment.offset);
    if (refused !== 0) return this.#core.problems(instance, refused);
    if (row < 0) this.#size++;
    return [];
  }
}
