// The values of one column of the list with how many of the shown leads have each; a value goes into the query box.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ColumnValues } from "../engine/list-engine.ts";
import { isPersonal } from "../lead/masking.ts";
import { Part } from "../state/context.ts";
import { conditionText } from "../state/query.ts";
import { shared } from "../styles/shared.ts";

const most = 24;

export class ColumnFacets extends Part {
  static override properties = { ...Part.properties, column: { state: true }, values: { state: true } };
  declare column: number;
  declare values: ColumnValues | null;
  #list: unknown = null;

  constructor() {
    super();
    this.column = -1;
    this.values = null;
  }

  static override styles = [
    shared,
    css`
      details { border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); font-size: var(--pq-text-sm); }
      summary { padding: 0.375rem 0.75rem; cursor: pointer; color: var(--pq-ink-2); }
      .body { display: grid; gap: var(--pq-2); padding: 0 0.75rem 0.75rem; }
      label { display: inline-flex; align-items: center; gap: 0.5rem; color: var(--pq-ink-2); }
      ul { display: flex; flex-wrap: wrap; gap: 0.375rem; }
      .value { display: inline-flex; align-items: center; gap: 0.375rem; max-inline-size: 20rem; min-block-size: 1.75rem; padding: 0 0.5rem; border: 1px solid var(--pq-line-control); border-radius: 99px; background: none; cursor: pointer; }
      .value:hover { background: var(--pq-hover); }
      .value span { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .value b { font-variant-numeric: tabular-nums; color: var(--pq-ink-2); font-weight: var(--pq-weight-medium); }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === this.#list) return;
    this.#list = list;
    this.column = -1;
    this.values = null;
  }

  async #choose(column: number): Promise<void> {
    this.column = column;
    this.values = null;
    if (column < 0) return;
    const values = await this.session.queue.values(column);
    if (this.column === column) this.values = values;
  }

  override render(): TemplateResult {
    const { speech, phase, info, masked } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { columns } = phase.list.loaded.summary;
    // A column that was chosen before names were hidden is hidden as well.
    const hidden = masked && isPersonal(columns[this.column]?.field ?? null, info);
    return html`<details><summary>${speech.say("columns.facets")}</summary><div class="body">
      <label>${speech.say("columns.pick")}<select @change=${(event: Event) => void this.#choose(Number((event.target as HTMLSelectElement).value))}>
        <option value="-1" .selected=${this.column < 0}></option>
        ${columns.map((column, i) => (masked && isPersonal(column.field, info) ? nothing : html`<option value=${i} .selected=${this.column === i}>${column.name}</option>`))}
      </select></label>
      ${this.values === null || hidden ? nothing : this.#values(this.values, columns[this.column]?.name ?? "")}
    </div></details>`;
  }

  #values(values: ColumnValues, column: string): TemplateResult {
    const { speech, shown } = this.state;
    const counts = new Uint32Array(values.values.length);
    for (const lead of shown) ++counts[values.codes[lead] ?? 0]!;
    const order = [...counts.keys()].filter((code) => counts[code]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b);
    return html`<ul>${order.slice(0, most).map((code) => {
      const value = values.values[code] ?? "";
      return html`<li><button class="value" type="button" ?disabled=${value === ""} @click=${() => this.#add(column, value)}><span dir="auto">${value === "" ? speech.say("columns.empty") : value}</span><b>${speech.number(counts[code]!)}</b></button></li>`;
    })}</ul>${order.length > most ? html`<p class="soft">${speech.say("columns.more", { count: order.length - most })}</p>` : nothing}`;
  }

  #add(column: string, value: string): void {
    const { query } = this.state;
    void this.session.queue.search(`${query} ${conditionText(column, value)}`.trim());
  }
}
customElements.define("pq-column-facets", ColumnFacets);
