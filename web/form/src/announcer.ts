// A live region that speaks rarely: it is there, empty, from the start; it says one sentence, only a new one, and only after
// nothing was typed for a second.
import { make, maskedClasses, masked } from "./dom.ts";

const quietMilliseconds = 1000;

export interface Announcer {
  readonly element: HTMLElement;
  /** Something was typed; `sentence` is what holds now. */
  update(sentence: string): void;
  stop(): void;
}

export function makeAnnouncer(): Announcer {
  const element = make("div", { class: `prequal-status ${maskedClasses}`, attributes: { role: "status", ...masked } });
  let said = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    element,
    update(sentence) {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (sentence === said) return;
        said = sentence;
        element.textContent = sentence;
      }, quietMilliseconds);
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
