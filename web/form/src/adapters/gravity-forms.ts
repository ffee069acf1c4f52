// Gravity Forms (2.9 and later). Each page and each AJAX answer brings a new form element, told by "gform/post_render"; before
// anything is sent the asynchronous filter "gform/submission/pre_submission" is asked. Entries go into the hidden fields that
// `fields` names ({ band: "input_12", ... }).
import { Connection, type AdapterOptions, type Disconnect, type Enhance } from "./shared.ts";

export type { AdapterOptions, Disconnect, Enhance } from "./shared.ts";

interface Submission {
  readonly form?: HTMLFormElement;
}
interface GravityWindow {
  readonly gform?: { utils?: { addAsyncFilter?(name: string, filter: (data: Submission) => Promise<Submission>): unknown } };
}

export function connect(enhance: Enhance, options: AdapterOptions = {}): Disconnect {
  const connection = new Connection(enhance, options);
  const add = (form: Element | null): void => {
    // Its method is post; with AJAX a script of its own posts it all the same.
    if (form instanceof HTMLFormElement) connection.add(form, { scriptPosts: true });
  };
  connection.listen(document, "gform/post_render", (event) => {
    const { formId } = (event as CustomEvent<{ formId?: unknown } | null>).detail ?? {};
    add(document.getElementById(`gform_${String(formId)}`));
  });
  (window as GravityWindow).gform?.utils?.addAsyncFilter?.("gform/submission/pre_submission", async (data) => {
    // Whatever was typed last is looked at now, before the form is read.
    if (data.form !== undefined) await connection.refresh(data.form);
    return data;
  });
  for (const form of document.querySelectorAll('form[id^="gform_"]')) add(form);
  return connection.end;
}
