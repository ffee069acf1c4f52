// The engine's .wasm inside the script: one file, no second request, no type or path to get wrong. Each byte is a character, as
// build.mjs wrote it. So the server's compression works on the engine as it is, which makes the file a sixth smaller to download
// than one compressed beforehand and in base64 (docs/performance.md), and nothing has to be inflated here.
import type { LoadOptions } from "prequal-engine/page";

declare const PREQUAL_WASM_TEXT: string;
declare const PREQUAL_WASM_MASK: number;

export function wasmSource(): LoadOptions {
  const text = PREQUAL_WASM_TEXT;
  const wasm = new Uint8Array(text.length);
  // What does not fit into a byte is cut off, so 256 more or less make no difference.
  for (let i = 0; i < wasm.length; i++) wasm[i] = text.charCodeAt(i) ^ PREQUAL_WASM_MASK;
  return { wasm };
}

// Only while the script runs does the page say which one it is.
const own = document.currentScript as HTMLScriptElement | null;

/** Where the packer for JSON profiles lies, if it does: beside this script. Null for a script that was put into the page. */
export function packerAddress(): string | null {
  return own === null || own.src === "" ? null : new URL("./prequal-pack.mjs", own.src).href;
}
