// Which control of the page's form answers which field of the profile.
import type { PageField } from "prequal-engine/page";

export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** What a browser calls it (autocomplete), and what a profile means by it. */
const meanings: Readonly<Record<string, string>> = {
  name: "contact_name",
  email: "email",
  tel: "phone",
  organization: "org_name",
  "organization-title": "role",
  url: "website",
  "address-level1": "state",
  "postal-code": "postal_code",
};

/** The autocomplete token for what a field means; undefined when browsers have none. */
export function tokenOf(means: string): string | undefined {
  return Object.keys(meanings).find((token) => meanings[token] === means);
}

export function isControl(element: Element | EventTarget | null): element is Control {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

/** Controls that hold an answer: not buttons, not files, not what the page itself hides. */
function answers(control: Control): boolean {
  return control.name !== "" && !["submit", "button", "reset", "image", "file", "hidden", "password"].includes(control.type);
}

/** How the controls of a form are told apart. */
export interface Naming {
  readonly map: Readonly<Record<string, string>>;
  /** What a form builder puts around the name of a field is taken off: "0-1/email" is email. */
  readonly plainName?: (name: string) => string;
}

function fieldOf(control: Control, fields: readonly PageField[], { map, plainName = (name) => name }: Naming): string | undefined {
  const name = plainName(control.name);
  const explicit = control.getAttribute("data-prequal-field") ?? map[control.name] ?? map[name];
  if (explicit !== undefined) return explicit;
  const token = control.autocomplete.split(" ").at(-1) ?? "";
  const meant = meanings[token];
  return (
    fields.find((field) => field.means === meant)?.id ??
    fields.find((field) => field.id === name)?.id ??
    fields.find((field) => field.type === control.type && (control.type === "email" || control.type === "tel"))?.id
  );
}

/** The controls of a form by what they answer: a field's id, or a key such as "consent.email". In the order of the page. */
export function findControls(form: HTMLFormElement, fields: readonly PageField[], naming: Naming): Map<string, Control[]> {
  const found = new Map<string, Control[]>();
  for (const element of form.elements) {
    if (!isControl(element) || !answers(element)) continue;
    const field = fieldOf(element, fields, naming);
    if (field === undefined) continue;
    const same = found.get(field);
    if (same === undefined) found.set(field, [element]);
    else same.push(element);
  }
  return found;
}

const longestWords = 60;
/** What was made of a legend or label, and of which text. */
const saidBefore = new WeakMap<Element, { readonly text: string; readonly words: string | undefined }>();

/** What the page itself calls a control: its legend or label, without what is only a note in it. */
function wordsFor(control: Control, alone: boolean): string | undefined {
  const named = alone || control.type === "text" ? (control.labels?.[0] ?? null) : control.closest("fieldset")?.querySelector(":scope > legend");
  if (named === null || named === undefined) return undefined;
  // Every look asks again; only what the page has changed is worked out anew.
  const text = named.textContent;
  const before = saidBefore.get(named);
  if (before?.text === text) return before.words;
  const copy = named.cloneNode(true) as Element;
  for (const inner of copy.querySelectorAll("input, select, textarea, small, .optional, [aria-hidden=true]")) inner.remove();
  const words = copy.textContent.replace(/\s+/g, " ").trim().replace(/[*:]+$/, "").trim();
  const said = words === "" || words.length > longestWords ? undefined : words;
  saidBefore.set(named, { text, words: said });
  return said;
}

/** The page's own words for each field, so that the panel and the form say the same. */
export function wordsOf(controls: ReadonlyMap<string, readonly Control[]>): Map<string, string> {
  const words = new Map<string, string>();
  for (const [field, group] of controls) {
    const first = group[0];
    const said = first === undefined ? undefined : wordsFor(first, group.length === 1 && first.type !== "radio" && first.type !== "checkbox");
    if (said !== undefined) words.set(field, said);
  }
  return words;
}

/** What stands in the controls of one field, as typed. Disabled controls are not sent, so they are not read either. */
export function readValues(controls: readonly Control[]): string[] {
  const values: string[] = [];
  for (const control of controls) {
    if (control.matches(":disabled")) continue;
    if (control instanceof HTMLSelectElement) values.push(...[...control.selectedOptions].map((option) => option.value));
    else if (control.type === "checkbox" || control.type === "radio") {
      if ((control as HTMLInputElement).checked) values.push(control.value);
    } else values.push(control.value);
  }
  return values.filter((value) => value !== "");
}

/** Sets the value past the setters that frameworks put on their controls, and tells the page's scripts when it changed. */
export function setValue(control: Control, value: string): void {
  if (control.value === value) return;
  const kind = control instanceof HTMLInputElement ? HTMLInputElement : control instanceof HTMLSelectElement ? HTMLSelectElement : HTMLTextAreaElement;
  Object.getOwnPropertyDescriptor(kind.prototype, "value")?.set?.call(control, value);
  tellChanged(control);
}

function tellChanged(control: Control): void {
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Puts a value of the vocabulary into a control, as a person would have, and tells the page's own scripts. */
export function putValue(controls: readonly Control[], id: string, label: string): void {
  for (const control of controls) {
    if (control instanceof HTMLSelectElement) setValue(control, id);
    else if (control.type === "checkbox" || control.type === "radio") {
      // A click is what frameworks listen to. One that is chosen already would be taken back by it.
      if (control.value === id && !(control as HTMLInputElement).checked) control.click();
    } else setValue(control, label);
  }
}

/** What stands in the controls now; the returned function puts it back. */
export function rememberValues(controls: readonly Control[]): () => void {
  const before = controls.map((control) => [control, control.value, control instanceof HTMLInputElement && control.checked] as const);
  return () => {
    for (const [control, value, checked] of before) {
      if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
        if (control.checked !== checked) {
          control.checked = checked;
          tellChanged(control);
        }
      } else setValue(control, value);
    }
  };
}
