// What a person can do, as steps over store and engine. Whatever overtakes an earlier request wins.
import type { Problem } from "prequal-engine";
import type { ListEngine } from "../engine/list-engine.ts";
import type { Assets, SampleAsset } from "../app/assets.ts";
import { Speech, type Language } from "../texts/speech.ts";
import { firstSort, type OpenList, type Store, type Theme } from "./store.ts";
import { filtered, noFilters, sorted, toggled, type Facet, type Sort } from "./view.ts";

const aborted = (error: unknown): boolean => error instanceof DOMException && error.name === "AbortError";

export class Session {
  #abort: AbortController | null = null;
  #byTitle: Uint32Array | null = null;
  #searches = 0;
  #asked = new Set<number>();
  #last: { readonly name: string; readonly list: Blob } | null = null;

  constructor(
    readonly store: Store,
    readonly engine: ListEngine,
    readonly assets: Assets,
  ) {}

  // ---- Profile and list --------------------------------------------------------------------------------------------------

  /** Another profile; a list that is open is qualified anew. */
  async chooseProfile(id: string): Promise<void> {
    this.store.set({ profileId: id, info: null });
    if (this.#last !== null && this.store.state.phase.kind !== "start") await this.open(this.#last.name, this.#last.list);
  }

  async openSample(sample: SampleAsset): Promise<void> {
    if (this.store.state.profileId !== sample.profile) this.store.set({ profileId: sample.profile, info: null });
    await this.open(sample.file, sample.read());
  }

  async open(name: string, source: Blob | Promise<Blob>): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const current = (): boolean => this.#abort === abort && !abort.signal.aborted;
    this.store.set({ phase: { kind: "loading", name, progress: null }, selected: null, shown: new Uint32Array() });
    try {
      if (!(await this.#prepare(current))) return;
      const list = await source;
      this.#last = { name, list };
      const result = await this.engine.load(list, {
        signal: abort.signal,
        onProgress: (progress) => {
          if (current()) this.store.set({ phase: { kind: "loading", name, progress } });
        },
      });
      if (!current()) return;
      if (!result.ok) return this.#fail(this.store.state.speech.say("fail.title"), result.problems);
      this.#byTitle = null;
      this.#asked.clear();
      this.store.set({
        phase: { kind: "ready", list: { name, loaded: result.value, titles: new Map() } },
        filters: noFilters,
        query: "",
        found: null,
        sort: firstSort,
      });
      this.#arrange();
    } catch (error) {
      if (aborted(error) || !current()) return;
      this.#fail(this.store.state.speech.say("fail.engine"), []);
    }
  }

  /** Compiles the chosen profile if that has not been done. */
  async #prepare(current: () => boolean): Promise<boolean> {
    const { profileId, info, speech } = this.store.state;
    if (info !== null) return true;
    const asset = this.assets.profiles.find((profile) => profile.id === profileId) ?? this.assets.profiles[0];
    if (asset === undefined) throw new TypeError("no profile is shipped");
    const compiled = await this.engine.openProfile(await asset.read());
    if (!current()) return false;
    if (!compiled.ok) {
      this.#fail(speech.say("fail.profile", { name: speech.pick(asset.name) }), compiled.problems);
      return false;
    }
    this.store.set({ info: compiled.value });
    return true;
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
    this.#last = null;
    this.store.set({ phase: { kind: "start", said: "" }, selected: null, shown: new Uint32Array() });
  }

  // ---- View --------------------------------------------------------------------------------------------------------------

  get #list(): OpenList | null {
    const { phase } = this.store.state;
    return phase.kind === "ready" ? phase.list : null;
  }

  #arrange(): void {
    const list = this.#list;
    if (list === null) return;
    const { filters, found, sort } = this.store.state;
    const { columns } = list.loaded;
    this.store.set({ shown: sorted(columns, filtered(columns, filters, found), sort, this.#byTitle) });
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

  async sortBy(sort: Sort): Promise<void> {
    const list = this.#list;
    this.store.set({ sort });
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
    const found = query.trim() === "" ? null : await this.engine.search(query);
    if (search !== this.#searches || this.#list === null) return;
    this.store.set({ found });
    this.#arrange();
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

  // ---- Appearance --------------------------------------------------------------------------------------------------------

  setLanguage(language: Language): void {
    document.documentElement.lang = language;
    this.#byTitle = null;
    this.store.set({ speech: new Speech(language) });
    document.title = `prequal: ${this.store.state.speech.say("app.title")}`;
  }

  setTheme(theme: Theme): void {
    if (theme === "auto") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
    this.store.set({ theme });
  }
}
