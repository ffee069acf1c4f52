// Leads that were picked, to do the same with all of them.
import type { Store } from "./store.ts";

export class Picked {
  #last: number | null = null;

  constructor(private readonly store: Store) {}

  toggle(lead: number): void {
    const chosen = new Set(this.store.state.chosen);
    if (!chosen.delete(lead)) chosen.add(lead);
    this.#last = lead;
    this.store.set({ chosen });
  }
  /** All from the lead that was picked last to this one, in the order that is shown. */
  extendTo(lead: number): void {
    const { shown, chosen } = this.store.state;
    const from = this.#last === null ? -1 : shown.indexOf(this.#last);
    const to = shown.indexOf(lead);
    if (from < 0 || to < 0) return this.toggle(lead);
    this.store.set({ chosen: new Set([...chosen, ...shown.subarray(Math.min(from, to), Math.max(from, to) + 1)]) });
  }
  all(): void {
    this.store.set({ chosen: new Set(this.store.state.shown) });
  }
  none(): void {
    this.#last = null;
    this.store.set({ chosen: new Set(), acting: null });
  }
  /** Another list is open. */
  forget(): void {
    this.#last = null;
  }
}
