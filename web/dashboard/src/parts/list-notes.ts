// What was found out about the list itself: which column was read as what, and which records had problems.
import { css, html, nothing, type TemplateResult } from "lit";
import { fieldText } from "../lead/wording.ts";
import { Part } from "../state/context.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import type { TextKey } from "../texts/en.ts";
import "./list-problems.ts";

export class ListNotes extends Part {
  static override styles = [
    shared,
    dialogStyles,
    css`
      h3 { font-size: var(--pq-text-md); margin-block-end: var(--pq-2); }
      table { inline-size: 100%; border-collapse: collapse; }
      th, td { padding: 0.3125rem var(--pq-3) 0.3125rem 0; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--pq-line-soft); font-weight: inherit; overflow-wrap: anywhere; }
      .change { margin-block-start: var(--pq-3); }
      thead th { font-size: var(--pq-text-xs); color: var(--pq-ink-3); font-weight: var(--pq-weight-medium); }
    `,
  ];

  open(): void {
    this.renderRoot.querySelector("dialog")?.showModal();
  }

  override render(): TemplateResult {
    const { speech, phase, info } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { summary, problems } = phase.list.loaded;
    const close = (): void => this.renderRoot.querySelector("dialog")?.close();
    return html`<dialog aria-labelledby="notes-title">
      <div class="head"><h2 id="notes-title">${speech.say("notes.title")}</h2><button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${close}>${icons.close()}</button></div>
      <div class="page">
        ${problems.length === 0 && this.session.cells.count === 0 ? nothing : html`<div><h3>${speech.say("notes.problems")}</h3><pq-problems .session=${this.session}></pq-problems></div>`}
        <div><h3>${speech.say("notes.columns")}</h3>
          <table><thead><tr><th scope="col">${speech.say("notes.column")}</th><th scope="col">${speech.say("notes.feeds")}</th><th scope="col">${speech.say("notes.by")}</th></tr></thead>
          <tbody>${summary.columns.map(
            (column) => html`<tr><th scope="row" dir="auto">${column.name}</th><td>${column.field === null
              ? html`<span class="soft">${speech.say("notes.unused")}</span>`
              : fieldText(column.field, info, speech)}</td><td class="soft">${column.field === null ? nothing : speech.say(`notes.by.${column.how}` as TextKey)}</td></tr>`,
          )}</tbody></table>
          <p class="change"><button class="button" type="button" @click=${() => { close(); void this.session.reviewMapping(); }}>${speech.say("map.change")}</button></p></div>
      </div>
    </dialog>`;
  }
}
customElements.define("pq-notes", ListNotes);
