// A long form, one step after the other: parts of the page's own form that carry data-prequal-step are shown one at a time,
// and a step whose answers could change nothing any more is passed over. Without this script all of them stand there.
import type { Control } from "./controls.ts";
import { make } from "./dom.ts";
import type { Speech } from "./speech.ts";

/** What is worth asking now. */
export interface Wanted {
  readonly controls: ReadonlyMap<string, readonly Control[]>;
  /** Fields whose answers could still change something. */
  readonly asked: ReadonlySet<string>;
  /** Fields without an answer. */
  readonly empty: ReadonlySet<string>;
  /** True when it is clear that the offer does not fit: only the last step is left. */
  readonly over: boolean;
}

export interface Steps {
  /** Where the visitor is and the two buttons; stands after the last step. */
  readonly element: HTMLElement;
  update(wanted: Wanted): void;
  /** Shows the step that holds `element`. */
  reveal(element: Element): void;
  remove(): void;
}

const stepAttribute = "data-prequal-step";
const askAttribute = "data-prequal-ask";

function focusHeading(step: HTMLElement): void {
  const heading = step.querySelector<HTMLElement>("legend, h2, h3, h4") ?? step;
  const before = heading.getAttribute("tabindex");
  heading.setAttribute("tabindex", "-1");
  heading.focus();
  heading.addEventListener("blur", () => (before === null ? heading.removeAttribute("tabindex") : heading.setAttribute("tabindex", before)), { once: true });
}

/** Null when the form has no steps and no parts that are asked only when they matter. */
export function makeSteps(form: HTMLFormElement, speech: Speech): Steps | null {
  const steps = [...form.querySelectorAll<HTMLElement>(`[${stepAttribute}]`)];
  const parts = [...form.querySelectorAll<HTMLElement>(`[${askAttribute}]`)];
  if (steps.length < 2 && parts.length === 0) return null;
  const before = [...steps, ...parts].map((element) => [element, element.hidden] as const);
  const last = steps.length - 1;
  const visited: number[] = [];
  let at = 0;
  let wanted: Wanted | null = null;

  const count = make("p", { class: "prequal-step-count" });
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const made = make("button", { text, attributes: { type: "button", part: "action" } });
    made.addEventListener("click", act);
    return made;
  };
  const back = button(speech.say("step.back"), () => move(visited.pop() ?? 0));
  const next = button(speech.say("step.next"), () => forward());
  const element = make("div", { class: "prequal-steps" }, count, make("span", { class: "prequal-choices" }, back, next));

  function isWanted(part: HTMLElement): boolean {
    if (wanted === null) return true;
    let known = false;
    for (const [field, group] of wanted.controls) {
      const inside = group.filter((control) => part.contains(control));
      if (inside.length === 0) continue;
      known = true;
      const required = inside.some((control) => control.required);
      if (wanted.empty.has(field) && (required || (wanted.asked.has(field) && !wanted.over))) return true;
    }
    // Of a part without fields of the profile nobody can say that it does not matter.
    return !known;
  }
  function draw(): void {
    if (steps.length < 2) return;
    steps.forEach((step, i) => { step.hidden = i !== at; });
    back.hidden = at === 0;
    next.hidden = at === last;
    count.textContent = speech.say("step.count", { n: visited.length + 1 });
  }
  function move(to: number): void {
    at = to;
    draw();
    const step = steps[at];
    if (step !== undefined) focusHeading(step);
  }
  function forward(): void {
    const following = steps.findIndex((step, i) => i > at && (i === last || isWanted(step)));
    if (following < 0) return;
    visited.push(at);
    move(following);
  }
  const onKey = (event: KeyboardEvent): void => {
    // Enter in a line of text goes on, as long as there is a next step; on the last one it sends.
    if (event.key !== "Enter" || event.isComposing || steps.length < 2 || at === last) return;
    if (!(event.target instanceof HTMLInputElement) || ["submit", "button", "image", "reset", "file"].includes(event.target.type)) return;
    event.preventDefault();
    forward();
  };
  const onInvalid = (event: Event): void => reveal(event.target as Element);
  function reveal(inside: Element): void {
    const part = inside.closest<HTMLElement>(`[${askAttribute}]`);
    if (part !== null && form.contains(part)) part.hidden = false;
    const to = steps.findIndex((step) => step.contains(inside));
    if (to < 0 || to === at) return;
    visited.push(at);
    at = to;
    draw();
  }

  form.addEventListener("keydown", onKey);
  form.addEventListener("invalid", onInvalid, true);
  if (steps.length > 1) steps[last]?.after(element);
  draw();
  return {
    element,
    update(now) {
      wanted = now;
      for (const part of parts) {
        const answered = [...now.controls].some(([field, group]) => !now.empty.has(field) && group.some((control) => part.contains(control)));
        part.hidden = !answered && !part.contains(document.activeElement) && !isWanted(part);
      }
    },
    reveal,
    remove() {
      form.removeEventListener("keydown", onKey);
      form.removeEventListener("invalid", onInvalid, true);
      element.remove();
      for (const [part, hidden] of before) part.hidden = hidden;
    },
  };
}
