// Which columns the table has, and in which form it stands.
import { css, html, nothing, type TemplateResult } from "lit";
import { isPersonal } from "../lead/masking.ts";
import { Part } from "../state/context.ts";
import { ownColumns, type TableSetup } from "../state/lead-columns.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { rowsAPage } from "./plain-table.ts";

const forms: readonly TableSetup["form"][] = ["grid", "plain"];

export class TableDialog extends Part {
  static override styles = [
    shared,
    dialogStyles,
    css`
      dialog { inline-size: min(34rem, 100vi - 2rem); }
      fieldset { display: grid; gap: 0.125rem; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
      legend { padding: 0; margin-block-end: 0.25rem; font-weight: var(--pq-weight-medium); }
      .many { grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); column-gap: var(--pq-3); }
      .many legend { grid-column: 1 / -1; }
      label { display: flex; align-items: center; gap: 0.5rem; min-block-size: var(--pq-target-dense); min-inline-size: 0; }
      label span { overflow-wrap: anywhere; }
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
    const { speech, table, phase, info, masked, shelved } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { columns } = phase.list.loaded.summary;
    const chosen = table.columns ?? { own: ownColumns, list: [] };
    const set = (change: Partial<TableSetup>): void => this.session.settings.setTable({ ...table, ...change });
    const box = (name: string, on: boolean, change: (on: boolean) => void): TemplateResult => html`<label><input type="checkbox" .checked=${on} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><span dir="auto">${name}</span></label>`;
    const withOr = <T extends string>(list: readonly T[], entry: T, on: boolean): readonly T[] => (on ? [...list, entry] : list.filter((other) => other !== entry));
    return html`<dialog aria-labelledby="table-title">
      <div class="head"><h2 id="table-title">${speech.say("tb.title")}</h2><button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${this.#close}>${icons.close()}</button></div>
      <div class="page">
        <fieldset><legend>${speech.say("tb.form")}</legend>${forms.map((form) => html`<label><input type="radio" name="form" value=${form} .checked=${table.form === form} @change=${() => set({ form })} /><span>${speech.say(`tb.form.${form}`, { count: rowsAPage })}</span></label>`)}</fieldset>
        ${box(speech.say("tb.auto"), table.columns === null, (on) => set({ columns: on ? null : { own: ownColumns, list: [] } }))}
        <fieldset class="many"><legend>${speech.say("tb.own")}</legend>${ownColumns.map((key) => box(speech.say(`column.${key}`), chosen.own.includes(key), (on) => set({ columns: { ...chosen, own: withOr(chosen.own, key, on) } })))}</fieldset>
        <fieldset class="many"><legend>${speech.say("tb.list")}</legend>${columns.map((column) => (masked && isPersonal(column.field, info) ? nothing : box(column.name, chosen.list.includes(column.name), (on) => set({ columns: { ...chosen, list: withOr(chosen.list, column.name, on) } }))))}</fieldset>
        <p class="soft">${speech.say("tb.hint")}</p>
        ${box(speech.say("shelf.label"), shelved, (on) => this.session.settings.shelve(on))}
      </div>
    </dialog>`;
  }
}
customElements.define("pq-table", TableDialog);
