// What the adapters share. An adapter is small and brings no engine: it is given the page's own enhance(), of the script tag
// (window.Prequal.enhance) or of the module.
import type { Controller } from "../controller.ts";
import { setValue, isControl } from "../controls.ts";
import type { Options } from "../options.ts";

export type Enhance = (form: HTMLFormElement, given?: Partial<Options>) => Promise<Controller | null>;

export interface AdapterOptions extends Partial<Options> {
  /** Only forms that this says yes to. */
  readonly only?: (form: HTMLFormElement) => boolean;
}

/** Ends the adapter: no further form is enhanced, those that were are as they were found. */
export type Disconnect = () => void;

/** Keeps what an adapter did, to undo it. */
export class Connection {
  readonly #enhance: Enhance;
  readonly #options: AdapterOptions;
  readonly #made = new Map<HTMLFormElement, Promise<Controller | null>>();
  readonly #ends: (() => void)[] = [];

  constructor(enhance: Enhance, options: AdapterOptions) {
    this.#enhance = enhance;
    this.#options = options;
  }
  /** Enhances a form once; false when the page does not want it. */
  add(form: HTMLFormElement, more: Partial<Options> = {}): boolean {
    const { only, ...given } = this.#options;
    if (only !== undefined && !only(form)) return false;
    // Forms that the page's script has replaced are gone.
    for (const [old, made] of this.#made) {
      if (old.isConnected) continue;
      void made.then((controller) => controller?.destroy());
      this.#made.delete(old);
    }
    if (!this.#made.has(form)) this.#made.set(form, this.#enhance(form, { ...more, ...given }));
    return true;
  }
  async refresh(form: HTMLFormElement): Promise<void> {
    (await this.#made.get(form))?.refresh();
  }
  listen(target: EventTarget, name: string, work: (event: Event) => void): void {
    target.addEventListener(name, work);
    this.#ends.push(() => target.removeEventListener(name, work));
  }
  /** The name of the vendor's field for an entry. */
  nameFor(entry: string): string {
    return this.#options.fields?.[entry] ?? (this.#options.prefix ?? "prequal_") + entry;
  }
  readonly end: Disconnect = () => {
    for (const end of this.#ends.splice(0)) end();
    for (const made of this.#made.values()) void made.then((controller) => controller?.destroy());
    this.#made.clear();
  };
}

/** Puts entries into fields that the form has already, the way frameworks notice it. Entries without a field are left out. */
export function fillFields(form: HTMLFormElement, entries: Readonly<Record<string, string>>, nameFor: (entry: string) => string): void {
  for (const [entry, value] of Object.entries(entries)) {
    const name = nameFor(entry);
    for (const element of form.elements) if (isControl(element) && element.name === name) setValue(element, value);
  }
}
