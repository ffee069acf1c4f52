// What a team looks at when it reviews its profile, as the engine says it of the whole list: where qualified leads fail, what
// leads that move share, leads to read again, feedback, groups of people. Rows lead to their leads; nothing is changed here.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ListAudit, ProfileInfo, Share } from "prequal-engine";
import { intervalOf, percentText, rangeText, shareOf } from "../insights/share-text.ts";
import { maskName } from "../lead/masking.ts";
import { fieldText, ruleText, valueText } from "../lead/wording.ts";
import { Part } from "../state/context.ts";
import { conditionText } from "../state/query.ts";
import type { OpenList } from "../state/store.ts";
import { noFilters } from "../state/view.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { alertStyles, shareBar, tableStyles } from "../styles/tables.ts";
import "./drift-card.ts";

const mostFailures = 12;
const mostTraits = 10;
const mostRules = 4;
/** Fewer leads than this say nothing about a trait. */
const leastLeads = 5;
const alerts = ["criteria_review", "missed_sql", "group_gap", "review_due"] as const;
type Alert = (typeof alerts)[number];

export class ReviewPage extends Part {
  static override properties = { ...Part.properties, audit: { state: true }, failed: { state: true }, seed: { state: true } };
  declare audit: ListAudit | null;
  declare failed: boolean;
  /** Of the sample. */
  declare seed: number;
  #list: OpenList | null = null;
  #run = 0;

  constructor() {
    super();
    this.audit = null;
    this.failed = false;
    this.seed = 1;
  }

