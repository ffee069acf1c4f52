// The engine as the worker holds it: one profile, one list, and what was made of the list's texts.
import {
  breathe, criterionStates, loadEngine, type ClockColumns, type CourseColumns, type DuplicateSearch, type FullEngine, type FullProfile, type HandoffOptions, type List, type ListAudit, type ListMetrics, type ListSummary, type MergeMap, type Problem, type ProfileInfo,
  type RestSource, type Result, type ReviewAct, type Reviewed, type Verdict,
} from "prequal-engine";
import type { Account, CheckedProfile, ColumnValues, Compared, CriterionState, FoundDuplicates, LeadDetail, ListDrift, LoadedList, Mapping, Preview, Progress, Title, UnreadValues } from "../engine/list-engine.ts";
import { dateOrder } from "../import/dates.ts";
import { byIndex, compareCodes, compareTotals, compareValues } from "../insights/drift.ts";
import { isPersonal } from "../lead/masking.ts";
import { columnValues } from "./column-values.ts";
import { editRecord, quoteCell, type Answers } from "./record-edit.ts";
import { findRecords, foldText } from "./search.ts";
import { Titles } from "./titles.ts";

const atOnce = 2000;
const clocksAtOnce = 1024;
const previewBytes = 1 << 17;
const previewRows = 10;
const chunkBytes = 1 << 20;
/** Different values of a column that are looked at before the list is read. */
const mostValues = 60;
/** Whether a value is known does not depend on the time. */
const anyTime = "2026-01-01T00:00:00Z";

/** The values of a column of the first `count` leads; the last record of a beginning may be cut. */
function cellsOf(list: List, column: number, count: number): string[] {
  const out: string[] = [];
  for (let first = 0; first < count; first += atOnce) {
    const some = list.columnCells(column, first, Math.min(atOnce, count - first));
    if (!some.ok) break;
    for (const cell of some.value) out.push(cell);
  }
  return out;
}

/** Columns that hold a day or a moment. */
const isDate = (field: string | null, info: ProfileInfo): boolean =>
  field === "submitted_at" || field === "last_verified_at" || info.fields.some((entry) => entry.id === field && (entry.type === "date" || entry.type === "time"));

interface Open {
  readonly list: List;
  readonly mapping: Mapping;
  readonly summary: ListSummary;
  readonly titles: Titles;
  folded: readonly string[] | null;
  /** The search for duplicates, once it is done. */
  search: DuplicateSearch | null;
}

export class Qualifier {
  #engine: FullEngine;
  #profile: FullProfile | null = null;
  #open: Open | null = null;

  constructor(engine: FullEngine) {
    this.#engine = engine;
  }
  static async start(wasm: ArrayBuffer | string, rest?: RestSource): Promise<Qualifier> {
    const engine = await loadEngine({ wasm, ...(rest !== undefined && { rest }) });
    if (!engine.ok) throw new Error("the engine could not be started");
    return new Qualifier(engine.value);
  }

  openProfile(text: string): Result<ProfileInfo> {
    this.#close();
    this.#profile?.dispose();
    this.#profile = null;
    const compiled = this.#engine.compile(text);
    if (!compiled.ok) return compiled;
    this.#profile = compiled.value;
    return { ok: true, value: compiled.value.info };
  }

  checkProfile(text: string): CheckedProfile {
    const compiled = this.#engine.compile(text);
    if (!compiled.ok) return { info: null, problems: compiled.problems };
    const { info, warnings } = compiled.value;
    compiled.value.dispose();
    return { info, problems: warnings };
  }

  /** The same list as of the same time with another profile; outcomes only. */
  async compare(text: string, blob: Blob, mapping: Mapping): Promise<Result<Compared>> {
    const { summary, list: open } = this.#need();
    const compiled = this.#engine.compile(text);
    if (!compiled.ok) return compiled;
    const profile = compiled.value;
    try {
      const opened = profile.openList({ mapping, asOf: summary.asOf });
      if (!opened.ok) return opened;
      const list = opened.value;
      const read = await this.#read(list, blob, () => false, () => {}, false);
      if (read === "cancelled" || !read.ok) return read === "cancelled" ? { ok: false, problems: [] } : read;
      // Another profile may read other records as leads; then there is nothing to lay side by side.
      if (list.size !== open.size) return { ok: false, problems: [] };
      const columns = list.outcomes();
      const report = open.compare(list);
      if (!report.ok) return report;
      return columns.ok ? { ok: true, value: { info: profile.info, columns: columns.value, report: report.value } } : columns;
    } finally {
      profile.dispose();
    }
  }

