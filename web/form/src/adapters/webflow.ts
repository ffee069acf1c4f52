// Webflow. Its own script reads the inputs inside a form and posts them, although the form's method says get; a form with an
// action of its own is left to the browser, and then its method counts.
import { Connection, type AdapterOptions, type Disconnect, type Enhance } from "./shared.ts";

export type { AdapterOptions, Disconnect, Enhance } from "./shared.ts";

interface WebflowWindow {
  Webflow?: { push(work: () => void): unknown };
}

/** Names are what the designer typed: "Work Email", "First-Name". */
function plainName(name: string): string {
  return name.trim().toLowerCase().replace(/[\s-]+/g, "_");
}

export function connect(enhance: Enhance, options: AdapterOptions = {}): Disconnect {
  const connection = new Connection(enhance, options);
  let ended = false;
  (window as WebflowWindow).Webflow?.push(() => {
    if (ended) return;
    for (const form of document.querySelectorAll<HTMLFormElement>(".w-form form")) {
      connection.add(form, { plainName, scriptPosts: !form.hasAttribute("action") });
    }
  });
  return () => {
    ended = true;
    connection.end();
  };
}
