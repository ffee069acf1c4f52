// The state of the page, in one place. Parts read it and ask the session to change it; they hold no copies.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ClockColumns, Problem, ProfileInfo } from "prequal-engine";
import type { FoundDuplicates, LoadedList, Mapping, Preview, Progress, Title } from "../engine/list-engine.ts";
import type { HeaderChoice } from "../import/header.ts";
import type { Edits } from "../import/rewrite.ts";
import type { Readable } from "../import/readable.ts";
import type { ActName, Decision } from "../review/trail.ts";
import { Speech } from "../texts/speech.ts";
import type { Group, GroupKey } from "./grouping.ts";
import { firstTable, type TableSetup } from "./lead-columns.ts";
import type { SavedView } from "./saved-views.ts";
import { noFilters, type Filters, type Sort } from "./view.ts";

export type Theme = "auto" | "light" | "dark";

export interface OpenList {
  readonly name: string;
  readonly loaded: LoadedList;
  /** Titles that were asked for so far. */
  readonly titles: Map<number, Title>;
}

export type Phase =
  | { readonly kind: "start"; readonly said: string }
  | { readonly kind: "loading"; readonly name: string; readonly progress: Progress | null }
  | MappingPhase
  | { readonly kind: "failed"; readonly title: string; readonly problems: readonly Problem[] }
  | { readonly kind: "ready"; readonly list: OpenList };

/** How the columns are read, before the list is. */
export interface MappingPhase extends Readable {
  readonly kind: "mapping";
  readonly name: string;
  readonly mapping: Mapping;
  readonly preview: Preview;
  readonly header: HeaderChoice;
  readonly edits: Edits;
}

export interface State {
  readonly speech: Speech;
  readonly theme: Theme;
  readonly profileId: string;
  readonly info: ProfileInfo | null;
  /** The document of the profile in use. */
  readonly profileText: string;
  /** The document that is being changed in the workbench; null is the one in use. */
  readonly draft: string | null;
  readonly phase: Phase;
  readonly filters: Filters;
  readonly query: string;
  /** What the search found, or null when nothing is searched. */
  readonly found: Uint8Array | null;
  readonly sort: Sort;
  /** What orders leads that `sort` leaves equal. */
  readonly thenBy: readonly Sort[];
  /** Leads in the order in which they are shown. */
  readonly shown: Uint32Array;
  /** By what the leads stand together, and the groups. */
  readonly group: GroupKey;
  readonly groups: readonly ShownGroup[];
  /** Codes of groups whose leads are not drawn. */
  readonly closed: ReadonlySet<number>;
  /** The lines of the table when there are groups (linesOf), else null. */
  readonly lines: Int32Array | null;
  /** Leads that were picked to do the same with all of them. */
  readonly chosen: ReadonlySet<number>;
  readonly selected: number | null;
  /** Which page of an open list stands. */
  readonly page: Page;
  /** Every decision about the open list, in order. */
  readonly trail: readonly Decision[];
  /** Who decides; kept in memory only. */
  readonly reviewer: string;
  /** The trail of this list is kept on this device. */
  readonly remember: boolean;
  /** The form of an act that stands open. */
  readonly acting: ActName | null;
  readonly said: Said | null;
  /** Names and contacts are hidden, for a shared screen. */
  readonly masked: boolean;
  /** Service clocks of all leads, when they have been worked out. */
  readonly clocks: ClockColumns | null;
  /** The clocks run by the time of this device. */
  readonly live: boolean;
  /** The table as a person set it up. */
  readonly table: TableSetup;
  /** Keys of one's own, by the command they are for. */
  readonly ownKeys: Readonly<Record<string, string>>;
  /** Minutes without a sign of anybody after which the list is cleared; 0 is never. */
  readonly idleMinutes: number;
  /** Leads that look like one; null until somebody asked for them and they were found. */
  readonly duplicates: FoundDuplicates | null;
  /** What a person said that the leads of a value cost, by the name of the column. */
  readonly costs: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** When keys without a modifier act. */
  readonly singleKeys: SingleKeys;
  /** Views under names of a person. */
  readonly views: readonly SavedView[];
  /** Views and column mappings are kept on this device. */
  readonly shelved: boolean;
}

export interface ShownGroup extends Group {
  readonly name: string;
}

export const pages = ["queue", "insights", "review", "accounts", "duplicates", "trail", "workbench"] as const;
export type Page = (typeof pages)[number];
export type SingleKeys = "on" | "queue" | "off";

/** A line said once, with a way to take back what it tells of. */
export interface Said {
  readonly text: string;
  readonly undo: boolean;
}

export const firstSort: Sort = { key: "band", down: true };

export class Store {
  #state: State;
  #listeners = new Set<() => void>();

  constructor(speech: Speech, profileId: string) {
    this.#state = {
      speech,
      theme: "auto",
      profileId,
      info: null,
      profileText: "",
      draft: null,
      phase: { kind: "start", said: "" },
      filters: noFilters,
      query: "",
      found: null,
      sort: firstSort,
      thenBy: [],
      shown: new Uint32Array(),
      group: "none",
      groups: [],
      closed: new Set(),
      lines: null,
      chosen: new Set(),
      selected: null,
      page: "queue",
      trail: [],
      reviewer: "",
      remember: false,
      acting: null,
      said: null,
      masked: false,
      clocks: null,
      live: false,
      table: firstTable,
      ownKeys: {},
      idleMinutes: 0,
      duplicates: null,
      costs: new Map(),
      singleKeys: "on",
      views: [],
      shelved: false,
    };
  }
  get state(): State {
    return this.#state;
  }
  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
  /** Redraws what shows something that changed in place. */
  touch(): void {
    this.set({});
  }
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Keeps a part up to date with the store. */
export class Watch implements ReactiveController {
  #stop: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly store: Store,
  ) {
    host.addController(this);
  }
  get state(): State {
    return this.store.state;
  }
  hostConnected(): void {
    this.#stop = this.store.listen(() => this.host.requestUpdate());
  }
  hostDisconnected(): void {
    this.#stop?.();
  }
}
