// The list on a narrow screen: one card a lead, the page itself scrolls.
import { css, html, nothing, type TemplateResult } from "lit";
import { place } from "./place.ts";
import { standingOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import { markStyles } from "../styles/marks.ts";
import { barStyles } from "../styles/score-bar.ts";
import { shared } from "../styles/shared.ts";
import { bandCell, cellStyles, reasonsCell, scoreCell, titleCell, type Row } from "./row-cells.ts";
import { VirtualRows } from "./virtual-rows.ts";

const cardSize = 148;

export class LeadCards extends Part {
  #top = 0;
  #rows = new VirtualRows(this, () => ({ count: this.state.shown.length, rowSize: cardSize, scroller: null, start: this.#top, covered: 0, keep: -1 }));
  #shown: Uint32Array | null = null;

  static override styles = [
    shared,
    markStyles,
    barStyles,
    cellStyles,
    css`
      :host { font-size: var(--pq-text-sm); line-height: 1.35; }
      .list { position: relative; }
      li { position: absolute; inset-inline: 0; block-size: ${cardSize}px; padding-block-end: var(--pq-2); }
      .card { display: grid; grid-template-rows: auto 1fr auto; gap: 0.375rem; inline-size: 100%; block-size: 100%; padding: 0.625rem 0.75rem; text-align: start; border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); cursor: pointer; }
      .card:hover { border-color: var(--pq-line-control); }
      .top { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--pq-2); }
      .top > :last-child { text-align: end; }
      .scores { display: grid; grid-template-columns: 1.4fr 1fr 1fr; gap: var(--pq-3); align-content: center; }
      .scores .label { display: block; font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      .foot { display: flex; align-items: center; gap: 0.375rem; min-inline-size: 0; overflow: hidden; }
      .foot > .chip { flex: none; max-inline-size: 45%; white-space: nowrap; text-overflow: ellipsis; }
      .title { font-size: var(--pq-text-md); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, shown } = this.state;
    return html`<ul class="list" aria-label=${speech.say("grid.label")} ${place({ height: this.#rows.height })}>
      ${this.#rows.items.map((item) => this.#card(item.index, item.start - this.#top, shown.length))}
    </ul>`;
  }

  #card(index: number, start: number, count: number): TemplateResult {
    const { phase, info, shown, speech } = this.state;
    const lead = shown[index];
    if (phase.kind !== "ready" || info === null || lead === undefined) return html``;
    const { list } = phase;
    const row: Row = { lead, row: list.loaded.rows[lead] ?? 0, title: list.titles.get(lead), columns: list.loaded.columns, info, state: this.state, standing: standingOf(this.state.trail) };
    const group = this.state.groups.find((entry) => index >= entry.first && index < entry.first + entry.count);
    const score = (kind: "total" | "fit" | "intent"): TemplateResult => html`<span><span class="label">${speech.say(`column.${kind}`)}</span>${scoreCell(row, kind)}</span>`;
    return html`<li aria-setsize=${count} aria-posinset=${index + 1} ${place({ top: start })}>
      <button class="card" type="button" data-lead=${lead} @click=${() => this.#open(lead)}>
        <span class="top"><span class="cut">${titleCell(row)}</span><span>${bandCell(row)}</span></span>
        <span class="scores">${score("total")}${score("fit")}${score("intent")}</span>
        <span class="foot">${group === undefined ? nothing : html`<span class="chip" dir="auto">${group.name}</span>`}${reasonsCell(row)}</span>
      </button>
    </li>`;
  }

  override updated(): void {
    const { shown } = this.state;
    const top = Math.round(this.getBoundingClientRect().top + window.scrollY);
    if (top !== this.#top) {
      this.#top = top;
      this.requestUpdate();
    }
    if (shown !== this.#shown) {
      const first = this.#shown === null;
      this.#shown = shown;
      if (!first && window.scrollY > top) window.scrollTo({ top: top - 8 });
    }
    void this.session.wantTitles(this.#rows.items.flatMap((item) => shown[item.index] ?? []));
  }

  #open(lead: number): void {
    this.session.select(lead);
    this.dispatchEvent(new CustomEvent("lead-open"));
  }
  async focusLead(lead: number): Promise<void> {
    const row = this.state.shown.indexOf(lead);
    if (row < 0) return;
    this.#rows.show(row);
    await this.updateComplete;
    requestAnimationFrame(() => this.renderRoot.querySelector<HTMLElement>(`[data-lead="${lead}"]`)?.focus());
  }
}
customElements.define("pq-cards", LeadCards);
