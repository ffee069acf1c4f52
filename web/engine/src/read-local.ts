// Node only: .wasm files on this machine.
import { readFileSync } from "node:fs";
import type { WasmSource } from "./load.js";

/**
 * Reads and compiles what lies on this machine, without an address the file `beside` this script; anything else is passed on.
 * At once, because functions are compiled when they first run: the file costs less than a turn of the event loop and a module
 * of Node's own that would have to be loaded.
 */
export async function readLocal(wasm: WasmSource | PromiseLike<WasmSource> | undefined, beside: string): Promise<WasmSource> {
  const source = (await wasm) ?? new URL(beside, import.meta.url);
  return source instanceof URL && source.protocol === "file:" ? new WebAssembly.Module(readFileSync(source)) : source;
}
