// Keys without a modifier, as WCAG 2.1.4 wants them: they can be switched off, or work only where the queue has the focus;
// never while somebody types.
import type { SingleKeys } from "../state/store.ts";
import type { Command } from "./commands.ts";

const pause = 1200;

/** The element that has the focus, through shadow roots. */
export function focusedElement(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement != null) at = at.shadowRoot.activeElement;
  return at;
}

const typing = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && !["checkbox", "radio", "button", "submit"].includes(element.type)) ||
  (element instanceof HTMLElement && element.isContentEditable);

const within = (element: Element | null, names: readonly string[]): boolean => {
  for (let at: Element | null = element; at !== null; at = at.parentElement ?? ((at.getRootNode() as ShadowRoot).host ?? null)) {
    if (names.includes(at.localName)) return true;
  }
  return false;
};

export class Keys {
  #first = "";
  #at = 0;

  /** The command of a key press, or null. */
  find(event: KeyboardEvent, commands: readonly Command[], mode: SingleKeys): Command | null {
    const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
    if ((event.ctrlKey || event.metaKey) && !event.altKey) {
      const id = key === "K" ? "palette" : key === "Z" && !event.shiftKey && !typing(focusedElement()) ? "undo" : "";
      return commands.find((command) => command.id === id) ?? null;
    }
    const focus = focusedElement();
    if (event.altKey || event.isComposing || event.repeat || mode === "off" || typing(focus) || within(focus, ["dialog"])) return null;
    if (mode === "queue" && !within(focus, ["pq-grid", "pq-cards", "pq-lead"])) return null;
    const now = event.timeStamp;
    // Only with letters Shift is a key of its own; elsewhere it makes the sign ("?").
    const alone = event.shiftKey && /^\p{L}$/u.test(key) ? `Shift ${key}` : key;
    const pressed = this.#first !== "" && now - this.#at < pause ? `${this.#first} ${key}` : alone;
    const found = commands.find((command) => command.keys.includes(pressed)) ?? null;
    const begins = found === null && commands.some((command) => command.keys.some((entry) => entry.startsWith(`${pressed} `)));
    this.#first = begins ? pressed : "";
    this.#at = now;
    return found;
  }
}
