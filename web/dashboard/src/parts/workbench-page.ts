// The profile as a draft: its numbers in a form, the whole document as JSON, what is wrong with it, and what it does to the
// leads that are open.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ListComparison, OutcomeColumns, Problem, ProfileInfo } from "prequal-engine";
import type { Compared } from "../engine/list-engine.ts";
import { saveFile } from "../export/save.ts";
import { contributionText } from "../lead/wording.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { tableStyles } from "../styles/tables.ts";
import type { TextKey } from "../texts/en.ts";
import { compareOutcomes, leadsThatMove, nameOfResult } from "../workbench/comparison.ts";
import { exportDraft, nextVersion, parseDraft, partsChanged, pointNumbers, rulesChanged, thresholdNumbers, withValue, type DraftNumber } from "../workbench/profile-draft.ts";
import { problemList, problemStyles } from "./problem-list.ts";
import "./service-hours.ts";

const pause = 350;
const mostMovers = 12;

interface Made {
  readonly compared: Compared;
  readonly name: string;
}

export class WorkbenchPage extends Part {
  static override properties = { ...Part.properties, problems: { state: true }, holds: { state: true }, made: { state: true }, working: { state: true }, note: { state: true }, version: { state: true } };
  declare problems: readonly Problem[];
  /** The draft compiles; null while that is not known. */
  declare holds: boolean | null;
  declare made: Made | null;
  declare working: boolean;
  declare note: string;
  declare version: string;
  #checked: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #run = 0;

  constructor() {
    super();
    this.problems = [];
    this.holds = null;
    this.made = null;
    this.working = false;
    this.note = "";
    this.version = "";
  }

  static override styles = [
    shared,
    tableStyles,
    problemStyles,
    css`
      :host { display: grid; gap: var(--pq-4); align-content: start; overflow: auto; min-inline-size: 0; }
      h2 { font-size: var(--pq-text-xl); }
      .lead { max-inline-size: 48rem; color: var(--pq-ink-2); font-size: var(--pq-text-md); }
      .row { display: flex; flex-wrap: wrap; align-items: end; gap: var(--pq-2) var(--pq-3); }
      .columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: var(--pq-4); align-items: start; }
      .columns > * { display: grid; gap: var(--pq-4); min-inline-size: 0; }
      .numbers { display: grid; grid-template-columns: minmax(0, 1fr) 5rem; gap: 0.25rem var(--pq-3); align-items: center; font-size: var(--pq-text-sm); }
      .numbers label { overflow-wrap: anywhere; }
      .numbers small { color: var(--pq-ink-3); }
      .numbers .changed { color: var(--pq-accent); font-weight: var(--pq-weight-medium); }
      input[type="number"], input[type="text"] { inline-size: 100%; min-inline-size: 0; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); font-size: var(--pq-text-sm); font-variant-numeric: tabular-nums; }
      .field { display: grid; gap: 0.1875rem; font-size: var(--pq-text-sm); font-weight: var(--pq-weight-medium); }
      .field.wide { flex: 1 1 16rem; }
      .field.short { inline-size: 7rem; }
      textarea { inline-size: 100%; min-block-size: 22rem; font-family: var(--pq-font-code); font-size: 0.75rem; line-height: 1.5; resize: vertical; white-space: pre; overflow: auto; }
      details summary { cursor: pointer; font-weight: var(--pq-weight-medium); font-size: var(--pq-text-sm); padding-block: 0.25rem; }
      .many { padding: var(--pq-2) var(--pq-3); border-radius: var(--pq-radius-sm); background: var(--pq-mid-soft); color: var(--pq-mid); font-size: var(--pq-text-sm); }
      .matrix td, .matrix th { text-align: end; }
      .matrix tbody th, .matrix thead th:first-child { text-align: start; }
      .matrix .stays { background: var(--pq-low-soft); }
    `,
  ];

