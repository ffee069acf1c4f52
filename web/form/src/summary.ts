// Only where the page asks for it (data-prequal-validate="summary"): when a form is sent without an answer that the page
// itself marked as required, one list says which, each with a link, and the same words stand beside the field.
import { isControl, wordsOf, type Control } from "./controls.ts";
import { make, maskedClasses, masked, newId } from "./dom.ts";
import type { Speech } from "./speech.ts";

export interface Summary {
  remove(): void;
}

interface Note {
  readonly message: HTMLElement;
  readonly restore: () => void;
}

/** A control, or the first of a group of that name. */
function missingOf(form: HTMLFormElement): Control[] {
  const seen = new Set<string>();
  return [...form.elements].filter((element): element is Control => {
    if (!isControl(element) || !element.willValidate || !element.validity.valueMissing) return false;
    const grouped = element.type === "radio";
    if (grouped && seen.has(element.name)) return false;
    if (grouped) seen.add(element.name);
    return true;
  });
}

function nameOf(control: Control): string {
  const key = control.id || control.name;
  return wordsOf(new Map([[key, [control]]])).get(key) ?? control.getAttribute("aria-label") ?? control.name;
}

/** `show` brings a control into view, for example the step that it stands in. */
export function makeSummary(form: HTMLFormElement, speech: Speech, show: (control: Control) => void): Summary {
  const notes = new Map<Control, Note>();
  const list = make("ul", {});
  const heading = make("p", { class: "prequal-heading", text: speech.say("problem.heading"), attributes: { id: newId() } });
  const box = make(
    "div",
    { class: `prequal prequal-summary ${maskedClasses}`, attributes: { tabindex: "-1", role: "alert", "aria-labelledby": heading.id, ...masked } },
    heading, list,
  );
  const before = form.noValidate;
  form.noValidate = true;
  const prefix = speech.say("problem.title");

  const titled = (on: boolean): void => {
    const plain = document.title.startsWith(prefix) ? document.title.slice(prefix.length) : document.title;
    document.title = on ? prefix + plain : plain;
  };
  function mark(control: Control, text: string): Note {
    const group = control.type === "radio" ? control.closest("fieldset") : null;
    const target: HTMLElement = group ?? control;
    const id = newId();
    const message = make("p", { class: "prequal-message", attributes: { id } }, make("span", { class: "prequal-hidden", text: prefix }), document.createTextNode(text));
    const legend = group?.querySelector(":scope > legend");
    if (legend !== null && legend !== undefined) legend.after(message);
    else (control.closest("label") ?? control).before(message);
    const described = target.getAttribute("aria-describedby");
    const was = control.getAttribute("aria-invalid");
    target.setAttribute("aria-describedby", described === null ? id : `${described} ${id}`);
    control.setAttribute("aria-invalid", "true");
    return {
      message,
      restore() {
        message.remove();
        if (described === null) target.removeAttribute("aria-describedby");
        else target.setAttribute("aria-describedby", described);
        if (was === null) control.removeAttribute("aria-invalid");
        else control.setAttribute("aria-invalid", was);
      },
    };
  }
  function clear(control: Control): void {
    notes.get(control)?.restore();
    notes.delete(control);
    if (notes.size === 0) {
      box.remove();
      titled(false);
    }
  }
  const textOf = (control: Control): string => {
    const chosen = control instanceof HTMLSelectElement || control.type === "radio" || control.type === "checkbox";
    return speech.say(chosen ? "problem.choose" : "problem.enter", { field: nameOf(control) });
  };
  const onSubmit = (event: Event): void => {
    for (const control of [...notes.keys()]) clear(control);
    const missing = missingOf(form);
    if (missing.length === 0) return;
    event.preventDefault();
    list.replaceChildren(...missing.map((control) => {
      const text = textOf(control);
      notes.set(control, mark(control, text));
      const link = make("a", { text, attributes: { href: `#${control.id}` } });
      link.addEventListener("click", (click) => {
        click.preventDefault();
        show(control);
      });
      return make("li", {}, link);
    }));
    form.prepend(box);
    titled(true);
    box.focus();
  };
  const onInput = (event: Event): void => {
    for (const control of [...notes.keys()]) {
      const same = control === event.target || (control.type === "radio" && isControl(event.target) && event.target.name === control.name);
      if (same && !control.validity.valueMissing) clear(control);
    }
  };
  form.addEventListener("submit", onSubmit);
  form.addEventListener("input", onInput);
  form.addEventListener("change", onInput);
  return {
    remove() {
      form.removeEventListener("submit", onSubmit);
      form.removeEventListener("input", onInput);
      form.removeEventListener("change", onInput);
      for (const control of [...notes.keys()]) clear(control);
      form.noValidate = before;
    },
  };
}
