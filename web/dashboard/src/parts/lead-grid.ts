// The table of leads: only rows in sight are in the page; the keyboard moves cell by cell (one tab stop), Enter opens a lead.
import { css, html, nothing, type TemplateResult } from "lit";
import { place } from "./place.ts";
import { standingOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import { repeat } from "lit/directives/repeat.js";
import { leadColumns, type LeadColumn } from "../state/lead-columns.ts";
import type { OpenList } from "../state/store.ts";
import type { Sort } from "../state/view.ts";
import { barStyles } from "../styles/score-bar.ts";
import { icons, markStyles } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { ShownValues } from "./column-values.ts";
import { cellOf, cellStyles, columnName, orderBy, titleCell, type Row } from "./row-cells.ts";
import { VirtualRows } from "./virtual-rows.ts";

/** Of each column: its track, and the least room that it needs, in rem. */
const tracks: Readonly<Record<LeadColumn["key"], readonly [track: string, least: number]>> = {
  title: ["minmax(14rem, 2.4fr)", 14], band: ["7.25rem", 7.25], total: ["7.5rem", 7.5], fit: ["6.25rem", 6.25], intent: ["6.25rem", 6.25], status: ["7.5rem", 7.5], reasons: ["minmax(10rem, 2.2fr)", 10], lane: ["6.5rem", 6.5], list: ["minmax(9rem, 1.2fr)", 9],
};
const rowSize = 48;
const headSize = 37;
const header = -1;

export class LeadGrid extends Part {
  #rows = new VirtualRows(this, () => {
    const scroller = this.renderRoot?.querySelector(".scroller") ?? null;
    return scroller === null ? null : { count: this.#count, rowSize, scroller, start: headSize, covered: headSize, keep: this.#at.row };
  });
  #at = { row: header, column: 0 };
  #shown: Uint32Array | null = null;
  #columns: readonly LeadColumn[] = [];
  #values = new ShownValues(this);

  // ---- Lines: leads, and headings of groups ------------------------------------------------------------------------------

  get #count(): number {
    return this.state.lines?.length ?? this.state.shown.length;
  }
  /** Place of the lead among those shown, or below 0 for a heading. */
  #placeOf(line: number): number {
    return this.state.lines === null ? line : (this.state.lines[line] ?? -1);
  }
  #leadAt(line: number): number | undefined {
    const at = this.#placeOf(line);
    return at < 0 ? undefined : this.state.shown[at];
  }
  #lineOf(at: number): number {
    return this.state.lines === null ? at : this.state.lines.indexOf(at);
  }

  static override styles = [
    shared,
    markStyles,
    barStyles,
    cellStyles,
    css`
      :host { display: grid; min-block-size: 0; min-inline-size: 0; container: grid / inline-size; font-size: var(--pq-text-sm); line-height: 1.35; }
      .scroller { overflow: auto; background: var(--pq-surface); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); scrollbar-gutter: stable; scroll-padding-block-start: 2.5rem; }
      .line { display: grid; grid-template-columns: var(--columns, minmax(11rem, 2.4fr) 7.25rem 7.5rem 6.25rem 6.25rem 7.5rem minmax(9rem, 2.2fr) 6.5rem); min-inline-size: 100%; }
      .head { position: sticky; inset-block-start: 0; z-index: 2; background: var(--pq-surface); border-block-end: 1px solid var(--pq-line); }
      .columnheader { display: flex; align-items: center; block-size: ${headSize - 1}px; padding-inline: 0.25rem; color: var(--pq-ink-2); font-size: var(--pq-text-xs); font-weight: var(--pq-weight-medium); }
      .columnheader > span { padding-inline: 0.5rem; }
      .columnheader button { display: inline-flex; align-items: center; gap: 0.25rem; min-block-size: 1.75rem; padding: 0 0.5rem; border: 0; background: none; border-radius: var(--pq-radius-sm); cursor: pointer; font-weight: inherit; }
      .columnheader button:hover { background: var(--pq-hover); color: var(--pq-ink); }
      .columnheader[aria-sort="ascending"] button, .columnheader[aria-sort="descending"] button { color: var(--pq-ink); font-weight: var(--pq-weight-strong); }
      .body { position: relative; }
      .row { position: absolute; inset-inline: 0; block-size: ${rowSize}px; border-block-end: 1px solid var(--pq-line-soft); cursor: pointer; }
      .row:hover { background: var(--pq-hover); }
      .row[aria-selected="true"] { background: var(--pq-chosen); }
      .row[aria-current="true"] { background: var(--pq-chosen); box-shadow: inset 3px 0 0 var(--pq-accent); }
      .group { display: flex; align-items: center; padding-inline: 0.25rem; background: var(--pq-sunken); }
      .group .heading { display: flex; align-items: center; gap: var(--pq-2); flex: 1; min-inline-size: 0; }
      .group button { display: inline-flex; align-items: center; gap: var(--pq-2); min-inline-size: 0; min-block-size: 2rem; padding: 0 0.5rem; border: 0; background: none; cursor: pointer; font-weight: var(--pq-weight-strong); }
      .group button span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .group .icon { transition: rotate 120ms; rotate: -90deg; }
      .group button[aria-expanded="false"] .icon { rotate: 180deg; }
      .group small { color: var(--pq-ink-3); font-variant-numeric: tabular-nums; font-size: var(--pq-text-xs); font-weight: var(--pq-weight-regular); }
      .pick { margin: 0; inline-size: 1rem; block-size: 1rem; flex: none; accent-color: var(--pq-accent); }
      .titled { display: grid; grid-template-columns: auto minmax(0, 1fr); align-items: center; gap: 0.625rem; min-inline-size: 0; }
      .titled > div { min-inline-size: 0; }
      .cell { display: grid; align-content: center; padding-inline: 0.75rem; min-inline-size: 0; overflow: hidden; }
      .cell:focus-visible { outline-offset: -2px; }
      .cell[data-key="status"], .cell[data-key="lane"] { color: var(--pq-ink-2); }
      .score { margin-block-end: 0.1875rem; }
      @container grid (min-width: 68rem) {
        .reasons .chip + .chip { display: inline-flex; }
        .reasons .in-wide { display: inline; }
        .reasons .in-narrow { display: none; }
      }
      @container grid (max-width: 68rem) {
        .grid:not([data-chosen]) .line { grid-template-columns: minmax(10rem, 2.2fr) 7.25rem 7.25rem 5.75rem 5.75rem 7.25rem minmax(8rem, 1.8fr); }
        .grid:not([data-chosen]) [data-key="lane"] { display: none; }
      }
      @container grid (max-width: 58rem) {
        .grid:not([data-chosen]) .line { grid-template-columns: minmax(10rem, 2fr) 7.25rem 7.25rem 5.75rem 5.75rem minmax(8rem, 1.4fr); }
        .grid:not([data-chosen]) [data-key="status"] { display: none; }
      }
      @container grid (max-width: 48rem) {
        .grid:not([data-chosen]) .line { grid-template-columns: minmax(9rem, 2fr) 7.25rem 7.25rem minmax(7.5rem, 1.3fr); }
        .grid:not([data-chosen]) :is([data-key="fit"], [data-key="intent"]) { display: none; }
      }
      @media (forced-colors: active) { .row[aria-selected="true"] { outline: 2px solid Highlight; outline-offset: -2px; } }
    `,
  ];

  /** A person's own choice of columns, or what room allows. */
  #arrange(list: OpenList): { readonly template: string; readonly least: string } {
    const { table, info, masked } = this.state;
    this.#columns = info === null ? [] : leadColumns(table, list.loaded.summary.columns, info, masked);
    this.#values.want(list, this.#columns);
    const chosen = table.columns !== null;
    if (this.#at.column >= this.#columns.length) this.#at = { row: this.#at.row, column: 0 };
    if (!chosen) return { template: "", least: "" };
    return { template: this.#columns.map((column) => tracks[column.key][0]).join(" "), least: `${this.#columns.reduce((sum, column) => sum + tracks[column.key][1], 0)}rem` };
  }

  override render(): TemplateResult {
    const { speech, sort, phase } = this.state;
    if (phase.kind !== "ready") return html``;
    const at = this.#arrange(phase.list);
    return html`<div class="scroller">
      <div role="grid" class="grid" ?data-chosen=${this.state.table.columns !== null} ${place(at)} aria-label=${speech.say("grid.label")} aria-describedby="help" aria-rowcount=${this.#count + 1} aria-colcount=${this.#columns.length} aria-multiselectable="true" @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        <div role="rowgroup" class="head"><div role="row" class="line" aria-rowindex="1">${this.#columns.map((column, i) => this.#header(column, i, sort))}</div></div>
        <div role="rowgroup" class="body" ${place({ height: this.#rows.height })}>
          ${repeat(this.#rows.items, (item) => item.index, (item) => this.#row(item.index, item.start - headSize))}
        </div>
      </div>
    </div><p class="visually-hidden" id="help">${speech.say("grid.help")}</p>`;
  }

  #header(column: LeadColumn, index: number, sort: Sort): TemplateResult {
    const { speech } = this;
    const { thenBy } = this.state;
    const on = column.sort !== null && sort.key === column.sort;
    const then = thenBy.findIndex((entry) => entry.key === column.sort);
    const tab = this.#at.row === header && this.#at.column === index ? "0" : "-1";
    const name = columnName(column, speech);
    return html`<div role="columnheader" class="columnheader" data-key=${column.key} data-row=${header} data-column=${index} aria-colindex=${index + 1}
        aria-sort=${column.sort === null ? nothing : on ? (sort.down ? "descending" : "ascending") : "none"} tabindex=${column.sort === null ? tab : nothing}>
      ${column.sort === null
        ? html`<span dir="auto">${name}</span>`
        : html`<button type="button" tabindex=${tab} @click=${(event: MouseEvent) => orderBy(this.session, column.sort, event.shiftKey)}>${name}${on ? (sort.down ? icons.down() : icons.up()) : nothing}${then < 0 ? nothing : html`<small>${then + 2}</small>${thenBy[then]!.down ? icons.down() : icons.up()}`}</button>`}
    </div>`;
  }

  #row(index: number, start: number): TemplateResult {
    const { phase, info, selected, chosen, speech } = this.state;
    if (this.#placeOf(index) < 0) return this.#heading(index, start);
    const lead = this.#leadAt(index);
    if (phase.kind !== "ready" || info === null || lead === undefined) return html``;
    const { list } = phase;
    const row: Row = { lead, row: list.loaded.rows[lead] ?? 0, title: list.titles.get(lead), columns: list.loaded.columns, info, state: this.state, session: this.session, standing: standingOf(this.state.trail) };
    const picked = chosen.has(lead);
    const pick = (event: MouseEvent): void => {
      event.stopPropagation();
      if (event.shiftKey) this.session.picked.extendTo(lead);
      else this.session.picked.toggle(lead);
    };
    // The box repeats for the mouse what X does for the keyboard; it is no stop of its own.
    const box = html`<input class="pick" type="checkbox" tabindex="-1" aria-label=${speech.say("choose.lead", { row: row.row })} .checked=${picked} @click=${pick} />`;
    return html`<div role="row" class="line row" aria-rowindex=${index + 2} aria-selected=${picked ? "true" : "false"} aria-current=${lead === selected ? "true" : nothing} ${place({ top: start })} @click=${() => this.#open(index)}>
      ${this.#columns.map(
        (column, i) => html`<div role="gridcell" class="cell" data-key=${column.key} data-row=${index} data-column=${i} aria-colindex=${i + 1} tabindex=${this.#at.row === index && this.#at.column === i ? "0" : "-1"}>${
          column.key === "title" ? html`<div class="titled">${box}<div>${titleCell(row)}</div></div>` : column.key === "list" ? html`<span class="cut" dir="auto">${this.#values.of(column.at, lead)}</span>` : cellOf(column.key, row)}</div>`,
      )}
    </div>`;
  }

  #heading(index: number, start: number): TemplateResult {
    const { speech, groups, closed } = this.state;
    const group = groups[-1 - this.#placeOf(index)];
    if (group === undefined) return html``;
    return html`<div role="row" class="row group" aria-rowindex=${index + 2} ${place({ top: start })}>
      <div role="gridcell" class="heading" aria-colindex="1" aria-colspan=${this.#columns.length} data-row=${index} data-column="0"><button type="button" tabindex=${this.#at.row === index ? "0" : "-1"} aria-expanded=${closed.has(group.code) ? "false" : "true"}
        @click=${() => this.session.queue.toggleGroup(group.code)}>${icons.back()}<span dir="auto">${group.name}</span><small>${speech.say("shown.all", { count: group.count })}</small></button></div></div>`;
  }

  override updated(): void {
    const { shown } = this.state;
    if (shown !== this.#shown) {
      // Another order or selection of rows: the focus stays in the table, the view goes to the top.
      const first = this.#shown === null;
      this.#shown = shown;
      if (this.#at.row >= this.#count) this.#at = { row: header, column: this.#at.column };
      if (!first) this.#rows.toTop();
    }
    void this.session.wantTitles(this.#rows.items.flatMap((item) => this.#leadAt(item.index) ?? []));
  }

  // ---- Doing -------------------------------------------------------------------------------------------------------------

  #open(index: number): void {
    const lead = this.#leadAt(index);
    if (lead === undefined) return;
    this.#at = { row: index, column: this.#at.column };
    this.session.select(lead);
    this.dispatchEvent(new CustomEvent("lead-open"));
  }

  /** Columns that the width leaves visible. */
  #visible(): number[] {
    return this.#columns.flatMap((_, i) => {
      const cell = this.renderRoot.querySelector<HTMLElement>(`.columnheader[data-column="${i}"]`);
      return cell !== null && cell.offsetParent !== null ? [i] : [];
    });
  }

  /** Place among the shown leads of the one that has, or had, the focus; -1 is none. */
  get row(): number {
    return this.#at.row < 0 ? -1 : this.#placeOf(this.#at.row);
  }
  /** Puts the focus on the lead at that place among those shown; its group is opened for that. */
  async focusRow(at: number): Promise<void> {
    const { groups, closed } = this.state;
    const group = groups.find((entry) => at >= entry.first && at < entry.first + entry.count);
    if (group !== undefined && closed.has(group.code)) this.session.queue.toggleGroup(group.code);
    await this.focusAt(this.#lineOf(at), 0);
  }
  async focusAt(row: number, column: number): Promise<void> {
    this.#at = { row, column };
    if (row >= 0) this.#rows.show(row);
    this.requestUpdate();
    await this.updateComplete;
    const cell = this.renderRoot.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${this.#placeOf(row) < 0 && row >= 0 ? 0 : column}"]`);
    (cell?.querySelector("button") ?? cell)?.focus({ preventScroll: row >= 0 });
  }
  /** Puts the focus on a lead, if it is shown. */
  async focusLead(lead: number): Promise<void> {
    const row = this.state.shown.indexOf(lead);
    if (row >= 0) await this.focusRow(row);
  }

  #onFocus(event: FocusEvent): void {
    const cell = (event.target as Element).closest<HTMLElement>("[data-row]");
    if (cell === null) return;
    this.#at = { row: Number(cell.dataset["row"]), column: Number(cell.dataset["column"]) };
    this.requestUpdate();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.metaKey) return;
    const visible = this.#visible();
    const last = this.#count - 1;
    const place = visible.indexOf(this.#at.column);
    let { row } = this.#at;
    let at = place;
    switch (event.key) {
      case "ArrowDown": row = Math.min(row + 1, last); break;
      case "ArrowUp": row = Math.max(row - 1, header); break;
      case "ArrowRight": at = Math.min(place + 1, visible.length - 1); break;
      case "ArrowLeft": at = Math.max(place - 1, 0); break;
      case "Home": at = 0; if (event.ctrlKey) row = Math.min(0, last); break;
      case "End": at = visible.length - 1; if (event.ctrlKey) row = last; break;
      case "PageDown": row = Math.min(Math.max(row, 0) + this.#rows.page, last); break;
      case "PageUp": row = Math.max(row - this.#rows.page, Math.min(0, last)); break;
      case "Enter":
      case " ":
        // The header and a heading have buttons of their own.
        if (row < 0 || this.#placeOf(row) < 0) return;
        this.#open(row);
        event.preventDefault();
        return;
      default: return;
    }
    event.preventDefault();
    void this.focusAt(row, visible[at] ?? 0);
  }
}
customElements.define("pq-grid", LeadGrid);
