// <prequal-assist>: the panel as an element of the page, inside the form or anywhere with for="the form's id". Its attributes
// are the options of the form without their prefix.
import type { Controller } from "./controller.ts";
import { enhance } from "./enhance.ts";
import { asChosen, enrichments, modes, type Options } from "./options.ts";

const taken = ["profile", "mode", "enrich", "locale", "prefix"] as const;

export class PrequalAssist extends HTMLElement {
  #controller: Promise<Controller | null> | null = null;

  get form(): HTMLFormElement | null {
    const named = this.getAttribute("for");
    const found = named === null ? this.closest("form") : document.getElementById(named);
    return found instanceof HTMLFormElement ? found : null;
  }

  connectedCallback(): void {
    // The form's other controls may not be parsed yet.
    queueMicrotask(() => {
      const { form } = this;
      if (!this.isConnected || form === null || this.#controller !== null) return;
      const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      if (root.childNodes.length === 0) {
        for (const name of ["heading", "panel", "footer"]) {
          const slot = document.createElement(name === "panel" ? "div" : "slot");
          if (slot instanceof HTMLSlotElement) slot.name = name;
          root.append(slot);
        }
      }
      this.#controller = enhance(form, { ...this.#options(), panel: root.querySelector("div") ?? "auto" });
    });
  }
  disconnectedCallback(): void {
    const made = this.#controller;
    this.#controller = null;
    void made?.then((controller) => controller?.destroy());
  }

  #options(): Partial<Options> {
    const given: Record<string, unknown> = {};
    for (const name of taken) {
      const value = this.getAttribute(name);
      if (value === null) continue;
      given[name] = name === "mode" ? asChosen(name, value, modes, "full") : name === "enrich" ? asChosen(name, value, enrichments, "minimal") : value;
    }
    return given;
  }
}

if (customElements.get("prequal-assist") === undefined) customElements.define("prequal-assist", PrequalAssist);

declare global {
  interface HTMLElementTagNameMap {
    "prequal-assist": PrequalAssist;
  }
}
