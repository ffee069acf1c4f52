// The small engine: single leads, without the texts of problems. One file without imports, so that a script tag's integrity
// covers it whole.
import factory from "#glue/form";
import { Core, type ProfileSource } from "./engine.js";
import { loadModule, type LoadOptions } from "./load.js";
import { describeBare, fail, succeed } from "./problem.js";
import { Profile } from "./profile.js";
import type { RawForm } from "./raw.js";
import type { Result } from "./types.js";

export type { LoadOptions, WasmSource } from "./load.js";
export type { Profile } from "./profile.js";
export type { ProfileSource } from "./engine.js";
export type { EngineVerdict } from "./verdict.js";
export type * from "./types.js";

export class Engine {
  readonly #core: Core<RawForm>;

  /** @internal Use loadEngine(). */
  constructor(core: Core<RawForm>) {
    this.#core = core;
  }
  /** Compiles a profile, or says everything that is wrong with it. */
  compile(profile: ProfileSource): Result<Profile> {
    return Profile.compile(this.#core, profile, Profile);
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

/** Loads the engine. Fails as a value, whatever is missing: the form must go on without it. */
export async function loadEngine(options: LoadOptions = {}): Promise<Result<Engine>> {
  const module = await loadModule(options, () => new URL("./prequal-form.wasm", import.meta.url), describeBare);
  if (!module.ok) return module;
  try {
    return succeed(new Engine(await Core.start<RawForm>(factory, module.value, describeBare)));
  } catch {
    return fail(describeBare, { code: "engine.load", detail: "it could not be started" });
  }
}
