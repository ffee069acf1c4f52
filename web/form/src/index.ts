// The module to import: nothing happens until enhance() or scan() is called.
export { enhance, scan } from "./enhance.ts";
export type { Controller } from "./controller.ts";
export type { ConsentRecord } from "./consent.ts";
export type { Options } from "./options.ts";
export type { Detail, EnrichDetail, EventMap } from "./events.ts";
