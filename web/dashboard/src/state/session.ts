// What a person can do, as steps over store and engine. Whatever overtakes an earlier request wins.
import type { ListShape, Problem, Result } from "prequal-engine";
import type { ColumnValues, Compared, ListEngine, Mapping, Preview } from "../engine/list-engine.ts";
import type { Assets, SampleAsset } from "../app/assets.ts";
import { toReadable, UnreadableError, type Readable } from "../import/readable.ts";
import { crmTargets } from "../import/crm-headers.ts";
import { cutAbove, readHeader, type HeaderChoice } from "../import/header.ts";
import { fingerprintOf, HeaderMemory } from "../import/header-memory.ts";
import { changesAnything, noEdits, type Edits } from "../import/rewrite.ts";
import { datesToWrite, isOwn, needsEye, suggestions } from "../import/shapes.ts";
import { Desk, type ActInput, type Decided } from "../review/desk.ts";
import { isPersonal } from "../lead/masking.ts";
import { clockStates } from "../lead/service-clock.ts";
import { ownersOf, standingOf, type ActName } from "../review/trail.ts";
import { Shelf } from "../storage/shelf.ts";
import type { Vault } from "../storage/vault.ts";
import { Speech, type Language } from "../texts/speech.ts";
import { withValue } from "../workbench/profile-draft.ts";
import { firstSort, type OpenList, type Page, type SingleKeys, type Store, type Theme } from "./store.ts";
import type { AccountLeads } from "../worker/accounts.ts";
import { findLeads } from "./finder.ts";
import { groupLeads, linesOf, type GroupKey } from "./grouping.ts";
import { parseQuery } from "./query.ts";
import { filtersNamed, linkOf, nameFilters, viewOfLink, type SavedView } from "./saved-views.ts";
import { filtered, noFilters, sortedBy, toggled, type Beside, type Facet, type Filters, type Sort } from "./view.ts";

const aborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

/** A list as it was brought, so that it can be read anew with another profile, mapping or header. */
interface Source extends Readable {
  readonly name: string;
  readonly mapping: Mapping;
  readonly header: HeaderChoice;
  readonly edits: Edits;
  /** How it is written, once that is known. */
  readonly shape: ListShape | null;
}
const asBrought = { shape: null, mapping: {}, edits: noEdits, header: { at: 0, first: [] } } as const;

interface GroupCodes {
  readonly codes: ArrayLike<number>;
  readonly name: (code: number) => string;
}

export class Session {
  #abort: AbortController | null = null;
  #byTitle: Uint32Array | null = null;
  #searches = 0;
  #asked = new Set<number>();
  #last: Source | null = null;
  /** A profile that a person brought or drafted, in place of the shipped one. */
  #own: string | null = null;
  #values = new Map<number, Promise<ColumnValues>>();
  #accounts: Promise<readonly AccountLeads[]> | null = null;
  #searched: OpenList | null = null;
  #groupCodes: GroupCodes | null = null;
  #lastChosen: number | null = null;
  readonly #shelf = new Shelf();
  readonly #headers = new HeaderMemory(this.#shelf);
  /** The mapping of the list that is being opened was said before. */
  #recalled = false;
  /** By what decisions about the open list are named: the list as it was brought, unless records were left out. */
  #named: Blob | null = null;
  readonly #desk: Desk;

  constructor(
    readonly store: Store,
    readonly engine: ListEngine,
    readonly assets: Assets,
    readonly vault: Vault,
  ) {
    this.#desk = new Desk(store, engine, vault);
    this.#unshelve();
  }

  // ---- Profile and list --------------------------------------------------------------------------------------------------

  /** Another profile; a list that is open is qualified anew. */
  async chooseProfile(id: string): Promise<void> {
    this.#own = null;
    this.store.set({ profileId: id, info: null, draft: null });
    const last = this.#last;
    // What a mapping names are fields of the profile before.
    if (last !== null && this.store.state.phase.kind !== "start") await this.#read(() => Promise.resolve({ ...last, mapping: {}, edits: { ...last.edits, values: {} } }), true);
  }