  /** Reads the beginning only. What is cut off at its end is no problem of the list. */
  async preview(blob: Blob, mapping: Mapping): Promise<Result<Preview>> {
    if (this.#profile === null) throw new Error("no profile");
    const opened = this.#profile.openList({ mapping });
    if (!opened.ok) return opened;
    const list = opened.value;
    list.push(await blob.slice(0, previewBytes).arrayBuffer());
    const whole = blob.size <= previewBytes;
    let ended = list.end();
    if (!ended.ok) ended = list.end(new Date());
    const found = list.problems();
    const problems: readonly Problem[] = found.ok ? found.value : [];
    const columns = list.columns();
    const rows = Array.from({ length: Math.min(previewRows, list.size) }, (_, lead) => list.cells(lead)).flatMap((cells) => (cells.ok ? [cells.value] : []));
    const { shape } = list;
    const named = columns.ok ? columns.value : [];
    const read = (column: number): ColumnValues => columnValues(cellsOf(list, column, whole ? list.size : list.size - 1));
    const dates = named.flatMap(({ field }, column) => {
      const order = isDate(field, this.#profile!.info) ? dateOrder(read(column).values) : null;
      return order === null ? [] : [{ column, order }];
    });
    const unread = named.flatMap(({ field }, column) => this.#unread(field, column, read) ?? []);
    list.dispose();
    if (!ended.ok || !columns.ok || (rows.length === 0 && problems.length > 0)) return { ok: false, problems };
    return { ok: true, value: { shape, columns: columns.value, rows, problems: whole ? problems : problems.filter((problem) => problem.row === undefined), dates, unread } };
  }

  /** Which values of a choice the profile does not know; the engine says so, asked with each value alone. */
  #unread(field: string | null, column: number, read: (column: number) => ColumnValues): UnreadValues | null {
    const known = this.#profile!.info.fields.find((entry) => entry.id === field);
    if (known === undefined || known.values.length === 0) return null;
    const { values, counts } = read(column);
    const asked = values.flatMap((value, i) => (value === "" ? [] : [{ value, count: counts[i] ?? 0 }])).slice(0, mostValues);
    if (asked.length === 0) return null;
    const opened = this.#profile!.openList({ format: "csv", asOf: anyTime });
    if (!opened.ok) return null;
    const list = opened.value;
    list.push(`${known.id}\n${asked.map(({ value }) => `${quoteCell(value)}\n`).join("")}`);
    const ended = list.end();
    const rows = list.rows();
    const unread = !ended.ok || !rows.ok ? [] : [...rows.value].flatMap((row, lead) => {
      const verdict = list.verdict(lead, { questions: false });
      const finding = verdict.ok ? verdict.value.data.findings.find((entry) => entry.field === known.id && entry.level === "error") : undefined;
      const about = asked[row - 1];
      return finding === undefined || about === undefined ? [] : [{ ...about, suggestion: finding.suggestion ?? null }];
    });
    list.dispose();
    const filled = asked.reduce((sum, entry) => sum + entry.count, 0);
    return unread.length === 0 ? null : { column, field: known.id, filled, values: unread };
  }

  #close(): void {
    this.#open?.list.dispose();
    this.#open = null;
  }

  async load(blob: Blob, mapping: Mapping, cancelled: () => boolean, tell: (progress: Progress) => void): Promise<Result<LoadedList> | "cancelled"> {
    if (this.#profile === null) throw new Error("no profile");
    this.#close();
    const opened = this.#profile.openList({ mapping });
    if (!opened.ok) return opened;
    const list = opened.value;
    const read = await this.#read(list, blob, cancelled, tell, true);
    const result = read === "cancelled" || !read.ok ? read : this.#finish(list, mapping, read.value);
    if (result === "cancelled" || !result.ok) list.dispose();
    return result;
  }

  /** Reads and qualifies; the problems of the list. */
  async #read(list: List, blob: Blob, cancelled: () => boolean, tell: (progress: Progress) => void, breathes: boolean): Promise<Result<readonly Problem[]> | "cancelled"> {
    const rest = breathes ? breathe : (): Promise<void> => Promise.resolve();
    for (let at = 0; at < blob.size; at += chunkBytes) {
      tell({ step: "reading", done: at, total: blob.size });
      const pushed = list.push(await blob.slice(at, at + chunkBytes).arrayBuffer());
      if (!pushed.ok) return pushed;
      await rest();
      if (cancelled()) return "cancelled";
      if (!pushed.value) break;
    }
    let ended = list.end();
    // A list without any time counts as of now.
    if (!ended.ok && ended.problems.some((problem) => problem.code === "time.no_clock")) ended = list.end(new Date());
    const problems = list.problems();
    if (!problems.ok) return problems;
    if (!ended.ok) return { ok: false, problems: [...problems.value, ...ended.problems] };
    if (list.size === 0) return { ok: false, problems: problems.value };
    for (;;) {
      tell({ step: "qualifying", done: list.qualified, total: list.size });
      const done = list.advance();
      if (!done.ok) return done;
      await rest();
      if (cancelled()) return "cancelled";
      if (done.value) break;
    }
    return problems;
  }

  #finish(list: List, mapping: Mapping, problems: LoadedList["problems"]): Result<LoadedList> {
    const summary = list.summary();
    const columns = list.outcomes();
    const rows = list.rows();
    if (!summary.ok) return summary;
    if (!columns.ok) return columns;
    if (!rows.ok) return rows;
    const info = this.#profile?.info;
    if (info === undefined) throw new Error("no profile");
    this.#open = { list, mapping, summary: summary.value, titles: new Titles(summary.value.columns, info), folded: null, search: null };
    return { ok: true, value: { size: list.size, columns: columns.value, rows: rows.value, summary: summary.value, problems, shape: list.shape } };
  }

