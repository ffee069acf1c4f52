// Everything that can be done, found by typing a part of its name. It shows the key too, so that it is learned.
import { css, html, type TemplateResult } from "lit";
import type { Command } from "../app/commands.ts";
import { Part } from "../state/context.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { shared } from "../styles/shared.ts";
import { foldText } from "../worker/search.ts";

export class CommandPalette extends Part {
  static override properties = { ...Part.properties, commands: { attribute: false }, query: { state: true }, at: { state: true } };
  declare commands: readonly Command[];
  declare query: string;
  declare at: number;

  constructor() {
    super();
    this.commands = [];
    this.query = "";
    this.at = 0;
  }

  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog { inline-size: min(32rem, 100vi - 2rem); margin-block-start: 12vh; }
      .search { padding: var(--pq-3); border-block-end: 1px solid var(--pq-line); }
      .search input { inline-size: 100%; min-block-size: var(--pq-target); font-size: var(--pq-text-base); }
      ul { max-block-size: 22rem; overflow: auto; padding: var(--pq-2); }
      li { display: flex; justify-content: space-between; gap: var(--pq-3); padding: 0.4375rem 0.75rem; border-radius: var(--pq-radius-sm); cursor: pointer; font-size: var(--pq-text-md); }
      li[aria-selected="true"] { background: var(--pq-chosen); }
      kbd { font: inherit; font-size: var(--pq-text-xs); color: var(--pq-ink-2); white-space: nowrap; }
      p { padding: var(--pq-4); color: var(--pq-ink-3); }
      @media (forced-colors: active) { li[aria-selected="true"] { outline: 2px solid Highlight; } }
    `,
  ];

  open(): void {
    this.query = "";
    this.at = 0;
    this.renderRoot.querySelector("dialog")?.showModal();
    const input = this.renderRoot.querySelector("input");
    if (input !== null) input.value = "";
  }
  #close(): void {
    this.renderRoot.querySelector("dialog")?.close();
  }

  get #found(): readonly Command[] {
    const words = foldText(this.query).split(/\s+/).filter(Boolean);
    const whole = words.join(" ");
    const begins = (command: Command): number => (foldText(command.name).startsWith(whole) ? 0 : 1);
    return this.commands.filter((command) => words.every((word) => foldText(command.name).includes(word))).sort((a, b) => begins(a) - begins(b));
  }

  override render(): TemplateResult {
    const { speech } = this;
    const found = this.#found;
    const at = Math.min(this.at, found.length - 1);
    return html`<dialog aria-label=${speech.say("palette.title")}>
      <div class="search"><input type="search" role="combobox" aria-expanded="true" aria-controls="found" aria-activedescendant=${at >= 0 ? `command-${at}` : ""} aria-autocomplete="list" autocomplete="off" spellcheck="false"
        aria-label=${speech.say("palette.label")} placeholder=${speech.say("palette.label")} @input=${this.#onInput} @keydown=${this.#onKey} /></div>
      <ul id="found" role="listbox" aria-label=${speech.say("palette.title")}>${found.map(
        (command, i) => html`<li role="option" id="command-${i}" aria-selected=${i === at ? "true" : "false"} @click=${() => this.#run(command)}><span>${command.name}</span><kbd>${command.keys.join(` ${speech.say("keys.or")} `)}</kbd></li>`,
      )}</ul>
      ${found.length === 0 ? html`<p role="status">${speech.say("palette.none")}</p>` : ""}
    </dialog>`;
  }
  override updated(): void {
    this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }

  #onInput(event: Event): void {
    this.query = (event.target as HTMLInputElement).value;
    this.at = 0;
  }
  #onKey(event: KeyboardEvent): void {
    const found = this.#found;
    if (event.key === "ArrowDown") this.at = Math.min(this.at + 1, found.length - 1);
    else if (event.key === "ArrowUp") this.at = Math.max(this.at - 1, 0);
    else if (event.key === "Enter") {
      const command = found[Math.min(this.at, found.length - 1)];
      if (command !== undefined) this.#run(command);
    } else return;
    event.preventDefault();
  }
  #run(command: Command): void {
    this.#close();
    command.run();
  }
}
customElements.define("pq-palette", CommandPalette);
