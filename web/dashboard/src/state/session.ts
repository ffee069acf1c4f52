// What a person can do, as steps over store and engine. Whatever overtakes an earlier request wins.
import type { CourseColumns, Problem, Result } from "prequal-engine";
import type { Account, Compared, CriterionState, ListDrift, ListEngine, Mapping, Preview } from "../engine/list-engine.ts";
import type { Assets, SampleAsset } from "../app/assets.ts";
import { toReadable, UnreadableError } from "../import/readable.ts";
import { crmTargets } from "../import/crm-headers.ts";
import { cutAbove, readHeader } from "../import/header.ts";
import { fingerprintOf, HeaderMemory } from "../import/header-memory.ts";
import { changesAnything, noEdits, type Edits } from "../import/rewrite.ts";
import { datesToWrite, isOwn, needsEye, suggestions } from "../import/shapes.ts";
import { Desk } from "../review/desk.ts";
import { isPersonal } from "../lead/masking.ts";
import { Shelf } from "../storage/shelf.ts";
import type { Vault } from "../storage/vault.ts";
import { Speech, type Language } from "../texts/speech.ts";
import { withValue } from "../workbench/profile-draft.ts";
import { firstSort, type OpenList, type Page, type SingleKeys, type Store, type Theme } from "./store.ts";
import { Arranging } from "./arranging.ts";
import { CellFixes } from "./cell-fixes.ts";
import { LiveClock } from "./live-clock.ts";
import { Decisions } from "./decisions.ts";
import { Picked } from "./picked.ts";
import { viewOfLink } from "./saved-views.ts";
import { Settings } from "./settings.ts";
import { asBrought, type Source } from "./source.ts";
import { noFilters } from "./view.ts";

const aborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

export class Session {
  #abort: AbortController | null = null;
  #asked = new Set<number>();
  #last: Source | null = null;
  /** A profile that a person brought or drafted, in place of the shipped one. */
  #own: string | null = null;
  #accounts: Promise<readonly Account[]> | null = null;
  #courses: Promise<CourseColumns | null> | null = null;
  #searched: OpenList | null = null;
  readonly #shelf = new Shelf();
  readonly #headers = new HeaderMemory(this.#shelf);
  /** The mapping of the list that is being opened was said before. */
  #recalled = false;
  /** By what decisions about the open list are named: the list as it was brought, unless records were left out. */
  #named: Blob | null = null;
  readonly #desk: Desk;
  /** Which leads are shown, and how they stand. */
  readonly queue: Arranging;
  readonly picked: Picked;
  readonly decisions: Decisions;
  /** Cells put right. */
  readonly cells: CellFixes;
  /** What a person set up for themselves. */
  readonly settings: Settings;
  /** The time of this device, where it is wanted. */
  readonly clock: LiveClock;

  constructor(
    readonly store: Store,
    readonly engine: ListEngine,
    readonly assets: Assets,
    readonly vault: Vault,
  ) {
    this.#desk = new Desk(store, engine, vault);
    this.queue = new Arranging(store, engine);
    this.picked = new Picked(store);
    this.decisions = new Decisions(store, this.#desk, this.queue);
    this.cells = new CellFixes(store, engine, this);
    this.clock = new LiveClock(store, () => this.queue.timed());
    this.settings = new Settings(store, this.queue, this.#shelf, this.#headers);
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

  /** The list as it was brought; null while there is none. */
  get source(): Source | null {
    return this.#last;
  }
  async reread(edits: Edits): Promise<void> {
    const last = this.#last;
    if (last !== null) await this.#read(() => Promise.resolve({ ...last, edits }), true, last.name);
  }
  /** The list from its header on, with what was put right. */
  async edited(source: Source): Promise<Blob> {
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
    this.clock.stop();
    this.store.set({ phase: { kind: "loading", name, progress: null }, live: false, selected: null, shown: new Uint32Array(), page: "queue", acting: null, clocks: null });
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
    const list = await this.edited(source);
    const result = await this.engine.load(list, {
      mapping: source.mapping,
      signal: abort.signal,
      onProgress: (progress) => {
        if (current()) this.store.set({ phase: { kind: "loading", name: source.name, progress } });
      },
    });
    if (!current()) return;
    if (!result.ok) return this.#fail(this.store.state.speech.say("fail.title"), result.problems);
    this.#asked.clear();
    this.#accounts = null;
    this.#courses = null;
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
    this.picked.forget();
    this.queue.begin();
    // The decisions belong to the list; another profile or mapping leaves them.
    this.#named = source.edits.dropped.length === 0 ? source.list : list;
    if (!same) await this.#desk.open(this.#named);
    const clocks = await this.engine.clocks();
    if (!current()) return;
    this.store.set({ clocks });
    const linked = viewOfLink(location.hash);
    if (linked !== null) await this.settings.openView(linked);
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
    return last === null ? null : this.engine.compare(draft, await this.edited(last), last.mapping);
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
    this.clock.stop();
    this.#last = null;
    this.store.set({ phase: { kind: "start", said: "" }, selected: null, shown: new Uint32Array(), trail: [], remember: false, clocks: null, live: false, acting: null, page: "queue", chosen: new Set(), groups: [], lines: null, group: "none", duplicates: null, costs: new Map() });
  }

  // ---- What is asked about the open list ---------------------------------------------------------------------------------

  get #list(): OpenList | null {
    const { phase } = this.store.state;
    return phase.kind === "ready" ? phase.list : null;
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
  accounts(): Promise<readonly Account[]> {
    this.#accounts ??= this.engine.accounts().then((found) => (found.ok ? found.value : []));
    return this.#accounts;
  }

  /** Another list beside the open one; problems when it cannot be read. */
  async drift(file: Blob): Promise<Result<ListDrift>> {
    const readable = await toReadable(this.assets, file, new AbortController().signal);
    return this.engine.drift(cutAbove(readable.list, await readHeader(readable.list)));
  }
  /** The leads for which a criterion stands like that. */
  async showCriterion(id: string, state: CriterionState): Promise<void> {
    const list = this.#list;
    const found = await this.engine.criterion(id, state);
    if (this.#list !== list || !found.ok) return;
    this.queue.showSome(found.value);
  }
  /** What the leads of some values of a column cost; null takes it back. */
  setCosts(column: string, changed: ReadonlyMap<string, number | null>): void {
    const { costs } = this.store.state;
    const now = new Map(costs.get(column));
    for (const [value, cost] of changed) {
      if (cost === null) now.delete(value);
      else now.set(value, cost);
    }
    this.store.set({ costs: new Map(costs).set(column, now) });
  }
  /** What became of each lead; asked for once. */
  courses(): Promise<CourseColumns | null> {
    this.#courses ??= this.engine.courses().then((found) => (found.ok ? found.value : null));
    return this.#courses;
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

  // ---- What is kept ------------------------------------------------------------------------------------------------------

  async remember(on: boolean): Promise<void> {
    if (this.#named !== null) await this.#desk.remember(on, this.#named);
  }
  /** Forgets the list and everything that was kept on this device. */
  async forgetAll(): Promise<void> {
    await this.#desk.forget().catch(() => {});
    this.settings.forget();
    this.#headers.forget();
    this.restart();
    this.store.set({ trail: [], reviewer: "", said: { text: this.store.state.speech.say("forget.done"), undo: false } });
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
    this.store.set({ speech: new Speech(language) });
    this.queue.renamed();
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
    if (isPersonal(column?.field ?? null, info)) void this.queue.groupBy("none");
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
