// Registers the service worker, and tells when a new version of the page waits. Nothing is ever replaced under an open list.
import { trustScriptUrl } from "prequal-ui/trusted";
import type { PageMessage, WorkerMessage } from "./messages.ts";

export type UpdateState = "none" | "waiting" | "others";

export class Updates {
  #waiting: ServiceWorker | null = null;
  #asked = false;
  state: UpdateState = "none";

  constructor(private readonly tell: () => void) {}

  /** Where service workers are not to be had (a private window, an insecure address), the page works without one. */
  async watch(address: string): Promise<void> {
    const container = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    if (container === undefined) return;
    container.addEventListener("controllerchange", () => {
      if (this.#asked) location.reload();
    });
    container.addEventListener("message", (event: MessageEvent<WorkerMessage>) => {
      if (event.data === "others") this.#set("others");
    });
    const registration = (await container.register(trustScriptUrl(address) as string).catch(() => undefined)) as ServiceWorkerRegistration | undefined;
    if (registration === undefined) return;
    const follow = (worker: ServiceWorker | null): void => {
      if (worker === null) return;
      const look = (): void => {
        // The first version of all replaces nothing.
        if (worker.state !== "installed" || registration.active === null) return;
        this.#waiting = worker;
        this.#set("waiting");
      };
      worker.addEventListener("statechange", look);
      look();
    };
    follow(registration.waiting);
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
  }

  #set(state: UpdateState): void {
    this.state = state;
    this.tell();
  }
  /** Goes over to the new version; the page is loaded anew. */
  use(): void {
    this.#asked = true;
    this.#waiting?.postMessage("use" satisfies PageMessage);
  }
  /** Not now. It comes with the next time that the page is opened. */
  later(): void {
    this.#set("none");
  }
}
