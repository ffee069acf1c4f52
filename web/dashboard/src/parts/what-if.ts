// Other answers for one lead, scored at once beside how it stands. Nothing of it is kept.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Contribution, FieldInfo, ProfileInfo, Verdict } from "prequal-engine";
import type { Answers, LeadDetail } from "../engine/list-engine.ts";
import { isPersonal } from "../lead/masking.ts";
import { contributionText, fieldText, valueText } from "../lead/wording.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import type { Speech } from "../texts/speech.ts";

const unknown = "";
const asIs = "\u0000";

/** Lines of a score that are in one verdict and not, or otherwise, in the other. */
export function changedLines(before: Verdict, after: Verdict): readonly { readonly line: Contribution; readonly was: number; readonly is: number }[] {
  const key = (line: Contribution): string => line.rule;
  const was = new Map(before.contributions.map((line) => [key(line), line]));
  const is = new Map(after.contributions.map((line) => [key(line), line]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((rule) => {
    const from = was.get(rule)?.points ?? 0;
    const to = is.get(rule)?.points ?? 0;
    const line = is.get(rule) ?? was.get(rule);
    return from === to || line === undefined ? [] : [{ line, was: from, is: to }];
  });
}

export class WhatIf extends Part {
  static override properties = { ...Part.properties, detail: { attribute: false }, lead: { attribute: false }, answers: { state: true }, made: { state: true } };
  declare detail: LeadDetail;
  declare lead: number;
  declare answers: Answers;
  declare made: Verdict | null;
  #asked = 0;

  constructor() {
    super();
    this.answers = {};
    this.made = null;
  }

  static override styles = [
    shared,
    css`
      .hint { color: var(--pq-ink-3); font-size: var(--pq-text-xs); margin-block-end: var(--pq-3); }
      .outcome { position: sticky; inset-block-start: 0; z-index: 1; display: grid; gap: 0.125rem; margin-block-end: var(--pq-3); padding: var(--pq-2) var(--pq-3); border: 1px dashed var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); }
      .outcome b { font-weight: var(--pq-weight-strong); }
      .outcome small { color: var(--pq-ink-3); font-size: var(--pq-text-xs); }
      .lines { display: grid; gap: 0.125rem; font-size: var(--pq-text-xs); }
      .lines li { display: flex; justify-content: space-between; gap: var(--pq-3); }
      .fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(12rem, 100%), 1fr)); gap: var(--pq-3); }
      .fields label, fieldset { display: grid; gap: 0.1875rem; align-content: start; min-inline-size: 0; margin: 0; padding: 0; border: 0; }
      .fields label > span, legend { font-size: var(--pq-text-xs); color: var(--pq-ink-2); padding: 0; overflow-wrap: anywhere; }
      .fields :is(input:not([type="checkbox"]), select) { inline-size: 100%; min-inline-size: 0; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background-color: var(--pq-surface); font-size: var(--pq-text-sm); }
      .fields select { padding-inline-end: 1.75rem; }
      .changed > span, .changed > legend { color: var(--pq-accent); font-weight: var(--pq-weight-medium); }
      .boxes { display: grid; gap: 0.125rem; max-block-size: 8rem; overflow: auto; padding: 0.25rem; border: 1px solid var(--pq-line); border-radius: var(--pq-radius-sm); }
      .boxes label { display: flex; align-items: center; gap: 0.375rem; min-block-size: 1.5rem; font-size: var(--pq-text-sm); }
      .bar { margin-block-start: var(--pq-3); }
    `,
  ];

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has("lead") || changed.has("detail")) this.reset();
  }
  reset(): void {
    ++this.#asked;
    this.answers = {};
    this.made = null;
  }
  /** Answers from elsewhere, as the engine names them. */
  try(answers: Readonly<Record<string, unknown>>): void {
    const texts = Object.entries(answers).map(([field, value]) => [field, Array.isArray(value) ? value.map(String) : value === true ? "yes" : value === false ? "no" : String(value)] as const);
    void this.#score(Object.fromEntries(texts));
  }

  async #score(answers: Answers): Promise<void> {
    const asked = ++this.#asked;
    this.answers = answers;
    if (Object.keys(answers).length === 0) {
      this.made = null;
      return;
    }
    const made = await this.session.engine.whatIf(this.lead, answers);
    if (asked === this.#asked && made.ok) this.made = made.value;
  }
  #set(field: string, value: string | readonly string[] | null): void {
    const rest = Object.fromEntries(Object.entries(this.answers).filter(([name]) => name !== field));
    void this.#score(value === null ? rest : { ...rest, [field]: value });
  }

  override render(): TemplateResult {
    const { speech, info } = this.state;
    if (info === null) return html``;
    const before = this.detail.verdict;
    const said = (verdict: Verdict): Record<string, string> => ({
      total: speech.plain(verdict.scores.total.value),
      band: speech.code("band", verdict.band.value).toLowerCase(),
      lane: speech.code("lane", verdict.route.lane),
    });
    const lines = this.made === null ? [] : changedLines(before, this.made);
    return html`<p class="hint">${speech.say("what.if.hint")}</p>
      <div class="outcome" role="status">
        ${this.made === null ? html`<b>${speech.say("what.if.same", said(before))}</b>` : html`<b>${speech.say("what.if.now", said(this.made))}</b><small>${speech.say("what.if.before", said(before))}</small>`}
        ${lines.length === 0 ? nothing : html`<ul class="lines" aria-label=${speech.say("what.if.lines")}>${lines.map(
          ({ line, was, is }) => html`<li><span>${contributionText(line, info, speech)}</span><b class="number">${speech.points(is - was)}</b></li>`,
        )}</ul>`}
      </div>
      <div class="fields">${info.fields.filter((field) => field.applies).map((field) => this.#field(field, info, speech))}</div>
      <div class="bar"><button class="button" type="button" @click=${() => this.reset()}>${speech.say("what.if.reset")}</button>
        ${this.#columns() === null ? nothing : html`<button class="button" type="button" @click=${() => void this.#apply()}>${speech.say("what.if.apply")}</button>`}</div>`;
  }

  /** The columns of the record that hold the other answers; null when there are none, or one has no column. */
  #columns(): Readonly<Record<string, string>> | null {
    const entries = Object.entries(this.answers).map(([field, value]) => [this.detail.record.find((entry) => entry.field === field)?.column, typeof value === "string" ? value : value.join(";")] as const);
    return entries.length === 0 || entries.some(([column]) => column === undefined) ? null : Object.fromEntries(entries);
  }
  /** Puts the answers into the list itself: it is qualified anew, and the change can be taken back in the notes about the list. */
  async #apply(): Promise<void> {
    const { phase } = this.state;
    const cells = this.#columns();
    if (phase.kind === "ready" && cells !== null) await this.session.cells.fix(phase.list.loaded.rows[this.lead] ?? 0, cells);
  }

  #cell(field: string): string {
    return this.detail.record.find((entry) => entry.field === field)?.value ?? "";
  }

  #field(field: FieldInfo, info: ProfileInfo, speech: Speech): TemplateResult {
    const name = fieldText(field.id, info, speech);
    const chosen = this.answers[field.id];
    const changed = chosen === undefined ? "" : "changed";
    const cell = this.#cell(field.id);
    if (field.type === "choices") return this.#boxes(field, name, changed, info, speech);
    if (field.values.length > 0) {
      const shown = cell === "" ? speech.say("what.if.as.is") : speech.say("what.if.as.is.value", { value: this.state.masked && isPersonal(field.id, info) ? speech.say("masked") : valueText(field.id, cell, info, speech) });
      const onChange = (event: Event): void => {
        const { value } = event.target as HTMLSelectElement;
        this.#set(field.id, value === asIs ? null : value);
      };
      return html`<label class=${changed}><span>${name}</span><select data-field=${field.id} @change=${onChange}>
        <option value=${asIs} .selected=${chosen === undefined}>${shown}</option>
        ${field.values.map((value) => html`<option value=${value.id} .selected=${chosen === value.id}>${speech.pick(value.label) || value.id}</option>`)}
        ${cell === "" ? nothing : html`<option value=${unknown} .selected=${chosen === unknown}>${speech.say("what.if.unknown")}</option>`}
      </select></label>`;
    }
    const onInput = (event: Event): void => {
      const { value } = event.target as HTMLInputElement;
      this.#set(field.id, value === cell ? null : value);
    };
    const shown = typeof chosen === "string" ? chosen : this.state.masked && isPersonal(field.id, info) ? "" : cell;
    const kind = field.type === "number" || field.type === "money" ? "numeric" : "text";
    return html`<label class=${changed}><span>${name}</span><input type="text" autocomplete="off" spellcheck="false" inputmode=${kind} data-field=${field.id} .value=${shown} @input=${onInput} /></label>`;
  }

  #boxes(field: FieldInfo, name: string, changed: string, info: ProfileInfo, speech: Speech): TemplateResult {
    const chosen = this.answers[field.id];
    const cell = this.#cell(field.id);
    const onChange = (event: Event): void => {
      const boxes = [...((event.currentTarget as HTMLElement).closest("fieldset")?.querySelectorAll<HTMLInputElement>("input") ?? [])];
      this.#set(field.id, boxes.filter((box) => box.checked).map((box) => box.value));
    };
    const on = new Set(Array.isArray(chosen) ? chosen : cell.split(/[;,|]/).map((part) => part.trim()));
    return html`<fieldset class=${changed} data-field=${field.id}><legend>${name}</legend><div class="boxes" tabindex="0" role="group" aria-label=${name}>${field.values.map(
      (value) => html`<label><input type="checkbox" value=${value.id} .checked=${on.has(value.id) || on.has(speech.pick(value.label))} @change=${onChange} />${valueText(field.id, value.id, info, speech)}</label>`,
    )}</div></fieldset>`;
  }
}
customElements.define("pq-what-if", WhatIf);
