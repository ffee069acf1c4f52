// Chosen by build.mjs: wasm-beside.ts or wasm-inside.ts.
declare module "#wasm" {
  export { wasmSource } from "./wasm-beside.ts";
}
