// The engine's .wasm inside the script, gzipped and in base64: one file, no second request, no type or path to get wrong.
import type { LoadOptions } from "prequal-engine/form";

declare const PREQUAL_WASM_BASE64: string;

async function inflate(): Promise<ArrayBuffer> {
  const zipped = Uint8Array.from(atob(PREQUAL_WASM_BASE64), (character) => character.charCodeAt(0));
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

export function wasmSource(): LoadOptions {
  return { wasm: inflate() };
}
