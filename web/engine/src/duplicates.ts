// Which leads of a list are the same person at the same organization, how sure that is and why (docs/duplicates.md). Nothing is
// merged by finding it: that is for a person to decide. Full build only.
import type { Core } from "./engine.js";
import type { Instance } from "./instance.js";
import { succeed } from "./problem.js";
import type { RawFull } from "./raw.js";
import type { Result } from "./types.js";

/** What of two leads is compared. `address` is street and number, `place` is ZIP code, city and state together. */
export const linkFields = ["name", "organization", "email", "phone", "address", "place"] as const;
export type LinkField = (typeof linkFields)[number];
export type Agreement = "same" | "near" | "differs" | "missing";

/** What a field of two leads says. Weights are in 1/256 bits: 256 doubles the odds, -256 halves them. */
export interface LinkEvidence {
  readonly agreement: Agreement;
  readonly weight: number;
}

/** Two leads, and what speaks for one person. */
export interface DuplicateLink {
  /** By their position in the list, from 0; the lower first. */
  readonly leads: readonly [number, number];
  /** Their records in the list, from 1. */
  readonly rows: readonly [number, number];
  /** Of one person: 0 to 99 in a hundred, as far as the model holds. */
  readonly certainty: number;
  /** `prior` and the weights of all fields together; above 0 one person is more likely than two. */
  readonly weight: number;
  readonly prior: number;
  readonly fields: Readonly<Record<LinkField, LinkEvidence>>;
}

/** Leads that are one. */
export interface DuplicateCluster {
  /** From 1, in the order of their first leads. */
  readonly cluster: number;
  /** That of the weakest link that holds it together. */
  readonly certainty: number;
  /** By position, in the order of the list; two or more. */
  readonly leads: readonly number[];
  readonly rows: readonly number[];
  /** What holds it together, the surest path: one fewer than leads. compare() tells of any other two. */
  readonly links: readonly DuplicateLink[];
}

export interface DuplicateSummary {
  readonly leads: number;
  readonly clusters: number;
  /** Leads that are not the first of their cluster. */
  readonly repeated: number;
  /** Pairs that were compared. */
  readonly compared: number;
  /** Names of the columns that were looked at for each part, the one that counts first in front. */
  readonly columns: Readonly<Record<DuplicatePart, readonly string[]>>;
  /** What the list taught. */
  readonly model: {
    /** Weight of any two leads before anything is compared. */
    readonly prior: number;
    /** How often a field compares so between two leads of one person that both have it, in hundredths of a percent. */
    readonly rates: Readonly<Record<LinkField, Readonly<Record<"same" | "near" | "differs", number>>>>;
  };
}
export type DuplicatePart = "name" | "organization" | "email" | "phone" | "address" | "zip" | "city" | "state" | "first_name" | "last_name";

/** What becomes of a cluster's records when a person merges them. No value is lost: what gives way stands under `others`. */
export interface MergeMap {
  readonly cluster: number;
  readonly certainty: number;
  /** The oldest record; it gives id, time and source. */
  readonly survivor: MergedRecord;
  readonly merged: readonly MergedRecord[];
  /** Columns in which some record has a value, in the order of the list. */
  readonly columns: readonly MergedColumn[];
  /** The strictest consent that a record has for each channel. */
  readonly consent: Readonly<Partial<Record<"email" | "phone" | "text" | "mail", { readonly state: string; readonly row: number }>>>;
}
export interface MergedRecord {
  readonly row: number;
  readonly id: string | null;
}
export interface MergedColumn {
  readonly column: string;
  /** Field id or lead key that the column feeds. */
  readonly field: string | null;
  /** Why this value: "all" is a history, of which every entry counts. */
  readonly rule: "oldest" | "newest" | "strictest" | "all";
  /** The record whose value is kept. */
  readonly row: number;
  readonly value: string;
  /** Every other value, oldest first. */
  readonly others: readonly { readonly row: number; readonly value: string }[];
}

const step = 1 << 13;
const position = (at: number): number => (Number.isInteger(at) && at >= 0 && at < 0xffffffff ? at : 0xffffffff);
const parseLines = <T>(text: string): readonly T[] => text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as T);