  async openSample(sample: SampleAsset): Promise<void> {
    if (this.#own !== null || this.store.state.profileId !== sample.profile) this.store.set({ profileId: sample.profile, info: null, draft: null });
    this.#own = null;
    await this.#read(async () => ({ name: sample.file, list: await sample.read(), ...asBrought, encoding: "utf-8", sheet: null, sheets: 0 }), true, sample.file);
  }

  async open(name: string, file: Blob): Promise<void> {
    await this.#read(async (signal) => {
      const readable = await toReadable(this.assets, file, signal);
      return { name, ...asBrought, ...readable, header: await readHeader(readable.list) };
    }, false, name);
  }

  /** The list that is open, or about to be, read with another mapping; the same header is read so next time. */
  async openMapped(mapping: Mapping, edits: Edits): Promise<void> {
    const last = this.#last;
    const { phase, profileId, shelved } = this.store.state;
    if (last === null) return;
    if (phase.kind === "mapping") {
      const names = phase.preview.columns.map((column) => column.name);
      this.#headers.remember(await fingerprintOf(profileId, names), names, mapping, shelved);
    }
    await this.#read(() => Promise.resolve({ ...last, mapping, edits }), true, last.name);
  }

  /** Shows how the columns of the open list are read, to change that. */
  async reviewMapping(): Promise<void> {
    const last = this.#last;
    if (last !== null) await this.#showMapping(last);
  }
  async #showMapping(source: Source): Promise<void> {
    const preview = await this.engine.preview(cutAbove(source.list, source.header), source.mapping);
    if (preview.ok) this.store.set({ phase: { kind: "mapping", ...source, preview: preview.value }, selected: null });
  }
  /** Another record is the header; false when the list cannot be read so. */
  async setHeader(at: number): Promise<boolean> {
    const last = this.#last;
    const { phase, speech } = this.store.state;
    if (last === null || phase.kind !== "mapping") return false;
    const { source, preview } = await this.#understood({ ...last, header: { ...last.header, at }, mapping: {}, edits: noEdits });
    if (this.#last !== last) return false;
    if (preview === null) {
      this.say(speech.say("map.header.not"));
      return false;
    }
    this.#last = source;
    this.store.set({ phase: { kind: "mapping", ...source, preview } });
    return true;
  }
  /** What the columns hold has been changed on the screen: the values are looked at anew. */
  async tryMapping(mapping: Mapping): Promise<void> {
    const last = this.#last;
    const before = this.store.state.phase;
    if (last === null || before.kind !== "mapping") return;
    const preview = await this.engine.preview(cutAbove(last.list, last.header), mapping);
    const { phase } = this.store.state;
    if (preview.ok && phase.kind === "mapping" && this.#last === last) this.store.set({ phase: { ...phase, preview: preview.value } });
  }

  // ---- Cells put right ---------------------------------------------------------------------------------------------------

  /** The cells of a record of the open list, as it is read now. */
  async recordCells(record: number): Promise<readonly { readonly column: string; readonly value: string }[]> {
    const list = this.#list;
    const last = this.#last;
    if (list === null || last === null) return [];
    const lead = list.loaded.rows.indexOf(record);
    if (lead >= 0) {
      const [cells = []] = await this.engine.records([lead]);
      return list.loaded.summary.columns.map((column, i) => ({ column: column.name, value: cells[i] ?? "" }));
    }
    const { shape } = list.loaded;
    return shape.format === "csv" ? this.engine.recordCells(await this.#edited(last), shape, record) : [];
  }
  /** Puts cells right and qualifies the list anew; what was fixed can be taken back. */
  async fix(record: number, cells: Readonly<Record<string, string>>): Promise<void> {
    const last = this.#last;
    if (last === null) return;
    const number = this.#numberBefore(record, last.edits.dropped);
    const fixes = Object.entries(cells).map(([column, value]) => ({ record: number, column, value }));
    const before = last.edits.cells.filter((fix) => fix.record !== number || !(fix.column in cells));
    await this.#reedit({ ...last.edits, cells: [...before, ...fixes] });
  }
  /** Leaves a record out. Numbers of later records change, so that it is not done once somebody has decided. */
  async drop(record: number): Promise<void> {
    const last = this.#last;
    if (last === null || this.store.state.trail.length > 0) return;
    await this.#reedit({ ...last.edits, dropped: [...last.edits.dropped, this.#numberBefore(record, last.edits.dropped)] });
  }
  /** The number that a record had before others were left out. */
  #numberBefore(record: number, dropped: readonly number[]): number {
    let number = record;
    for (const gone of dropped.toSorted((a, b) => a - b)) if (gone <= number) ++number;
    return number;
  }
  async unfix(): Promise<void> {
    const last = this.#last;
    // Records that were left out come back only while nobody has decided: numbers of records change.
    if (last !== null) await this.#reedit({ ...last.edits, cells: [], dropped: this.store.state.trail.length > 0 ? last.edits.dropped : [] });
  }
  /** Records that were put right or left out. */
  get fixes(): number {
    return new Set(this.#last?.edits.cells.map((fix) => fix.record)).size + (this.#last?.edits.dropped.length ?? 0);
  }
  async #reedit(edits: Edits): Promise<void> {
    const last = this.#last;
    if (last !== null) await this.#read(() => Promise.resolve({ ...last, edits }), true, last.name);
  }

  /** The list from its header on, with what was put right. */
  async #edited(source: Source): Promise<Blob> {
    const table = cutAbove(source.list, source.header);
    if (!changesAnything(source.edits)) return table;
    if (source.shape !== null) return this.engine.rewrite(table, source.shape, source.edits);
    const preview = await this.engine.preview(table, source.mapping);
    return preview.ok ? this.engine.rewrite(table, preview.value.shape, source.edits) : table;
  }

  async #read(find: (signal: AbortSignal) => Promise<Source>, sure: boolean, name = this.#last?.name ?? ""): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const current = (): boolean => this.#abort === abort && !abort.signal.aborted;
    this.store.set({ phase: { kind: "loading", name, progress: null }, selected: null, shown: new Uint32Array(), page: "queue", acting: null, clocks: null });
    try {
      if (!(await this.#prepare(current))) return;
      const found = await find(abort.signal);
      if (!current()) return;
      const { source, preview } = sure ? { source: found, preview: null } : await this.#understood(found);
      const same = this.#last?.list === source.list && this.#last.edits.dropped.join() === source.edits.dropped.join();
      if (!current()) return;
      this.#last = source;
      if (preview !== null && this.#asks(source, preview)) return;
      await this.#load(source, abort, current, same);
    } catch (error) {
      if (aborted(error) || !current()) return;
      const { speech } = this.store.state;
      this.#fail(speech.say(error instanceof UnreadableError ? "fail.unreadable" : "fail.engine"), []);
    }
  }

  /** With what can be told of the list without asking: own columns, names of CRM exports, the same header before, dates. */
  async #understood(source: Source): Promise<{ readonly source: Source; readonly preview: Preview | null }> {
    const { info, profileId } = this.store.state;
    const table = cutAbove(source.list, source.header);
    const preview = await this.engine.preview(table, source.mapping);
    if (!preview.ok || info === null) return { source, preview: null };
    const { columns } = preview.value;
    const names = columns.map((column) => column.name);
    const recalled = this.#headers.recall(await fingerprintOf(profileId, names), names);
    this.#recalled = recalled !== null;
    // Columns of our own export feed nothing when it is read again.
    const own = columns.filter((column) => column.field !== null && isOwn(column.name)).map((column) => [column.name, null] as const);
    const mapping = { ...source.mapping, ...Object.fromEntries(own), ...(recalled ?? Object.fromEntries(crmTargets(columns, info))) };
    const mapped = Object.keys(mapping).length === 0 ? preview : await this.engine.preview(table, mapping);
    if (!mapped.ok) return { source: { ...source, mapping }, preview: null };
    return { source: { ...source, mapping, shape: mapped.value.shape, edits: { ...source.edits, dates: datesToWrite(mapped.value, info) } }, preview: mapped.value };
  }

  /** Shows the mapping first when something in it is a guess. */
  #asks(source: Source, preview: Preview): boolean {
    const { info } = this.store.state;
    if (info === null) return false;
    const suggested = this.#recalled ? new Map<string, string>() : suggestions(preview.columns, preview.rows, info);
    if (!needsEye(preview, suggested, source.header.at > 0, this.#recalled)) return false;
    this.store.set({ phase: { kind: "mapping", ...source, preview } });
    return true;
  }

  async #load(source: Source, abort: AbortController, current: () => boolean, same: boolean): Promise<void> {
    const list = await this.#edited(source);
    const result = await this.engine.load(list, {
      mapping: source.mapping,
      signal: abort.signal,
      onProgress: (progress) => {
        if (current()) this.store.set({ phase: { kind: "loading", name: source.name, progress } });
      },
    });
    if (!current()) return;
    if (!result.ok) return this.#fail(this.store.state.speech.say("fail.title"), result.problems);
    this.#byTitle = null;
    this.#asked.clear();
    this.#values.clear();
    this.#accounts = null;
    this.store.set({
      phase: { kind: "ready", list: { name: source.name, loaded: result.value, titles: new Map() } },
      filters: noFilters,
      query: "",
      found: null,
      sort: firstSort,
      thenBy: [],
      duplicates: null,
      group: "none",
      closed: new Set(),
      chosen: new Set(),
    });
    this.#groupCodes = null;
    this.#lastChosen = null;
    this.#arrange();
    // The decisions belong to the list; another profile or mapping leaves them.
    this.#named = source.edits.dropped.length === 0 ? source.list : list;
    if (!same) await this.#desk.open(this.#named);
    const clocks = await this.engine.clocks();
    if (!current()) return;
    this.store.set({ clocks });
    const linked = viewOfLink(location.hash);
    if (linked !== null) await this.openView(linked);
  }

  /** Compiles the chosen profile if that has not been done. */
  async #prepare(current: () => boolean): Promise<boolean> {
    const { profileId, info, speech } = this.store.state;
    if (info !== null) return true;
    const asset = this.assets.profiles.find((profile) => profile.id === profileId) ?? this.assets.profiles[0];
    if (asset === undefined) throw new TypeError("no profile is shipped");
    const text = this.#own ?? (await asset.read());
    const compiled = await this.engine.openProfile(text);
    if (!current()) return false;
    if (!compiled.ok) {
      this.#fail(speech.say("fail.profile", { name: speech.pick(asset.name) }), compiled.problems);
      return false;
    }
    this.store.set({ info: compiled.value, profileText: text });
    return true;
  }

  // ---- Workbench ---------------------------------------------------------------------------------------------------------

  setDraft(draft: string | null): void {
    this.store.set({ draft });
  }
  /** Two thresholds as a draft of the profile. */
  draftThresholds(mid: number, high: number): void {
    const { draft, profileText } = this.store.state;
    const set = (text: string, name: string, value: number): string => withValue(text, ["scoring", "total", name], value);
    this.store.set({ draft: set(set(draft ?? profileText, "mid", mid), "high", high), page: "workbench" });
  }
  /** Qualifies the open list by the draft from now on. */
  async useDraft(): Promise<void> {
    const { draft } = this.store.state;
    const last = this.#last;
    if (draft === null || last === null) return;
    this.#own = draft;
    this.store.set({ info: null, draft: null });
    await this.#read(() => Promise.resolve(last), true, last.name);
  }
  get usesOwn(): boolean {
    return this.#own !== null;
  }
  async compareDraft(draft: string): Promise<Result<Compared> | null> {
    const last = this.#last;
    return last === null ? null : this.engine.compare(draft, await this.#edited(last), last.mapping);
  }

  #fail(title: string, problems: readonly Problem[]): void {
    this.store.set({ phase: { kind: "failed", title, problems } });
  }

  cancel(): void {
    this.#abort?.abort();
    this.#last = null;
    this.store.set({ phase: { kind: "start", said: this.store.state.speech.say("load.cancelled") } });
  }

  /** Back to the start; the list is forgotten. */
  restart(): void {
    this.#abort?.abort();
    this.#desk.close();
    this.#last = null;
    this.store.set({ phase: { kind: "start", said: "" }, selected: null, shown: new Uint32Array(), trail: [], remember: false, clocks: null, acting: null, page: "queue", chosen: new Set(), groups: [], lines: null, group: "none", duplicates: null });
  }

  // ---- View --------------------------------------------------------------------------------------------------------------

  get #list(): OpenList | null {
    const { phase } = this.store.state;
    return phase.kind === "ready" ? phase.list : null;
  }

  /** What is known of the leads besides their outcomes. */
  beside(): Beside {
    const { trail, clocks } = this.store.state;
    const decision = new Uint8Array(this.#list?.loaded.size ?? 0);
    for (const lead of standingOf(trail).keys()) decision[lead] = 1;
    return { clock: clocks?.state ?? null, decision };
  }

  #arrange(): void {
    const list = this.#list;
    if (list === null) return;
    const { filters, found, sort, thenBy } = this.store.state;
    const { columns } = list.loaded;
    const leads = filtered(columns, filters, found, this.beside());
    this.#stand(sortedBy(columns, leads, [sort, ...thenBy], this.#byTitle));
  }
  /** Leads in their order, put into groups if that is wanted. */
  #stand(sorted: Uint32Array): void {
    const { closed } = this.store.state;
    if (this.#groupCodes === null) return this.store.set({ shown: sorted, groups: [], lines: null });
    const { codes, name } = this.#groupCodes;
    const { shown, groups } = groupLeads(sorted, codes);
    this.store.set({ shown, groups: groups.map((group) => ({ ...group, name: name(group.code) })), lines: linesOf(groups, closed) });
  }

  async groupBy(group: GroupKey): Promise<void> {
    const list = this.#list;
    if (list === null) return;
    this.store.set({ group, closed: new Set() });
    const made = await this.#codesOf(group, list);
    if (this.#list !== list || this.store.state.group !== group) return;
    this.#groupCodes = made;
    this.#arrange();
  }
  async #codesOf(group: GroupKey, list: OpenList): Promise<GroupCodes | null> {
    const { info, trail, clocks } = this.store.state;
    const { columns, size } = list.loaded;
    const { speech } = this.store.state;
    if (info === null || group === "none") return null;
    if (group === "owner") {
      const owners = ownersOf(trail);
      const names = ["", ...new Set(owners.values())];
      return { codes: Uint32Array.from({ length: size }, (_, lead) => names.indexOf(owners.get(lead) ?? "")), name: (code) => names[code] || speech.say("group.nobody") };
    }
    if (group.startsWith("column ")) {
      const { values, codes } = await this.values(Number(group.slice("column ".length)));
      return { codes, name: (code) => values[code] || speech.say("columns.empty") };
    }
    const facet = group as "band" | "eligibility" | "status" | "lane" | "clock";
    const names = { band: info.levels, eligibility: info.eligibilities, status: info.statuses, lane: info.lanes, clock: clockStates }[facet];
    return { codes: facet === "clock" ? (clocks?.state ?? new Uint8Array(size)) : columns[facet], name: (code) => speech.code(facet, names[code] ?? "") };
  }
  /** Opens or closes a group of the table. */
  toggleGroup(code: number): void {
    const { groups, closed: before } = this.store.state;
    const closed = new Set(before);
    if (!closed.delete(code)) closed.add(code);
    this.store.set({ closed, lines: linesOf(groups, closed) });
  }

  // ---- Picked leads ------------------------------------------------------------------------------------------------------

  choose(lead: number): void {
    const chosen = new Set(this.store.state.chosen);
    if (!chosen.delete(lead)) chosen.add(lead);
    this.#lastChosen = lead;
    this.store.set({ chosen });
  }
  /** All from the lead that was picked last to this one, in the order that is shown. */
  chooseTo(lead: number): void {
    const { shown, chosen } = this.store.state;
    const from = this.#lastChosen === null ? -1 : shown.indexOf(this.#lastChosen);
    const to = shown.indexOf(lead);
    if (from < 0 || to < 0) return this.choose(lead);
    this.store.set({ chosen: new Set([...chosen, ...shown.subarray(Math.min(from, to), Math.max(from, to) + 1)]) });
  }
  chooseAll(): void {
    this.store.set({ chosen: new Set(this.store.state.shown) });
  }
  chooseNone(): void {
    this.#lastChosen = null;
    this.store.set({ chosen: new Set(), acting: null });
  }

  // ---- Own views ---------------------------------------------------------------------------------------------------------

  /** The view that stands, under a name. */
  saveView(name: string): void {
    const view = this.#view();
    if (view === null) return;
    this.store.set({ views: [...this.store.state.views.filter((entry) => entry.name !== name), { name, ...view }] });
    this.#shelve();
  }
  dropView(name: string): void {
    this.store.set({ views: this.store.state.views.filter((entry) => entry.name !== name) });
    this.#shelve();
  }
  #view(): Omit<SavedView, "name"> | null {
    const { info, filters, sort, thenBy, group, query } = this.store.state;
    return info === null ? null : { filters: nameFilters(filters, info), sorts: [sort, ...thenBy], group, query };
  }
  async openView(view: Omit<SavedView, "name">): Promise<void> {
    const { info } = this.store.state;
    if (info === null) return;
    const [sort = firstSort, ...thenBy] = view.sorts;
    await this.showView(filtersNamed(view.filters, info), sort);
    for (const entry of thenBy) await this.sortBy(entry, true);
    await this.groupBy(view.group);
    if (view.query !== "") await this.search(view.query);
  }
  /** The address of the view that stands: codes of the engine, nothing that a person typed. */
  viewLink(): string {
    const view = this.#view();
    const address = new URL(location.href);
    address.hash = view === null ? "" : linkOf(view);
    return address.href;
  }
  /** Keeps views and mappings on this device from now on, or forgets them there. */
  shelve(on: boolean): void {
    this.store.set({ shelved: on });
    if (!on) return this.#shelf.forget();
    this.#shelve();
    this.#headers.keep();
  }
  #shelve(): void {
    const { shelved, views } = this.store.state;
    if (!shelved || this.#shelf.keep("views", views)) return;
    this.store.set({ shelved: false });
    this.say(this.store.state.speech.say("shelf.refused"));
  }
  #unshelve(): void {
    const views = this.#shelf.read("views");
    if (Array.isArray(views)) this.store.set({ views: views as SavedView[], shelved: true });
  }

  toggle(facet: Facet, code: number): void {
    this.store.set({ filters: toggled(this.store.state.filters, facet, code) });
    this.#arrange();
  }
  /** One code of a facet, or none. */
  only(facet: Facet, code: number | null): void {
    this.store.set({ filters: { ...this.store.state.filters, [facet]: new Set(code === null ? [] : [code]) } });
    this.#arrange();
  }
  showAll(): void {
    ++this.#searches;
    this.store.set({ filters: noFilters, query: "", found: null });
    this.#arrange();
  }

  /** A view that is set up at once. */
  async showView(filters: Filters, sort: Sort = firstSort): Promise<void> {
    ++this.#searches;
    this.store.set({ filters, query: "", found: null, page: "queue", selected: null });
    await this.sortBy(sort);
  }

  /** Orders by a column; with `also`, only what the order so far leaves equal. */
  async sortBy(sort: Sort, also = false): Promise<void> {
    const list = this.#list;
    const { sort: before, thenBy } = this.store.state;
    const order = also ? [before, ...thenBy] : [sort];
    const known = order.some((entry) => entry.key === sort.key);
    const [first = sort, ...rest] = known ? order.map((entry) => (entry.key === sort.key ? sort : entry)) : [...order, sort];
    this.store.set({ sort: first, thenBy: rest });
    if (sort.key === "title" && this.#byTitle === null) {
      const byTitle = await this.engine.orderByTitle(this.store.state.speech.language);
      if (this.#list !== list) return;
      this.#byTitle = byTitle;
    }
    this.#arrange();
  }

  async search(query: string): Promise<void> {
    const search = ++this.#searches;
    this.store.set({ query });
    const terms = parseQuery(query);
    const list = this.#list;
    const found = terms.length === 0 || list === null ? null : await findLeads(terms, list, this.store.state, this.engine, (column) => this.values(column));
    if (search !== this.#searches || this.#list === null) return;
    this.store.set({ found });
    this.#arrange();
  }

  /** Leads named one by one. */
  showSome(leads: readonly number[]): void {
    const list = this.#list;
    if (list === null) return;
    ++this.#searches;
    const found = new Uint8Array(list.loaded.size);
    for (const lead of leads) found[lead] = 1;
    this.store.set({ filters: noFilters, query: "", found, page: "queue", selected: null });
    this.#arrange();
  }

  /** The different values of a column, counted; asked for once. */
  values(column: number): Promise<ColumnValues> {
    let values = this.#values.get(column);
    if (values === undefined) {
      values = this.engine.values(column);
      this.#values.set(column, values);
    }
    return values;
  }

  /** Looks for leads that look like one; once for a list. */
  async findDuplicates(): Promise<void> {
    const list = this.#list;
    if (list === null || this.#searched === list) return;
    this.#searched = list;
    const found = await this.engine.duplicates().catch(() => null);
    if (this.#list !== list) return;
    if (found?.ok === true) this.store.set({ duplicates: found.value });
    else this.say(this.store.state.speech.say("du.failed"));
  }
  /** Leads by organization; asked for once. */
  accounts(): Promise<readonly AccountLeads[]> {
    this.#accounts ??= this.engine.accounts();
    return this.#accounts;
  }

  select(lead: number | null): void {
    this.store.set({ selected: lead });
  }

  /** Asks for the titles of leads that are about to be shown. */
  async wantTitles(leads: readonly number[]): Promise<void> {
    const list = this.#list;
    if (list === null) return;
    const wanted = leads.filter((lead) => !list.titles.has(lead) && !this.#asked.has(lead));
    if (wanted.length === 0) return;
    for (const lead of wanted) this.#asked.add(lead);
    const titles = await this.engine.titles(wanted);
    if (this.#list !== list) return;
    wanted.forEach((lead, i) => {
      const title = titles[i];
      if (title !== undefined) list.titles.set(lead, title);
    });
    this.store.touch();
  }

  // ---- Decisions ---------------------------------------------------------------------------------------------------------

  setReviewer(reviewer: string): void {
    this.store.set({ reviewer });
  }
  /** Opens the form of an act for the leads that are picked, else for the one that stands open. */
  startAct(act: ActName | null): void {
    const { selected, chosen } = this.store.state;
    this.store.set({ acting: selected === null && chosen.size === 0 ? null : act });
  }
  /** Decides about the leads that are picked, else about the one that stands open, and goes on to the next. */
  async decide(input: ActInput): Promise<Decided> {
    const { selected, shown, chosen } = this.store.state;
    const leads = chosen.size > 0 ? [...chosen] : selected === null ? [] : [selected];
    if (leads.length === 0) return { ok: false, problems: [] };
    return this.decideAbout(leads, input, chosen.size > 0 || selected === null ? null : (shown[shown.indexOf(selected) + 1] ?? null));
  }
  /** Decides the same about leads; those for which it is not possible stay picked. */
  async decideAbout(leads: readonly number[], input: ActInput, next: number | null = null): Promise<Decided> {
    const decided = await this.#desk.decide(leads, input);
    if (!decided.ok) return decided;
    const { speech, selected, chosen } = this.store.state;
    const act = speech.say(`act.${input.act}`);
    const done = leads.length - decided.refused.length;
    const text = leads.length === 1 ? speech.say("act.done", { act })
      : decided.refused.length === 0 ? speech.say("act.done.many", { act, count: done }) : speech.say("act.done.some", { act, count: done, refused: decided.refused.length });
    // That the device refused to keep it is more than that it is done.
    this.store.set({ acting: null, selected: next ?? selected, ...(chosen.size > 0 && { chosen: new Set(decided.refused) }), ...(decided.kept && { said: { text, undo: true } }) });
    await this.#follow();
    return decided;
  }
  /** What is shown may depend on what was decided. */
  async #follow(): Promise<void> {
    const { filters, group } = this.store.state;
    if (group === "owner") await this.groupBy(group);
    else if (filters.decision.size > 0) this.#arrange();
  }
  async undo(): Promise<void> {
    const undone = await this.#desk.undo();
    const { speech } = this.store.state;
    const [first] = undone;
    const act = first === undefined ? "" : speech.say(`act.${first.act}`);
    const text = first === undefined ? speech.say("undo.nothing") : undone.length > 1 ? speech.say("undo.done.many", { act, count: undone.length }) : speech.say("undo.done", { act, row: first.record });
    this.store.set({ said: { text, undo: false } });
    await this.#follow();
  }
  async remember(on: boolean): Promise<void> {
    if (this.#named !== null) await this.#desk.remember(on, this.#named);
  }
  /** Forgets the list and everything that was kept on this device. */
  async forgetAll(): Promise<void> {
    await this.#desk.forget().catch(() => {});
    this.#shelf.forget();
    this.#headers.forget();
    this.restart();
    this.store.set({ trail: [], reviewer: "", views: [], shelved: false, said: { text: this.store.state.speech.say("forget.done"), undo: false } });
  }
  setIdle(idleMinutes: number): void {
    this.store.set({ idleMinutes });
  }
  /** Nobody is there: the list goes, and what was decided about it in memory. What is kept on this device stays. */
  clearIdle(): void {
    if (this.store.state.phase.kind === "start") return;
    this.restart();
    this.store.set({ reviewer: "", phase: { kind: "start", said: this.store.state.speech.say("idle.cleared") } });
  }
  say(text: string): void {
    this.store.set({ said: { text, undo: false } });
  }
  unsay(): void {
    this.store.set({ said: null });
  }

  // ---- Appearance --------------------------------------------------------------------------------------------------------

  setLanguage(language: Language): void {
    document.documentElement.lang = language;
    this.#byTitle = null;
    this.store.set({ speech: new Speech(language) });
    if (this.store.state.group !== "none") void this.groupBy(this.store.state.group);
    document.title = `prequal: ${this.store.state.speech.say("app.title")}`;
  }

  show(page: Page): void {
    this.store.set({ page, acting: null });
  }
  mask(masked: boolean): void {
    this.store.set({ masked });
    const { group, info, phase } = this.store.state;
    if (!masked || !group.startsWith("column ") || info === null || phase.kind !== "ready") return;
    // Headings of groups would say what is hidden.
    const column = phase.list.loaded.summary.columns[Number(group.slice("column ".length))];
    if (isPersonal(column?.field ?? null, info)) void this.groupBy("none");
  }
  setSingleKeys(singleKeys: SingleKeys): void {
    this.store.set({ singleKeys });
  }

  setTheme(theme: Theme): void {
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    this.store.set({ theme });
  }
}
