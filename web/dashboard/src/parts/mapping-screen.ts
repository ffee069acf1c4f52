// What each column holds, before the list is read: what was found, by what, and a choice for each.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ListColumn, ProfileInfo } from "prequal-engine";
import { suggestions } from "../import/shapes.ts";
import { fieldText } from "../lead/wording.ts";
import { Part } from "../state/context.ts";
import type { MappingPhase } from "../state/store.ts";
import { icons, markStyles } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import type { TextKey } from "../texts/en.ts";
import type { Speech } from "../texts/speech.ts";
import { problemList, problemStyles } from "./problem-list.ts";

const delimiters: Readonly<Record<string, TextKey>> = { ",": "map.comma", ";": "map.semicolon", "\t": "map.tab", "|": "map.pipe" };
const encodings = { "utf-8": "UTF-8", "utf-16": "UTF-16", "windows-1252": "Windows-1252" };
const mostValues = 3;

export class MappingScreen extends Part {
  static override properties = { ...Part.properties, chosen: { state: true } };
  /** What a person chose, by the name of the column. */
  declare chosen: ReadonlyMap<string, string>;
  #phase: MappingPhase | null = null;
  #suggested: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    this.chosen = new Map();
  }

  static override styles = [
    shared,
    markStyles,
    problemStyles,
    css`
      :host { inline-size: min(64rem, 100%); margin-inline: auto; padding: var(--pq-5) var(--pq-page) var(--pq-7); font-size: var(--pq-text-sm); line-height: 1.45; min-inline-size: 0; }
      h2 { font-size: var(--pq-text-xl); overflow-wrap: anywhere; }
      .lead { color: var(--pq-ink-2); font-size: var(--pq-text-md); margin-block: var(--pq-1) var(--pq-4); }
      .found { color: var(--pq-ink-3); }
      .scroll { overflow-x: auto; border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); }
      table { inline-size: 100%; border-collapse: collapse; }
      th, td { padding: 0.4375rem 0.75rem; text-align: start; vertical-align: middle; border-block-end: 1px solid var(--pq-line-soft); font-weight: inherit; overflow-wrap: anywhere; }
      tbody tr:last-child > * { border-block-end: 0; }
      thead th { color: var(--pq-ink-3); font-size: var(--pq-text-xs); font-weight: var(--pq-weight-medium); }
      tbody th { font-weight: var(--pq-weight-medium); inline-size: 22%; }
      .values { color: var(--pq-ink-3); max-inline-size: 20rem; }
      .values span { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      select { inline-size: 100%; min-inline-size: 10rem; }
      tr[data-guess] select { border-color: var(--pq-mid); background-color: var(--pq-mid-soft); }
      .why { white-space: nowrap; color: var(--pq-ink-3); }
      .chip { white-space: normal; }
      .foot { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); margin-block-start: var(--pq-4); }
      .unfed { margin-block-start: var(--pq-3); color: var(--pq-ink-2); }
      .twice { color: var(--pq-out); font-weight: var(--pq-weight-medium); margin-block-start: var(--pq-3); }
      @media (max-width: 45rem) {
        thead { display: none; }
        tbody, tr, th, td { display: block; inline-size: auto; border: 0; padding-block: 0.125rem; }
        tbody th { inline-size: auto; padding-block-start: 0.625rem; }
        tr { border-block-end: 1px solid var(--pq-line-soft); padding-block-end: 0.625rem; }
        .values { max-inline-size: none; }
      }
    `,
  ];

  override willUpdate(): void {
    const { phase, info } = this.state;
    if (phase.kind !== "mapping" || phase === this.#phase || info === null) return;
    this.#phase = phase;
    this.#suggested = suggestions(phase.preview.columns, phase.preview.rows, info);
    this.chosen = new Map(this.#suggested);
  }

  override render(): TemplateResult {
    const { speech, phase, info } = this.state;
    if (phase.kind !== "mapping" || info === null) return html``;
    const { preview } = phase;
    const feeds = preview.columns.map((column) => this.#feeds(column));
    const twice = feeds.find((field, i) => field !== "" && feeds.indexOf(field) !== i);
    const unfed = info.fields.filter((field) => field.level === "minimum" && field.applies && !feeds.includes(field.id)).map((field) => fieldText(field.id, info, speech).replace(/\?$/, ""));
    return html`
      <h2 tabindex="-1" id="main">${speech.say("map.title")}</h2>
      <p class="lead">${speech.say("map.lead")} <span class="found"><bdi>${phase.name}</bdi>: ${this.#found(phase, speech)}</span></p>
      ${preview.problems.length === 0 ? nothing : problemList(speech, preview.problems, 5)}
      <div class="scroll"><table>
        <thead><tr><th scope="col">${speech.say("map.column")}</th><th scope="col">${speech.say("map.values")}</th><th scope="col">${speech.say("map.feeds")}</th><th scope="col">${speech.say("map.why")}</th></tr></thead>
        <tbody>${preview.columns.map((column, i) => this.#row(column, preview.rows.map((row) => row[i] ?? ""), info, speech))}</tbody>
      </table></div>
      ${unfed.length === 0 ? nothing : html`<p class="unfed">${speech.say("map.unfed", { fields: speech.list(unfed) })}</p>`}
      <div role="status">${twice === undefined ? nothing : html`<p class="twice">${speech.say("map.twice", { field: this.#name(twice, info, speech) })}</p>`}</div>
      <div class="foot">
        <button class="button main large" type="button" ?disabled=${twice !== undefined} @click=${() => this.#go()}>${speech.say("map.go")}</button>
        <button class="button large" type="button" @click=${() => this.session.restart()}>${speech.say("map.back")}</button>
      </div>`;
  }

  #found(phase: MappingPhase, speech: Speech): string {
    const { format, delimiter } = phase.preview.shape;
    if (phase.sheet !== null) return phase.sheets > 1 ? speech.say("map.sheet.of", { sheet: phase.sheet, count: phase.sheets }) : speech.say("map.sheet", { sheet: phase.sheet });
    const encoding = encodings[phase.encoding];
    const name = format.toUpperCase();
    const by = delimiters[delimiter];
    return format === "csv" && by !== undefined ? speech.say("map.delimited", { format: name, delimiter: speech.say(by), encoding }) : speech.say("map.found", { format: name, encoding });
  }

  #feeds(column: ListColumn): string {
    return this.chosen.get(column.name) ?? column.field ?? "";
  }
  #name(target: string, info: ProfileInfo, speech: Speech): string {
    return fieldText(target, info, speech);
  }

  #row(column: ListColumn, values: readonly string[], info: ProfileInfo, speech: Speech): TemplateResult {
    const target = this.#feeds(column);
    const own = this.chosen.get(column.name);
    const suggested = own !== undefined && own === this.#suggested.get(column.name);
    const guess = suggested || (own === undefined && column.how === "similar");
    const shown = values.filter((value) => value.trim() !== "").slice(0, mostValues);
    const onChange = (event: Event): void => {
      this.chosen = new Map([...this.chosen, [column.name, (event.target as HTMLSelectElement).value]]);
    };
    const why = suggested ? speech.say("map.suggested") : own !== undefined ? speech.say("notes.by.mapping") : column.field === null ? "" : speech.say(`notes.by.${column.how}` as TextKey);
    const option = (id: string, name: string): TemplateResult => html`<option value=${id} .selected=${id === target}>${name}</option>`;
    return html`<tr ?data-guess=${guess}>
      <th scope="row" dir="auto">${column.name}</th>
      <td class="values" dir="auto">${this.state.masked ? "" : html`<span>${shown.join(" · ")}</span>`}</td>
      <td><select aria-label="${speech.say("map.feeds")}: ${column.name}" @change=${onChange}>
        ${option("", speech.say("map.nothing"))}
        <optgroup label=${speech.say("map.fields")}>${info.fields.map((field) => option(field.id, fieldText(field.id, info, speech)))}</optgroup>
        <optgroup label=${speech.say("map.keys")}>${info.lead_keys.map((key) => option(key, speech.key(key)))}</optgroup>
      </select></td>
      <td class="why">${guess ? html`<span class="chip" data-tone="mid">${icons.warn()}${speech.say("map.guess")}: ${why}</span>` : why}</td></tr>`;
  }

  #go(): void {
    const phase = this.#phase;
    if (phase === null) return;
    const chosen = Object.fromEntries([...this.chosen].map(([column, target]) => [column, target === "" ? null : target]));
    void this.session.openMapped({ ...phase.mapping, ...chosen });
  }
}
customElements.define("pq-mapping", MappingScreen);
