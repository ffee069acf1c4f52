// The leads as a plain table in pages: for those who read it aloud, print it, or would rather not have a grid.
import { css, html, nothing, type TemplateResult } from "lit";
import { leadColumns, type LeadColumn } from "../state/lead-columns.ts";
import { standingOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { icons, markStyles } from "../styles/marks.ts";
import { barStyles } from "../styles/score-bar.ts";
import { shared } from "../styles/shared.ts";
import { ShownValues } from "./column-values.ts";
import { cellOf, cellStyles, columnName, orderBy, titleText, type Row } from "./row-cells.ts";

export const rowsAPage = 100;

export class PlainTable extends Part {
  static override properties = { ...Part.properties, page: { state: true } };
  declare page: number;
  #shown: Uint32Array | null = null;
  #values = new ShownValues(this);
  #at = -1;

  constructor() {
    super();
    this.page = 0;
  }

  static override styles = [
    shared,
    markStyles,
    barStyles,
    cellStyles,
    css`
      :host { display: grid; grid-template-rows: minmax(0, 1fr) auto; gap: var(--pq-2); min-block-size: 0; min-inline-size: 0; font-size: var(--pq-text-sm); line-height: 1.35; }
      .scroll { position: relative; overflow: auto; background: var(--pq-surface); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); }
      table { inline-size: 100%; border-collapse: collapse; }
      th, td { padding: 0.4375rem 0.75rem; text-align: start; vertical-align: middle; font-weight: inherit; border-block-end: 1px solid var(--pq-line-soft); }
      thead th { position: sticky; inset-block-start: 0; z-index: 1; padding-inline: 0.25rem; background: var(--pq-surface); color: var(--pq-ink-2); font-size: var(--pq-text-xs); font-weight: var(--pq-weight-medium); white-space: nowrap; box-shadow: inset 0 -1px var(--pq-line); }
      thead button { display: inline-flex; align-items: center; gap: 0.25rem; min-block-size: 1.75rem; padding: 0 0.5rem; border: 0; background: none; border-radius: var(--pq-radius-sm); cursor: pointer; font-weight: inherit; }
      thead th > span { padding-inline: 0.5rem; }
      thead button:hover { background: var(--pq-hover); }
      tbody th { min-inline-size: 15rem; max-inline-size: 22rem; }
      tbody tr:hover { background: var(--pq-hover); }
      tbody tr[data-current] { background: var(--pq-chosen); }
      tbody th[scope="rowgroup"] { background: var(--pq-sunken); font-weight: var(--pq-weight-strong); max-inline-size: none; }
      tbody th small { color: var(--pq-ink-3); font-size: var(--pq-text-xs); font-weight: var(--pq-weight-regular); }
      td[data-key="total"], td[data-key="fit"], td[data-key="intent"] { min-inline-size: 6.5rem; }
      td[data-key="reasons"] { min-inline-size: 10rem; max-inline-size: 18rem; }
      td[data-key="list"] { max-inline-size: 16rem; overflow-wrap: anywhere; }
      .titled { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: 0.625rem; }
      .pick { margin: 0; inline-size: 1rem; block-size: 1rem; accent-color: var(--pq-accent); }
      .open { display: block; inline-size: 100%; min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--pq-accent); text-align: start; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; overflow-wrap: anywhere; }
      nav { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); }
      @media print { .scroll { overflow: visible; } nav { display: none; } }
    `,
  ];

  override willUpdate(): void {
    const { shown } = this.state;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.page = 0;
    this.#at = -1;
  }

  override render(): TemplateResult {
    const { speech, phase, info, shown, table, masked, groups, sort, thenBy } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { list } = phase;
    const columns = leadColumns(table, list.loaded.summary.columns, info, masked);
    this.#values.want(list, columns);
    const first = this.page * rowsAPage;
    const leads = shown.subarray(first, first + rowsAPage);
    void this.session.wantTitles([...leads]);
    const head = (column: LeadColumn): TemplateResult => {
      const on = column.sort !== null && sort.key === column.sort;
      const then = thenBy.findIndex((entry) => entry.key === column.sort);
      return html`<th scope="col" aria-sort=${column.sort === null ? nothing : on ? (sort.down ? "descending" : "ascending") : "none"}>${column.sort === null ? html`<span dir="auto">${columnName(column, speech)}</span>`
        : html`<button type="button" @click=${(event: MouseEvent) => orderBy(this.session, column.sort, event.shiftKey)}>${columnName(column, speech)}${on ? (sort.down ? icons.down() : icons.up()) : nothing}${then < 0 ? nothing : html`<small>${then + 2}</small>`}</button>`}</th>`;
    };
    const body = [...leads].map((lead, i) => {
      const group = groups.find((entry) => entry.first === first + i) ?? (i === 0 ? groups.findLast((entry) => entry.first <= first) : undefined);
      return html`${group === undefined ? nothing : html`<tr><th scope="rowgroup" colspan=${columns.length} dir="auto">${group.name} <small>${speech.say("shown.all", { count: group.count })}</small></th></tr>`}${this.#row(list, columns, lead, first + i)}`;
    });
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("grid.label")}><table><caption class="visually-hidden">${this.#span(first)}</caption><thead><tr>${columns.map(head)}</tr></thead><tbody>${body}</tbody></table></div>
      ${shown.length <= rowsAPage ? nothing : html`<nav aria-label=${speech.say("pt.pages")}><button class="button" type="button" ?disabled=${this.page === 0} @click=${() => this.#turn(-1)}>${speech.say("pt.previous")}</button>
        <span role="status">${this.#span(first)}</span><button class="button" type="button" ?disabled=${first + rowsAPage >= shown.length} @click=${() => this.#turn(1)}>${speech.say("pt.next")}</button></nav>`}`;
  }
  #span(first: number): string {
    const { speech, shown } = this.state;
    return speech.say("pt.page", { first: first + 1, last: Math.min(first + rowsAPage, shown.length), count: shown.length });
  }
  #turn(by: number): void {
    this.page += by;
    this.renderRoot.querySelector(".scroll")?.scrollTo({ top: 0 });
  }

  #row(list: OpenList, columns: readonly LeadColumn[], lead: number, place: number): TemplateResult {
    const { info, chosen, selected, speech, trail } = this.state;
    if (info === null) return html``;
    const row: Row = { lead, row: list.loaded.rows[lead] ?? 0, title: list.titles.get(lead), columns: list.loaded.columns, info, state: this.state, session: this.session, standing: standingOf(trail) };
    const pick = (event: MouseEvent): void => {
      if (event.shiftKey) this.session.picked.extendTo(lead);
      else this.session.picked.toggle(lead);
    };
    const open = (): void => {
      this.#at = place;
      this.session.select(lead);
      this.dispatchEvent(new CustomEvent("lead-open"));
    };
    const titled = html`<div class="titled"><input class="pick" type="checkbox" aria-label=${speech.say("choose.lead", { row: row.row })} .checked=${chosen.has(lead)} @click=${pick} /><div><button class="open" type="button" data-place=${place} dir="auto" @focus=${() => { this.#at = place; }} @click=${open}>${titleText(row)}</button><span class="sub" dir="auto">${this.state.masked ? "" : (row.title?.sub ?? "")}</span></div></div>`;
    return html`<tr ?data-current=${lead === selected}>${columns.map((column) => (column.key === "title" ? html`<th scope="row">${titled}</th>` : html`<td data-key=${column.key}>${column.key !== "list" ? cellOf(column.key, row) : html`<span dir="auto">${this.#values.of(column.at, lead)}</span>`}</td>`))}</tr>`;
  }

  /** Place among the shown leads of the one that has, or had, the focus; -1 is none. */
  get row(): number {
    return this.#at;
  }
  async focusRow(at: number): Promise<void> {
    this.page = Math.floor(at / rowsAPage);
    this.#at = at;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-place="${at}"]`)?.focus();
  }
  async focusLead(lead: number): Promise<void> {
    const at = this.state.shown.indexOf(lead);
    if (at >= 0) await this.focusRow(at);
  }
}
customElements.define("pq-plain", PlainTable);
