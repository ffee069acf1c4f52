// Marketo Forms 2.0. It sends the fields that it knows: entries are handed to addHiddenFields(), once when they are new and
// once more with the newest values when the form is sent.
import { Connection, type AdapterOptions, type Disconnect, type Enhance } from "./shared.ts";

export type { AdapterOptions, Disconnect, Enhance } from "./shared.ts";

interface MarketoForm {
  getFormElem(): ArrayLike<HTMLFormElement>;
  addHiddenFields(values: Readonly<Record<string, string>>): unknown;
  vals(values: Readonly<Record<string, string>>): unknown;
  onSubmit(callback: () => void): unknown;
}
interface MarketoWindow {
  readonly MktoForms2?: { whenReady(callback: (form: MarketoForm) => void): unknown };
}

export function connect(enhance: Enhance, options: AdapterOptions = {}): Disconnect {
  const connection = new Connection(enhance, options);
  let ended = false;
  (window as MarketoWindow).MktoForms2?.whenReady((form) => {
    const element = form.getFormElem()[0];
    if (ended || element === undefined) return;
    let known = "";
    let newest: Readonly<Record<string, string>> = {};
    const hand = (): void => {
      const names = Object.keys(newest).join();
      // A field is added once and set from then on, so that there is one of each name.
      if (names !== known) form.addHiddenFields(newest);
      else form.vals(newest);
      known = names;
    };
    const added = connection.add(element, {
      scriptPosts: true,
      deliver(entries) {
        newest = Object.fromEntries(Object.entries(entries).map(([entry, value]) => [connection.nameFor(entry), value]));
        hand();
      },
    });
    if (added) form.onSubmit(() => { if (!ended && known !== "") hand(); });
  });
  return () => {
    ended = true;
    connection.end();
  };
}
