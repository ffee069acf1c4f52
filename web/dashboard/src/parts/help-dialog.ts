// The keys, when they work, and keys of one's own.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Command } from "../app/commands.ts";
import { canChange, keyProblem, labelOf } from "../app/keys.ts";
import { Part } from "../state/context.ts";
import type { SingleKeys } from "../state/store.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";

const modes: readonly SingleKeys[] = ["on", "queue", "off"];

export class HelpDialog extends Part {
  static override properties = { ...Part.properties, commands: { attribute: false }, changing: { state: true }, said: { state: true } };
  declare commands: readonly Command[];
  /** The command whose key is waited for. */
  declare changing: string | null;
  declare said: string;

  constructor() {
    super();
    this.changing = null;
    this.said = "";
  }

  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog { inline-size: min(34rem, 100vi - 2rem); }
      dl { display: grid; gap: 0; }
      dl > div { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr) auto; gap: var(--pq-3); align-items: center; min-block-size: 2rem; border-block-end: 1px solid var(--pq-line-soft); }
      dl .link { min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--pq-accent); text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; font-size: var(--pq-text-xs); }
      .wait { color: var(--pq-accent); font-size: var(--pq-text-xs); white-space: normal; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-4); }
      .check { display: flex; align-items: center; gap: 0.5rem; min-block-size: var(--pq-target-dense); font-weight: var(--pq-weight-regular); }
      @media (max-width: 30rem) { dl > div { grid-template-columns: 5rem minmax(0, 1fr) auto; } }
      dt { color: var(--pq-ink-3); }
      kbd { display: inline-block; min-inline-size: 1.5rem; padding: 0.0625rem 0.375rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-sunken); color: var(--pq-ink); font: inherit; font-size: var(--pq-text-xs); text-align: center; }
      label { display: grid; gap: 0.25rem; font-weight: var(--pq-weight-medium); }
    `,
  ];

  open(): void {
    this.changing = null;
    this.said = "";
    this.requestUpdate();
    this.renderRoot.querySelector("dialog")?.showModal();
  }
  #close(): void {
    this.renderRoot.querySelector("dialog")?.close();
  }

  override render(): TemplateResult {
    const { speech, singleKeys, ownKeys, shelved } = this.state;
    const keys = (command: Command): TemplateResult => html`${command.keys.map((entry, i) => html`${i > 0 ? html` ${speech.say("keys.or")} ` : ""}${entry.split(" ").map((key) => html`<kbd>${key}</kbd> `)}`)}`;
    return html`<dialog aria-labelledby="keys-title">
      <div class="head"><h2 id="keys-title">${speech.say("keys.title")}</h2><button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${this.#close}>${icons.close()}</button></div>
      <div class="page">
        <p role="status">${this.said}</p>
        <label>${speech.say("keys.mode")}<select @change=${(event: Event) => this.session.setSingleKeys((event.target as HTMLSelectElement).value as SingleKeys)}>
          ${modes.map((mode) => html`<option value=${mode} .selected=${mode === singleKeys}>${speech.say(`keys.mode.${mode}`)}</option>`)}</select></label>
        <dl>${(this.commands ?? []).filter((command) => command.keys.length > 0).map((command) => html`<div><dt>${this.changing === command.id ? html`<span class="wait">${speech.say("keys.press")}</span>` : keys(command)}</dt><dd>${command.name}${command.id in ownKeys ? html` <span class="soft">(${speech.say("keys.own")})</span>` : nothing}</dd>
          ${canChange(command) ? html`<dd><button class="link" type="button" aria-label=${speech.say("keys.change", { name: command.name })} aria-pressed=${this.changing === command.id ? "true" : "false"} @click=${() => { this.changing = this.changing === command.id ? null : command.id; this.said = ""; }} @keydown=${(event: KeyboardEvent) => this.#onKey(event, command)}>${speech.say("keys.change.short")}</button></dd>` : nothing}</div>`)}</dl>
        <div class="row"><button class="button" type="button" ?disabled=${Object.keys(ownKeys).length === 0} @click=${() => this.session.settings.resetKeys()}>${speech.say("keys.reset")}</button>
          <label class="check"><input type="checkbox" .checked=${shelved} @change=${(event: Event) => this.session.settings.shelve((event.target as HTMLInputElement).checked)} />${speech.say("shelf.label")}</label></div>
      </div>
    </dialog>`;
  }

  /** The next key is the new one; Esc leaves things as they are, and Tab and Enter stay what they are. */
  #onKey(event: KeyboardEvent, command: Command): void {
    if (this.changing !== command.id || event.ctrlKey || event.metaKey || event.altKey || ["Tab", "Enter", "Shift", " "].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Escape") {
      this.changing = null;
      return;
    }
    const { speech } = this;
    const key = labelOf(event);
    const problem = keyProblem(key, command.id, this.commands);
    if (problem === null) {
      this.session.settings.setKey(command.id, key);
      this.changing = null;
      this.said = speech.say("keys.changed", { key, name: command.name });
    } else this.said = problem.kind === "taken" ? speech.say("keys.taken", { key, name: problem.by.name }) : speech.say(`keys.${problem.kind}`, { key });
  }
}
customElements.define("pq-help", HelpDialog);
