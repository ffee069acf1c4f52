// A field that people neither see nor reach, and that some programs fill in. It is sent with the form; a filled one is a
// sign, never a wall.
import { make } from "./dom.ts";

export interface Honeypot {
  readonly filled: boolean;
  /** Part of the form, or not: without a verdict the form is sent as it was. */
  show(on: boolean): void;
  remove(): void;
}

export function makeHoneypot(form: HTMLFormElement, name: string, label: string): Honeypot {
  const input = make("input", { attributes: { type: "text", name, tabindex: "-1", autocomplete: "off" } });
  const box = make("div", { class: "prequal-hp", attributes: { "aria-hidden": "true" } }, make("label", { text: label }, input));
  form.append(box);
  return {
    get filled() {
      return input.value !== "";
    },
    show(on) {
      if (on && !box.isConnected) form.append(box);
      if (!on) box.remove();
    },
    remove() {
      box.remove();
    },
  };
}
