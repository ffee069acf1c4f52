// The bound functions of a WebAssembly instance (wasm/bindings.cpp, wasm/list_bindings.cpp, wasm/duplicate_bindings.cpp,
// wasm/batch_bindings.cpp, wasm/profile_bindings.cpp), as
// Embind hands them out. Addresses, lengths and handles are numbers; 0 is no handle and no address.

export interface RawForm {
  reserve(bytes: number): number;
  input(): Uint8Array;
  answer(): number;
  length(): number;
  compile(bytes: number): number;
  release(profile: number): void;
  info(profile: number): number;
  readTime(bytes: number): number;
  timeOffset(): number;
  qualify(profile: number, bytes: number, seconds: number, offset: number): number;
  outcome(profile: number): number;
  verdict(profile: number, options: number): number;
  verdictPart(profile: number, part: number, options: number): number;
  verdictWords(profile: number): number;
  /** Only in the test builds. */
  breakNext?(kind: number): void;
}

export interface RawFull extends RawForm {
  openList(profile: number, format: number, seconds: number, offset: number, mappingBytes: number): number;
  closeList(list: number): void;
  push(list: number, bytes: number): number;
  end(list: number, seconds: number, offset: number): number;
  advance(list: number, most: number): number;
  size(list: number): number;
  qualified(list: number): number;
  row(list: number, lead: number): number;
  listColumn(list: number, column: number): number;
  reasonWords(list: number): number;
  listVerdict(list: number, lead: number, options: number): number;
  listNote(list: number, lead: number, options: number): number;
  listCrm(list: number, lead: number, options: number): number;
  listReview(list: number, lead: number, bytes: number): number;
  listClocks(list: number, first: number, count: number): number;
  columnCells(list: number, column: number, first: number, count: number): number;
  listCourses(list: number): number;
  listCriterion(list: number, bytes: number): number;
  listFormat(list: number): number;
  listDelimiter(list: number): number;
  cells(list: number, lead: number): number;
  record(list: number, lead: number): number;
  summary(list: number): number;
  problems(list: number): number;
  rejected(list: number): number;
  metrics(list: number): number;
  allocation(list: number): number;
  audit(list: number, seed: number, bytes: number): number;
  accounts(list: number): number;
  compareLists(before: number, after: number): number;
  startDuplicates(list: number): number;
  endDuplicates(list: number): void;
  advanceDuplicates(list: number, most: number): number;
  duplicateProgress(list: number): number;
  duplicateSummary(list: number): number;
  duplicateClusters(list: number, first: number, count: number, map: number): number;
  duplicateFirsts(list: number): number;
  duplicatePair(list: number, a: number, b: number): number;
  mergeListLeads(list: number, bytes: number): number;
  openBatch(profile: number): number;
  closeBatch(batch: number): void;
  add(batch: number, bytes: number, seconds: number, offset: number): number;
  replace(batch: number, row: number, bytes: number, seconds: number, offset: number): number;
  decide(batch: number, extent: number): number;
  batchColumn(batch: number, column: number): number;
  check(bytes: number): number;
  pack(profile: number, forPage: number): number;
  describe(profile: number, options: number): number;
  describePage(profile: number, page: number, options: number): number;
  setup(profile: number): number;
  exportProfile(profile: number): number;
  fingerprint(profile: number): number;
  handoffNote(profile: number, options: number): number;
  crmRecord(profile: number, options: number): number;
  findDuplicates(profile: number, bytes: number): number;
  mergeLeads(profile: number, bytes: number): number;
}

/** What emcc's factory is given, and fills with the bound functions. */
interface FactoryOptions {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): WebAssembly.Exports;
  printErr(): void;
}
export type Factory = (options: FactoryOptions) => Promise<unknown>;
