// One lead, whole: what is recommended, every point of the score, what is unknown, and the record as it came.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ProfileInfo, Verdict } from "prequal-engine";
import type { LeadDetail } from "../engine/list-engine.ts";
import { verdictSentences } from "../lead/verdict-words.ts";
import { decidedTo, valuesText } from "../lead/wording.ts";
import { isPersonal, maskName } from "../lead/masking.ts";
import { activeOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { noFilters } from "../state/view.ts";
import { bandMark, icons, markStyles } from "../styles/marks.ts";
import { barStyles, scoreBar } from "../styles/score-bar.ts";
import { shared } from "../styles/shared.ts";
import { problemList, problemStyles } from "./problem-list.ts";
import type { Problem } from "prequal-engine";
import { actsSection, changesSection, checksSection, clockSection, committeeSection, conflictsSection, consentSection, questionsSection, readinessSection, sectionStyles, truthMark } from "./lead-sections.ts";
import type { WhatIf } from "./what-if.ts";
import "./decision-bar.ts";
import "./handoff-note.ts";
import "./water-fall.ts";
import "./what-if.ts";

type Shown = { readonly lead: number; readonly detail: LeadDetail } | { readonly lead: number; readonly problems: readonly Problem[] };

export class LeadView extends Part {
  static override properties = { ...Part.properties, whole: { type: Boolean }, shown: { state: true } };
  /** Takes the place of the list, instead of standing beside it. */
  declare whole: boolean;
  declare shown: Shown | null;
  #asked: number | null = null;
  #profile: ProfileInfo | null = null;
  #accountsOf: OpenList | null = null;
  #accounts = new Map<number, readonly number[]>();

  constructor() {
    super();
    this.whole = false;
    this.shown = null;
  }

  static override styles = [
    shared,
    markStyles,
    barStyles,
    problemStyles,
    sectionStyles,
    css`
      :host { background: var(--pq-surface); font-size: var(--pq-text-sm); line-height: 1.45; min-inline-size: 0; }
      .head { position: sticky; inset-block-start: 0; z-index: 1; display: flex; align-items: flex-start; gap: var(--pq-1); padding: var(--pq-3) var(--pq-3) var(--pq-3) var(--pq-5); background: var(--pq-surface); border-block-end: 1px solid var(--pq-line); }
      .who { flex: 1; min-inline-size: 0; }
      h2 { font-size: var(--pq-text-lg); overflow-wrap: anywhere; }
      h2:focus { outline: none; }
      .who p { font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      .head .button { inline-size: var(--pq-target-dense); padding: 0; flex: none; }
      .head .up svg { transform: rotate(90deg); }
      .head .down svg { transform: rotate(-90deg); }
      .page { display: grid; gap: var(--pq-5); padding: var(--pq-4) var(--pq-5) var(--pq-6); }
      .page > * { min-inline-size: 0; }
      .verdict { display: grid; gap: var(--pq-3); }
      .big { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 var(--pq-4); align-items: center; }
      .big .value { font-size: 2.5rem; line-height: 1; font-weight: var(--pq-weight-strong); letter-spacing: -0.04em; font-variant-numeric: tabular-nums; }
      .big .value small { font-size: var(--pq-text-md); letter-spacing: 0; color: var(--pq-ink-3); font-weight: var(--pq-weight-regular); }
      .big .band { font-size: var(--pq-text-base); margin-block-end: 0.375rem; }
      .big .bar { block-size: 0.625rem; }
      .reach { color: var(--pq-ink-2); }
      .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(8rem, 1fr)); gap: var(--pq-3) var(--pq-4); }
      .facts dt { font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      .facts dd { font-weight: var(--pq-weight-medium); overflow-wrap: anywhere; }
      h3 { font-size: var(--pq-text-md); margin-block-end: var(--pq-2); }
      h4 { font-size: var(--pq-text-xs); color: var(--pq-ink-3); font-weight: var(--pq-weight-medium); letter-spacing: 0; margin-block: var(--pq-3) var(--pq-1); }
      h4:first-of-type { margin-block-start: 0; }
      section { border-block-start: 1px solid var(--pq-line); padding-block-start: var(--pq-4); }
      .checks li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--pq-2); padding-block: 0.25rem; align-items: start; }
      .checks small, .lines small { display: block; font-size: var(--pq-text-xs); color: var(--pq-ink-3); overflow-wrap: anywhere; }
      .lines li { padding-block: 0.25rem; }
      .lines b { font-weight: var(--pq-weight-medium); }
      .stops { display: grid; gap: var(--pq-2); }
      .link { padding: 0; min-block-size: 1.5rem; border: 0; background: none; color: var(--pq-accent); text-align: start; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; font-size: inherit; }
      .stops li { padding: var(--pq-2) var(--pq-3); border-radius: var(--pq-radius-sm); background: var(--pq-out-soft); color: var(--pq-out); }
      .stops li[data-scope="outreach"], .stops li[data-scope="now"] { background: var(--pq-mid-soft); color: var(--pq-mid); }
      .chips { display: flex; flex-wrap: wrap; gap: 0.375rem; }
      .record { inline-size: 100%; border-collapse: collapse; }
      .record th, .record td { padding: 0.25rem 0; border-block-end: 1px solid var(--pq-line-soft); text-align: start; vertical-align: baseline; font-weight: inherit; overflow-wrap: anywhere; }
      .record th { inline-size: 42%; padding-inline-end: var(--pq-3); color: var(--pq-ink-3); }
      .record td { white-space: pre-wrap; }
      #what-if { scroll-margin-block-start: 4.5rem; }
      .note { font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      :host([whole]) .head { padding-inline: var(--pq-page); }
      :host([whole]) .page { padding-inline: var(--pq-page); inline-size: min(46rem, 100%); margin-inline: auto; }
    `,
  ];

  override willUpdate(): void {
    const { selected, info } = this.state;
    if (selected === this.#asked && info === this.#profile) return;
    this.#asked = selected;
    this.#profile = info;
    if (selected === null) this.shown = null;
    else {
      void this.session.wantTitles([selected]);
      void this.#load(selected);
    }
  }

  async #load(lead: number): Promise<void> {
    const result = await this.session.engine.detail(lead);
    if (this.state.selected !== lead) return;
    this.shown = result.ok ? { lead, detail: result.value } : { lead, problems: result.problems };
    await this.updateComplete;
    this.dispatchEvent(new CustomEvent("lead-shown"));
  }

  focusTitle(): void {
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  override render(): TemplateResult {
    const { speech, phase, selected, info } = this.state;
    if (phase.kind !== "ready" || info === null || selected === null) return html``;
    const title = phase.list.titles.get(selected);
    const row = phase.list.loaded.rows[selected] ?? 0;
    return html`<div class="head">
        ${this.whole ? html`<button class="button bare" type="button" aria-label=${speech.say("lead.back")} @click=${this.#close}>${icons.back()}</button>` : nothing}
        <div class="who"><h2 tabindex="-1" dir="auto">${title?.title ? (this.state.masked ? maskName(title.title) : title.title) : speech.say("title.unnamed", { row })}</h2>
          <p>${title?.sub && !this.state.masked ? html`<span dir="auto">${title.sub}</span> · ` : nothing}${speech.say("lead.record", { row })}</p></div>
        <button class="button bare up" type="button" aria-label=${speech.say("lead.previous")} @click=${() => this.#step(-1)}>${icons.back()}</button>
        <button class="button bare down" type="button" aria-label=${speech.say("lead.next")} @click=${() => this.#step(1)}>${icons.back()}</button>
        ${this.whole ? nothing : html`<button class="button bare" type="button" aria-label=${speech.say("lead.close")} @click=${this.#close}>${icons.close()}</button>`}
      </div>
      ${this.shown === null || this.shown.lead !== selected
        ? html`<div class="page" role="status">${speech.say("lead.loading")}</div>`
        : "detail" in this.shown ? this.#page(this.shown.detail, info, selected) : html`<div class="page">${problemList(speech, this.shown.problems, 10)}</div>`}`;
  }

  #close(): void {
    this.dispatchEvent(new CustomEvent("lead-close"));
  }
  #step(by: number): void {
    const { shown, selected } = this.state;
    const next = shown[shown.indexOf(selected ?? -1) + by];
    if (next !== undefined) this.session.select(next);
  }

  #page(detail: LeadDetail, info: ProfileInfo, lead: number): TemplateResult {
    const { verdict, record } = detail;
    const { speech } = this;
    return html`<div class="page">
      <pq-decide .session=${this.session}></pq-decide>
      ${this.#verdict(verdict, info)} ${this.#stops(verdict, info)} ${clockSection(verdict, speech)}
      ${questionsSection(verdict, info, speech)} ${changesSection(verdict, info, speech, (answers) => this.#try(answers))}
      <section><h3>${speech.say("lead.score")}</h3><pq-waterfall .verdict=${verdict} .info=${info} .speech=${speech}></pq-waterfall></section>
      ${this.#reasons(verdict, info)} ${committeeSection(verdict, speech, this.#mates(lead).length, () => this.session.queue.showSome([lead, ...this.#mates(lead)]))} ${consentSection(verdict, speech)} ${readinessSection(verdict, info, speech)}
      ${this.#criteria(verdict, info)} ${checksSection(verdict, speech)} ${this.#stages(verdict, info)}
      <section id="what-if"><h3 tabindex="-1">${speech.say("lead.what.if")}</h3><pq-what-if .session=${this.session} .detail=${detail} .lead=${lead}></pq-what-if></section>
      <section><h3>${speech.say("lead.handoff")}</h3><pq-handoff .session=${this.session} .verdict=${verdict} .lead=${lead}></pq-handoff></section>
      ${this.#data(verdict, info)} ${conflictsSection(verdict, info, speech, (field) => this.state.masked && isPersonal(field, info))} ${actsSection(verdict, speech)} ${this.#history(lead)} ${this.#record(record, info)}
      <p class="note">${speech.say("lead.recommendation")} ${verdict.profile.id}@${verdict.profile.version}, ${verdict.engine}</p>
    </div>`;
  }

  /** Other leads of the same organization; worked out when a lead is looked at first. */
  #mates(lead: number): readonly number[] {
    const { phase } = this.state;
    if (phase.kind !== "ready") return [];
    if (phase.list !== this.#accountsOf) {
      this.#accountsOf = phase.list;
      this.#accounts = new Map();
      const { list } = phase;
      void this.session.accounts().then((accounts) => {
        if (this.#accountsOf !== list) return;
        for (const { leads } of accounts) if (leads.length > 1) for (const one of leads) this.#accounts.set(one, leads);
        this.requestUpdate();
      });
    }
    return this.#accounts.get(lead)?.filter((one) => one !== lead) ?? [];
  }

  #try(answers: Readonly<Record<string, unknown>>): void {
    this.renderRoot.querySelector<WhatIf>("pq-what-if")?.try(answers);
    this.showWhatIf();
  }
  /** Brings the what-if into sight and gives its heading the focus. */
  showWhatIf(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>("#what-if h3");
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: "start" });
  }

  #history(lead: number): TemplateResult | typeof nothing {
    const { speech } = this;
    const { trail } = this.state;
    const entries = trail.filter((entry) => entry.lead === lead);
    if (entries.length === 0) return nothing;
    const counts = new Set(activeOf(trail).map((entry) => entry.id));
    return html`<section><h3>${speech.say("lead.history")}</h3><ol class="lines">${entries.map(
      (entry) => html`<li><b>${speech.say(`act.${entry.act}`)}</b>${entry.act !== "undo" && !counts.has(entry.id) ? html` <span class="soft">(${speech.say("trail.undone")})</span>` : nothing}
        <small>${[speech.moment(entry.at), entry.by, entry.reason === "" ? "" : speech.code("reason", entry.reason), decidedTo(entry, speech), entry.until, this.state.masked ? "" : entry.note].filter(Boolean).join(" · ")}</small></li>`,
    )}</ol></section>`;
  }

  #verdict(verdict: Verdict, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const { total } = verdict.scores;
    const { mid, high } = info.thresholds.total;
    const others = verdict.band.reach.filter((band) => band !== verdict.band.value).map((band) => speech.code("band", band));
    const team = info.teams.find((entry) => entry.id === verdict.route.team);
    const level = verdict.route.service_level;
    const facts: (readonly [string, string])[] = [
      [speech.say("fact.eligibility"), speech.code("eligibility", verdict.eligibility.value)],
      [speech.say("fact.stage"), speech.code("stage", verdict.stage.value)],
      [speech.say("fact.status"), speech.code("status", verdict.status.value)],
      [speech.say("fact.lane"), [...new Set([speech.code("lane", verdict.route.lane), speech.pick(team?.name)])].filter(Boolean).join(", ")],
    ];
    facts.push([speech.say("fact.action"), speech.code("action", verdict.next_step.action)]);
    if (level !== null) facts.push([speech.say("fact.within"), speech.duration(level.within_minutes)]);
    if (verdict.outreach.channel !== null) facts.push([speech.say("fact.channel"), speech.code("channel", verdict.outreach.channel)]);
    return html`<div class="verdict">
      <div class="big">
        <span class="value">${speech.plain(total.value)}<small> / ${total.max}</small></span>
        <div><span class="band" data-band=${verdict.band.value}>${bandMark(info.levels.indexOf(verdict.band.value))}${speech.code("band", verdict.band.value)}</span>
          ${scoreBar(total, "total", [mid, high])}</div>
      </div>
      <div class="words"><h3 class="visually-hidden">${speech.say("lead.verdict")}</h3>${verdictSentences(verdict, info, speech).map((sentence) => html`<p>${sentence}</p>`)}</div>
      <p class="reach">${verdict.settled ? speech.say("lead.settled") : speech.say("lead.unsettled")}
        ${others.length > 0 ? speech.say("lead.reach", { bands: speech.list(others, "disjunction").toLowerCase(), low: speech.plain(total.low), high: speech.plain(total.high) }) : nothing}</p>
      <dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    </div>`;
  }

  #stops(verdict: Verdict, info: ProfileInfo): TemplateResult | typeof nothing {
    const { stops } = verdict.eligibility;
    if (stops.length === 0) return nothing;
    const text = (id: string): string => this.speech.pick(info.stops.find((stop) => stop.id === id)?.plain) || id;
    return html`<section><h3>${this.speech.say("lead.stops")}</h3><ul class="stops">${stops.map((stop) => html`<li data-scope=${stop.scope}>${text(stop.id)}</li>`)}</ul></section>`;
  }

  #reasons(verdict: Verdict, info: ProfileInfo): TemplateResult | typeof nothing {
    const { speech } = this;
    if (verdict.reasons.length === 0) return nothing;
    return html`<section><h3>${speech.say("lead.reasons")}</h3><ul class="lines">${verdict.reasons.map((reason) => {
      const own = info.reasons.find((entry) => entry.code === reason.code && entry.sub === reason.sub);
      const name = speech.pick(own?.plain) || speech.code("reason", reason.code);
      const at = own === undefined ? -1 : info.reasons.indexOf(own);
      const show = (): void => void this.session.queue.showView({ ...noFilters, reason: new Set([at]) });
      return html`<li>${at < 0 ? html`<b>${name}</b>` : html`<button class="link" type="button" title=${speech.say("lead.reason.show")} @click=${show}><b>${name}</b></button>`}
        <small>${speech.code("class", reason.class)} · ${speech.code("cause", reason.cause)} · ${speech.code("action", reason.recovery)}</small></li>`;
    })}</ul></section>`;
  }

  #criteria(verdict: Verdict, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const list = (kind: string, title: string): TemplateResult | typeof nothing => {
      const entries = verdict.eligibility.criteria.filter((entry) => entry.kind === kind);
      if (entries.length === 0) return nothing;
      return html`<h4>${title}</h4><ul class="checks">${entries.map((entry) => {
        const values = valuesText(entry.because, info, speech);
        return html`<li>${truthMark(entry.state, speech)}<span>${speech.pick(info.criteria.find((criterion) => criterion.id === entry.id)?.plain) || entry.id}
          ${values === "" ? nothing : html`<small dir="auto">${values}</small>`}</span></li>`;
      })}</ul>`;
    };
    return html`<section><h3>${speech.say("lead.criteria")}</h3>${list("must_have", speech.say("lead.must"))}${list("nice_to_have", speech.say("lead.nice"))}</section>`;
  }

  #stages(verdict: Verdict, info: ProfileInfo): TemplateResult | typeof nothing {
    const { speech } = this;
    const stages = info.stages.filter((stage) => verdict.stage.clauses.some((clause) => clause.stage === stage.id));
    if (stages.length === 0) return nothing;
    return html`<section><h3>${speech.say("lead.stages")}</h3>${stages.map(
      (stage) => html`<h4>${speech.code("stage", stage.id)}</h4><ul class="checks">${verdict.stage.clauses
        .filter((clause) => clause.stage === stage.id)
        .map((clause) => html`<li>${truthMark(clause.state, speech)}<span>${speech.pick(stage.clauses.find((entry) => entry.id === clause.id)?.plain) || clause.id}</span></li>`)}</ul>`,
    )}</section>`;
  }

  #data(verdict: Verdict, info: ProfileInfo): TemplateResult | typeof nothing {
    const { speech } = this;
    const { findings } = verdict.data;
    if (findings.length === 0) return nothing;
    return html`<section><h3>${speech.say("lead.data")}</h3><ul class="lines">${findings.map((finding) => {
      const field = info.fields.find((entry) => entry.id === finding.field);
      const about = field === undefined ? (finding.about ?? "") : speech.pick(field.label);
      const meant = finding.proposal ?? speech.pick(field?.values.find((entry) => entry.id === finding.suggestion)?.label);
      return html`<li><b>${about === "" ? "" : `${about}: `}${speech.code("finding", finding.code)}${finding.detail === undefined ? "" : ` (${speech.code("detail", finding.detail)})`}</b>${meant === "" ? nothing : html`<small>${speech.say("lead.did.you.mean", { value: meant })}</small>`}</li>`;
    })}</ul></section>`;
  }

  #record(record: LeadDetail["record"], info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const hidden = (field: string | null): boolean => this.state.masked && isPersonal(field, info);
    return html`<section><h3>${speech.say("lead.fields")}</h3><table class="record">${record
      .filter((entry) => entry.value !== "")
      .map((entry) => html`<tr><th scope="row" dir="auto">${entry.column}</th><td dir="auto">${hidden(entry.field) ? html`<span class="soft">${speech.say("masked")}</span>` : entry.value}</td></tr>`)}</table></section>`;
  }
}
customElements.define("pq-lead", LeadView);
