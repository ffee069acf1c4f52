// HubSpot. Forms of the current editor tell of themselves by "hs-form-event:on-ready" and take values by setFieldValue();
// legacy forms (raw HTML) tell by a message and take values by events on their own fields. Both need hidden fields for the
// entries in HubSpot (prequal_band, prequal_score, ...): HubSpot sends what it knows, nothing else. A form that HubSpot shows
// in a frame of its own cannot be reached by any script of the page.
import { Connection, fillFields, type AdapterOptions, type Disconnect, type Enhance } from "./shared.ts";

export type { AdapterOptions, Disconnect, Enhance } from "./shared.ts";

interface CurrentForm {
  setFieldValue(name: string, value: string): unknown;
}
interface HubSpotWindow {
  readonly HubSpotFormsV4?: { getFormFromEvent(event: Event): CurrentForm | undefined };
}

export interface HubSpotOptions extends AdapterOptions {
  /** What stands before the name of a contact's property. */
  readonly object?: string;
}

const contact = "0-1/";
const withoutObject = (name: string): string => name.replace(/^\d+-\d+\//, "");

function formIn(id: unknown): HTMLFormElement | null {
  const holder = typeof id === "string" ? document.getElementById(id) : null;
  return holder instanceof HTMLFormElement ? holder : (holder?.querySelector("form") ?? null);
}

export function connect(enhance: Enhance, options: HubSpotOptions = {}): Disconnect {
  const { object = contact, ...given } = options;
  const connection = new Connection(enhance, given);

  connection.listen(window, "hs-form-event:on-ready", (event) => {
    const api = (window as HubSpotWindow).HubSpotFormsV4?.getFormFromEvent(event);
    const detail = (event as CustomEvent<{ instanceId?: unknown; formId?: unknown } | null>).detail;
    const form = formIn(detail?.instanceId) ?? (event.target instanceof Element ? event.target.querySelector("form") : null) ?? formOf(detail?.formId);
    if (api === undefined || form === null) return;
    connection.add(form, {
      plainName: withoutObject, scriptPosts: true,
      deliver(entries) {
        for (const [entry, value] of Object.entries(entries)) {
          try {
            api.setFieldValue(object + connection.nameFor(entry), value);
          } catch {
            // A property that this form does not have. The others are set.
          }
        }
      },
    });
  });

  connection.listen(window, "message", (event) => {
    const data: unknown = (event as MessageEvent<unknown>).data;
    if (typeof data !== "object" || data === null) return;
    const { type, eventName, id } = data as { type?: unknown; eventName?: unknown; id?: unknown };
    if (type !== "hsFormCallback" || eventName !== "onFormReady") return;
    const form = formOf(id);
    if (form !== null) connection.add(form, { scriptPosts: true, deliver: (entries) => fillFields(form, entries, (entry) => connection.nameFor(entry)) });
  });
  return connection.end;
}

/** The form that HubSpot made for the id of a form definition. */
function formOf(id: unknown): HTMLFormElement | null {
  if (typeof id !== "string") return null;
  return document.querySelector<HTMLFormElement>(`form[data-form-id="${CSS.escape(id)}"], [data-form-id="${CSS.escape(id)}"] form`);
}
