// The small engine in Node.
import { loadEngine as load, type Engine } from "./form.js";
import type { LoadOptions } from "./load.js";
import { readLocal } from "./read-local.js";
import type { Result } from "./types.js";

export * from "./form.js";

export function loadEngine(options: LoadOptions = {}): Promise<Result<Engine>> {
  return load({ ...options, wasm: readLocal(options.wasm, "./prequal-form.wasm") });
}
