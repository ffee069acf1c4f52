// The engine's .wasm as a file of its own beside this script; its hash is part of the script, so a tag's integrity covers both.
import type { LoadOptions } from "prequal-engine/page";

declare const PREQUAL_WASM_INTEGRITY: string;

export function wasmSource(): LoadOptions {
  return { wasm: new URL("./prequal-page.wasm", import.meta.url), integrity: PREQUAL_WASM_INTEGRITY };
}

/** Where the packer for JSON profiles lies, if it does. Not spelled as a literal, so that no bundler takes it along. */
export function packerAddress(): string | null {
  const name = "./prequal-pack.mjs";
  return new URL(name, import.meta.url).href;
}
