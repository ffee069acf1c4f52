// While a list is read and qualified: how far, and a way out.
import { css, html, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";

export class LoadingScreen extends Part {
  static override styles = [
    shared,
    css`
      :host { inline-size: min(30rem, 100%); margin-inline: auto; padding: clamp(3rem, 18vh, 10rem) var(--pq-page); }
      .box { display: grid; gap: var(--pq-4); padding: var(--pq-5); background: var(--pq-surface); border: 1px solid var(--pq-line); border-radius: var(--pq-radius-lg); }
      h2 { font-size: var(--pq-text-lg); overflow-wrap: anywhere; }
      progress { display: block; appearance: none; inline-size: 100%; block-size: 0.5rem; border: 0; border-radius: 99px; overflow: hidden; background: var(--pq-sunken); accent-color: var(--pq-accent); }
      progress::-webkit-progress-bar { background: var(--pq-sunken); }
      progress::-webkit-progress-value { background: var(--pq-accent); border-radius: 99px; }
      progress::-moz-progress-bar { background: var(--pq-accent); }
      .row { display: flex; align-items: center; justify-content: space-between; gap: var(--pq-3); font-size: var(--pq-text-md); color: var(--pq-ink-2); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, phase } = this.state;
    if (phase.kind !== "loading") return html``;
    const { progress } = phase;
    const text =
      progress === null ? "" : progress.step === "reading"
        ? speech.say("load.of", { done: this.#size(progress.done), total: this.#size(progress.total) })
        : speech.say("load.qualifying", { done: progress.done, total: progress.total });
    // Reading and qualifying take about as long as each other; the bar shows both as one way.
    const part = progress === null || progress.total === 0 ? 0 : progress.done / progress.total;
    const value = progress?.step === "qualifying" ? 0.5 + part / 2 : part / 2;
    return html`<div class="box">
      <h2 tabindex="-1" id="main">${speech.say("load.reading", { name: phase.name })}</h2>
      <progress max="1" .value=${value} aria-label=${speech.say("load.reading", { name: phase.name })}></progress>
      <div class="row"><span class="number">${text}</span><button class="button" type="button" @click=${() => this.session.cancel()}>${speech.say("load.cancel")}</button></div>
    </div>`;
  }

  #size(bytes: number): string {
    return `${this.speech.number(Math.ceil(bytes / 1024))} KB`;
  }
}
customElements.define("pq-loading", LoadingScreen);
