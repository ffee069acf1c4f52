// Contact Form 7. It reads the form into a FormData, then tells by "wpcf7beforesubmit", whose formData may still be changed.
import { Connection, type AdapterOptions, type Disconnect, type Enhance } from "./shared.ts";

export type { AdapterOptions, Disconnect, Enhance } from "./shared.ts";

export function connect(enhance: Enhance, options: AdapterOptions = {}): Disconnect {
  const connection = new Connection(enhance, options);
  const newest = new WeakMap<Element, Readonly<Record<string, string>>>();
  const add = (form: HTMLFormElement): void => {
    if (!connection.add(form, { scriptPosts: true })) return;
    connection.listen(form, "prequal:enrich", (event) => {
      newest.set(form, (event as CustomEvent<{ entries: Readonly<Record<string, string>> }>).detail.entries);
    });
  };
  connection.listen(document, "wpcf7beforesubmit", (event) => {
    const { formData } = (event as CustomEvent<{ formData?: FormData } | null>).detail ?? {};
    const form = event.target instanceof Element ? (event.target.closest("form") ?? event.target.querySelector("form")) : null;
    const entries = form === null ? undefined : newest.get(form);
    if (formData === undefined || entries === undefined) return;
    for (const [entry, value] of Object.entries(entries)) formData.set(connection.nameFor(entry), value);
  });
  for (const form of document.querySelectorAll<HTMLFormElement>("form.wpcf7-form")) add(form);
  return connection.end;
}