/** @internal How a list lets something work on it. */
export type WithList = <T>(work: (instance: Instance<RawFull>, handle: number) => Result<T>) => Result<T>;

/**
 * A search over a finished list: advance() until it says true, drawing in between, then read. A list has one search at a time; a
 * second findDuplicates() takes the place of the first. It ends with its list.
 */
export class DuplicateSearch {
  readonly #core: Core<RawFull>;
  readonly #with: WithList;
  #done = false;

  /** @internal Use list.findDuplicates(). */
  constructor(core: Core<RawFull>, withList: WithList) {
    this.#core = core;
    this.#with = withList;
  }

  /** Works on for some milliseconds; true when all is done. */
  advance(): Result<boolean> {
    const done = this.#with((instance, handle) => succeed(instance.raw.advanceDuplicates(handle, step) === 1));
    this.#done = done.ok && done.value;
    return done;
  }
  /** All of advance(). */
  finish(): Result<DuplicateSummary> {
    for (;;) {
      const done = this.advance();
      if (!done.ok) return done;
      if (done.value) return this.summary();
    }
  }
  /** How far it is, from 0 to 1. */
  get progress(): number {
    const done = this.#with((instance, handle) => succeed(instance.raw.duplicateProgress(handle)));
    return done.ok ? done.value / 1000 : 0;
  }

  // Each of these gives a problem until the search is done.

  summary(): Result<DuplicateSummary> {
    return this.#answer((raw, handle) => raw.duplicateSummary(handle), (text) => JSON.parse(text) as DuplicateSummary);
  }
  /** Up to `count` clusters from `first` on (from 0), in the order of their first leads. */
  clusters(first = 0, count = 0xfffffffe): Result<readonly DuplicateCluster[]> {
    return this.#lines(first, count, 0, parseLines<DuplicateCluster>);
  }
  /** The same as text, one JSON object a line: the bytes that the command writes. */
  clustersText(first = 0, count = 0xfffffffe): Result<string> {
    return this.#lines(first, count, 0, (text) => text);
  }
  /** What becomes of the records of these clusters. */
  mergeMaps(first = 0, count = 0xfffffffe): Result<readonly MergeMap[]> {
    return this.#lines(first, count, 1, parseLines<MergeMap>);
  }
  mergeMapsText(first = 0, count = 0xfffffffe): Result<string> {
    return this.#lines(first, count, 1, (text) => text);
  }
  /** For each lead the first lead of its cluster; its own position when it stands alone. */
  firsts(): Result<Uint32Array> {
    return this.#with((instance, handle) => {
      const { raw } = instance;
      const size = raw.size(handle);
      const address = raw.duplicateFirsts(handle);
      if (!this.#done) return this.#unfinished();
      return succeed(size === 0 ? new Uint32Array(0) : new Uint32Array(instance.memory().buffer as ArrayBuffer, address, size).slice());
    });
  }
  /** What speaks for and against any two leads, by their positions. */
  compare(a: number, b: number): Result<DuplicateLink> {
    return this.#answer((raw, handle) => raw.duplicatePair(handle, position(a), position(b)), (text) => JSON.parse(text) as DuplicateLink);
  }
  /** Frees its memory; the list stays. */
  dispose(): void {
    this.#with((instance, handle) => {
      instance.raw.endDuplicates(handle);
      return succeed(true);
    });
    this.#done = false;
  }

  #unfinished(): Result<never> {
    return this.#core.fail({ code: "engine.argument", subject: "duplicates", detail: "a search that is finished, and leads of its list" });
  }
  #answer<T>(work: (raw: RawFull, handle: number) => number, read: (text: string) => T): Result<T> {
    return this.#with((instance, handle) => {
      const length = work(instance.raw, handle);
      return length === 0 ? this.#unfinished() : succeed(read(instance.answer(length)));
    });
  }
  #lines<T>(first: number, count: number, map: number, read: (text: string) => T): Result<T> {
    return this.#with((instance, handle) => {
      if (!this.#done) return this.#unfinished();
      return succeed(read(instance.answer(instance.raw.duplicateClusters(handle, position(first), position(count), map))));
    });
  }
}
