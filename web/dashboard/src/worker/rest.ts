// The second part of the engine, for what is rare: fetched once the list stands, or at once when something of it is needed.
// What is fetched synchronously is fetched in a worker, which nobody waits for but the answer itself.
import type { RestSource } from "prequal-engine";

export class Rest {
  #module: WebAssembly.Module | null = null;
  #coming: Promise<void> | null = null;

  constructor(private readonly address: string) {}

  /** Fetches it beforehand; what fails here is tried again when it is needed. */
  fetch(): Promise<void> {
    this.#coming ??= this.#load().catch(() => {
      this.#coming = null;
    });
    return this.#coming;
  }
  async #load(): Promise<void> {
    const response = await fetch(this.address);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    this.#module = await WebAssembly.compile(await response.arrayBuffer());
  }
  /** True when it is there. */
  async ready(): Promise<boolean> {
    await this.fetch();
    return this.#module !== null;
  }

  readonly source: RestSource = () => {
    if (this.#module !== null) return this.#module;
    const request = new XMLHttpRequest();
    request.open("GET", this.address, false);
    request.responseType = "arraybuffer";
    request.send();
    if (request.status !== 200) throw new Error(`HTTP ${request.status}`);
    this.#module = new WebAssembly.Module(request.response as ArrayBuffer);
    return this.#module;
  };
}
