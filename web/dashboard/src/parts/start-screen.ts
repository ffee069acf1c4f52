// Before a list is open: bring one, or take a sample.
import { css, html, nothing, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import type { SampleAsset } from "../app/assets.ts";

export class StartScreen extends Part {
  static override properties = { ...Part.properties, pasting: { state: true }, over: { state: true } };
  declare pasting: boolean;
  declare over: boolean;

  constructor() {
    super();
    this.pasting = false;
    this.over = false;
  }

  static override styles = [
    shared,
    css`
      :host { inline-size: min(56rem, 100%); margin-inline: auto; padding: clamp(1.5rem, 5vw, 4rem) var(--pq-page) var(--pq-7); }
      h2 { font-size: clamp(1.5rem, 1.2rem + 1.5vw, 2.125rem); letter-spacing: -0.025em; }
      .lead { max-inline-size: 38rem; margin-block: var(--pq-3) var(--pq-6); color: var(--pq-ink-2); font-size: var(--pq-text-base); line-height: 1.5; text-wrap: pretty; }
      .drop {
        display: grid; justify-items: center; gap: var(--pq-2); padding: clamp(1.75rem, 5vw, 3.25rem) var(--pq-4);
        border: 1.5px dashed var(--pq-line-control); border-radius: var(--pq-radius-lg); background: var(--pq-surface); text-align: center;
      }
      .drop.over { border-style: solid; border-color: var(--pq-accent); background: var(--pq-accent-soft); }
      .drop strong { font-size: var(--pq-text-lg); font-weight: var(--pq-weight-strong); letter-spacing: -0.01em; }
      .drop .icon { color: var(--pq-accent); inline-size: 1.75rem; block-size: 1.75rem; }
      .actions { display: flex; flex-wrap: wrap; justify-content: center; gap: var(--pq-2); margin-block-start: var(--pq-3); }
      form { display: grid; gap: var(--pq-2); margin-block-start: var(--pq-4); }
      form label { font-size: var(--pq-text-md); font-weight: var(--pq-weight-medium); }
      textarea { min-block-size: 9rem; resize: vertical; font-family: var(--pq-font-code); font-size: var(--pq-text-sm); line-height: 1.5; inline-size: 100%; }
      h3 { margin-block: var(--pq-6) var(--pq-3); font-size: var(--pq-text-md); }
      .samples { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(19rem, 100%), 1fr)); gap: var(--pq-3); }
      .sample { display: grid; gap: 0.25rem; align-content: start; padding: var(--pq-4); text-align: start; border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); cursor: pointer; line-height: 1.4; }
      .sample:hover { border-color: var(--pq-accent); background: var(--pq-hover); }
      .sample b { font-weight: var(--pq-weight-strong); color: var(--pq-accent); }
      .sample span { font-size: var(--pq-text-sm); color: var(--pq-ink-2); }
      .sample small { font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      .local { display: grid; grid-template-columns: auto 1fr; gap: 0 var(--pq-3); margin-block-start: var(--pq-6); font-size: var(--pq-text-sm); color: var(--pq-ink-2); line-height: 1.5; }
      .local svg { color: var(--pq-high); margin-block-start: 0.125rem; }
      .local b { color: var(--pq-ink); font-weight: var(--pq-weight-strong); display: block; }
      .said { margin-block-end: var(--pq-4); padding: var(--pq-3) var(--pq-4); border-radius: var(--pq-radius); background: var(--pq-info-soft); color: var(--pq-info); font-size: var(--pq-text-md); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, phase } = this.state;
    const { samples, profiles } = this.session.assets;
    return html`
      ${phase.kind === "start" && phase.said !== "" ? html`<p class="said">${phase.said}</p>` : nothing}
      <h2 tabindex="-1" id="main">${speech.say("start.title")}</h2>
      <p class="lead">${speech.say("start.lead")}</p>
      <div class="drop ${this.over ? "over" : ""}" @dragover=${this.#onOver} @dragleave=${() => { this.over = false; }} @drop=${() => { this.over = false; }}>
        ${icons.list()}
        <strong>${speech.say("start.drop")}</strong>
        <span class="soft">${speech.say("start.kinds")}</span>
        <div class="actions">
          <button class="button main large" type="button" @click=${this.#pick}>${speech.say("start.pick")}</button>
          <button class="button large" type="button" aria-expanded=${this.pasting ? "true" : "false"} @click=${this.#paste}>${speech.say("start.paste")}</button>
        </div>
        <input hidden type="file" accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.xlsx,text/csv,application/json" aria-label=${speech.say("start.pick")} @change=${this.#onPicked} />
      </div>
      ${this.pasting ? this.#pasteForm() : nothing}
      <h3>${speech.say("start.samples")}</h3>
      <div class="samples">
        ${samples.map((sample) => {
          const profile = profiles.find((entry) => entry.id === sample.profile);
          return html`<button class="sample" type="button" data-sample=${sample.id} @click=${() => this.#openSample(sample)}>
            <b>${speech.say(`sample.${sample.id}`)}</b><span>${speech.say(`sample.${sample.id}.text`)}</span>
            <small>${speech.say("sample.switches", { profile: speech.pick(profile?.name) })}</small>
          </button>`;
        })}
      </div>
      <p class="local">${icons.lock()}<span><b>${speech.say("start.local.title")}</b>${speech.say("start.local")}</span></p>`;
  }

  #pasteForm(): TemplateResult {
    const { speech } = this;
    return html`<form @submit=${this.#onPasted}>
      <label for="pasted">${speech.say("start.paste.label")}</label>
      <textarea id="pasted" name="list" spellcheck="false" autocomplete="off" aria-describedby="pasted-hint"></textarea>
      <span class="soft" id="pasted-hint">${speech.say("start.paste.hint")}</span>
      <div><button class="button main large" type="submit">${speech.say("start.paste.go")}</button></div>
    </form>`;
  }

  #onOver(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }
  #pick(): void {
    this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click();
  }
  async #paste(): Promise<void> {
    this.pasting = !this.pasting;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLTextAreaElement>("textarea")?.focus();
  }
  #onPicked(event: Event): void {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) void this.session.open(file.name, file);
  }
  #onPasted(event: Event): void {
    event.preventDefault();
    const text = this.renderRoot.querySelector<HTMLTextAreaElement>("textarea")?.value ?? "";
    if (text.trim() !== "") void this.session.open(this.speech.say("start.paste.label"), new Blob([text]));
  }
  #openSample(sample: SampleAsset): void {
    void this.session.openSample(sample);
  }
}
customElements.define("pq-start", StartScreen);
