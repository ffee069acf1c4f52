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

/** A key press as commands name it. Only with letters Shift is a key of its own; elsewhere it makes the sign ("?"). */
export function labelOf(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return event.shiftKey && /^\p{L}$/u.test(key) ? `Shift ${key}` : key;
}

/** Keys that mean the same everywhere; no command gives them up. */
const fixedKeys: ReadonlySet<string> = new Set(["\u2193", "\u2191", "Enter", "Esc", "Ctrl K"]);

/** The keys of a command: its own ones where a person chose some, and those that are the same everywhere. */
export const keysOf = (id: string, keys: readonly string[], ownKeys: Readonly<Record<string, string>>): readonly string[] => {
  const own = ownKeys[id];
  return own === undefined ? keys : [own, ...keys.filter((key) => fixedKeys.has(key))];
};
/** Whether a person may choose another key for it. */
export const canChange = (command: Command): boolean => command.keys.some((key) => !fixedKeys.has(key));

export type KeyProblem = { readonly kind: "taken"; readonly by: Command } | { readonly kind: "starts" } | { readonly kind: "unfit" };

/** Why a key cannot be the one of a command; null when it can. */
export function keyProblem(label: string, id: string, commands: readonly Command[]): KeyProblem | null {
  if (!/^(Shift )?[^\s]$/u.test(label)) return { kind: "unfit" };
  const others = commands.filter((command) => command.id !== id);
  const by = others.find((command) => command.keys.includes(label));
  if (by !== undefined) return { kind: "taken", by };
  return others.some((command) => command.keys.some((key) => key.startsWith(`${label} `))) ? { kind: "starts" } : null;
}

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
    const alone = labelOf(event);
    const pressed = this.#first !== "" && now - this.#at < pause ? `${this.#first} ${key}` : alone;
    const found = commands.find((command) => command.keys.includes(pressed)) ?? null;
    const begins = found === null && commands.some((command) => command.keys.some((entry) => entry.startsWith(`${pressed} `)));
    this.#first = begins ? pressed : "";
    this.#at = now;
    return found;
  }
}
