// One form: reads it while it is filled in, shows guidance, keeps the hidden fields fresh. It never stops, delays or changes a
// submission; whatever goes wrong, the form is left as it was found.
import type { Lead, ProfileInfo, Verdict } from "prequal-engine";
import { makeAnnouncer } from "./announcer.ts";
import { findControls, isControl, putValue, readValues, wordsOf, type Control } from "./controls.ts";
import { toEntries, type Entries } from "./enrichment.ts";
import { tell, toDetail, type UnavailableReason } from "./events.ts";
import { doubtKey, toGuidance, type Doubt } from "./guidance.ts";
import { makeHoneypot } from "./honeypot.ts";
import { readLead } from "./lead.ts";
import { warn, type Options } from "./options.ts";
import { makePanel } from "./panel.ts";
import { makeSpeech } from "./speech.ts";
import { makeStanding } from "./standing.ts";
import { adoptStyle } from "./style.ts";

/** A compiled profile that qualifies one lead after the other. */
export interface Qualifier {
  readonly info: ProfileInfo;
  /** The verdict, or null when this lead cannot be qualified. */
  qualify(lead: Lead, asOf: string): Verdict | null;
}

export interface Controller {
  readonly form: HTMLFormElement;
  /** Takes everything of ours out of the form again. */
  destroy(): void;
}

const debounceMilliseconds = 300;

