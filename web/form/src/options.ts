// What the attributes of a form say. Everything has a default; an unknown value falls back and is said once.

export type Mode = "off" | "silent" | "hints" | "full";
export type Validate = "host" | "summary";
export type Utm = "off" | "url" | "session";
export type Theme = "auto" | "light" | "dark";
export type Enrich = "none" | "minimal" | "full";

export interface Options {
  /** Address of the profile, or the id of a script element that holds it. */
  readonly profile: string;
  readonly mode: Mode;
  /** The profile when the form names none: that of the script tag. */
  readonly fallbackProfile?: string;
  /** "auto" puts the panel before the submit button, "none" shows none; an element, or the selector of one, takes it in. */
  readonly panel: string | Element;
  readonly enrich: Enrich;
  readonly prefix: string;
  /** Name of a control to the id of the field that it answers. */
  readonly map: Readonly<Record<string, string>>;
  /** Entry ("band", "score", ...) to the name of the form's field that takes it; without one, prefix and entry. */
  readonly fields: Readonly<Record<string, string>>;
  /** Takes off what a form builder puts around the names of its fields. */
  readonly plainName?: (name: string) => string;
  /** True where a script of the page posts the form, whatever its method says. */
  readonly scriptPosts?: boolean;
  /** Hands the entries to a form builder's own interface, in place of hidden inputs. */
  readonly deliver?: (entries: Readonly<Record<string, string>>) => void;
  readonly locale: string;
  readonly honeypot: boolean;
  /** "summary" lists what the page marked as required and is empty when the form is sent; "host" leaves that to the page. */
  readonly validate: Validate;
  /** Where campaign parameters are taken from: not at all, this address, or the first address of the visit. */
  readonly utm: Utm;
  /** Click identifiers of advertisers travel along too. */
  readonly clickIds: boolean;
  readonly theme: Theme;
  /** Every event bubbles, not only ready and unavailable. */
  readonly bubble: boolean;
  /** How long each look takes is put on the page's timeline. */
  readonly debug: boolean;
}

export const modes: readonly Mode[] = ["off", "silent", "hints", "full"];
const validations: readonly Validate[] = ["host", "summary"];
const utms: readonly Utm[] = ["off", "url", "session"];
const themes: readonly Theme[] = ["auto", "light", "dark"];
export const enrichments: readonly Enrich[] = ["none", "minimal", "full"];

/** One of `allowed`. Anything else falls back and is said. */
export function asChosen<T extends string>(attribute: string, given: string | null, allowed: readonly T[], otherwise: T): T {
  if (given === null) return otherwise;
  const found = allowed.find((value) => value === given);
  if (found === undefined) warn(`${attribute} can be ${allowed.join(", ")}; it is taken as ${otherwise}`);
  return found ?? otherwise;
}
function choose<T extends string>(form: HTMLFormElement, attribute: string, allowed: readonly T[], otherwise: T): T {
  return asChosen(attribute, form.getAttribute(attribute), allowed, otherwise);
}

/** Says something to the developer of the page. Never holds anything that a visitor typed. */
export function warn(text: string): void {
  console.warn(`prequal: ${text}`);
}

function readNames(form: HTMLFormElement, attribute: string): Record<string, string> {
  const text = form.getAttribute(attribute);
  if (text === null) return {};
  try {
    const map: unknown = JSON.parse(text);
    if (typeof map === "object" && map !== null && !Array.isArray(map)) {
      return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    }
  } catch {
    // Said below.
  }
  warn(`${attribute} is not a JSON object of names; it is passed over`);
  return {};
}

/** The language of the form: its own attribute, or that of the page around it. English when we do not speak it. */
export function readLocale(form: HTMLFormElement): string {
  const given = form.getAttribute("data-prequal-locale");
  if (given !== null && given !== "auto") return given;
  return form.closest("[lang]")?.getAttribute("lang") || "en";
}

export function readOptions(form: HTMLFormElement, given: Partial<Options> = {}): Options {
  let mode = given.mode ?? choose(form, "data-prequal-mode", modes, "full");
  // Hidden fields of a GET form would end in the address, the history and every log on the way.
  if (form.method === "get" && given.scriptPosts !== true && (mode === "full" || mode === "silent")) {
    if (form.hasAttribute("data-prequal-mode")) warn("a form with method=get is not enriched");
    mode = mode === "silent" ? "off" : "hints";
  }
  return {
    profile: form.getAttribute("data-prequal-profile") ?? given.fallbackProfile ?? "",
    panel: form.getAttribute("data-prequal-panel") ?? "auto",
    enrich: choose(form, "data-prequal-enrich", enrichments, "minimal"),
    prefix: form.getAttribute("data-prequal-prefix") ?? "prequal_",
    map: readNames(form, "data-prequal-map"),
    fields: readNames(form, "data-prequal-fields"),
    locale: readLocale(form),
    validate: choose(form, "data-prequal-validate", validations, "host"),
    utm: choose(form, "data-prequal-utm", utms, "url"),
    clickIds: form.hasAttribute("data-prequal-click-ids"),
    theme: choose(form, "data-prequal-theme", themes, "auto"),
    bubble: choose(form, "data-prequal-events", ["bubble", "quiet"], "quiet") === "bubble",
    debug: form.hasAttribute("data-prequal-debug"),
    honeypot: choose(form, "data-prequal-hp", ["auto", "off"], "auto") === "auto",
    ...given,
    mode,
  };
}
