// The running clock: where a person wants it, service levels are counted by the time of this device instead of the list's own.
// It ticks once a second for what is drawn and never makes the whole page anew; verdicts stay those of the list's time.
import type { ClockColumns } from "prequal-engine";
import { clockStates } from "../lead/service-clock.ts";
import type { Store } from "./store.ts";

const second = 1000;
const [open, breached] = [clockStates.indexOf("open"), clockStates.indexOf("breached")];

/** States as they stand at a moment: only what nobody has answered yet can run out. `crossed` are those that did just now. */
export function statesAt(clocks: ClockColumns, now: number): { readonly state: Uint8Array; readonly crossed: number } {
  const state = clocks.state.slice();
  let crossed = 0;
  for (let lead = 0; lead < state.length; ++lead) {
    if (state[lead] !== open && state[lead] !== breached) continue;
    const next = now > (clocks.due[lead] ?? 0) ? breached : open;
    if (next === breached && state[lead] === open) ++crossed;
    state[lead] = next;
  }
  return { state, crossed };
}

export class LiveClock {
  #timer: ReturnType<typeof setInterval> | undefined;
  #listeners = new Set<() => void>();
  /** The clocks as of the list's own time. */
  #own: ClockColumns | null = null;

  constructor(
    private readonly store: Store,
    /** What is shown may depend on the states. */
    private readonly changed: () => void,
    private readonly time: () => number = () => Date.now() / second,
  ) {}

  /** Seconds since 1970, by this device. */
  get now(): number {
    return Math.floor(this.time());
  }
  run(on: boolean): void {
    const { clocks } = this.store.state;
    if (on === this.store.state.live || clocks === null) return;
    clearInterval(this.#timer);
    if (on) {
      this.#own = clocks;
      this.store.set({ live: true });
      this.#look(true);
      this.#timer = setInterval(() => this.#tick(), second);
      return;
    }
    this.store.set({ live: false, clocks: this.#own });
    this.#own = null;
    this.changed();
  }
  /** Another list is open. */
  stop(): void {
    clearInterval(this.#timer);
    this.#own = null;
  }

  #tick(): void {
    this.#look(false);
    for (const listener of this.#listeners) listener();
  }
  /** Tells who ran out of time since the last look; the first look is no news. */
  #look(first: boolean): void {
    const { clocks, speech } = this.store.state;
    if (clocks === null) return;
    const { state, crossed } = statesAt(clocks, this.now);
    if (state.every((entry, lead) => entry === clocks.state[lead])) return;
    this.store.set({ clocks: { ...clocks, state }, ...(!first && crossed > 0 && { said: { text: speech.say("live.crossed", { count: crossed }), undo: false } }) });
    this.changed();
  }

  /** Every second, while it runs. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
