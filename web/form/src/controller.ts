// One form: reads it while it is filled in, shows guidance, keeps the hidden fields fresh. It never stops, delays or changes a
// submission; whatever goes wrong, the form is left as it was found.
import type { OpenProfile, PageVerdict } from "prequal-engine/page";
import { advise } from "./advice.ts";
import { makeAnnouncer } from "./announcer.ts";
import { watchConsents } from "./consent.ts";
import { findControls, isControl, putValue, readValues, rememberValues, setValue, wordsOf, type Control } from "./controls.ts";
import { toEntries, type Entries } from "./enrichment.ts";
import { tell, Teller, type UnavailableReason } from "./events.ts";
import { doubtKey, toGuidance, type Doubt } from "./guidance.ts";
import { makeHoneypot } from "./honeypot.ts";
import { readLead } from "./lead.ts";
import { warn, type Options } from "./options.ts";
import { makePanel } from "./panel.ts";
import { makeSpeech } from "./speech.ts";
import { readCampaign } from "./source.ts";
import { makeStanding, type Standing } from "./standing.ts";
import { makeSteps } from "./steps.ts";
import { adoptStyle } from "./style.ts";
import { makeSummary } from "./summary.ts";

export interface Controller {
  readonly form: HTMLFormElement;
  /** Looks at once, where something was typed that was not looked at yet. */
  refresh(): void;
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

/** An address with the end that was probably meant: "gmail.com" after the @, or ".com" in place of what follows the last dot. */
function withEnding(typed: string, ending: string): string {
  return ending.startsWith(".") ? typed.replace(/\.[^.]*$/, ending) : typed.replace(/@.*$/, `@${ending}`);
}

/** Enhances a form. Throws, with nothing left behind, when that is not possible. */
export function attach(form: HTMLFormElement, options: Options, qualifier: OpenProfile, forget: () => void = () => {}): Controller {
  const undo = new Undo();
  let refresh: () => void;
  try {
    refresh = start(form, options, qualifier, undo);
  } catch (error) {
    undo.run();
    throw error;
  }
  return {
    form,
    refresh,
    destroy() {
      undo.run();
      forget();
      tell(form, "prequal:destroy", null);
    },
  };
}

function start(form: HTMLFormElement, options: Options, qualifier: OpenProfile, undo: Undo): () => void {
  const { info } = qualifier;
  const speech = makeSpeech(options.locale, (key) => form.getAttribute(`data-prequal-i18n.${key}`));
  const sends = options.mode === "full" || options.mode === "silent";
  const shows = options.mode === "full" || options.mode === "hints";
  const outlet = sends && options.enrich !== "none" ? makeOutlet(form, options) : null;
  const honeypot = sends && options.honeypot ? makeHoneypot(form, `${options.prefix}hp`, speech.say("honeypot")) : null;
  const announcer = shows ? makeAnnouncer() : null;
  const panel = shows && options.panel !== "none" ? makePanel(speech, { goTo, use, keep, putBack }, options.theme) : null;
  const steps = shows ? makeSteps(form, speech) : null;
  const summary = options.validate === "summary" ? makeSummary(form, speech, focusOn) : null;
  const consents = sends ? watchConsents(form, speech.language, () => soon()) : null;
  const campaign = sends ? readCampaign(options.utm, options.clickIds) : new Map<string, string>();
  const teller = new Teller(form, options.bubble);
  undo.add(() => {
    clearTimeout(timer);
    announcer?.stop();
    for (const element of [announcer?.element, panel?.element]) element?.remove();
    for (const made of [summary, steps, consents, honeypot, outlet]) made?.remove();
  });
  const began = performance.now();
  const kept = new Set<string>();
  /** Fields that were mended on the visitor's word, and how to put back what was typed. */
  const mended = new Map<string, () => void>();
  let controls = new Map<string, Control[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let newest: PageVerdict | null = null;
  let touched = false;
  let telling = false;

  const elapsed = (): number => Math.round((performance.now() - began) / 1000);

  function focusOn(control: Control): void {
    steps?.reveal(control);
    (control.closest("fieldset")?.querySelector("legend") ?? control.labels?.[0] ?? control).scrollIntoView({ block: "nearest" });
    control.focus({ preventScroll: true });
  }
  function goTo(field: string): void {
    const control = controls.get(field)?.find((entry) => !entry.matches(":disabled"));
    if (control !== undefined) focusOn(control);
  }
  function use(doubt: Doubt): void {
    const group = controls.get(doubt.field) ?? [];
    const restore = rememberValues(group);
    if (doubt.suggestion !== undefined) putValue(group, doubt.suggestion.id, speech.pick(doubt.suggestion.label));
    else if (doubt.ending !== undefined && group[0] !== undefined) setValue(group[0], withEnding(group[0].value, doubt.ending));
    // After the events that the change itself makes.
    mended.set(doubt.field, () => {
      restore();
      kept.add(doubtKey(doubt.field, doubt.code));
    });
    goTo(doubt.field);
    evaluate();
  }
  function putBack(field: string): void {
    const restore = mended.get(field);
    restore?.();
    mended.delete(field);
    goTo(field);
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

  function entriesOf(verdict: PageVerdict): Entries {
    return toEntries(verdict, info, options.enrich, { elapsedSeconds: elapsed(), campaign, consents: consents?.records(controls) ?? [] });
  }
  function put(entries: Entries): void {
    if (outlet === null) return;
    // What the page's scripts hear of our own writing is no answer of the visitor.
    telling = true;
    try {
      if (tell(form, "prequal:enrich", { version: 1, entries: Object.fromEntries(entries) }, options.bubble)) outlet.set(entries);
    } finally {
      telling = false;
    }
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
    const started = options.debug ? performance.now() : 0;
    controls = findControls(form, info.fields, options);
    const situation = { honeypot: honeypot?.filled ?? false, elapsedSeconds: elapsed(), campaign: campaign.get("utm_campaign") };
    newest = qualifier.qualify(readLead(controls, situation), new Date());
    honeypot?.show(newest !== null);
    if (newest === null) {
      outlet?.set(unavailable);
      panel?.show(null);
      return;
    }
    put(entriesOf(newest));
    const empty = new Set([...controls].filter(([, group]) => readValues(group).length === 0).map(([field]) => field));
    touched ||= empty.size < controls.size;
    const guidance = toGuidance(newest, info, { empty, current: fieldAt(document.activeElement), kept, words: wordsOf(controls), mended: [...mended.keys()] });
    panel?.show(touched ? guidance : null);
    if (touched && panel !== null) announcer?.update(panel.summary(guidance));
    const asked = new Set([...(newest.questions?.map((entry) => entry.field) ?? newest.missing), ...(guidance.askConsent ? ["consent.email", "consent.phone", "consent.text"] : [])]);
    steps?.update({ controls, asked, empty, over: guidance.outcome === "unlikely" });
    teller.result(newest, info);
    if (options.debug) performance.measure("prequal", { start: started });
  }

  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(evaluate, debounceMilliseconds);
  };
  const onInput = (event: Event): void => {
    if (telling) return;
    const field = fieldAt(event.target as Element);
    // A new answer deserves a new look.
    if (field !== null) {
      for (const key of kept) if (key.startsWith(`${field} `)) kept.delete(key);
      mended.delete(field);
    }
    soon();
  };
  const onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) soon();
  };

