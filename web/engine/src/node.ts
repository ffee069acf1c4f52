// The engine in Node: the same, and .wasm files are read from disk.
import type { Engine } from "./form.js";
import { loadFull, type FullEngine } from "./full.js";
import type { LoadOptions } from "./load.js";
import { readLocal } from "./read-local.js";
import type { Result } from "./types.js";

export * from "./exports.js";
export type { Engine };

export function loadEngine(options?: LoadOptions & { readonly build?: "full" }): Promise<Result<FullEngine>>;
export function loadEngine(options: LoadOptions & { readonly build: "form" }): Promise<Result<Engine>>;
export async function loadEngine(options: LoadOptions & { readonly build?: "full" | "form" } = {}): Promise<Result<FullEngine | Engine>> {
  if (options.build === "form") return (await import("./form-node.js")).loadEngine(options);
  const wasm = readLocal(options.wasm, "./prequal-full.wasm");
  return loadFull({ ...options, wasm }, () => "");
}
