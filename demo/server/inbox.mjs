// What was received, newest first. In memory only, and only the last few; gone when the server stops.

const most = 20;

export class Inbox {
  #entries = [];
  #last = 0;

  add(page, fields, own = null) {
    const entry = { id: ++this.#last, at: new Date(), page, fields, own };
    this.#entries.unshift(entry);
    this.#entries.length = Math.min(this.#entries.length, most);
    return entry;
  }
  find(id) {
    return this.#entries.find((entry) => entry.id === id);
  }
  get all() {
    return this.#entries;
  }
}
