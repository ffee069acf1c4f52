// A list of leads, read from bytes in chunks and qualified in blocks. Full build only.
import { copyColumns, courseColumns, viewColumns, type CourseColumns } from "./columns.js";
import { DuplicateSearch } from "./duplicates.js";
import { forgotten, release, type Core, type Holding } from "./engine.js";
import type { Instance } from "./instance.js";
import type { AuditOptions, ListAccount, ListAllocation, ListAudit, ListComparison, ListMetrics } from "./list-reports.js";
import { succeed } from "./problem.js";
import type { Profile } from "./profile.js";
import type { RawFull } from "./raw.js";
import type {
  ClockColumns, HandoffOptions, Lead, ListColumn, ListOptions, ListShape, ListSummary, OutcomeColumns, Problem, RejectedRecord, Result, ReviewAct,
  Reviewed, Verdict, VerdictOptions,
} from "./types.js";

const formats = ["auto", "csv", "ndjson", "json"] as const;
const chunkBytes = 1 << 18;
const block = 1 << 14;
const clockNumbers = 4;
const encoder = new TextEncoder();

const closeList = (instance: Instance, handle: number): void => (instance as unknown as Instance<RawFull>).raw.closeList(handle);

export class List {
  readonly #core: Core<RawFull>;
  readonly #holding: Holding;
  // Kept so that the profile outlives its lists.
  readonly #profile: Profile<RawFull>;

  private constructor(profile: Profile<RawFull>, core: Core<RawFull>, holding: Holding) {
    this.#profile = profile;
    this.#core = core;
    this.#holding = holding;
    forgotten.register(this, holding, this);
  }

  /** @internal Use profile.openList(). */
  static open(profile: Profile<RawFull>, core: Core<RawFull>, options: ListOptions): Result<List> {
    const { format = "auto", asOf, mapping } = options;
    const formatCode = formats.indexOf(format);
    if (formatCode < 0) return core.fail({ code: "engine.argument", subject: "format", detail: formats.join(", ") });
    const moment = asOf === undefined ? succeed({ seconds: Number.NaN, offset: 0 }) : core.moment(asOf);
    if (!moment.ok) return moment;
    return core.run((instance) => {
      const owner = profile.enter(instance);
      const mappingBytes = mapping === undefined ? 0 : instance.writeText(JSON.stringify(mapping));
      const { seconds, offset } = moment.value;
      const handle = instance.raw.openList(owner, formatCode, seconds, offset, mappingBytes);
      if (handle === 0) return { ok: false, problems: core.problems(instance, instance.raw.length()) };
      const holding: Holding = { instance: instance, handle, lists: new Set(), close: closeList };
      profile.holding.lists.add(holding);
      return succeed(new List(profile, core, holding));
    });
  }

