// Says that a new version of the page is there, and lets a person choose when it comes.
import { css, html, nothing, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { Updates } from "./updates.ts";

export class UpdateLine extends Part {
  readonly #updates = new Updates(() => this.requestUpdate());

  static override styles = [
    shared,
    css`
      :host { position: fixed; inset-inline: 0; inset-block-start: var(--pq-3); z-index: 9; display: grid; justify-items: center; pointer-events: none; }
      .line { pointer-events: auto; display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); max-inline-size: min(44rem, 100vi - 1.5rem); padding: var(--pq-2) var(--pq-3) var(--pq-2) var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); box-shadow: var(--pq-shadow-2); font-size: var(--pq-text-md); }
      .line span { flex: 1 1 16rem; }
    `,
  ];

  watch(address: string): void {
    void this.#updates.watch(address);
  }

  override render(): TemplateResult {
    const { speech } = this;
    const { state } = this.#updates;
    const holds = this.state.phase.kind === "ready";
    return html`<div role="status">${state === "none" ? nothing : html`<div class="line">
      <span>${speech.say(state === "others" ? "update.others" : holds ? "update.list" : "update.there")}</span>
      <button class="button main" type="button" @click=${() => this.#updates.use()}>${speech.say("update.use")}</button>
      <button class="button" type="button" @click=${() => this.#updates.later()}>${speech.say("update.later")}</button></div>`}</div>`;
  }
}
customElements.define("pq-update", UpdateLine);
