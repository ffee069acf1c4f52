// What a person set up for themselves: views of the queue, the table, keys. Kept on this device only when asked for.
import type { HeaderMemory } from "../import/header-memory.ts";
import type { Shelf } from "../storage/shelf.ts";
import type { Arranging } from "./arranging.ts";
import { firstTable, readSetup, type TableSetup } from "./lead-columns.ts";
import { filtersNamed, linkOf, nameFilters, type SavedView } from "./saved-views.ts";
import { firstSort, type Store } from "./store.ts";

export class Settings {
  readonly #shelf: Shelf;

  constructor(
    private readonly store: Store,
    private readonly queue: Arranging,
    shelf: Shelf,
    private readonly headers: HeaderMemory,
  ) {
    this.#shelf = shelf;
    this.#unshelve();
  }

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
    await this.queue.showView(filtersNamed(view.filters, info), sort);
    for (const entry of thenBy) await this.queue.sortBy(entry, true);
    await this.queue.groupBy(view.group);
    if (view.query !== "") await this.queue.search(view.query);
  }
  /** The address of the view that stands: codes of the engine, nothing that a person typed. */
  viewLink(): string {
    const view = this.#view();
    const address = new URL(location.href);
    address.hash = view === null ? "" : linkOf(view);
    return address.href;
  }
  setTable(table: TableSetup): void {
    this.store.set({ table });
    this.#shelve();
  }
  /** A key of one's own for a command; null is the key as it was. Whether it is free is for the caller to see. */
  setKey(command: string, key: string | null): void {
    const { [command]: _, ...others } = this.store.state.ownKeys;
    this.store.set({ ownKeys: key === null ? others : { ...others, [command]: key } });
    this.#shelve();
  }
  resetKeys(): void {
    this.store.set({ ownKeys: {} });
    this.#shelve();
  }
  /** All of it as it was at first. */
  forget(): void {
    this.#shelf.forget();
    this.store.set({ views: [], table: firstTable, ownKeys: {}, shelved: false });
  }
  /** Keeps views, table, keys and mappings on this device from now on, or forgets them there. */
  shelve(on: boolean): void {
    this.store.set({ shelved: on });
    if (!on) return this.#shelf.forget();
    this.#shelve();
    this.headers.keep();
  }
  #shelve(): void {
    const { shelved, views, table, ownKeys } = this.store.state;
    if (!shelved || Object.entries({ views, table, keys: ownKeys }).every(([name, value]) => this.#shelf.keep(name, value))) return;
    this.store.set({ shelved: false });
    this.store.set({ said: { text: this.store.state.speech.say("shelf.refused"), undo: false } });
  }
  #unshelve(): void {
    const views = this.#shelf.read("views");
    if (!Array.isArray(views)) return;
    const keys = this.#shelf.read("keys");
    const known = typeof keys === "object" && keys !== null ? Object.entries(keys).filter((entry): entry is [string, string] => typeof entry[1] === "string") : [];
    this.store.set({ views: views as SavedView[], table: readSetup(this.#shelf.read("table")), ownKeys: Object.fromEntries(known), shelved: true });
  }
}
