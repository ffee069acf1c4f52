// What the shown leads say together: scores, reasons, sources, stages, service levels, criteria. Every part has a sentence that
// says the finding, is a table that bars repeat, and leads back to the leads behind a row.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ProfileInfo } from "prequal-engine";
import type { ColumnValues } from "../engine/list-engine.ts";
import { answeredWithin, answerLimits, funnel, reasonCounts, serviceCounts } from "../insights/counts.ts";
import { groupsOf } from "../insights/groups.ts";
import { isPersonal } from "../lead/masking.ts";
import { clockStates } from "../lead/service-clock.ts";
import { Part } from "../state/context.ts";
import { conditionText } from "../state/query.ts";
import { noFilters } from "../state/view.ts";
import type { OpenList } from "../state/store.ts";
import { shared } from "../styles/shared.ts";
import { shareBar, tableStyles } from "../styles/tables.ts";
import "./calibration-card.ts";
import "./cost-card.ts";
import "./outcomes-card.ts";
import "./threshold-card.ts";

const mostReasons = 15;
const mostGroups = 20;
const sources = ["source.channel", "source.campaign"];

export class InsightsPage extends Part {
  static override properties = { ...Part.properties, column: { state: true }, values: { state: true }, least: { state: true } };
  declare column: number;
  declare values: ColumnValues | null;
  declare least: number;
  #list: OpenList | null = null;

  constructor() {
    super();
    this.column = -1;
    this.values = null;
    this.least = 5;
  }

  static override styles = [
    shared,
    tableStyles,
    css`
      :host { display: grid; gap: var(--pq-4); align-content: start; overflow: auto; min-inline-size: 0; }
      h2 { font-size: var(--pq-text-xl); }
      .lead { color: var(--pq-ink-2); font-size: var(--pq-text-md); }
      .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: var(--pq-4); align-items: start; }
      .cards > * { min-inline-size: 0; }
      .row { display: flex; flex-wrap: wrap; gap: var(--pq-2) var(--pq-4); font-size: var(--pq-text-sm); }
      .row label { display: inline-flex; align-items: center; gap: var(--pq-2); }
      input[type="number"] { inline-size: 4.5rem; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); }
      .side { color: var(--pq-ink-3); white-space: nowrap; }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === this.#list || list === null) return;
    this.#list = list;
    const { columns } = list.loaded.summary;
    const source = sources.map((field) => columns.findIndex((column) => column.field === field)).find((at) => at >= 0);
    void this.#choose(source ?? columns.findIndex((column) => column.field === "state"));
  }
  async #choose(column: number): Promise<void> {
    this.column = column;
    this.values = null;
    if (column < 0) return;
    const values = await this.session.queue.values(column);
    if (this.column === column) this.values = values;
  }

  override render(): TemplateResult {
    const { speech, phase, info, shown } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    return html`<div><h2 tabindex="-1" id="main">${speech.say("insights.title")}</h2><p class="lead">${shown.length === 0 ? speech.say("in.empty") : speech.say("insights.about", { count: shown.length })}</p></div>
      ${shown.length === 0 ? nothing : html`<div class="cards">
        <pq-thresholds .session=${this.session}></pq-thresholds>
        ${this.#reasons(phase.list, info)} ${this.#groups(phase.list, info)} <pq-costs .session=${this.session}></pq-costs> ${this.#stages(phase.list, info)} ${this.#service()} ${this.#criteria(phase.list, info)}
        <pq-outcomes .session=${this.session}></pq-outcomes>
        <pq-calibration .session=${this.session}></pq-calibration>
      </div>`}`;
  }

  #percent(share: number): string {
    return this.speech.say("in.share", { value: Math.round(share * 100) });
  }

  #reasons(list: OpenList, info: ProfileInfo): TemplateResult {
    const { speech, shown } = this.state;
    const counts = reasonCounts(list.loaded.columns, shown, info);
    const name = (reason: number): string => speech.pick(info.reasons[reason]?.plain) || speech.code("reason", info.reasons[reason]?.code ?? "");
    const [first] = counts;
    const all = counts.reduce((sum, entry) => sum + entry.leads, 0);
    const ours = counts.reduce((sum, entry) => sum + (entry.ours ? entry.leads : 0), 0);
    return html`<section class="card" data-card="reasons"><h3>${speech.say("re.title")}</h3>
      <p class="finding">${first === undefined ? speech.say("re.none") : speech.say("re.finding", { reason: name(first.reason), leads: first.leads, count: shown.length, ours, all })}</p>
      ${first === undefined ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("re.title")}><table>
        <thead><tr><th scope="col">${speech.say("re.reason")}</th><th scope="col">${speech.say("re.side")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say("re.cumulative")}</th></tr></thead>
        <tbody>${counts.slice(0, mostReasons).map(
          (entry) => html`<tr><th scope="row"><button class="link" type="button" aria-label=${speech.say("in.show", { name: name(entry.reason) })} @click=${() => void this.session.queue.showView({ ...noFilters, reason: new Set([entry.reason]) })}>${name(entry.reason)}</button></th>
            <td class="side">${speech.code("cause", entry.ours ? "ours" : "lead")}</td><td class="bar" aria-hidden="true">${shareBar(entry.leads / first.leads, entry.ours ? "ours" : "")}</td>
            <td class="n">${speech.number(entry.leads)}</td><td class="n">${this.#percent(entry.cumulative)}</td></tr>`,
        )}</tbody></table></div>`}
    </section>`;
  }

