// What somebody agreed to, when, and in which words: a record for the receiving side. It records and decides nothing.
import { isControl, type Control } from "./controls.ts";
import { warn } from "./options.ts";

/** As the lead document's "consents" have it, and the page. */
export interface ConsentRecord {
  readonly channel: string;
  readonly state: "given";
  readonly text_id: string;
  /** Of the words beside the box, white space made single; absent where the page is not served securely. */
  readonly text_sha256?: string;
  readonly locale: string;
  /** RFC 3339. */
  readonly at: string;
  /** "checkbox" when the visitor ticked it here; "restored" when it was ticked before we looked. */
  readonly method: "checkbox" | "restored";
  /** Path of the page, without its query. */
  readonly page: string;
}

export const consentPrefix = "consent.";

function wordsBeside(control: Control): string {
  return (control.labels?.[0]?.textContent ?? "").replace(/\s+/g, " ").trim();
}

async function sha256(text: string): Promise<string | undefined> {
  const digest = await globalThis.crypto?.subtle?.digest("SHA-256", new TextEncoder().encode(text));
  return digest === undefined ? undefined : [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export interface Consents {
  /** The boxes that are ticked now. */
  records(controls: ReadonlyMap<string, readonly Control[]>): ConsentRecord[];
  remove(): void;
}

/** `changed` is called when a hash is ready. */
export function watchConsents(form: HTMLFormElement, locale: string, changed: () => void): Consents {
  const ticked = new WeakMap<Control, string>();
  const hashes = new Map<string, string | undefined>();
  const onChange = (event: Event): void => {
    if (isControl(event.target)) ticked.set(event.target, new Date().toISOString());
  };
  form.addEventListener("change", onChange, true);

  function hashOf(words: string): string | undefined {
    if (!hashes.has(words)) {
      hashes.set(words, undefined);
      void sha256(words).then((hash) => {
        hashes.set(words, hash);
        if (hash !== undefined) changed();
      }, () => {});
    }
    return hashes.get(words);
  }
  const began = new Date().toISOString();
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.defaultChecked && control.getAttribute("data-prequal-field")?.startsWith(consentPrefix)) {
      warn("a box that agrees to something is ticked in the page already; agreement has to be given by the visitor");
    }
  }
  return {
    records(controls) {
      const records: ConsentRecord[] = [];
      for (const [field, group] of controls) {
        if (!field.startsWith(consentPrefix)) continue;
        for (const control of group) {
          // Hashed as soon as it is there, so that the record is whole when the box is ticked.
          const text_sha256 = hashOf(wordsBeside(control));
          if (!(control instanceof HTMLInputElement) || !control.checked || control.matches(":disabled")) continue;
          const at = ticked.get(control);
          records.push({
            channel: field.slice(consentPrefix.length), state: "given",
            text_id: control.getAttribute("data-prequal-consent-text") ?? (control.id || control.name),
            ...(text_sha256 === undefined ? {} : { text_sha256 }),
            locale, at: at ?? began, method: at === undefined ? "restored" : "checkbox", page: location.pathname,
          });
        }
      }
      return records;
    },
    remove() {
      form.removeEventListener("change", onChange, true);
    },
  };
}
