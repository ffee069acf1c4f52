// What the entries of the whole engine have in common.
export { breathe } from "./breathe.js";
export { criterionStates } from "./columns.js";
export { FullEngine, FullProfile } from "./full.js";
export { DuplicateSearch, linkFields } from "./duplicates.js";
export { List } from "./list.js";
export { PackedLeads } from "./packed-leads.js";
export { Profile } from "./profile.js";
export { describeProblem, type ProblemLocale } from "./problems.js";
export type { ProfileSource } from "./engine.js";
export type { EngineVerdict } from "./verdict.js";
export { restNames, type RestSource } from "./rest.js";
export type { LoadOptions, WasmSource } from "./load.js";
export type { CourseColumns } from "./columns.js";
export type * from "./duplicates.js";
export type * from "./list-reports.js";
export type * from "./types.js";