  static override styles = [
    shared,
    tableStyles,
    alertStyles,
    css`
      :host { display: grid; gap: var(--pq-4); align-content: start; overflow: auto; min-inline-size: 0; }
      h2 { font-size: var(--pq-text-xl); }
      .lead { max-inline-size: 48rem; color: var(--pq-ink-2); font-size: var(--pq-text-md); }
      .cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: var(--pq-4); align-items: start; }
      .cards > * { min-inline-size: 0; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); font-size: var(--pq-text-sm); }
      .row label { display: inline-flex; align-items: center; gap: var(--pq-2); }
      input[type="number"] { inline-size: 5rem; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); font-variant-numeric: tabular-nums; }
      td.says, th small { color: var(--pq-ink-3); font-size: var(--pq-text-xs); }
      th small { display: block; }
      .groups + .groups { margin-block-start: var(--pq-2); }
      caption { text-align: start; padding-block-end: 0.25rem; font-weight: var(--pq-weight-medium); }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === null || list === this.#list) return;
    this.#list = list;
    this.audit = null;
    this.failed = false;
    void this.#ask();
  }
  async #ask(): Promise<void> {
    const run = ++this.#run;
    const made = await this.session.engine.audit(this.seed).catch(() => null);
    if (run !== this.#run) return;
    this.failed = made?.ok !== true;
    this.audit = made?.ok === true ? made.value : null;
  }

  override render(): TemplateResult {
    const { speech, phase, info } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { audit } = this;
    return html`<div><h2 tabindex="-1" id="main">${speech.say("au.title")}</h2><p class="lead">${speech.say("au.about")}</p></div>
      ${audit === null ? html`<p role="status">${speech.say(this.failed ? "au.failed" : "au.wait")}</p>` : html`${this.#alerts(audit)}
        <div class="cards">${this.#failures(audit, info)} ${this.#traits(audit, phase.list, info)} ${this.#sample(audit, info)} ${this.#missed(audit)} ${this.#feedback(audit, info)} ${this.#groups(audit, info)}</div>`}
      <pq-drift .session=${this.session}></pq-drift>`;
  }

  #reason(code: string | null, info: ProfileInfo): string {
    const { speech } = this;
    if (code === null) return speech.say("au.uncoded");
    return speech.pick(info.reasons.find((entry) => entry.code === code)?.plain) || speech.code("reason", code);
  }
  #cells(share: Share): TemplateResult {
    return html`<td class="n">${this.speech.say("oc.of", { count: share.count, of: share.of })}</td><td class="bar" aria-hidden="true">${shareBar(shareOf(share), "", intervalOf(share))}</td><td class="n">${rangeText(share)}</td>`;
  }
  #table(label: string, head: readonly TemplateResult[], rows: readonly TemplateResult[]): TemplateResult {
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${label}><table><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
  }
  #heads(...names: readonly [text: string, number?: boolean][]): readonly TemplateResult[] {
    return names.map(([text, number]) => (text === "" ? html`<th aria-hidden="true"></th>` : html`<th scope="col" class=${number === true ? "n" : ""}>${text}</th>`));
  }

  #alerts(audit: ListAudit): TemplateResult {
    const { speech } = this;
    const { due, review_on: day } = audit.review;
    const when = day === null ? speech.say("au.undated") : speech.say(due ? "au.due" : "au.next", { day });
    const known = [...new Set(audit.alerts.map((entry) => entry.alert))].filter((alert): alert is Alert => (alerts as readonly string[]).includes(alert));
    return html`<section class="card" data-card="alerts"><h3>${speech.say("au.alerts")}</h3>
      ${known.length === 0 ? html`<p class="finding">${speech.say("au.calm")}</p>` : known.map((alert) => html`<p class="alert">${icons.warn()}<span>${speech.say(`au.alert.${alert}`)}</span></p>`)}
      <p class="note">${when}</p></section>`;
  }

  #failures(audit: ListAudit, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const rows = audit.failures.toSorted((a, b) => b.share.count - a.share.count).slice(0, mostFailures);
    const [first] = rows;
    const show = (reason: string): void => void this.session.queue.showView({ ...noFilters, reason: new Set(info.reasons.flatMap((entry, i) => (entry.code === reason ? [i] : []))) });
    return html`<section class="card" data-card="failures"><h3>${speech.say("au.failures")}</h3>
      <p class="finding">${first === undefined ? speech.say("au.failures.none") : speech.say("au.failures.finding", { reason: this.#reason(first.reason, info), stage: speech.code("stage", first.stage), count: first.share.count, of: first.share.of })}</p>
      ${first === undefined ? nothing : this.#table(speech.say("au.failures"), this.#heads([speech.say("au.reason")], [speech.say("au.stage")], [speech.say("in.leads"), true], [""], [speech.say("so.range"), true]), rows.map((row) => {
        const name = this.#reason(row.reason, info);
        return html`<tr><th scope="row">${row.reason === null ? name : html`<button class="link" type="button" aria-label=${speech.say("in.show", { name })} @click=${() => show(row.reason!)}>${name}</button>`}${row.criteria.length === 0 ? nothing : html`<small>${speech.say("au.criteria")}: ${speech.list(row.criteria.map((id) => speech.pick(info.criteria.find((entry) => entry.id === id)?.plain) || id))}</small>`}</th>
          <td>${speech.code("stage", row.stage)}</td>${this.#cells(row.share)}</tr>`;
      }))}</section>`;
  }

  /** The surest to move on first, then the surest not to. */
  #traits(audit: ListAudit, list: OpenList, info: ProfileInfo): TemplateResult {
    const { speech, masked } = this.state;
    const known = audit.traits.filter((entry) => entry.moved.of >= leastLeads);
    const best = known.toSorted((a, b) => (b.moved.low ?? 0) - (a.moved.low ?? 0) || b.moved.of - a.moved.of).slice(0, mostTraits);
    const worst = known.filter((entry) => !best.includes(entry)).toSorted((a, b) => (a.moved.high ?? 0) - (b.moved.high ?? 0) || b.moved.of - a.moved.of).slice(0, mostTraits).reverse();
    const rows = [...best, ...worst];
    const field = (feature: string): string => (feature === "source" ? speech.key("source.channel") : fieldText(feature, info, speech));
    const value = (entry: ListAudit["traits"][number]): string => (entry.feature === "source" ? speech.code("source", entry.value) : valueText(entry.feature, entry.value, info, speech));
    const name = (entry: ListAudit["traits"][number]): string => `${field(entry.feature).replace(/[.?:]$/, "")}: ${value(entry)}`;
    const [first, last] = [rows[0], rows.at(-1)];
    const column = (feature: string): string | undefined => list.loaded.summary.columns.find((entry) => entry.field === (feature === "source" ? "source.channel" : feature))?.name;
    const show = (entry: ListAudit["traits"][number], at: string): void => {
      this.session.show("queue");
      void this.session.queue.search(conditionText(at, entry.value));
    };
    return html`<section class="card" data-card="traits"><h3>${speech.say("au.traits")}</h3>
      <p class="finding">${first === undefined || last === undefined || first === last ? speech.say("au.traits.none") : speech.say("au.traits.finding", { best: name(first), count: first.moved.count, of: first.moved.of, worst: name(last), count2: last.moved.count, of2: last.moved.of })}</p>
      ${rows.length === 0 ? nothing : this.#table(speech.say("au.traits"), this.#heads([speech.say("au.trait")], [speech.say("au.moved"), true], [""], [speech.say("so.range"), true]), rows.map((entry) => {
        const at = column(entry.feature);
        return html`<tr><th scope="row">${at === undefined || masked ? name(entry) : html`<button class="link" type="button" aria-label=${speech.say("in.show", { name: name(entry) })} @click=${() => show(entry, at)}>${name(entry)}</button>`}</th>${this.#cells(entry.moved)}</tr>`;
      }))}</section>`;
  }

  /** Leads named as everywhere; their titles are asked for. */
  #named(leads: readonly number[]): (lead: number) => TemplateResult {
    const { phase, speech, masked } = this.state;
    void this.session.wantTitles(leads);
    return (lead) => {
      const title = phase.kind === "ready" ? (phase.list.titles.get(lead)?.title ?? "") : "";
      const row = phase.kind === "ready" ? (phase.list.loaded.rows[lead] ?? 0) : 0;
      const open = (): void => {
        this.session.show("queue");
        this.session.select(lead);
      };
      return html`<button class="link" type="button" dir="auto" @click=${open}>${title === "" ? speech.say("title.unnamed", { row }) : masked ? maskName(title) : title}</button>`;
    };
  }
  #showAll(leads: readonly number[]): TemplateResult {
    return html`<div><button class="button" type="button" @click=${() => this.session.queue.showSome(leads)}>${this.speech.say("au.show.all")}</button></div>`;
  }

  #sample(audit: ListAudit, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const { leads, of } = audit.sample;
    const named = this.#named(leads.map((entry) => entry.lead));
    const rules = (ids: readonly string[]): string => speech.list([...ids.slice(0, mostRules).map((id) => ruleText(id, info, speech)), ...(ids.length > mostRules ? [speech.say("reasons.more", { count: ids.length - mostRules })] : [])]);
    const draw = (event: Event): void => {
      this.seed = Math.max(0, Math.floor(Number((event.target as HTMLInputElement).value)) || 0);
      void this.#ask();
    };
    return html`<section class="card" data-card="sample"><h3>${speech.say("au.sample")}</h3>
      <p class="finding">${of === 0 ? speech.say("au.sample.none") : speech.say("au.sample.finding", { shown: leads.length, of })}</p>
      ${of === 0 ? nothing : html`<div class="row"><label>${speech.say("au.seed")}<input type="number" min="0" step="1" .value=${String(this.seed)} @change=${draw} /></label><span class="note">${speech.say("au.seed.hint")}</span></div>
        ${this.#table(speech.say("au.sample"), this.#heads([speech.say("au.lead")], [speech.say("au.without")]), leads.map((entry) => html`<tr><th scope="row">${named(entry.lead)}</th><td class="says">${rules([...entry.without_intent, ...entry.without_fit])}</td></tr>`))}
        ${this.#showAll(leads.map((entry) => entry.lead))}`}</section>`;
  }

  #missed(audit: ListAudit): TemplateResult {
    const { speech, info } = this.state;
    const { leads, share } = audit.missed_sql;
    const named = this.#named(leads.map((entry) => entry.lead));
    const turned = (entry: (typeof leads)[number]): string => (entry.turned_away === "by_verdict" ? speech.code("eligibility", "ineligible") : speech.say(`act.${entry.turned_away as "refuse"}`));
    return html`<section class="card" data-card="missed"><h3>${speech.say("au.missed")}</h3>
      <p class="finding">${leads.length === 0 ? speech.say("au.missed.none") : speech.say("au.missed.finding", { count: share.count, of: share.of })}</p>
      ${leads.length === 0 ? nothing : html`${this.#table(speech.say("au.missed"), this.#heads([speech.say("au.lead")], [speech.say("au.turned")], [speech.say("au.reason")]), leads.map((entry) => html`<tr><th scope="row">${named(entry.lead)}</th><td>${turned(entry)}</td><td>${entry.reason === null || info === null ? nothing : this.#reason(entry.reason, info)}</td></tr>`))}
        ${this.#showAll(leads.map((entry) => entry.lead))}`}</section>`;
  }

  #feedback(audit: ListAudit, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const { uncoded } = audit.feedback;
    const codes = audit.feedback.codes.toSorted((a, b) => b.helped + b.hindered - a.helped - a.hindered);
    const [first] = codes;
    const name = (code: string): string => {
      const known = info.reasons.find((entry) => entry.code === code)?.plain ?? info.criteria.find((entry) => entry.id === code)?.plain ?? info.rules.find((entry) => entry.id === code)?.plain ?? info.fields.find((entry) => entry.id === code)?.label;
      return speech.pick(known) || speech.code("reason", code);
    };
    return html`<section class="card" data-card="feedback"><h3>${speech.say("au.feedback")}</h3>
      <p class="finding">${first === undefined ? speech.say("au.feedback.none") : speech.say("au.feedback.finding", { code: name(first.code), uncoded })}</p>
      ${first === undefined ? nothing : this.#table(speech.say("au.feedback"), this.#heads([speech.say("au.code")], [speech.say("au.helped"), true], [speech.say("au.hindered"), true], [speech.say("au.feeds")]), codes.slice(0, mostFailures).map((entry) => html`<tr><th scope="row">${name(entry.code)}</th><td class="n">${speech.number(entry.helped)}</td><td class="n">${speech.number(entry.hindered)}</td><td class="says">${speech.say(`au.feeds.${entry.feeds}`)}</td></tr>`))}</section>`;
  }

  #groups(audit: ListAudit, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const value = (field: string, text: string): string => valueText(field, text, info, speech);
    const gaps = audit.fairness.flatMap((entry) => entry.gaps.map((gap) => ({ ...gap, field: entry.field }))).toSorted((a, b) => b.gap - a.gap);
    const [widest] = gaps;
    const measures = ["contacted", "qualified", "sales_ready"] as const;
    return html`<section class="card" data-card="fairness"><h3>${speech.say("au.fair")}</h3>
      <p class="finding">${widest === undefined ? speech.say("au.fair.none") : speech.say("au.fair.finding", { measure: speech.say(`au.measure.${widest.measure}`), above: value(widest.field, widest.above), below: value(widest.field, widest.below), points: Math.round(widest.gap / 100), field: fieldText(widest.field, info, speech) })}</p>
      ${audit.fairness.filter((entry) => entry.groups.length > 1).map((entry) => html`<div class="groups">${entry.scored ? html`<p class="alert" data-certain>${icons.warn()}<span>${speech.say("au.fair.scored")}</span></p>` : nothing}
        <div class="scroll" tabindex="0" role="region" aria-label=${fieldText(entry.field, info, speech)}><table><caption>${fieldText(entry.field, info, speech)}</caption><thead><tr>${this.#heads([speech.say("au.group")], [speech.say("in.leads"), true], ...measures.map((measure): [string, boolean] => [speech.say(`au.measure.${measure}`), true]))}</tr></thead>
        <tbody>${entry.groups.map((group) => html`<tr><th scope="row">${value(entry.field, group.value)}</th><td class="n">${speech.number(group.leads)}</td>${measures.map((measure) => html`<td class="n">${percentText(group[measure], speech)}</td>`)}</tr>`)}</tbody></table></div></div>`)}
      ${widest === undefined ? nothing : html`<p class="note">${speech.say("au.fair.note")}</p>`}</section>`;
  }
}
customElements.define("pq-review", ReviewPage);
