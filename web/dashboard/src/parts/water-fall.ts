// Every point of a score, as a table whose bars add up. The bars repeat what the numbers say, so they are hidden from those
// who hear the table.
import { css, html, LitElement, nothing, svg, type TemplateResult } from "lit";
import type { ProfileInfo, Verdict } from "prequal-engine";
import { isLimit, toWaterfall, type Open, type Section, type Step, type Waterfall } from "../lead/waterfall.ts";
import { contributionText, fieldText, ruleText, valuesText } from "../lead/wording.ts";
import { shared } from "../styles/shared.ts";
import type { Speech } from "../texts/speech.ts";

const width = 200;
const height = 10;

export class WaterFall extends LitElement {
  static override properties = { verdict: { attribute: false }, info: { attribute: false }, speech: { attribute: false } };
  declare verdict: Verdict;
  declare info: ProfileInfo;
  declare speech: Speech;

  static override styles = [
    shared,
    css`
      table { inline-size: 100%; border-collapse: collapse; font-size: var(--pq-text-sm); line-height: 1.35; }
      caption { text-align: start; font-size: var(--pq-text-xs); color: var(--pq-ink-2); padding-block-end: var(--pq-2); }
      th, td { padding: 0.25rem 0; text-align: start; vertical-align: middle; font-weight: inherit; }
      thead th { font-size: var(--pq-text-xs); color: var(--pq-ink-3); font-weight: var(--pq-weight-medium); padding-block-end: 0.125rem; }
      .what { inline-size: 46%; padding-inline-end: var(--pq-3); overflow-wrap: anywhere; }
      .what small { display: block; font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      .points { inline-size: 3.5rem; text-align: end; font-variant-numeric: tabular-nums; padding-inline-start: var(--pq-2); white-space: nowrap; }
      .points.wide { inline-size: 5rem; }
      .section th { padding-block: 0.625rem 0.125rem; font-weight: var(--pq-weight-strong); border-block-start: 1px solid var(--pq-line-soft); }
      .section small { font-weight: var(--pq-weight-regular); }
      .section .points { font-weight: var(--pq-weight-strong); border-block-start: 1px solid var(--pq-line-soft); padding-block: 0.625rem 0.125rem; }
      .section .of { color: var(--pq-ink-3); font-weight: var(--pq-weight-regular); }
      .total th, .total td { border-block-start: 1.5px solid var(--pq-ink); padding-block: 0.5rem; font-weight: var(--pq-weight-strong); }
      .total .points { font-size: var(--pq-text-base); }
      .dot { display: inline-block; inline-size: 0.625rem; block-size: 0.625rem; border-radius: 2px; margin-inline-end: 0.4375rem; }
      .dot.fit { background: var(--pq-fit); }
      .dot.intent { background: var(--pq-intent); }
      .dot.adjustment { background: var(--pq-adjust); }
      .dot.negative { background: var(--pq-minus); }
      .dot.limit, .dot.total { background: var(--pq-ink-3); }
      .dot.open { background: var(--pq-open-soft); box-shadow: inset 0 0 0 1px var(--pq-open); }
      .drawn { position: relative; }
      .lines { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; }
      .lines .zero { stroke: var(--pq-line-control); }
      .lines .mark { stroke: var(--pq-open); stroke-dasharray: 2 3; }
      .fall { position: relative; inline-size: 100%; block-size: 0.625rem; overflow: visible; }
      .fall .bar { fill: var(--pq-fit); }
      .fall .bar.intent { fill: var(--pq-intent); }
      .fall .bar.adjustment { fill: var(--pq-adjust); }
      .fall .bar.negative { fill: var(--pq-minus); }
      .fall .bar.limit { fill: var(--pq-ink-3); }
      .fall .bar.sum { fill: var(--pq-ink); }
      .fall .bar.open { fill: var(--pq-open-soft); stroke: var(--pq-open); stroke-width: 1; }
      .open-row th, .open-row td { color: var(--pq-ink-2); }
      @media (forced-colors: active) {
        .fall .bar { fill: CanvasText; }
        .fall .bar.open { fill: none; stroke: CanvasText; }
        .dot { border: 1px solid CanvasText; }
      }
    `,
  ];

