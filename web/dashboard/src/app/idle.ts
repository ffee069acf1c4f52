// Clears the list when nobody has touched the page for a while, where a person asked for that.
import type { Session } from "../state/session.ts";

const minute = 60_000;
const signs = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

export class IdleClear {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #minutes = 0;

  constructor(private readonly session: Session) {
    session.store.listen(() => this.#follow());
    for (const sign of signs) addEventListener(sign, () => this.#start(), { passive: true, capture: true });
  }
  #follow(): void {
    const { idleMinutes } = this.session.store.state;
    if (idleMinutes === this.#minutes) return;
    this.#minutes = idleMinutes;
    this.#start();
  }
  #start(): void {
    clearTimeout(this.#timer);
    if (this.#minutes === 0) return;
    this.#timer = setTimeout(() => this.session.clearIdle(), this.#minutes * minute);
  }
}
