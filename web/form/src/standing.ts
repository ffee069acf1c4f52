// Hidden inputs that stand in the form from the first verdict on and always hold the newest one: whatever way the form is
// sent (a click, form.submit(), FormData, jQuery's serialize) takes them along, and nothing has to happen while it is sent.
// A field that the page has under that name already (a hidden field of a form builder) is used as it is.
import { setValue, type Control } from "./controls.ts";
import { make, masked, maskedClasses } from "./dom.ts";
import type { Entries } from "./enrichment.ts";

export interface Standing {
  set(entries: Entries): void;
  /** Also when the form is sent at this moment. */
  onSend(refresh: () => Entries | null): void;
  remove(): void;
}

interface Place {
  readonly input: Control;
  /** What stood in a field of the page's own; null for an input of ours. */
  readonly before: string | null;
}

/** `nameOf` gives the name of the form's field for an entry; a value that the page itself has put for a `guest` is left there. */
export function makeStanding(form: HTMLFormElement, nameOf: (entry: string) => string, guest: (entry: string) => boolean = () => false): Standing {
  const places = new Map<string, Place>();
  let refresh: () => Entries | null = () => null;

  const open = (entry: string): Place => {
    const name = nameOf(entry);
    const own = [...form.elements].find((element): element is HTMLInputElement => element instanceof HTMLInputElement && element.name === name);
    if (own !== undefined) return { input: own, before: own.value };
    const input = make("input", { class: maskedClasses, attributes: { type: "hidden", name, ...masked } });
    form.append(input);
    return { input, before: null };
  };
  const close = ({ input, before }: Place): void => {
    if (before === null) input.remove();
    else setValue(input, before);
  };
  const keeps = (entry: string, { before }: Place): boolean => before !== null && before !== "" && guest(entry);
  const put = (entries: Entries): void => {
    for (const [entry, place] of places) {
      if (entries.has(entry) && place.input.form === form) continue;
      close(place);
      places.delete(entry);
    }
    for (const [entry, value] of entries) {
      const place = places.get(entry) ?? open(entry);
      places.set(entry, place);
      if (keeps(entry, place)) continue;
      if (place.before === null) place.input.value = value;
      else setValue(place.input, value);
    }
  };
  const onFormData = (event: FormDataEvent): void => {
    for (const [entry, value] of refresh() ?? []) {
      const place = places.get(entry);
      if (place === undefined || !keeps(entry, place)) event.formData.set(nameOf(entry), value);
    }
  };
  form.addEventListener("formdata", onFormData);
  return {
    set: put,
    onSend(make) {
      refresh = make;
    },
    remove() {
      form.removeEventListener("formdata", onFormData);
      put(new Map());
    },
  };
}