  // Sent within the debounce: what was typed last counts, also for a script that reads the form while it is sent.
  const lookNow = (): void => {
    if (timer !== undefined) evaluate();
  };
  if (panel !== null || honeypot !== null || steps !== null || summary !== null) adoptStyle(form.ownerDocument);
  if (options.panel instanceof Element && options.panel.getRootNode() instanceof ShadowRoot) adoptStyle(options.panel.getRootNode() as ShadowRoot);
  if (panel !== null && announcer !== null) {
    place(form, options.panel, steps?.element.isConnected === true ? steps.element : null, announcer.element, panel.element);
    panel.show(null);
  }
  form.addEventListener("input", onInput);
  form.addEventListener("change", onInput);
  // Moving on is when the field just left may be spoken of. Nothing is checked or marked by it.
  form.addEventListener("focusout", soon);
  form.addEventListener("reset", soon);
  form.addEventListener("submit", lookNow, true);
  addEventListener("pageshow", onShow);
  undo.add(() => {
    form.removeEventListener("input", onInput);
    form.removeEventListener("change", onInput);
    form.removeEventListener("focusout", soon);
    form.removeEventListener("reset", soon);
    form.removeEventListener("submit", lookNow, true);
    removeEventListener("pageshow", onShow);
  });
  outlet?.onSend(() => {
    lookNow();
    return newest === null ? null : entriesOf(newest);
  });
  evaluateNow();
  if (options.debug) advise(controls, info.fields);
  tell(form, "prequal:ready", { version: 1, profile: `${info.id}@${info.version}` });
  return lookNow;
}

const unavailable: Entries = new Map([["status", "unavailable"]]);
const namesOfCampaign = /^(utm_|.*clid$|gbraid$|wbraid$|li_fat_id$)/;

/** Where the entries go: hidden fields of the form, or what a form builder offers. */
function makeOutlet(form: HTMLFormElement, { prefix, fields, deliver }: Options): Standing {
  if (deliver !== undefined) return { set: (entries) => deliver(Object.fromEntries(entries)), onSend() {}, remove() {} };
  return makeStanding(form, (entry) => fields[entry] ?? prefix + entry, (entry) => namesOfCampaign.test(entry));
}

/** Where the page wants the panel, else before the buttons of the steps, else before the button that sends the form. */
function place(form: HTMLFormElement, where: string | Element, steps: HTMLElement | null, ...elements: HTMLElement[]): void {
  if (where !== "auto") {
    const target = where instanceof Element ? where : document.querySelector(where);
    if (target !== null) {
      target.append(...elements);
      return;
    }
    warn("data-prequal-panel names no element; the panel stands before the submit button");
  }
  if (steps !== null) {
    steps.before(...elements);
    return;
  }
  const button = [...form.elements].find((element) => element.matches('button:not([type]), [type="submit"], [type="image"]'));
  if (button !== undefined && form.contains(button)) button.before(...elements);
  else form.append(...elements);
}

/** Leaves a sign for the receiving side that the page could not qualify, and says why to the page's scripts. */
export function markUnavailable(form: HTMLFormElement, options: Options, reason: UnavailableReason): void {
  if ((options.mode === "full" || options.mode === "silent") && options.enrich !== "none") {
    makeOutlet(form, options).set(unavailable);
  }
  tell(form, "prequal:unavailable", { version: 1, reason });
}