/** Everything that was done to a form, to be undone in reverse. */
class Undo {
  #steps: (() => void)[] = [];
  add(step: () => void): void {
    this.#steps.push(step);
  }
  run(): void {
    for (const step of this.#steps.splice(0).reverse()) step();
  }
}

/** Enhances a form. Throws, with nothing left behind, when that is not possible. */
export function attach(form: HTMLFormElement, options: Options, qualifier: Qualifier, forget: () => void = () => {}): Controller {
  const undo = new Undo();
  try {
    start(form, options, qualifier, undo);
  } catch (error) {
    undo.run();
    throw error;
  }
  return {
    form,
    destroy() {
      undo.run();
      forget();
      tell(form, "prequal:destroy", null);
    },
  };
}

function start(form: HTMLFormElement, options: Options, qualifier: Qualifier, undo: Undo): void {
  const { info } = qualifier;
  const speech = makeSpeech(options.locale, (key) => form.getAttribute(`data-prequal-i18n.${key}`));
  const sends = options.mode === "full" || options.mode === "silent";
  const shows = options.mode === "full" || options.mode === "hints";
  const standing = sends && options.enrich !== "none" ? makeStanding(form, options.prefix) : null;
  const honeypot = sends && options.honeypot ? makeHoneypot(form, `${options.prefix}hp`, speech.say("honeypot")) : null;
  const announcer = shows ? makeAnnouncer() : null;
  const panel = shows && options.panel !== "none" ? makePanel(speech, { goTo, use, keep }) : null;
  undo.add(() => {
    clearTimeout(timer);
    announcer?.stop();
    for (const element of [announcer?.element, panel?.element]) element?.remove();
    honeypot?.remove();
    standing?.remove();
  });
  const began = performance.now();
  const kept = new Set<string>();
  let controls = new Map<string, Control[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest: Verdict | null = null;
  let touched = false;

  const elapsed = (): number => Math.round((performance.now() - began) / 1000);

  function goTo(field: string): void {
    const control = controls.get(field)?.find((entry) => !entry.matches(":disabled"));
    if (control === undefined) return;
    (control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0] ?? control).scrollIntoView({ block: "nearest" });
    control.focus({ preventScroll: true });
  }
  function use(doubt: Doubt): void {
    if (doubt.suggestion !== undefined) putValue(controls.get(doubt.field) ?? [], doubt.suggestion.id, speech.pick(doubt.suggestion.label));
    goTo(doubt.field);
    evaluate();
  }
  function keep(doubt: Doubt): void {
    kept.add(doubtKey(doubt.field, doubt.code));
    goTo(doubt.field);
    evaluate();
  }
  function fieldAt(element: Element | null): string | null {
    for (const [field, group] of controls) if (isControl(element) && group.includes(element)) return field;
    return null;
  }

  function put(entries: Entries): void {
    if (standing === null) return;
    if (tell(form, "prequal:enrich", { version: 1, entries: Object.fromEntries(entries) })) standing.set(entries);
  }
  function evaluate(): void {
    clearTimeout(timer);
    timer = undefined;
    try {
      evaluateNow();
    } catch {
      // Ours to bear, not the form's.
      undo.run();
      markUnavailable(form, options, "engine");
    }
  }
  function evaluateNow(): void {
    controls = findControls(form, info.fields, options.map);
    newest = qualifier.qualify(readLead(controls, { honeypot: honeypot?.filled ?? false, elapsedSeconds: elapsed() }), new Date().toISOString());
    if (newest === null) {
      standing?.set(new Map([["status", "unavailable"]]));
      panel?.show(null);
      return;
    }
    put(toEntries(newest, options.enrich, elapsed()));
    const empty = new Set([...controls].filter(([, group]) => readValues(group).length === 0).map(([field]) => field));
    touched ||= empty.size < controls.size;
    const guidance = toGuidance(newest, info, { empty, current: fieldAt(document.activeElement), kept, words: wordsOf(controls) });
    panel?.show(touched ? guidance : null);
    if (touched && panel !== null) announcer?.update(panel.summary(guidance));
    tell(form, "prequal:result", toDetail(newest));
  }

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(evaluate, debounceMilliseconds);
  };
  const onInput = (event: Event): void => {
    const field = fieldAt(event.target as Element);
    // A new answer deserves a new look.
    if (field !== null) for (const key of kept) if (key.startsWith(`${field} `)) kept.delete(key);
    soon();
  };
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) soon();
  };

  if (panel !== null || honeypot !== null) adoptStyle(form.ownerDocument);
  if (options.panel instanceof Element && options.panel.getRootNode() instanceof ShadowRoot) adoptStyle(options.panel.getRootNode() as ShadowRoot);
  if (panel !== null && announcer !== null) {
    place(form, options.panel, announcer.element, panel.element);
    panel.show(null);
  }
  form.addEventListener("input", onInput);
  form.addEventListener("change", onInput);
  // Moving on is when the field just left may be spoken of. Nothing is checked or marked by it.
  form.addEventListener("focusout", soon);
  form.addEventListener("reset", soon);
  addEventListener("pageshow", onShow);
  undo.add(() => {
    form.removeEventListener("input", onInput);
    form.removeEventListener("change", onInput);
    form.removeEventListener("focusout", soon);
    form.removeEventListener("reset", soon);
    removeEventListener("pageshow", onShow);
  });
  standing?.onSend(() => {
    // Sent within the debounce: what was typed last counts too.
    if (timer !== undefined) evaluate();
    return newest === null ? null : toEntries(newest, options.enrich, elapsed());
  });
  evaluateNow();
  tell(form, "prequal:ready", { version: 1, profile: `${info.id}@${info.version}` });
}

/** Where the page wants the panel, else before the button that sends the form. */
function place(form: HTMLFormElement, where: string | Element, ...elements: HTMLElement[]): void {
  if (where !== "auto") {
    const target = where instanceof Element ? where : document.querySelector(where);
    if (target !== null) {
      target.append(...elements);
      return;
    }
    warn("data-prequal-panel names no element; the panel stands before the submit button");
  }
  const button = [...form.elements].find((element) => element.matches('button:not([type]), [type="submit"], [type="image"]'));
  if (button !== undefined && form.contains(button)) button.before(...elements);
  else form.append(...elements);
}

/** Leaves a sign for the receiving side that the page could not qualify, and says why to the page's scripts. */
export function markUnavailable(form: HTMLFormElement, options: Options, reason: UnavailableReason): void {
  if ((options.mode === "full" || options.mode === "silent") && options.enrich !== "none") {
    makeStanding(form, options.prefix).set(new Map([["status", "unavailable"]]));
  }
  tell(form, "prequal:unavailable", { version: 1, reason });
}