  override render(): TemplateResult {
    const { speech, info } = this;
    const fall = toWaterfall(this.verdict);
    const { total } = this.verdict.scores;
    return html`<table>
      <caption>${speech.say("fall.thresholds", { mid: info.thresholds.total.mid, high: info.thresholds.total.high })}</caption>
      <thead><tr><th class="what" scope="col">${speech.say("fall.what")}</th><th aria-hidden="true"></th><th class="points" scope="col">${speech.say("fall.points")}</th></tr></thead>
      ${fall.sections.map((section) => this.#section(section, fall))}
      <tbody>
        <tr class="total"><th class="what" scope="row">${speech.say("fall.total")}</th><td class="drawn" aria-hidden="true">${this.#bar(fall, 0, fall.sum, "sum")}</td><td class="points">${speech.plain(fall.sum)}</td></tr>
      </tbody>
      ${fall.open.length === 0 ? nothing : html`<tbody>
        <tr class="section"><th class="what" scope="rowgroup" colspan="3"><span class="dot open"></span>${speech.say("fall.open")}
          <small>${speech.say("fall.open.reach", { low: speech.plain(total.low), high: speech.plain(total.high) })}</small></th></tr>
        ${fall.open.map((open) => this.#open(open, fall))}
      </tbody>`}
    </table>`;
  }

  #section(section: Section, fall: Waterfall): TemplateResult {
    const { speech } = this;
    const name = speech.code("category", section.category);
    const of = section.category === "fit" || section.category === "intent";
    return html`<tbody>
      <tr class="section">
        <th class="what" scope="rowgroup" colspan="2"><span class="dot ${section.category}"></span>${name}</th>
        <td class="points">${of ? html`${section.points}<span class="of"> / ${section.most}</span>` : speech.points(section.points)}</td>
      </tr>
      ${section.steps.length === 0 ? html`<tr><td class="what soft" colspan="3">${speech.say("fall.none")}</td></tr>` : section.steps.map((step) => this.#step(step, fall))}
    </tbody>`;
  }

  #step(step: Step, fall: Waterfall): TemplateResult {
    const { speech, info } = this;
    const values = isLimit(step.contribution) ? "" : valuesText(step.contribution.because ?? {}, info, speech);
    return html`<tr>
      <th class="what" scope="row">${contributionText(step.contribution, info, speech)}${values === "" ? nothing : html`<small dir="auto">${values}</small>`}</th>
      <td class="drawn" aria-hidden="true">${this.#bar(fall, step.from, step.to, step.kind)}</td>
      <td class="points">${speech.points(step.points)}</td>
    </tr>`;
  }

  #open(open: Open, fall: Waterfall): TemplateResult {
    const { speech, info } = this;
    const name = open.field !== null ? fieldText(open.field, info, speech) : ruleText(open.rule ?? "", info, speech);
    const range = open.low === 0 ? speech.points(open.high) : open.high === 0 ? speech.points(open.low) : speech.say("fall.open.range", { low: speech.points(open.low), high: speech.points(open.high) });
    return html`<tr class="open-row"><th class="what" scope="row">${name}</th>
      <td class="drawn" aria-hidden="true">${this.#bar(fall, fall.sum + open.low, fall.sum + open.high, "open")}</td><td class="points wide">${range}</td></tr>`;
  }

  #bar(fall: Waterfall, from: number, to: number, kind: string): TemplateResult {
    const least = fall.least;
    const most = fall.most;
    const x = (points: number): number => ((Math.max(least, Math.min(points, most)) - least) / Math.max(1, most - least)) * width;
    const left = Math.min(x(from), x(to));
    const size = Math.max(Math.abs(x(to) - x(from)), kind === "open" ? 0 : 1.5);
    const { mid, high } = this.info.thresholds.total;
    const line = (name: string, points: number): TemplateResult => svg`<line class=${name} x1=${x(points)} x2=${x(points)} y1="0" y2="1" vector-effect="non-scaling-stroke"/>`;
    // The lines are as high as the row, the bar is not.
    return html`<svg class="lines" viewBox="0 0 ${width} 1" preserveAspectRatio="none" aria-hidden="true">${line("zero", 0)}${line("mark", mid)}${line("mark", high)}</svg>
      <svg class="fall" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
        <rect class="bar ${kind}" x=${left} y="0" width=${size} height=${height} vector-effect="non-scaling-stroke"/>
      </svg>`;
  }
}
customElements.define("pq-waterfall", WaterFall);
