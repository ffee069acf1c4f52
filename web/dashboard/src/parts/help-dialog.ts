// The keys, and when they work.
import { css, html, type TemplateResult } from "lit";
import type { Command } from "../app/commands.ts";
import { Part } from "../state/context.ts";
import type { SingleKeys } from "../state/store.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";

const modes: readonly SingleKeys[] = ["on", "queue", "off"];

export class HelpDialog extends Part {
  static override properties = { ...Part.properties, commands: { attribute: false } };
  declare commands: readonly Command[];

  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog { inline-size: min(34rem, 100vi - 2rem); }
      dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0.375rem var(--pq-4); align-items: baseline; }
      dt { text-align: end; white-space: nowrap; color: var(--pq-ink-3); }
      kbd { display: inline-block; min-inline-size: 1.5rem; padding: 0.0625rem 0.375rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-sunken); color: var(--pq-ink); font: inherit; font-size: var(--pq-text-xs); text-align: center; }
      label { display: grid; gap: 0.25rem; font-weight: var(--pq-weight-medium); }
    `,
  ];

  open(): void {
    this.requestUpdate();
    this.renderRoot.querySelector("dialog")?.showModal();
  }
  #close(): void {
    this.renderRoot.querySelector("dialog")?.close();
  }

  override render(): TemplateResult {
    const { speech, singleKeys } = this.state;
    const keys = (command: Command): TemplateResult => html`${command.keys.map((entry, i) => html`${i > 0 ? html` ${speech.say("keys.or")} ` : ""}${entry.split(" ").map((key) => html`<kbd>${key}</kbd> `)}`)}`;
    return html`<dialog aria-labelledby="keys-title">
      <div class="head"><h2 id="keys-title">${speech.say("keys.title")}</h2><button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${this.#close}>${icons.close()}</button></div>
      <div class="page">
        <label>${speech.say("keys.mode")}<select @change=${(event: Event) => this.session.setSingleKeys((event.target as HTMLSelectElement).value as SingleKeys)}>
          ${modes.map((mode) => html`<option value=${mode} .selected=${mode === singleKeys}>${speech.say(`keys.mode.${mode}`)}</option>`)}</select></label>
        <dl>${(this.commands ?? []).filter((command) => command.keys.length > 0).map((command) => html`<dt>${keys(command)}</dt><dd>${command.name}</dd>`)}</dl>
      </div>
    </dialog>`;
  }
}
customElements.define("pq-help", HelpDialog);