  // A list cannot be replayed: what a trap took is gone.
  #with<T>(work: (instance: Instance<RawFull>, handle: number) => Result<T>): Result<T> {
    const { instance, handle } = this.#holding;
    if (instance === null || this.#profile.disposed) return this.#core.fail({ code: "engine.closed", subject: "list" });
    if (instance.ended) return this.#core.fail({ code: "engine.trap" });
    return this.#core.run((current) => {
      if (current !== instance) return this.#core.fail({ code: "engine.trap" });
      return work(current, handle);
    }, 1);
  }
  #answer<T>(work: (raw: RawFull, handle: number) => number): Result<T> {
    return this.#with((instance, handle) => {
      const length = work(instance.raw, handle);
      if (length === 0) return this.#core.fail({ code: "engine.argument", subject: "lead", detail: "the number of a lead of this list" });
      return succeed(JSON.parse(instance.answer(length)) as T);
    });
  }
  #text(work: (raw: RawFull, handle: number) => number): Result<string> {
    return this.#with((instance, handle) => succeed(instance.answer(work(instance.raw, handle))));
  }

  /** Takes bytes of the list, or text; chunks may be cut anywhere. False: the list cannot be read further, see problems(). */
  push(chunk: Uint8Array | ArrayBuffer | string): Result<boolean> {
    const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk instanceof ArrayBuffer ? new Uint8Array(chunk) : chunk;
    if (!(bytes instanceof Uint8Array)) return this.#core.fail({ code: "engine.argument", subject: "chunk", detail: "bytes or text" });
    return this.#with((instance, handle) => {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        if (instance.raw.push(handle, instance.write(bytes.subarray(at, at + chunkBytes))) === 0) return succeed(false);
      }
      return succeed(true);
    });
  }

  /** The input has ended. A problem when a time is needed and there is none; may be called again with one. */
  end(asOf?: string | Date): Result<true> {
    const moment = asOf === undefined ? succeed({ seconds: Number.NaN, offset: 0 }) : this.#core.moment(asOf);
    if (!moment.ok) return moment;
    return this.#with((instance, handle) => {
      const refused = instance.raw.end(handle, moment.value.seconds, moment.value.offset);
      return refused === 0 ? succeed(true) : { ok: false, problems: this.#core.problems(instance, refused) };
    });
  }

  /** Qualifies some thousand more leads; true when all are done. Requires end(). */
  advance(): Result<boolean> {
    return this.#with((instance, handle) => succeed(instance.raw.advance(handle, block) === 1));
  }

  /** end() and all of advance(); the counts. */
  finish(asOf?: string | Date): Result<ListSummary> {
    const ended = this.end(asOf);
    if (!ended.ok) return ended;
    for (;;) {
      const more = this.advance();
      if (!more.ok) return more;
      if (more.value) return this.summary();
    }
  }

  /** Leads read so far; records that are none are not counted. */
  get size(): number {
    const size = this.#with((instance, handle) => succeed(instance.raw.size(handle)));
    return size.ok ? size.value : 0;
  }
  /** Leads qualified so far. */
  get qualified(): number {
    const size = this.#with((instance, handle) => succeed(instance.raw.qualified(handle)));
    return size.ok ? size.value : 0;
  }

  summary(): Result<ListSummary> {
    return this.#answer((raw, handle) => raw.summary(handle));
  }
  columns(): Result<readonly ListColumn[]> {
    const summary = this.summary();
    return summary.ok ? succeed(summary.value.columns) : summary;
  }
  /** What was wrong with the list and its records; the first thousand. */
  problems(): Result<readonly Problem[]> {
    return this.#with((instance, handle) => succeed(this.#core.problems(instance, instance.raw.problems(handle))));
  }
  rejected(): Result<readonly RejectedRecord[]> {
    return this.#answer((raw, handle) => raw.rejected(handle));
  }

  // Each of these goes through every lead once more; the list must be finished.

  /** What came of the leads: conversion, rejections, speed to lead, alerts. */
  metrics(): Result<ListMetrics> {
    return this.#report((raw, handle) => raw.metrics(handle));
  }
  /** Which leads each team takes now, and which wait for a place. */
  allocation(): Result<ListAllocation> {
    return this.#report((raw, handle) => raw.allocation(handle));
  }
  /** What a review of the model looks at: failures, traits, a sample, missed leads, feedback, gaps between groups. */
  audit(options: AuditOptions = {}): Result<ListAudit> {
    const { seed = 0, groups = [] } = options;
    if (!Number.isSafeInteger(seed) || seed < 0) return this.#core.fail({ code: "engine.argument", subject: "seed", detail: "a whole number from 0" });
    const names = this.#core.source(groups.join(","));
    if (!names.ok) return names;
    return this.#with((instance, handle) => {
      const length = instance.raw.audit(handle, seed, instance.write(names.value));
      if (length !== 0) return succeed(JSON.parse(instance.answer(length)) as ListAudit);
      const problems = this.#core.problems(instance, instance.raw.length());
      if (problems.length > 0) return { ok: false, problems };
      return this.#core.fail({ code: "engine.argument", subject: "list", detail: "a list that is finished" });
    });
  }
  /** The leads by organization. */
  accounts(): Result<readonly ListAccount[]> {
    return this.#report((raw, handle) => raw.accounts(handle));
  }
  /** What differs under another version of the profile; `after` was pushed the same bytes, in the same engine. */
  compare(after: List): Result<ListComparison> {
    const other = after.#holding;
    if (other.instance !== this.#holding.instance) return this.#core.fail({ code: "engine.closed", subject: "list" });
    return this.#report((raw, handle) => raw.compareLists(handle, other.handle));
  }
  /** Starts to look for leads that are the same. */
  findDuplicates(): Result<DuplicateSearch> {
    return this.#with((instance, handle) => {
      if (instance.raw.startDuplicates(handle) === 0) {
        return this.#core.fail({ code: "engine.argument", subject: "list", detail: "a list that is finished" });
      }
      return succeed(new DuplicateSearch(this.#core, (work) => this.#with(work)));
    });
  }
  /** One lead that stands for these, by their positions: the oldest gives id and source, the newest its answers, strictest consent. */
  merge(leads: readonly number[]): Result<Lead> {
    return this.#with((instance, handle) => {
      const positions = Uint32Array.from(leads, position);
      const length = instance.raw.mergeListLeads(handle, instance.write(new Uint8Array(positions.buffer)));
      if (length === 0) return this.#core.fail({ code: "engine.argument", subject: "leads", detail: "leads of a list that is finished" });
      return succeed(JSON.parse(instance.answer(length)) as Lead);
    });
  }
  #report<T>(work: (raw: RawFull, handle: number) => number): Result<T> {
    return this.#with((instance, handle) => {
      const length = work(instance.raw, handle);
      if (length === 0) return this.#core.fail({ code: "engine.argument", subject: "list", detail: "a list that is finished" });
      return succeed(JSON.parse(instance.answer(length)) as T);
    });
  }

  /** Outcomes of the leads qualified so far, copied. */
  outcomes(): Result<OutcomeColumns> {
    const views = this.viewOutcomes();
    return views.ok ? succeed(copyColumns(views.value)) : views;
  }
  /** The same without copying: views that hold until the next call of any method of the engine. */
  viewOutcomes(): Result<OutcomeColumns> {
    return this.#with((instance, handle) => {
      const { raw } = instance;
      return succeed(viewColumns(instance, raw.qualified(handle), raw.reasonWords(handle), (column) => raw.listColumn(handle, column)));
    });
  }

  /** The record of the list that each lead is, from 1. */
  rows(): Result<Uint32Array> {
    return this.#with((instance, handle) => {
      const { raw } = instance;
      return succeed(Uint32Array.from({ length: raw.size(handle) }, (_, lead) => raw.row(handle, lead)));
    });
  }
  row(lead: number): number {
    const row = this.#with((instance, handle) => succeed(instance.raw.row(handle, lead)));
    return row.ok ? row.value : 0;
  }
  /** The whole verdict of a lead. */
  verdict(lead: number, options: VerdictOptions = {}): Result<Verdict> {
    return this.#answer((raw, handle) => raw.listVerdict(handle, position(lead), verdictBits(options)));
  }
  /** The same as text: the bytes that the command writes. */
  verdictText(lead: number, options: VerdictOptions = {}): Result<string> {
    return this.#text((raw, handle) => raw.listVerdict(handle, position(lead), verdictBits(options)));
  }
  /** The note with which a lead is handed over. Personal and sensitive answers are left out unless asked for. */
  handoffNote(lead: number, options: HandoffOptions = {}): Result<string> {
    return this.#text((raw, handle) => raw.listNote(handle, position(lead), handoffBits(options)));
  }
  /** What a CRM gets: fields under their CRM names, and the parts of the verdict that the profile's field map names. */
  crmRecord(lead: number, options: HandoffOptions = {}): Result<Readonly<Record<string, unknown>>> {
    return this.#answer((raw, handle) => raw.listCrm(handle, position(lead), handoffBits(options)));
  }
  /** Whether a reviewer may do this with a lead, and what would come of it. Nothing is changed. */
  review(lead: number, act: ReviewAct): Result<Reviewed> {
    return this.#with((instance, handle) => {
      const bytes = instance.writeText(JSON.stringify(act));
      const length = instance.raw.listReview(handle, position(lead), bytes);
      const answered = instance.raw.length();
      if (length === 0) {
        return answered === 0
          ? this.#core.fail({ code: "engine.argument", subject: "lead", detail: "the number of a lead of this list" })
          : { ok: false, problems: this.#core.problems(instance, answered) };
      }
      const reviewed = JSON.parse(instance.answer(length)) as Reviewed;
      return succeed({ ...reviewed, problems: reviewed.problems.map(this.#core.describe) });
    });
  }
  /** Service clocks of `count` leads from `first` on. */
  clocks(first: number, count: number): Result<ClockColumns> {
    return this.#with((instance, handle) => {
      const length = instance.raw.listClocks(handle, position(first), count);
      const numbers = new BigInt64Array(instance.viewAnswer(length).slice().buffer);
      const size = numbers.length / clockNumbers;
      const column = (at: number): Float64Array => Float64Array.from({ length: size }, (_, i) => Number(numbers[i * clockNumbers + at] ?? 0n));
      return succeed({ state: Uint8Array.from(column(0)), started: column(1), due: column(2), answered: column(3) });
    });
  }
  /** What became of each lead. The list must be finished. */
  courses(): Result<CourseColumns> {
    return this.#with((instance, handle) => {
      const length = instance.raw.listCourses(handle);
      if (length === 0 && this.size > 0) return this.#core.fail({ code: "engine.argument", subject: "list", detail: "a list that is finished" });
      return succeed(courseColumns(new Uint16Array(instance.viewAnswer(length).slice().buffer)));
    });
  }
  /** How a must-have or nice-to-have stands for each lead, as a place in criterionStates. The list must be finished. */
  criterion(id: string): Result<Uint8Array> {
    return this.#with((instance, handle) => {
      const length = instance.raw.listCriterion(handle, instance.writeText(id));
      if (length === 0) return this.#core.fail({ code: "engine.argument", subject: "criterion", detail: "the id of a must-have or nice-to-have, of a list that is finished" });
      return succeed(instance.viewAnswer(length).slice());
    });
  }
  /** The values of one column, by its position in summary().columns, for `count` leads from `first` on. */
  columnCells(column: number, first: number, count: number): Result<readonly string[]> {
    return this.#answer((raw, handle) => raw.columnCells(handle, position(column), position(first), count));
  }
  /** How the list is written. */
  get shape(): ListShape {
    const shape = this.#with((instance, handle) => {
      const { raw } = instance;
      return succeed({ format: formats[raw.listFormat(handle)] ?? "auto", delimiter: String.fromCharCode(raw.listDelimiter(handle)) });
    });
    return shape.ok ? shape.value : { format: "auto", delimiter: "," };
  }
  /** The values of a lead's record, one for each column. */
  cells(lead: number): Result<readonly string[]> {
    return this.#answer((raw, handle) => raw.cells(handle, position(lead)));
  }
  /** The record as it stood in the list. */
  record(lead: number): Result<string> {
    return this.#text((raw, handle) => raw.record(handle, position(lead)));
  }

  dispose(): void {
    forgotten.unregister(this);
    this.#profile.holding.lists.delete(this.#holding);
    release(this.#holding);
  }
}

/** Anything that is no position becomes one that no list has. */
const position = (lead: number): number => (Number.isInteger(lead) && lead >= 0 && lead < 0xffffffff ? lead : 0xffffffff);
const verdictBits = (options: VerdictOptions): number => (options.questions === false ? 0 : 1) | (options.changes === true ? 2 : 0) | (options.calls === false ? 0 : 4);
const handoffBits = (options: HandoffOptions): number => (options.personal === true ? 1 : 0) | (options.language === "es" ? 2 : 0);
