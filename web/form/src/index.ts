// prequal for forms: every form with data-prequal is enhanced, and a form that is replaced by the page's own scripts is found
// again. Fail-open: whatever goes wrong, the form works as if this script were not there.
import { attach, markUnavailable, type Controller } from "./controller.ts";
import { loadQualifier } from "./engine.ts";
import { inTime } from "./load.ts";
import { readOptions, warn, type Options } from "./options.ts";

export type { Controller } from "./controller.ts";
export type { Options } from "./options.ts";
export type { Detail, EventMap } from "./events.ts";

const known = new WeakMap<HTMLFormElement, Promise<Controller | null>>();

/** Enhances one form. Resolves to its controller, or to null when the form is left as it is. Calling it again is harmless. */
export function enhance(form: HTMLFormElement, given: Partial<Options> = {}): Promise<Controller | null> {
  let made = known.get(form);
  if (made === undefined) {
    made = begin(form, readOptions(form, given));
    known.set(form, made);
  }
  return made;
}

async function begin(form: HTMLFormElement, options: Options): Promise<Controller | null> {
  if (options.mode === "off") return null;
  const loaded = await inTime(loadQualifier(options.profile));
  if (!loaded.ok) {
    markUnavailable(form, options, loaded.reason);
    return null;
  }
  try {
    return attach(form, options, loaded.qualifier);
  } catch {
    markUnavailable(form, options, "form");
    return null;
  }
}

/** Enhances every marked form below `root`. */
export function scan(root: ParentNode = document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-prequal]")) void enhance(form);
}

function start(): void {
  scan();
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      scan();
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
}

declare global {
  interface Window {
    Prequal?: { readonly version: string; readonly enhance: typeof enhance };
  }
}

declare const PREQUAL_VERSION: string;

if (typeof window !== "undefined" && typeof document !== "undefined") {
  if (window.Prequal === undefined) {
    window.Prequal = { version: PREQUAL_VERSION, enhance };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", start, { once: true });
    else start();
  } else if (window.Prequal.version !== PREQUAL_VERSION) {
    warn(`version ${window.Prequal.version} is already here; version ${PREQUAL_VERSION} does nothing`);
  }
}
