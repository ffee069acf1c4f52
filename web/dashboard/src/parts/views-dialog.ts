// Own views of the queue: kept under a name, opened, dropped, given on as a link that holds nothing personal.
import { css, html, nothing, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";

export class ViewsDialog extends Part {
  static override properties = { ...Part.properties, said: { state: true }, link: { state: true } };
  declare said: string;
  /** Shown when it could not be put on the clipboard. */
  declare link: string;

  constructor() {
    super();
    this.said = "";
    this.link = "";
  }

  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog { inline-size: min(32rem, 100vi - 2rem); }
      form, .row { display: flex; flex-wrap: wrap; align-items: end; gap: var(--pq-2) var(--pq-3); }
      form label { display: grid; gap: 0.1875rem; flex: 1 1 12rem; font-weight: var(--pq-weight-medium); }
      input[type="text"] { inline-size: 100%; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.625rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); }
      .views { display: grid; gap: var(--pq-1); }
      .views li { display: flex; align-items: center; gap: var(--pq-2); }
      .views .open { flex: 1; justify-content: start; min-inline-size: 0; overflow-wrap: anywhere; text-align: start; }
      .check { display: flex; align-items: center; gap: 0.5rem; min-block-size: var(--pq-target-dense); }
      code { overflow-wrap: anywhere; font-size: var(--pq-text-xs); }
    `,
  ];

  open(): void {
    this.said = "";
    this.link = "";
    this.renderRoot.querySelector("dialog")?.showModal();
    this.renderRoot.querySelector<HTMLInputElement>("[name=name]")?.focus();
  }
  #close(): void {
    this.renderRoot.querySelector("dialog")?.close();
  }

  override render(): TemplateResult {
    const { speech, views, shelved } = this.state;
    return html`<dialog aria-labelledby="views-title">
      <div class="head"><h2 id="views-title">${speech.say("views.title")}</h2><button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${this.#close}>${icons.close()}</button></div>
      <div class="page">
        <form @submit=${this.#onSave}><label>${speech.say("views.name")}<input type="text" name="name" maxlength="60" autocomplete="off" /></label><button class="button main" type="submit">${speech.say("views.save")}</button></form>
        ${views.length === 0 ? html`<p class="soft">${speech.say("views.none")}</p>` : html`<ul class="views">${views.map((view) => html`<li>
          <button class="button open" type="button" dir="auto" @click=${() => { this.#close(); void this.session.settings.openView(view); }}>${view.name}</button>
          <button class="button bare" type="button" aria-label="${speech.say("views.drop")}: ${view.name}" @click=${() => this.session.settings.dropView(view.name)}>${icons.close()}</button></li>`)}</ul>`}
        <label class="check"><input type="checkbox" .checked=${shelved} aria-describedby="shelf-hint" @change=${(event: Event) => this.session.settings.shelve((event.target as HTMLInputElement).checked)} />${speech.say("shelf.label")}</label>
        <p class="soft" id="shelf-hint">${speech.say("shelf.hint")}</p>
        <div class="row"><button class="button" type="button" @click=${this.#copy}>${speech.say("views.link")}</button><span role="status">${this.said}</span></div>
        ${this.link === "" ? nothing : html`<code>${this.link}</code>`}
        <p class="soft">${speech.say("views.link.hint")}</p>
      </div>
    </dialog>`;
  }

  #onSave(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = String(new FormData(form).get("name") ?? "").trim();
    if (name === "") return;
    this.session.settings.saveView(name);
    form.reset();
    this.said = this.speech.say("views.saved", { name });
  }
  async #copy(): Promise<void> {
    const link = this.session.settings.viewLink();
    try {
      await navigator.clipboard.writeText(link);
      this.said = this.speech.say("views.copied");
    } catch {
      this.link = link;
      this.said = "";
    }
  }
}
customElements.define("pq-views", ViewsDialog);
