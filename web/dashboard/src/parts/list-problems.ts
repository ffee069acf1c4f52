// What is wrong with records of the list: by level, with the record beside it to be put right or left out.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Problem } from "prequal-engine";
import { csvRow } from "../export/csv.ts";
import { saveFile } from "../export/save.ts";
import { isPersonal } from "../lead/masking.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { problemList, problemStyles } from "./problem-list.ts";

const levels = ["all", "error", "warning", "info"] as const;
type Level = (typeof levels)[number];
const atOnce = 50;

interface Cell {
  readonly column: string;
  readonly value: string;
}

export class ListProblems extends Part {
  static override properties = { ...Part.properties, level: { state: true }, record: { state: true }, cells: { state: true } };
  declare level: Level;
  /** The record that is looked at, from 1. */
  declare record: number | null;
  declare cells: readonly Cell[] | null;

  constructor() {
    super();
    this.level = "all";
    this.record = null;
    this.cells = null;
  }

  static override styles = [
    shared,
    problemStyles,
    css`
      :host { display: grid; gap: var(--pq-3); }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); }
      .row label { display: inline-flex; align-items: center; gap: 0.5rem; }
      .one { display: grid; gap: var(--pq-2); }
      .all { display: grid; gap: var(--pq-3); }
      .open { justify-self: start; }
      form { display: grid; gap: var(--pq-3); padding: var(--pq-3); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-sunken); }
      .cells { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); gap: var(--pq-2) var(--pq-3); }
      .cells label { display: grid; gap: 0.125rem; min-inline-size: 0; }
      .cells span { font-size: var(--pq-text-xs); color: var(--pq-ink-2); overflow-wrap: anywhere; }
      .cells input { inline-size: 100%; min-inline-size: 0; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, phase } = this.state;
    if (phase.kind !== "ready") return html``;
    const { problems } = phase.list.loaded;
    const shown = this.level === "all" ? problems : problems.filter((problem) => problem.severity === this.level);
    const count = (level: Level): number => (level === "all" ? problems.length : problems.filter((problem) => problem.severity === level).length);
    const fixes = this.session.cells.count;
    return html`<div class="row">
        <label><span aria-hidden="true">${speech.say("fix.filter")}</span><select aria-label=${speech.say("fix.filter")} @change=${(event: Event) => { this.level = (event.target as HTMLSelectElement).value as Level; }}>
          ${levels.map((level) => html`<option value=${level} .selected=${level === this.level}>${speech.say("facet.count", { name: speech.say(`fix.${level}`), count: count(level) })}</option>`)}</select></label>
        <button class="button" type="button" ?disabled=${problems.length === 0} @click=${() => saveFile("prequal-problems.csv", problemCsv(problems))}>${speech.say("fix.csv")}</button>
        ${fixes === 0 ? nothing : html`<button class="button" type="button" @click=${() => void this.session.cells.unfix()}>${speech.say("fix.undo", { count: fixes })}</button>`}
      </div>
      ${shown.length === 0 ? html`<p class="soft">${speech.say("fix.none")}</p>` : html`<div class="all">${shown.slice(0, atOnce).map((problem) => this.#one(problem))}</div>`}
      ${shown.length > atOnce ? html`<p class="soft">${speech.say("notes.more", { count: shown.length - atOnce })}</p>` : nothing}`;
  }

  #one(problem: Problem): TemplateResult {
    const { speech } = this;
    const { row } = problem;
    const open = row !== undefined && row > 0 && row === this.record;
    return html`<div class="one">${problemList(speech, [problem], 1)}
      ${row === undefined || row === 0 ? nothing : html`<button class="button open" type="button" aria-expanded=${open ? "true" : "false"} @click=${() => void this.#open(row)}>${speech.say("fix.open", { row })}</button>`}
      ${open && this.cells !== null ? this.#form(row, this.cells) : nothing}</div>`;
  }

  #form(row: number, cells: readonly Cell[]): TemplateResult {
    const { speech, masked, info, phase, trail } = this.state;
    const columns = phase.kind === "ready" ? phase.list.loaded.summary.columns : [];
    const hidden = (name: string): boolean => masked && info !== null && isPersonal(columns.find((column) => column.name === name)?.field ?? null, info);
    const decided = trail.length > 0;
    return html`<form @submit=${(event: SubmitEvent) => void this.#save(event, row, cells)}>
      ${cells.length === 0 ? html`<p>${speech.say("fix.unreadable")}</p>` : html`<div class="cells">${cells.map((cell, i) => (hidden(cell.column) || cell.column === "" ? nothing : html`<label><span dir="auto">${cell.column}</span><input name=${`cell-${i}`} autocomplete="off" spellcheck="false" .value=${cell.value} /></label>`))}</div>`}
      <div class="row">${cells.length === 0 ? nothing : html`<button class="button main" type="submit">${speech.say("fix.save")}</button>`}
        <button class="button" type="button" ?disabled=${decided} @click=${() => void this.session.cells.drop(row)}>${speech.say("fix.drop")}</button></div>
      ${decided ? html`<p class="soft">${speech.say("fix.drop.not")}</p>` : nothing}
    </form>`;
  }

  async #open(row: number): Promise<void> {
    this.record = this.record === row ? null : row;
    this.cells = null;
    if (this.record === null) return;
    const cells = await this.session.cells.recordCells(row);
    if (this.record === row) this.cells = cells;
  }
  async #save(event: SubmitEvent, row: number, cells: readonly Cell[]): Promise<void> {
    event.preventDefault();
    const { phase } = this.state;
    const data = new FormData(event.target as HTMLFormElement);
    // A record that could not be read is written anew as a whole: what is seen here is what was meant.
    const whole = phase.kind === "ready" && !phase.list.loaded.rows.includes(row);
    const changed = cells.flatMap((cell, i) => {
      const value = data.get(`cell-${i}`);
      return typeof value === "string" && (whole || value !== cell.value) ? [[cell.column, value] as const] : [];
    });
    if (changed.length > 0) await this.session.cells.fix(row, Object.fromEntries(changed));
  }
}
customElements.define("pq-problems", ListProblems);

/** Where and what; the engine's problems hold no value of the list. */
function problemCsv(problems: readonly Problem[]): Blob {
  const rows = problems.map((problem) => csvRow([String(problem.row ?? ""), String(problem.line ?? ""), problem.severity, problem.code, problem.message, problem.remedy]));
  return new Blob([csvRow(["row", "line", "level", "code", "message", "remedy"]), ...rows], { type: "text/csv" });
}