  get #draft(): string {
    return this.state.draft ?? this.state.profileText;
  }
  #set(text: string): void {
    this.session.setDraft(text === this.state.profileText ? null : text);
  }

  override willUpdate(): void {
    const draft = this.#draft;
    if (draft === this.#checked) return;
    this.#checked = draft;
    this.holds = null;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#check(draft), pause);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #check(draft: string): Promise<void> {
    const run = ++this.#run;
    const checked = await this.session.engine.checkProfile(draft);
    if (run !== this.#run) return;
    this.problems = checked.problems;
    this.holds = checked.info !== null;
    if (checked.info === null || this.state.draft === null) {
      this.made = null;
      return;
    }
    this.working = true;
    const compared = await this.session.compareDraft(draft);
    if (run !== this.#run) return;
    this.working = false;
    this.made = compared?.ok === true ? { compared: compared.value, name: await nameOfResult(compared.value.columns) } : null;
  }

  override render(): TemplateResult {
    const { speech, phase, info, profileText, draft } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const document = parseDraft(this.#draft);
    const used = parseDraft(profileText);
    const parts = document === null || used === null ? [] : partsChanged(used, document);
    return html`<div><h2 tabindex="-1" id="main">${speech.say("wb.title")}</h2><p class="lead">${speech.say("wb.lead")}</p></div>
      <div class="row">
        <button class="button" type="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click()}>${speech.say("wb.open")}</button>
        <input hidden type="file" accept=".json,application/json" aria-label=${speech.say("wb.open")} @change=${this.#onFile} />
        <button class="button" type="button" ?disabled=${draft === null} @click=${() => this.session.setDraft(null)}>${speech.say("wb.reset")}</button>
        <button class="button" type="button" ?disabled=${draft === null || this.holds !== true} @click=${() => void this.session.useDraft()}>${speech.say("wb.use")}</button>
        <label class="field short">${speech.say("wb.version")}<input type="text" autocomplete="off" .value=${this.version || nextVersion(info.version)} @input=${(event: Event) => { this.version = (event.target as HTMLInputElement).value; }} /></label>
        <label class="field wide">${speech.say("wb.note")}<input type="text" autocomplete="off" .value=${this.note} @input=${(event: Event) => { this.note = (event.target as HTMLInputElement).value; }} /></label>
        <button class="button main" type="button" ?disabled=${draft === null || this.note.trim() === "" || document === null} @click=${() => this.#export(parts)}>${speech.say("wb.export")}</button>
      </div>
      <div role="status">${draft === null ? html`<p class="note">${speech.say("wb.same")}</p>` : parts.length > 0 ? html`<p class=${parts.length > 1 ? "many" : "note"}>${speech.say("wb.parts", { parts: speech.list(parts) })} ${parts.length > 1 ? speech.say("wb.many") : nothing}</p>` : nothing}</div>
      <div class="columns">
        <div>
          ${document === null ? nothing : html`<section class="card"><h3>${speech.say("wb.thresholds")}</h3>${this.#numbers(thresholdNumbers(document), used === null ? [] : thresholdNumbers(used), info)}
            <h3>${speech.say("wb.points")}</h3>${this.#numbers(pointNumbers(document), used === null ? [] : pointNumbers(used), info)}</section>`}
          <pq-service-hours .session=${this.session}></pq-service-hours>
          <section class="card"><details><summary>${speech.say("wb.json")}</summary><p class="note">${speech.say("wb.json.hint")}</p>
            <textarea spellcheck="false" autocomplete="off" aria-label=${speech.say("wb.json")} .value=${this.#draft} @input=${(event: Event) => this.#set((event.target as HTMLTextAreaElement).value)}></textarea></details></section>
        </div>
        <div>
          <section class="card" aria-live="polite"><h3>${speech.say("wb.problems")}</h3>
            ${document === null ? html`<p class="finding">${speech.say("wb.not.json")}</p>` : this.holds === null ? html`<p class="finding">\u2026</p>` : html`<p class="finding">${speech.say(this.holds ? (this.problems.length === 0 ? "wb.fine" : "wb.noted") : "wb.broken")}</p>`}
            ${this.problems.length === 0 ? nothing : problemList(speech, this.problems, 12)}</section>
          ${draft === null ? nothing : this.#comparison(phase.list.loaded.columns, info, used, document)}
        </div>
      </div>`;
  }

  #numbers(numbers: readonly DraftNumber[], used: readonly DraftNumber[], info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const before = new Map(used.map((entry) => [entry.name, entry.value]));
    const words = (entry: DraftNumber): TemplateResult => {
      if (entry.rule === undefined) return html`${speech.say(`wb.mark.${entry.name}` as TextKey)}`;
      return html`${contributionText({ rule: entry.rule, category: "fit", points: 0 }, info, speech)}${entry.grade === undefined ? nothing : html` <small>${entry.grade.replaceAll("_", " ")}</small>`}`;
    };
    return html`<div class="numbers">${numbers.map((entry, i) => {
      const id = `${entry.rule === undefined ? "mark" : "rule"}-${i}`;
      const onChange = (event: Event): void => {
        const value = Number((event.target as HTMLInputElement).value);
        if (Number.isInteger(value)) this.#set(withValue(this.#draft, entry.path, value));
      };
      return html`<label for=${id} class=${before.get(entry.name) === entry.value ? "" : "changed"}>${words(entry)}</label><input id=${id} type="number" step="1" data-name=${entry.name} .value=${String(entry.value)} @change=${onChange} />`;
    })}</div>`;
  }

  #comparison(before: OutcomeColumns, info: ProfileInfo, used: Record<string, unknown> | null, document: Record<string, unknown> | null): TemplateResult {
    const { speech } = this;
    const head = html`<h3>${speech.say("wb.compare")}</h3>`;
    if (this.made === null) return html`<section class="card" data-card="comparison">${head}<p class="finding" role="status">${this.working ? speech.say("wb.compare.wait") : ""}</p></section>`;
    const { compared, name } = this.made;
    const made = compareOutcomes(before, compared.columns, info.levels.length, mostMovers);
    void this.session.wantTitles(made.movers.map((mover) => mover.lead));
    const levels = [...info.levels.keys()].reverse();
    const band = (level: number): string => speech.code("band", info.levels[level] ?? "");
    const rules = used === null || document === null ? [] : rulesChanged(used, document);
    const kinds = { added: "wb.added", removed: "wb.removed", points: "wb.points.changed", changed: "wb.changed" } as const;
    const titles = this.state.phase.kind === "ready" ? this.state.phase.list.titles : new Map();
    const still = made.scoreMoved === 0 && made.bandMoved === 0 && made.eligibilityMoved === 0 && made.laneMoved === 0;
    return html`<section class="card" data-card="comparison">${head}
      <p class="finding" role="status">${still ? speech.say("wb.compare.none") : speech.say("wb.finding", { band: made.bandMoved, score: made.scoreMoved, eligibility: made.eligibilityMoved, lane: made.laneMoved, count: before.size })}</p>
      <table class="matrix"><caption class="note">${speech.say("wb.matrix")}</caption><thead><tr><th scope="col">${speech.say("wb.from")}</th>${levels.map((level) => html`<th scope="col">${band(level)}</th>`)}</tr></thead>
        <tbody>${levels.map((from) => html`<tr><th scope="row">${band(from)}</th>${levels.map((to) => {
          const count = made.matrix[from]?.[to] ?? 0;
          return html`<td class="n ${from === to ? "stays" : ""}">${from === to || count === 0 ? speech.number(count) : html`<button class="link number" type="button" aria-label="${speech.number(count)}. ${speech.say("in.show", { name: `${band(from)} \u2192 ${band(to)}` })}" @click=${() => this.session.queue.showSome(leadsThatMove(before, compared.columns, from, to))}>${speech.number(count)}</button>`}</td>`;
        })}</tr>`)}</tbody></table>
      ${rules.length === 0 ? nothing : html`<div><h3>${speech.say("wb.rules")}</h3><p class="note">${speech.list(rules.map((entry) => `${entry.rule} (${speech.say(kinds[entry.kind])})`))}</p></div>`}
      ${made.movers.length === 0 ? nothing : html`<table><caption class="note">${speech.say("wb.movers")}</caption><thead><tr><th scope="col">${speech.say("column.title")}</th><th scope="col" class="n">${speech.say("wb.before")}</th><th scope="col" class="n">${speech.say("wb.after")}</th><th scope="col" class="n">${speech.say("wb.move")}</th></tr></thead>
        <tbody>${made.movers.map((mover) => html`<tr><th scope="row"><button class="link" type="button" @click=${() => this.session.queue.showSome([mover.lead])}>${this.state.masked ? speech.say("title.unnamed", { row: mover.lead + 1 }) : titles.get(mover.lead)?.title || speech.say("title.unnamed", { row: mover.lead + 1 })}</button></th><td class="n">${speech.plain(mover.before)}</td><td class="n">${speech.plain(mover.after)}</td><td class="n">${speech.points(mover.after - mover.before)}</td></tr>`)}</tbody></table>`}
      ${this.#sources(compared.report)}
      <p class="note">${speech.say("wb.result", { name })}</p></section>`;
  }

  /** Where the leads came from that the draft moves: a change may hit one source alone. */
  #sources(report: ListComparison): TemplateResult | typeof nothing {
    const { speech } = this;
    const rows = Object.entries(report.sources).sort(([, a], [, b]) => b.moved - a.moved || b.leads - a.leads).slice(0, mostMovers);
    if (rows.length === 0) return nothing;
    return html`<table data-table="sources"><caption class="note">${speech.say("wb.sources")}</caption><thead><tr><th scope="col">${speech.key("source.channel")}</th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say("wb.moved")}</th><th scope="col" class="n">${speech.say("wb.rerouted")}</th></tr></thead>
      <tbody>${rows.map(([source, moves]) => html`<tr><th scope="row" dir="auto">${source === "" ? speech.say("unknown") : speech.code("source", source)}</th><td class="n">${speech.number(moves.leads)}</td><td class="n">${speech.number(moves.moved)}</td><td class="n">${speech.number(moves.routed_otherwise)}</td></tr>`)}</tbody></table>`;
  }

  async #onFile(event: Event): Promise<void> {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file !== undefined) this.#set(await file.text());
  }
  #export(parts: readonly string[]): void {
    const { info } = this.state;
    const text = exportDraft(this.#draft, this.version || nextVersion(info?.version ?? ""), parts.length === 1 ? parts[0]! : "all", this.note.trim());
    saveFile(`${info?.id ?? "profile"}.json`, new Blob([text], { type: "application/json" }));
  }
}
customElements.define("pq-workbench", WorkbenchPage);
