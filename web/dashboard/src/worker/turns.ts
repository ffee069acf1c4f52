// In which order the worker answers: one after the other, but what is short goes between the pieces of what only reads for long.
import type { CallName } from "./protocol.ts";

/** Read the open list a piece at a time. */
const long: ReadonlySet<CallName> = new Set<CallName>(["clocks", "values", "search", "crm", "records"]);
/** Read one lead or a few, and are answered at once. */
const short: ReadonlySet<CallName> = new Set<CallName>(["titles", "detail", "whatIf", "review", "note"]);

export class Turns {
  #last: Promise<void> = Promise.resolve();
  /** What was asked and is not answered yet, in order. */
  #open: CallName[] = [];

  /** Runs `work`, which must not reject, when it is its turn. Nothing that may change the list is overtaken. */
  take(call: CallName, work: () => Promise<void>): void {
    if (short.has(call) && this.#open.every((name) => long.has(name))) {
      void work();
      return;
    }
    this.#open.push(call);
    this.#last = this.#last.then(work).then(() => { this.#open.shift(); });
  }
}
