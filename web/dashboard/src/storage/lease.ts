// One window at a time keeps the decisions about a list on this device: two would number theirs alike and write over each other.
// A window that is closed or killed gives its lease back.

export class Lease {
  #release: (() => void) | null = null;

  /** Whether this window may keep from now on. Where windows cannot be told apart, it may. */
  async take(name: string): Promise<boolean> {
    this.free();
    const { locks } = navigator as { locks?: LockManager };
    if (locks === undefined) return true;
    return new Promise((resolve, reject) => {
      const held = locks.request(`prequal-decisions-${name}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise<void>((free) => { this.#release = free; });
      });
      held.catch(reject);
    });
  }
  free(): void {
    this.#release?.();
    this.#release = null;
  }
}
