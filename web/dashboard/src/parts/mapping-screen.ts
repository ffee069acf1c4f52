// What each column holds, before the list is read: what was found, by what, and a choice for each.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ListColumn, ProfileInfo } from "prequal-engine";
import type { KnownOrder } from "../import/dates.ts";
import { datesToWrite, suggestions } from "../import/shapes.ts";
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
const mostHeaders = 12;

export class MappingScreen extends Part {
  static override properties = { ...Part.properties, chosen: { state: true }, orders: { state: true }, values: { state: true } };
  /** What a person chose, by the name of the column. */
  declare chosen: ReadonlyMap<string, string>;
  /** By column: the order of day and month. */
  declare orders: Readonly<Record<string, KnownOrder>>;
  /** By column: what values are read as. */
  declare values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  #phase: MappingPhase | null = null;
  #suggested: ReadonlyMap<string, string> = new Map();

  constructor() {
    super();
    this.chosen = new Map();
    this.orders = {};
    this.values = {};
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
      section { display: grid; gap: var(--pq-2); margin-block: var(--pq-4); }
      section h4 { font-size: var(--pq-text-sm); margin-block-start: var(--pq-2); }
      .header { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-1) var(--pq-3); margin-block: var(--pq-2); }
      .header > span { font-weight: var(--pq-weight-medium); min-inline-size: 8rem; overflow-wrap: anywhere; }
      .header select { max-inline-size: min(34rem, 100%); }
      section .header select { inline-size: 15rem; }
      .header.guess select { border-color: var(--pq-mid); background-color: var(--pq-mid-soft); }
      .header small, .unread small { color: var(--pq-ink-3); }
      .unread { display: grid; gap: var(--pq-2); }
      .unread li { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); }
      .unread label { display: grid; grid-template-columns: minmax(8rem, 14rem) minmax(0, 18rem); align-items: center; gap: var(--pq-3); }
      .unread b { overflow-wrap: anywhere; font-weight: var(--pq-weight-medium); }
      @media (max-width: 45rem) {
        .unread label { grid-template-columns: minmax(0, 1fr); gap: 0.125rem; inline-size: 100%; }
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
    const before = this.#phase;
    this.#phase = phase;
    // The same list under another mapping of this screen: what was chosen here stays.
    if (before !== null && before.list === phase.list && before.header.at === phase.header.at && before.edits === phase.edits) {
      this.orders = { ...datesToWrite(phase.preview, info), ...this.orders };
      return;
    }
    this.#suggested = suggestions(phase.preview.columns, phase.preview.rows, info);
    this.chosen = new Map(this.#suggested);
    this.orders = { ...datesToWrite(phase.preview, info), ...phase.edits.dates };
    this.values = phase.edits.values;
    if (this.#suggested.size > 0) void this.session.tryMapping(this.#mapping());
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
      ${this.#header(phase, speech)}
      ${preview.problems.length === 0 ? nothing : problemList(speech, preview.problems, 5)}
      <div class="scroll"><table>
        <thead><tr><th scope="col">${speech.say("map.column")}</th><th scope="col">${speech.say("map.values")}</th><th scope="col">${speech.say("map.feeds")}</th><th scope="col">${speech.say("map.why")}</th></tr></thead>
        <tbody>${preview.columns.map((column, i) => this.#row(column, preview.rows.map((row) => row[i] ?? ""), info, speech))}</tbody>
      </table></div>
      ${this.#dates(phase, speech)} ${this.#unread(phase, info, speech)}
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
      void this.session.tryMapping(this.#mapping());
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

  /** Which record is the header, where the list has more to choose from. */
  #header(phase: MappingPhase, speech: Speech): TemplateResult | typeof nothing {
    const { first, at } = phase.header;
    if (first.length < 2) return nothing;
    return html`<label class="header ${at > 0 ? "guess" : ""}"><span>${speech.say("map.header")}</span><select @change=${(event: Event) => void this.#choose(event.target as HTMLSelectElement, at)}>
      ${first.slice(0, mostHeaders).map((record, i) => html`<option value=${i} .selected=${i === at}>${speech.say("map.header.record", { number: i + 1, cells: this.state.masked && i > at ? "" : record.cells.join(" \u00b7 ") })}</option>`)}</select></label>`;
  }

  async #choose(select: HTMLSelectElement, before: number): Promise<void> {
    if (!(await this.session.setHeader(Number(select.value)))) select.value = String(before);
  }

  /** The order of day and month, of each column that holds dates in numbers. */
  #dates(phase: MappingPhase, speech: Speech): TemplateResult | typeof nothing {
    const { dates, columns } = phase.preview;
    if (dates.length === 0) return nothing;
    return html`<section><h3>${speech.say("map.dates")}</h3>${dates.map(({ column, order }) => {
      const name = columns[column]?.name ?? "";
      const chosen = this.orders[name] ?? (order === "dmy" ? "dmy" : "mdy");
      return html`<label class="header ${order === "either" ? "guess" : ""}"><span dir="auto">${name}</span><select @change=${(event: Event) => { this.orders = { ...this.orders, [name]: (event.target as HTMLSelectElement).value as KnownOrder }; }}>
        ${(["mdy", "dmy"] as const).map((entry) => html`<option value=${entry} .selected=${entry === chosen}>${speech.say(`map.dates.${entry}`)}</option>`)}</select>
        <small>${speech.say(order === "either" ? "map.dates.either" : "map.dates.sure")}</small></label>`;
    })}</section>`;
  }

  /** Values of a choice that the profile does not know: what each is read as. */
  #unread(phase: MappingPhase, info: ProfileInfo, speech: Speech): TemplateResult | typeof nothing {
    const { unread, columns } = phase.preview;
    if (unread.length === 0) return nothing;
    return html`<section><h3>${speech.say("map.unread")}</h3><p class="soft">${speech.say("map.unread.hint")}</p>${unread.map((entry) => {
      const name = columns[entry.column]?.name ?? "";
      const field = info.fields.find((candidate) => candidate.id === entry.field);
      return html`<h4><span dir="auto">${name}</span>: ${fieldText(entry.field, info, speech)}</h4><ul class="unread">${entry.values.map(({ value, count, suggestion }) => {
        const chosen = this.values[name]?.[value] ?? "";
        const onChange = (event: Event): void => {
          const to = (event.target as HTMLSelectElement).value;
          const { [value]: _before, ...rest } = this.values[name] ?? {};
          this.values = { ...this.values, [name]: to === "" ? rest : { ...rest, [value]: to } };
        };
        const meant = speech.pick(field?.values.find((known) => known.id === suggestion)?.label);
        return html`<li><label><span><b dir="auto">${value}</b> <small class="number">${speech.number(count)}</small></span>
          <select @change=${onChange}><option value="" .selected=${chosen === ""}>${speech.say("map.unread.leave")}</option>
            ${field?.values.map((known) => html`<option value=${known.id} .selected=${known.id === chosen}>${speech.pick(known.label) || known.id}</option>`)}</select></label>
          ${meant === "" || chosen !== "" ? nothing : html`<button class="button" type="button" @click=${() => { this.values = { ...this.values, [name]: { ...this.values[name], [value]: suggestion! } }; }}>${speech.say("map.unread.take", { value: meant })}</button>`}</li>`;
      })}</ul>`;
    })}</section>`;
  }

  #mapping(): Readonly<Record<string, string | null>> {
    const chosen = Object.fromEntries([...this.chosen].map(([column, target]) => [column, target === "" ? null : target]));
    return { ...this.#phase?.mapping, ...chosen };
  }
  #go(): void {
    const phase = this.#phase;
    const { info } = this.state;
    if (phase === null || info === null) return;
    const { columns, dates } = phase.preview;
    // Only what the engine would not read so by itself is written anew.
    const needed = datesToWrite({ ...phase.preview, dates: dates.map(({ column, order }) => ({ column, order: this.orders[columns[column]?.name ?? ""] ?? order })) }, info);
    void this.session.openMapped(this.#mapping(), { ...phase.edits, dates: needed, values: this.values });
  }
}
customElements.define("pq-mapping", MappingScreen);
