// Settings of a person on this device, only when asked for: own views and how columns of known lists are read. Unlike
// decisions they may be lost without harm.
const prefix = "prequal-shelf-";

export class Shelf {
  /** Keeps a value; false when this device refuses. */
  keep(name: string, value: unknown): boolean {
    try {
      localStorage.setItem(prefix + name, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  }
  read(name: string): unknown {
    try {
      const text = localStorage.getItem(prefix + name);
      return text === null ? null : (JSON.parse(text) as unknown);
    } catch {
      return null;
    }
  }
  forget(): void {
    try {
      for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
    } catch {
      // A device that keeps nothing has nothing to forget.
    }
  }
}
