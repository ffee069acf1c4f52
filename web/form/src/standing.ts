// Hidden inputs that stand in the form from the first verdict on and always hold the newest one: whatever way the form is
// sent (a click, form.submit(), FormData, jQuery's serialize) takes them along, and nothing has to happen while it is sent.
import { make, masked, maskedClasses } from "./dom.ts";
import type { Entries } from "./enrichment.ts";

export interface Standing {
  set(entries: Entries): void;
  /** Also when the form is sent at this moment. */
  onSend(refresh: () => Entries | null): void;
  remove(): void;
}

export function makeStanding(form: HTMLFormElement, prefix: string): Standing {
  const inputs = new Map<string, HTMLInputElement>();
  let refresh: () => Entries | null = () => null;

  const put = (entries: Entries): void => {
    for (const [name, input] of inputs) {
      if (entries.has(name)) continue;
      input.remove();
      inputs.delete(name);
    }
    for (const [name, value] of entries) {
      let input = inputs.get(name);
      if (input === undefined) {
        input = make("input", { class: maskedClasses, attributes: { type: "hidden", name: prefix + name, ...masked } });
        inputs.set(name, input);
        form.append(input);
      }
      input.value = value;
    }
  };
  const onFormData = (event: FormDataEvent): void => {
    for (const [name, value] of refresh() ?? []) event.formData.set(prefix + name, value);
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
