// Chosen by build.mjs: wasm-beside.ts or wasm-inside.ts.
declare module "#wasm" {
  export { packerAddress, wasmSource } from "./wasm-beside.ts";
}
