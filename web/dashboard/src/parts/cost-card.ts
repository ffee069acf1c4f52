// What leads cost by source: a person types or pastes what each source cost; a value leads to its leads.
import { css, html, nothing, type TemplateResult } from "lit";
import type { CourseColumns } from "prequal-engine";
import type { ColumnValues } from "../engine/list-engine.ts";
import { costRows, parseAmount, parseCosts, type CostRow } from "../insights/costs.ts";
import { isPersonal } from "../lead/masking.ts";
import { Part } from "../state/context.ts";
import { conditionText } from "../state/query.ts";
import type { OpenList } from "../state/store.ts";
import { shared } from "../styles/shared.ts";
import { tableStyles } from "../styles/tables.ts";

const mostRows = 20;
const sources = ["source.channel", "source.campaign"];

export class CostCard extends Part {
  static override properties = { ...Part.properties, column: { state: true }, values: { state: true }, courses: { state: true }, pasted: { state: true } };
  declare column: number;
  declare values: ColumnValues | null;
  declare courses: CourseColumns | null;
  /** What came of the last paste. */
  declare pasted: string;
  #list: OpenList | null = null;

  constructor() {
    super();
    this.column = -1;
    this.values = null;
    this.courses = null;
    this.pasted = "";
  }

  static override styles = [
    shared,
    tableStyles,
    css`
      .row { display: flex; flex-wrap: wrap; gap: var(--pq-2) var(--pq-4); font-size: var(--pq-text-sm); }
      .row label { display: inline-flex; align-items: center; gap: var(--pq-2); }
      input { inline-size: 6rem; min-block-size: var(--pq-target-dense); padding: 0.125rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); text-align: end; font-variant-numeric: tabular-nums; }
      td small { display: block; color: var(--pq-ink-3); font-size: var(--pq-text-xs); }
      details summary { cursor: pointer; color: var(--pq-ink-2); font-size: var(--pq-text-sm); }
      form { display: grid; gap: var(--pq-2); justify-items: start; padding-block-start: var(--pq-2); font-size: var(--pq-text-sm); }
      textarea { inline-size: 100%; min-block-size: 5rem; }
      form label { display: grid; gap: 0.1875rem; inline-size: 100%; }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === null || list === this.#list) return;
    this.#list = list;
    this.courses = null;
    const { columns } = list.loaded.summary;
    void this.#choose(sources.map((field) => columns.findIndex((column) => column.field === field)).find((at) => at >= 0) ?? -1);
    void this.session.courses().then((courses) => {
      if (this.#list === list) this.courses = courses;
    });
  }
  async #choose(column: number): Promise<void> {
    this.column = column;
    this.values = null;
    if (column < 0) return;
    const values = await this.session.queue.values(column);
    if (this.column === column) this.values = values;
  }

  override render(): TemplateResult {
    const { speech, phase, info, shown, masked, costs } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { columns } = phase.list.loaded.summary;
    // A column that was chosen before names were hidden is hidden as well.
    const hidden = masked && isPersonal(columns[this.column]?.field ?? null, info);
    const name = columns[this.column]?.name ?? "";
    const known = costs.get(name) ?? new Map<string, number>();
    const rows = this.values === null || hidden ? [] : costRows(this.values, phase.list.loaded.columns, this.courses, shown, info.levels.indexOf("high"), known);
    return html`<section class="card" data-card="costs"><h3>${speech.say("co.title")}</h3><p class="finding">${this.#finding(rows)}</p>
      <div class="row"><label>${speech.say("co.column")}<select @change=${(event: Event) => void this.#choose(Number((event.target as HTMLSelectElement).value))}>
        <option value="-1" .selected=${this.column < 0}></option>${columns.map((entry, i) => (isPersonal(entry.field, info) ? nothing : html`<option value=${i} .selected=${i === this.column}>${entry.name}</option>`))}</select></label></div>
      ${rows.length === 0 ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("co.title")}><table>
        <thead><tr><th scope="col">${speech.say("so.value")}</th><th scope="col" class="n">${speech.say("co.cost")}</th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say("co.lead")}</th><th scope="col" class="n">${speech.say("co.high")}</th><th scope="col" class="n">${speech.say("co.converted")}</th></tr></thead>
        <tbody>${rows.slice(0, mostRows).map((row) => this.#row(name, row))}</tbody></table></div>
        <details><summary>${speech.say("co.paste")}</summary><form @submit=${(event: SubmitEvent) => this.#onPaste(event, name)}><label>${speech.say("co.paste.label")}<textarea name="costs" spellcheck="false" autocomplete="off"></textarea></label>
          <button class="button" type="submit">${speech.say("co.paste.go")}</button><p role="status">${this.pasted}</p></form></details>
        <p class="note">${speech.say("co.note")}</p>`}
    </section>`;
  }

  #money(amount: number | null): string {
    return amount === null ? "" : this.speech.number(amount < 10 ? Math.round(amount * 100) / 100 : Math.round(amount));
  }
  #finding(rows: readonly CostRow[]): string {
    const { speech } = this;
    const costed = rows.filter((row) => row.cost !== null);
    if (costed.length === 0) return speech.say("co.none");
    const all = this.#money(costed.reduce((sum, row) => sum + (row.cost ?? 0), 0));
    const [best] = costed.filter((row) => row.perHigh !== null).toSorted((a, b) => (a.perHigh ?? 0) - (b.perHigh ?? 0));
    return best === undefined ? speech.say("co.nohigh", { all }) : speech.say("co.finding", { value: best.value === "" ? speech.say("columns.empty") : best.value, cost: this.#money(best.perHigh), all });
  }
  #row(column: string, row: CostRow): TemplateResult {
    const { speech } = this;
    const name = row.value === "" ? speech.say("columns.empty") : row.value;
    const show = (): void => {
      this.session.show("queue");
      void this.session.queue.search(conditionText(column, row.value));
    };
    return html`<tr><th scope="row" dir="auto">${row.value === "" ? name : html`<button class="link" type="button" aria-label=${speech.say("in.show", { name })} @click=${show}>${name}</button>`}</th>
      <td class="n"><input type="text" inputmode="decimal" autocomplete="off" aria-label=${speech.say("co.cost.of", { value: name })} .value=${row.cost === null ? "" : this.#money(row.cost)} @change=${(event: Event) => this.session.setCosts(column, new Map([[row.value, parseAmount((event.target as HTMLInputElement).value)]]))} /></td>
      <td class="n">${speech.number(row.leads)}</td><td class="n">${this.#money(row.perLead)}</td>
      <td class="n">${this.#money(row.perHigh)}${row.perHighMost === null || row.perHigh === null ? nothing : html`<small>${speech.say("co.most", { cost: this.#money(row.perHighMost) })}</small>`}</td>
      <td class="n">${this.#money(row.perConverted)}</td></tr>`;
  }
  #onPaste(event: SubmitEvent, column: string): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const found = parseCosts(String(new FormData(form).get("costs") ?? ""));
    const known = [...found].filter(([value]) => this.values?.values.includes(value) === true);
    this.session.setCosts(column, new Map(known));
    this.pasted = this.speech.say("co.paste.done", { count: known.length, unknown: found.size - known.length });
    if (known.length > 0) form.reset();
  }
}
customElements.define("pq-costs", CostCard);
