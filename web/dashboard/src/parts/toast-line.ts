// What was just done, said once, with a way to take it back. It goes by itself after a while; the same is in the trail.
import { css, html, nothing, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import type { Said } from "../state/store.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";

const stay = 10_000;

export class ToastLine extends Part {
  #said: Said | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    shared,
    css`
      :host { position: fixed; inset-inline: 0; inset-block-end: var(--pq-4); z-index: 10; display: grid; justify-items: center; pointer-events: none; }
      .toast { pointer-events: auto; display: flex; align-items: center; gap: var(--pq-2); max-inline-size: min(36rem, 100vi - 2rem); padding: var(--pq-2) var(--pq-2) var(--pq-2) var(--pq-4); border-radius: var(--pq-radius); background: var(--pq-ink); color: var(--pq-ground); box-shadow: var(--pq-shadow-2); font-size: var(--pq-text-md); }
      button { min-block-size: var(--pq-target-dense); min-inline-size: var(--pq-target-dense); padding: 0 0.625rem; border: 1px solid currentColor; border-radius: var(--pq-radius-sm); background: none; color: inherit; font-weight: var(--pq-weight-medium); cursor: pointer; }
      button.close { border-color: transparent; padding: 0; display: inline-grid; place-items: center; }
      button:focus-visible { outline-color: currentColor; }
    `,
  ];

  override willUpdate(): void {
    const { said } = this.state;
    if (said === this.#said) return;
    this.#said = said;
    clearTimeout(this.#timer);
    if (said !== null) this.#timer = setTimeout(() => this.session.unsay(), stay);
  }

  override render(): TemplateResult {
    const { said, speech } = this.state;
    return html`<div role="status">${said === null ? nothing : html`<div class="toast"><span>${said.text}</span>
      ${said.undo ? html`<button type="button" @click=${() => void this.session.decisions.undo()}>${speech.say("undo")}</button>` : nothing}
      <button class="close" type="button" aria-label=${speech.say("toast.close")} @click=${() => this.session.unsay()}>${icons.close()}</button></div>`}</div>`;
  }
}
customElements.define("pq-toast", ToastLine);
