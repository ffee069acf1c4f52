// Node only: .wasm files on this machine.
import { readFile } from "node:fs/promises";
import type { WasmSource } from "./load.js";

/** Reads what lies on this machine, without an address the file `beside` this script; anything else is passed on. */
export async function readLocal(wasm: WasmSource | PromiseLike<WasmSource> | undefined, beside: string): Promise<WasmSource> {
  const source = (await wasm) ?? new URL(beside, import.meta.url);
  return source instanceof URL && source.protocol === "file:" ? readFile(source) : source;
}
