// The whole engine: single leads and lists, problems with their texts.
import factory from "#glue/full";
import { viewColumns, copyColumns } from "./columns.js";
import { Core, type ProfileSource } from "./engine.js";
import { List } from "./list.js";
import { loadModule, type LoadOptions, type WasmSource } from "./load.js";
import { fail, succeed } from "./problem.js";
import { describe } from "./problems.js";
import { Profile } from "./profile.js";
import type { RawFull } from "./raw.js";
import type { Lead, ListOptions, OutcomeColumns, Problem, Result } from "./types.js";

export class FullProfile extends Profile<RawFull> {
  /** Opens a list to push bytes into. */
  openList(options: ListOptions = {}): Result<List> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    if (typeof options !== "object" || options === null) {
      return this.core.fail({ code: "engine.argument", subject: "options", detail: "an object" });
    }
    return List.open(this, this.core, options);
  }

  /** Qualifies many leads at once, outcomes only. Leads that cannot be read are named by their row, from 1. */
  qualifyMany(leads: Iterable<Lead>, options: { readonly asOf: string | Date }): Result<OutcomeColumns> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    if (typeof leads !== "object" || leads === null || !(Symbol.iterator in leads)) {
      return this.core.fail({ code: "engine.argument", subject: "leads", detail: "a list of leads" });
    }
    const moment = this.core.moment((options as { asOf?: unknown } | null | undefined)?.asOf);
    if (!moment.ok) return moment;
    const all = Array.isArray(leads) ? (leads as readonly Lead[]) : Array.from(leads);
    return this.core.run((instance) => {
      const { raw } = instance;
      const batch = raw.openBatch(this.enter(instance), moment.value.seconds, moment.value.offset);
      const problems: Problem[] = [];
      for (let i = 0; i < all.length; i++) {
        const packed = this.pack(instance, all[i]);
        const refused = packed.ok ? raw.add(batch, packed.value) : 0;
        const found = packed.ok ? (refused === 0 ? [] : this.core.problems(instance, refused)) : packed.problems;
        for (const problem of found) problems.push({ ...problem, row: i + 1 });
      }
      const size = raw.finish(batch);
      const words = Math.ceil(this.info.reasons.length / 64);
      const columns = copyColumns(viewColumns(instance, size, words, (column) => raw.batchColumn(batch, column)));
      raw.closeBatch(batch);
      return problems.length > 0 ? { ok: false, problems } : succeed(columns);
    });
  }
}

export class FullEngine {
  readonly #core: Core<RawFull>;

  /** @internal Use loadEngine(). */
  constructor(core: Core<RawFull>) {
    this.#core = core;
  }
  /** Compiles a profile, or says everything that is wrong with it. */
  compile(profile: ProfileSource): Result<FullProfile> {
    return Profile.compile(this.#core, profile, FullProfile);
  }
  /** The compiled module, to start another engine from, here or in a worker. */
  get module(): WebAssembly.Module {
    return this.#core.module;
  }
  /** Frees the memory. Everything made with this engine answers engine.closed from then on. */
  dispose(): void {
    this.#core.close();
  }
}

export async function loadFull(options: LoadOptions, beside: () => WasmSource): Promise<Result<FullEngine>> {
  const module = await loadModule(options, beside, describe);
  if (!module.ok) return module;
  try {
    return succeed(new FullEngine(await Core.start<RawFull>(factory, module.value, describe)));
  } catch {
    return fail(describe, { code: "engine.load", detail: "it could not be started" });
  }
}