  #groups(list: OpenList, info: ProfileInfo): TemplateResult {
    const { speech, shown, clocks, masked } = this.state;
    const { columns } = list.loaded.summary;
    const codes = { high: info.levels.indexOf("high"), eligible: info.eligibilities.indexOf("eligible"), breached: clockStates.indexOf("breached") };
    // A column that was chosen before names were hidden is hidden as well.
    const hidden = masked && isPersonal(columns[this.column]?.field ?? null, info);
    const made = this.values === null || hidden ? null : groupsOf(this.values, list.loaded.columns, clocks, shown, codes, this.least);
    const [best] = made?.groups ?? [];
    const column = columns[this.column]?.name ?? "";
    const value = (text: string): string => (text === "" ? speech.say("columns.empty") : text);
    const finding = made === null ? speech.say("so.none") : best === undefined ? speech.say("so.few") : speech.say("so.finding", { value: value(best.value), high: best.high, leads: best.leads, low: Math.round(best.highRange.low * 100) });
    return html`<section class="card" data-card="groups"><h3>${speech.say("so.title")}</h3><p class="finding">${finding}</p>
      <div class="row"><label>${speech.say("so.column")}<select @change=${(event: Event) => void this.#choose(Number((event.target as HTMLSelectElement).value))}>
          <option value="-1" .selected=${this.column < 0}></option>${columns.map((entry, i) => (masked && isPersonal(entry.field, info) ? nothing : html`<option value=${i} .selected=${i === this.column}>${entry.name}</option>`))}</select></label>
        <label>${speech.say("so.least")}<input type="number" min="1" step="1" .value=${String(this.least)} @change=${(event: Event) => { this.least = Math.max(1, Math.floor(Number((event.target as HTMLInputElement).value)) || 1); }} /></label></div>
      ${made === null || best === undefined ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("so.title")}><table>
        <thead><tr><th scope="col">${speech.say("so.value")}</th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say("so.eligible")}</th><th scope="col" class="n">${speech.say("so.high")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("so.range")}</th><th scope="col" class="n">${speech.say("so.median")}</th><th scope="col" class="n">${speech.say("so.overdue")}</th></tr></thead>
        <tbody>${made.groups.slice(0, mostGroups).map(
          (group) => html`<tr><th scope="row" dir="auto">${group.value === "" ? value("") : html`<button class="link" type="button" aria-label=${speech.say("in.show", { name: group.value })} @click=${() => this.#show(conditionText(column, group.value))}>${group.value}</button>`}</th>
            <td class="n">${speech.number(group.leads)}</td><td class="n">${speech.number(group.eligible)}</td><td class="n">${speech.number(group.high)}</td>
            <td class="bar" aria-hidden="true">${shareBar(group.high / group.leads, "", group.highRange)}</td><td class="n">${this.#percent(group.highRange.low)}–${this.#percent(group.highRange.high)}</td>
            <td class="n">${speech.plain(group.median)}</td><td class="n">${speech.number(group.overdue)}</td></tr>`,
        )}</tbody></table></div>
        ${made.small > 0 ? html`<p class="note">${speech.say("so.small", { count: made.small })}</p>` : nothing}`}
    </section>`;
  }
  #show(query: string): void {
    this.session.show("queue");
    void this.session.queue.search(query);
  }

  #stages(list: OpenList, info: ProfileInfo): TemplateResult {
    const { speech, shown } = this.state;
    const steps = funnel(list.loaded.columns, shown, info);
    const first = steps[1] ?? steps[0];
    return html`<section class="card" data-card="stages"><h3>${speech.say("fu.title")}</h3>
      ${first === undefined ? nothing : html`<p class="finding">${speech.say("fu.finding", { reached: first.reached, count: shown.length, stage: speech.code("stage", first.stage) })}</p>`}
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("fu.title")}><table><thead><tr><th scope="col">${speech.say("fu.stage")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("fu.reached")}</th><th scope="col" class="n">${speech.say("fu.rate")}</th><th scope="col" class="n">${speech.say("fu.here")}</th></tr></thead>
        <tbody>${steps.map((step, i) => {
          const before = steps[i - 1]?.reached ?? 0;
          const name = speech.code("stage", step.stage);
          const show = (): void => this.session.queue.showSome([...shown].filter((lead) => (list.loaded.columns.stage[lead] ?? 0) >= i));
          return html`<tr><th scope="row"><button class="link" type="button" aria-label=${speech.say("in.show", { name })} @click=${show}>${name}</button></th><td class="bar" aria-hidden="true">${shareBar(step.reached / shown.length)}</td>
            <td class="n">${speech.number(step.reached)}</td><td class="n">${before === 0 ? "" : this.#percent(step.reached / before)}</td><td class="n">${speech.number(step.here)}</td></tr>`;
        })}</tbody></table></div></section>`;
  }

  #service(): TemplateResult {
    const { speech, clocks, shown } = this.state;
    const counts = clocks === null ? null : serviceCounts(clocks, shown);
    const running = counts === null ? 0 : counts.states.reduce((sum, count, state) => sum + (state === 0 ? 0 : count), 0);
    const late = counts === null ? 0 : (counts.states[clockStates.indexOf("late")] ?? 0) + (counts.states[clockStates.indexOf("breached")] ?? 0);
    const tone: Readonly<Record<string, string>> = { breached: "out", late: "out", none: "soft" };
    return html`<section class="card" data-card="service"><h3>${speech.say("sl.title")}</h3>
      <p class="finding">${counts === null ? speech.say("sl.wait") : running === 0 ? speech.say("sl.none") : speech.say("sl.finding", { late, count: running })}</p>
      ${counts === null ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("sl.title")}><table><thead><tr><th scope="col">${speech.say("sl.state")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("in.leads")}</th></tr></thead>
        <tbody>${clockStates.map((state, code) => html`<tr><th scope="row"><button class="link" type="button" aria-label=${speech.say("in.show", { name: speech.code("clock", state) })} @click=${() => void this.session.queue.showView({ ...noFilters, clock: new Set([code]) })}>${speech.code("clock", state)}</button></th>
          <td class="bar" aria-hidden="true">${shareBar((counts.states[code] ?? 0) / shown.length, tone[state] ?? "")}</td><td class="n">${speech.number(counts.states[code] ?? 0)}</td></tr>`)}</tbody></table></div>
        ${this.#answered()}
        ${counts.median === null || counts.slow === null ? nothing : html`<p class="note">${speech.say("sl.times", { median: speech.duration(Math.round(counts.median)), slow: speech.duration(Math.round(counts.slow)) })}</p>`}`}
    </section>`;
  }

  #answered(): TemplateResult | typeof nothing {
    const { speech, clocks, shown } = this.state;
    if (clocks === null) return nothing;
    const groups = answeredWithin(clocks, shown);
    const all = groups.reduce((sum, leads) => sum + leads.length, 0);
    if (all === 0) return nothing;
    const name = (i: number): string => (i === answerLimits.length - 1 ? speech.say("sl.later", { minutes: answerLimits[i - 1]! }) : speech.say("sl.within", { minutes: answerLimits[i]! }));
    return html`<table><caption class="visually-hidden">${speech.say("sl.answered")}</caption><thead><tr><th scope="col">${speech.say("sl.answered")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say("in.of")}</th></tr></thead>
      <tbody>${groups.map((leads, i) => html`<tr><th scope="row"><button class="link" type="button" ?disabled=${leads.length === 0} aria-label=${speech.say("in.show", { name: name(i) })} @click=${() => this.session.queue.showSome(leads)}>${name(i)}</button></th>
        <td class="bar" aria-hidden="true">${shareBar(leads.length / all)}</td><td class="n">${speech.number(leads.length)}</td><td class="n">${this.#percent(leads.length / all)}</td></tr>`)}</tbody></table>`;
  }

  #criteria(list: OpenList, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const { criteria, records } = list.loaded.summary;
    const name = (id: string): string => speech.pick(info.criteria.find((entry) => entry.id === id)?.plain) || id;
    const rows = Object.entries(criteria).sort(([, a], [, b]) => b.unknown - a.unknown || b.not_met - a.not_met);
    const [first] = rows;
    return html`<section class="card" data-card="criteria"><h3>${speech.say("cr.title")}</h3>
      <p class="finding">${first === undefined || first[1].unknown === 0 ? speech.say("cr.all") : speech.say("cr.finding", { name: name(first[0]).replace(/\.$/, ""), unknown: first[1].unknown, count: records })}</p>
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("cr.title")}><table><thead><tr><th scope="col">${speech.say("cr.name")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.code("truth", "met")}</th><th scope="col" class="n">${speech.code("truth", "not_met")}</th><th scope="col" class="n">${speech.code("truth", "unknown")}</th></tr></thead>
        <tbody>${rows.map(([id, counts]) => html`<tr><th scope="row">${name(id)}</th><td class="bar" aria-hidden="true">${shareBar(counts.unknown / Math.max(1, records), "soft")}</td>
          ${(["met", "not_met", "unknown"] as const).map((state) => html`<td class="n">${counts[state] === 0 ? speech.number(0) : html`<button class="link number" type="button" aria-label="${speech.number(counts[state])}. ${speech.say("in.show", { name: `${name(id)} ${speech.code("truth", state)}` })}" @click=${() => void this.session.showCriterion(id, state)}>${speech.number(counts[state])}</button>`}</td>`)}</tr>`)}</tbody></table></div></section>`;
  }
}
customElements.define("pq-insights", InsightsPage);
