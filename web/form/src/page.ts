// What a script tag does: every form with data-prequal is enhanced, and a form that the page's own scripts replace is found
// again. Included twice, the first one stays.
import { enhance, scan } from "./enhance.ts";
import { warn, type Options } from "./options.ts";

declare global {
  interface Window {
    Prequal?: { readonly version: string; readonly enhance: typeof enhance };
  }
}

declare const PREQUAL_VERSION: string;

function start(given: Partial<Options>): void {
  scan(document, given);
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      scan(document, given);
    });
  }).observe(document.documentElement, { childList: true, subtree: true });
}

/** `script` may carry the profile for the forms that name none. */
export function startPage(script: Element | null): void {
  const profile = script?.getAttribute("data-prequal-profile");
  const given = profile === null || profile === undefined ? {} : { fallbackProfile: profile };
  if (window.Prequal !== undefined) {
    if (window.Prequal.version !== PREQUAL_VERSION) {
      warn(`version ${window.Prequal.version} is already here; version ${PREQUAL_VERSION} does nothing`);
    }
    return;
  }
  window.Prequal = { version: PREQUAL_VERSION, enhance };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", () => start(given), { once: true });
  else start(given);
}
