// Enhances forms, each once. Fail-open: whatever goes wrong, the form works as if this script were not there.
import { attach, markUnavailable, type Controller } from "./controller.ts";
import { loadQualifier } from "./engine.ts";
import { inTime } from "./load.ts";
import { readOptions, type Options } from "./options.ts";

const known = new WeakMap<HTMLFormElement, Promise<Controller | null>>();
/** Destroyed by their page: enhanced again only when it asks for that. */
const dismissed = new WeakSet<HTMLFormElement>();

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
  // A form that its page has replaced meanwhile is nobody's any more.
  if (!form.isConnected) {
    known.delete(form);
    return null;
  }
  if (!loaded.ok) {
    markUnavailable(form, options, loaded.reason);
    return null;
  }
  try {
    return attach(form, options, loaded.qualifier, () => {
      known.delete(form);
      dismissed.add(form);
    });
  } catch {
    markUnavailable(form, options, "form");
    return null;
  }
}

/** Enhances every marked form below `root`. */
export function scan(root: ParentNode = document, given: Partial<Options> = {}): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-prequal]")) {
    if (!dismissed.has(form)) void enhance(form, given);
  }
}
