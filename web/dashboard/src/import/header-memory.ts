// How the columns of a list were read, so that the same header is read the same way next time. What is kept is a hash of the
// header and the place of each choice: no name of a column, no value.
import type { Shelf } from "../storage/shelf.ts";
import type { Mapping } from "../engine/list-engine.ts";

export interface Remembered {
  /** One entry for each column: what it feeds, null for nothing, undefined (absent) for as found. */
  readonly targets: readonly (string | null)[];
  readonly chosen: readonly boolean[];
}

const shelfName = "headers";
const most = 200;

export async function fingerprintOf(profile: string, columns: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([profile, ...columns]));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...hash.subarray(0, 16)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class HeaderMemory {
  readonly #known = new Map<string, Remembered>();

  constructor(private readonly shelf: Shelf) {
    const kept = shelf.read(shelfName);
    if (Array.isArray(kept)) for (const [name, entry] of kept as [string, Remembered][]) this.#known.set(name, entry);
  }
  /** Remembers in memory; on the device too when `keep`. */
  remember(fingerprint: string, columns: readonly string[], mapping: Mapping, keep: boolean): void {
    this.#known.delete(fingerprint);
    this.#known.set(fingerprint, { targets: columns.map((name) => mapping[name] ?? null), chosen: columns.map((name) => name in mapping) });
    for (const name of [...this.#known.keys()].slice(0, Math.max(0, this.#known.size - most))) this.#known.delete(name);
    if (keep) this.keep();
  }
  recall(fingerprint: string, columns: readonly string[]): Mapping | null {
    const found = this.#known.get(fingerprint);
    if (found === undefined || found.targets.length !== columns.length) return null;
    return Object.fromEntries(columns.flatMap((name, i) => (found.chosen[i] === true ? [[name, found.targets[i] ?? null]] : [])));
  }
  keep(): boolean {
    return this.shelf.keep(shelfName, [...this.#known]);
  }
  forget(): void {
    this.#known.clear();
  }
}
