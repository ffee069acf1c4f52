// Decisions on this device, only when a person asked for it. Each is one record of IndexedDB, written in a transaction of its
// own that is acknowledged when the device says it is durable: a killed tab leaves it whole or not there.
import type { Decision } from "../review/trail.ts";

const name = "prequal-decisions";
const store = "decisions";

const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new DOMException("failed", "UnknownError"));
  });

export class Vault {
  #open: Promise<IDBDatabase> | null = null;

  #database(): Promise<IDBDatabase> {
    this.#open ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new DOMException("failed", "UnknownError"));
    });
    this.#open.catch(() => { this.#open = null; });
    return this.#open;
  }

  /** Keeps decisions about a list. Resolves when they are durable; rejects when the device refuses, and then none is kept. */
  async keep(list: string, decisions: readonly Decision[]): Promise<void> {
    const transaction = (await this.#database()).transaction(store, "readwrite", { durability: "strict" });
    const objects = transaction.objectStore(store);
    const finished = done(transaction);
    try {
      for (const decision of decisions) objects.put(decision, [list, decision.id]);
      transaction.commit();
    } catch {
      transaction.abort();
    }
    await finished;
  }
  async read(list: string): Promise<readonly Decision[]> {
    const objects = (await this.#database()).transaction(store, "readonly").objectStore(store);
    return answer(objects.getAll(IDBKeyRange.bound([list, 0], [list, Infinity]))) as Promise<Decision[]>;
  }
  /** Is anything kept here at all? */
  async holdsAny(): Promise<boolean> {
    const databases = await indexedDB.databases?.();
    if (databases !== undefined && !databases.some((entry) => entry.name === name)) return false;
    const objects = (await this.#database()).transaction(store, "readonly").objectStore(store);
    return (await answer(objects.count())) > 0;
  }
  /** Deletes everything, of every list. */
  async forget(): Promise<void> {
    const open = await this.#open?.catch(() => null);
    open?.close();
    this.#open = null;
    await answer(indexedDB.deleteDatabase(name));
  }
}

/** Names a list by its content, so that the same file is known again. */
export async function nameOfList(list: Blob): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", await list.arrayBuffer()));
  return [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