  #cells(lead: number): readonly string[] {
    const cells = this.#open?.list.cells(lead);
    return cells?.ok === true ? cells.value : [];
  }
  titles(leads: readonly number[]): readonly Title[] {
    const { titles } = this.#need();
    return leads.map((lead) => titles.of(this.#cells(lead)));
  }

  detail(lead: number): Result<LeadDetail> {
    const { list, summary } = this.#need();
    const verdict = list.verdict(lead, { changes: true });
    if (!verdict.ok) return verdict;
    const cells = this.#cells(lead);
    return {
      ok: true,
      value: { verdict: verdict.value, record: summary.columns.map(({ name, field }, i) => ({ column: name, field, value: cells[i] ?? "" })) },
    };
  }

  whatIf(lead: number, answers: Answers): Result<Verdict> {
    const { list, summary } = this.#need();
    const record = list.record(lead);
    if (!record.ok) return record;
    const one = editRecord(list.shape, summary.columns, this.#cells(lead), record.value, answers);
    const opened = this.#profile!.openList({ format: one.format, asOf: summary.asOf });
    if (!opened.ok) return opened;
    const edited = opened.value;
    try {
      const pushed = edited.push(one.text);
      if (!pushed.ok) return pushed;
      const ended = edited.end();
      return ended.ok ? edited.verdict(0, { questions: false }) : ended;
    } finally {
      edited.dispose();
    }
  }

  review(lead: number, act: ReviewAct): Result<Reviewed> {
    return this.#need().list.review(lead, act);
  }
  note(lead: number, options: HandoffOptions): Result<string> {
    return this.#need().list.handoffNote(lead, options);
  }
  async crm(leads: readonly number[], options: HandoffOptions): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const { list } = this.#need();
    return this.#each(leads, (lead) => {
      const record = list.crmRecord(lead, options);
      return record.ok ? record.value : {};
    });
  }
  async records(leads: readonly number[]): Promise<readonly (readonly string[])[]> {
    return this.#each(leads, (lead) => this.#cells(lead));
  }
  async #each<T>(leads: readonly number[], make: (lead: number) => T): Promise<readonly T[]> {
    const out: T[] = [];
    for (const lead of leads) {
      out.push(make(lead));
      if (out.length % atOnce === 0) await breathe();
    }
    return out;
  }

  /** Columns with personal data are not laid side by side; neither are those whose values hardly repeat. */
  async drift(blob: Blob): Promise<Result<ListDrift>> {
    const { list: open, mapping, summary } = this.#need();
    const info = this.#profile!.info;
    const opened = this.#profile!.openList({ mapping });
    if (!opened.ok) return opened;
    const other = opened.value;
    try {
      const read = await this.#read(other, blob, () => false, () => {}, false);
      if (read === "cancelled" || !read.ok) return read === "cancelled" ? { ok: false, problems: [] } : read;
      const [here, there, about] = [open.outcomes(), other.outcomes(), other.summary()];
      if (!here.ok) return here;
      if (!there.ok) return there;
      if (!about.ok) return about;
      const columns = summary.columns.flatMap(({ name, field }, at) => (isPersonal(field, info) ? [] : [{ name, at, beside: about.value.columns.findIndex((column) => column.name === name) }]));
      const cells = (list: List, column: number): string[] => cellsOf(list, column, list.size);
      const parts = columns.flatMap(({ name, at, beside }) => (beside < 0 ? [] : (compareValues(name, cells(open, at), cells(other, beside)) ?? [])));
      return { ok: true, value: {
        leads: other.size, asOf: about.value.asOf, missing: columns.flatMap(({ name, beside }) => (beside < 0 ? [name] : [])),
        parts: byIndex([compareCodes(here.value.band, there.value.band, info.levels), compareTotals(here.value.total, there.value.total), ...parts]),
      } };
    } finally {
      other.dispose();
    }
  }

  async values(column: number): Promise<ColumnValues> {
    const { list } = this.#need();
    const cells: string[] = [];
    for (let first = 0; first < list.size; first += atOnce) {
      const some = list.columnCells(column, first, atOnce);
      if (!some.ok) break;
      for (const cell of some.value) cells.push(cell);
      await breathe();
    }
    return columnValues(cells);
  }

  accounts(): Result<readonly Account[]> {
    const { list } = this.#need();
    const accounts = list.accounts();
    const rows = list.rows();
    if (!accounts.ok) return accounts;
    if (!rows.ok) return rows;
    const leads = new Map(Array.from(rows.value, (row, lead) => [row, lead]));
    return { ok: true, value: accounts.value.map(({ rows: its, ...account }) => ({ ...account, leads: its.flatMap((row) => leads.get(row) ?? []) })) };
  }
  audit(seed: number): Result<ListAudit> {
    return this.#need().list.audit({ seed });
  }
  courses(): Result<CourseColumns> {
    return this.#need().list.courses();
  }
  criterion(id: string, state: CriterionState): Result<readonly number[]> {
    const found = this.#need().list.criterion(id);
    if (!found.ok) return found;
    const code = criterionStates.indexOf(state);
    return { ok: true, value: [...found.value.keys()].filter((lead) => found.value[lead] === code) };
  }
  async duplicates(): Promise<Result<FoundDuplicates>> {
    const open = this.#need();
    const started = open.list.findDuplicates();
    if (!started.ok) return started;
    const search = started.value;
    for (;;) {
      const done = search.advance();
      if (!done.ok) return done;
      if (done.value) break;
      await breathe();
      if (this.#open !== open) return { ok: false, problems: [] };
    }
    const summary = search.summary();
    const clusters = search.clusters();
    if (!summary.ok) return summary;
    if (!clusters.ok) return clusters;
    open.search = search;
    return { ok: true, value: { summary: summary.value, clusters: clusters.value } };
  }
  mergeMap(cluster: number): Result<MergeMap> {
    const maps = this.#need().search?.mergeMaps(cluster - 1, 1);
    if (maps === undefined || !maps.ok) return maps ?? { ok: false, problems: [] };
    const [map] = maps.value;
    return map === undefined ? { ok: false, problems: [] } : { ok: true, value: map };
  }
  metrics(): Result<ListMetrics> {
    return this.#need().list.metrics();
  }

  async clocks(): Promise<ClockColumns> {
    const { list } = this.#need();
    const all = { state: new Uint8Array(list.size), started: new Float64Array(list.size), due: new Float64Array(list.size), answered: new Float64Array(list.size) };
    for (let first = 0; first < list.size; first += clocksAtOnce) {
      const some = list.clocks(first, clocksAtOnce);
      if (!some.ok) break;
      for (const name of ["state", "started", "due", "answered"] as const) all[name].set(some.value[name], first);
      await breathe();
    }
    return all;
  }

  async search(query: string): Promise<Uint8Array> {
    const open = this.#need();
    if (open.folded === null) {
      const folded: string[] = [];
      for (let lead = 0; lead < open.list.size; ++lead) {
        folded.push(foldText(this.#cells(lead).join("\n")));
        if (lead % atOnce === atOnce - 1) await breathe();
      }
      open.folded = folded;
    }
    return findRecords(open.folded, query);
  }

  orderByTitle(locale: string): Uint32Array {
    const { list, titles } = this.#need();
    const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
    const names = Array.from({ length: list.size }, (_, lead) => titles.of(this.#cells(lead)).title);
    return Uint32Array.from(names.keys()).sort((a, b) => compare(names[a] ?? "", names[b] ?? "") || a - b);
  }

  #need(): Open {
    if (this.#open === null) throw new Error("no list");
    return this.#open;
  }
}
