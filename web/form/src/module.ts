// The ES module for a script tag.
import { startPage } from "./page.ts";

export { enhance, scan } from "./enhance.ts";
export type { Controller } from "./controller.ts";
export type { Options } from "./options.ts";

startPage(null);
