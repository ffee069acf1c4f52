// Which leads of the open list are shown, and how they stand: filters, search, order, groups. Whatever overtakes an earlier
// request wins.
import type { ColumnValues, ListEngine } from "../engine/list-engine.ts";
import { clockStates } from "../lead/service-clock.ts";
import { ownersOf, standingOf } from "../review/trail.ts";
import { findLeads } from "./finder.ts";
import { groupLeads, linesOf, type GroupKey } from "./grouping.ts";
import { parseQuery } from "./query.ts";
import { firstSort, type OpenList, type Store } from "./store.ts";
import { filtered, noFilters, sortedBy, toggled, type Beside, type Facet, type Filters, type Sort } from "./view.ts";

interface GroupCodes {
  readonly codes: ArrayLike<number>;
  readonly name: (code: number) => string;
}

export class Arranging {
  #byTitle: Uint32Array | null = null;
  #groupCodes: GroupCodes | null = null;
  #searches = 0;
  #values = new Map<number, Promise<ColumnValues>>();

  constructor(
    private readonly store: Store,
    private readonly engine: ListEngine,
  ) {}

  /** Another list is open: nothing of the one before counts. */
  begin(): void {
    ++this.#searches;
    this.#byTitle = null;
    this.#groupCodes = null;
    this.#values.clear();
    this.arrange();
  }
  /** Names are ordered otherwise. */
  renamed(): void {
    this.#byTitle = null;
    if (this.store.state.group !== "none") void this.groupBy(this.store.state.group);
  }
  /** What is shown may depend on what was decided. */
  async decided(): Promise<void> {
    const { filters, group } = this.store.state;
    if (group === "owner") await this.groupBy(group);
    else if (filters.decision.size > 0) this.arrange();
  }

  /** States of clocks have changed. */
  timed(): void {
    const { filters, group } = this.store.state;
    if (group === "clock") void this.groupBy(group);
    else if (filters.clock.size > 0) this.arrange();
  }

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

  arrange(): void {
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
    this.arrange();
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

  toggle(facet: Facet, code: number): void {
    this.store.set({ filters: toggled(this.store.state.filters, facet, code) });
    this.arrange();
  }
  /** One code of a facet, or none. */
  only(facet: Facet, code: number | null): void {
    this.store.set({ filters: { ...this.store.state.filters, [facet]: new Set(code === null ? [] : [code]) } });
    this.arrange();
  }
  showAll(): void {
    ++this.#searches;
    this.store.set({ filters: noFilters, query: "", found: null });
    this.arrange();
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
    this.arrange();
  }

  async search(query: string): Promise<void> {
    const search = ++this.#searches;
    this.store.set({ query });
    const terms = parseQuery(query);
    const list = this.#list;
    const found = terms.length === 0 || list === null ? null : await findLeads(terms, list, this.store.state, this.engine, (column) => this.values(column));
    if (search !== this.#searches || this.#list === null) return;
    this.store.set({ found });
    this.arrange();
  }

  /** Leads named one by one. */
  showSome(leads: readonly number[]): void {
    const list = this.#list;
    if (list === null) return;
    ++this.#searches;
    const found = new Uint8Array(list.loaded.size);
    for (const lead of leads) found[lead] = 1;
    this.store.set({ filters: noFilters, query: "", found, page: "queue", selected: null });
    this.arrange();
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
}
