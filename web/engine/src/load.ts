// From whatever a page has of the engine's .wasm file to a compiled module.
import { fail, succeed, type Describe } from "./problem.js";
import type { RestSource } from "./rest.js";
import type { Result } from "./types.js";

/** Where the engine's .wasm file is: an address, a response under way, its bytes, or the module compiled already. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

export interface LoadOptions {
  /** Without it, the file that lies beside this script. */
  readonly wasm?: WasmSource | PromiseLike<WasmSource>;
  /** Subresource integrity of an address, for example "sha384-...". */
  readonly integrity?: string;
  /** Where `wasm` is the first part of an engine in two (docs/dashboard.md): gives the second one when it is needed. */
  readonly rest?: RestSource;
}

const compiled = "application/wasm";

async function compileResponse(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  // Streaming insists on the type, so a server that gets it wrong is no obstacle.
  const type = response.headers.get("content-type") ?? "";
  if (type.split(";")[0]?.trim().toLowerCase() === compiled && "compileStreaming" in WebAssembly) {
    return WebAssembly.compileStreaming(response);
  }
  return WebAssembly.compile(await response.arrayBuffer());
}

async function compileSource(source: WasmSource, integrity: string | undefined): Promise<WebAssembly.Module> {
  if (source instanceof WebAssembly.Module) return source;
  // Bytes before what only a browser has: in Node a look at Response loads the whole of fetch.
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) return WebAssembly.compile(source);
  if (typeof source === "string" || source instanceof URL) {
    return compileResponse(await fetch(source, integrity === undefined ? {} : { integrity }));
  }
  if (typeof Response !== "undefined" && source instanceof Response) return compileResponse(source);
  throw new Error("wasm must be an address, a response, bytes or a module");
}

export async function loadModule(options: LoadOptions, beside: () => WasmSource, describe: Describe): Promise<Result<WebAssembly.Module>> {
  const refuse = (detail: string): Result<never> => fail(describe, { code: "engine.load", detail });
  if (typeof WebAssembly !== "object") return refuse("this environment has no WebAssembly");
  try {
    return succeed(await compileSource((await options.wasm) ?? beside(), options.integrity));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : "it could not be compiled");
  }
}
