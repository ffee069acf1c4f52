// The engine in a page or a worker. Servers at the edge take "prequal-engine/form", which is a third of the
// size, and the script of a form "prequal-engine/page".
import type { Engine } from "./form.js";
import { loadFull, type FullEngine } from "./full.js";
import type { LoadOptions } from "./load.js";
import type { Result } from "./types.js";

export * from "./exports.js";
export type { Engine };

/** Loads the engine: the full build, which reads lists too, or the small one for single leads. */
export function loadEngine(options?: LoadOptions & { readonly build?: "full" }): Promise<Result<FullEngine>>;
export function loadEngine(options: LoadOptions & { readonly build: "form" }): Promise<Result<Engine>>;
export async function loadEngine(options: LoadOptions & { readonly build?: "full" | "form" } = {}): Promise<Result<FullEngine | Engine>> {
  if (options.build === "form") return (await import("./form.js")).loadEngine(options);
  return loadFull(options, () => new URL("./prequal-full.wasm", import.meta.url));
}
