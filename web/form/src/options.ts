// What the attributes of a form say. Everything has a default; an unknown value falls back and is said once.

export type Mode = "off" | "silent" | "hints" | "full";
export type Enrich = "none" | "minimal" | "full";

export interface Options {
  /** Address of the profile, or the id of a script element of type application/json. */
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
  readonly locale: string;
  readonly honeypot: boolean;
}

export const modes: readonly Mode[] = ["off", "silent", "hints", "full"];
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

function readMap(form: HTMLFormElement): Record<string, string> {
  const text = form.getAttribute("data-prequal-map");
  if (text === null) return {};
  try {
    const map: unknown = JSON.parse(text);
    if (typeof map === "object" && map !== null) {
      return Object.fromEntries(Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === "string"));
    }
  } catch {
    // Said below.
  }
  warn("data-prequal-map is not a JSON object of names; it is passed over");
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
  if (form.method === "get" && (mode === "full" || mode === "silent")) {
    if (form.hasAttribute("data-prequal-mode")) warn("a form with method=get is not enriched");
    mode = mode === "silent" ? "off" : "hints";
  }
  return {
    profile: form.getAttribute("data-prequal-profile") ?? given.fallbackProfile ?? "",
    panel: form.getAttribute("data-prequal-panel") ?? "auto",
    enrich: choose(form, "data-prequal-enrich", enrichments, "minimal"),
    prefix: form.getAttribute("data-prequal-prefix") ?? "prequal_",
    map: readMap(form),
    locale: readLocale(form),
    honeypot: form.getAttribute("data-prequal-hp") !== "off",
    ...given,
    mode,
  };
}
