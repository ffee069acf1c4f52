// What is shown, to be taken along.
import { css, html, type TemplateResult } from "lit";
import { exportList, type ExportOptions } from "../export/list-export.ts";
import { saveFile } from "../export/save.ts";
import { Part } from "../state/context.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";

const formats = ["csv", "ndjson", "crm"] as const;

export class ExportDialog extends Part {
  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog { inline-size: min(30rem, 100vi - 2rem); }
      fieldset { display: flex; flex-wrap: wrap; gap: var(--pq-4); border: 0; margin: 0; padding: 0; }
      label { display: flex; align-items: center; gap: 0.5rem; min-block-size: var(--pq-target-dense); }
    `,
  ];

  open(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }
  #close(): void {
    this.renderRoot.querySelector("dialog")?.close();
  }

  override render(): TemplateResult {
    const { speech, shown, masked } = this.state;
    return html`<dialog aria-labelledby="export-title">
      <div class="head"><h2 id="export-title">${speech.say("export.title")}</h2><button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${this.#close}>${icons.close()}</button></div>
      <form class="page" @submit=${this.#onSubmit}>
        <p>${speech.say("export.hint", { count: shown.length })}</p>
        <fieldset><legend class="visually-hidden">${speech.say("export.title")}</legend>
          ${formats.map((format, i) => html`<label><input type="radio" name="format" value=${format} ?checked=${i === 0} />${speech.say(`export.${format}`)}</label>`)}</fieldset>
        <div>
          <label><input type="checkbox" name="record" checked />${speech.say("export.record")}</label>
          <label><input type="checkbox" name="personal" ?disabled=${masked} />${speech.say("export.personal")}</label>
        </div>
        <div><button class="button main large" type="submit">${speech.say("export.button")}</button></div>
      </form>
    </dialog>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const format = formats.find((entry) => entry === data.get("format")) ?? "csv";
    const options: ExportOptions = { format, record: data.has("record"), personal: data.has("personal") && !this.state.masked };
    const file = await exportList(this.session.engine, this.state, options);
    saveFile(`prequal-${format === "crm" ? "crm" : "leads"}.${format === "csv" ? "csv" : "ndjson"}`, file);
    this.#close();
    this.session.say(this.speech.say("export.done", { count: this.state.shown.length }));
  }
}
customElements.define("pq-export", ExportDialog);
