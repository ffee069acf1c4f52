// What came of the leads that are shown, by their score: a curve with its uncertainty, a table that it repeats, and rows that
// lead to their leads.
import { css, html, nothing, svg, type TemplateResult } from "lit";
import type { CourseColumns } from "prequal-engine";
import { calibrate, courseKinds, type Calibration, type CourseKind, type ScoreBin } from "../insights/calibration.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { alertStyles, shareBar, tableStyles } from "../styles/tables.ts";

const chart = { width: 400, height: 120 };
/** Fewer hits than this say little about single scores. */
const fewHits = 50;

export class CalibrationCard extends Part {
  static override properties = { ...Part.properties, courses: { state: true }, kind: { state: true } };
  declare courses: CourseColumns | null;
  declare kind: CourseKind;
  #list: OpenList | null = null;

  constructor() {
    super();
    this.courses = null;
    this.kind = "converted";
  }

  static override styles = [
    shared,
    tableStyles,
    alertStyles,
    css`
      .chart { inline-size: 100%; block-size: 8rem; overflow: visible; }
      .chart .ground { stroke: var(--pq-line); stroke-width: 1; vector-effect: non-scaling-stroke; }
      .chart .curve { fill: none; stroke: var(--pq-accent); stroke-width: 2; vector-effect: non-scaling-stroke; }
      .chart .interval { fill: var(--pq-accent); opacity: 0.16; }
      .row { display: flex; flex-wrap: wrap; gap: var(--pq-2) var(--pq-4); font-size: var(--pq-text-sm); }
      .row label { display: inline-flex; align-items: center; gap: var(--pq-2); }
      @media (forced-colors: active) { .chart .curve { stroke: CanvasText; } }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === null || list === this.#list) return;
    this.#list = list;
    this.courses = null;
    void this.session.courses().then((courses) => {
      if (this.#list === list) this.courses = courses;
    });
  }

  override render(): TemplateResult {
    const { speech, phase, shown } = this.state;
    const made = this.courses === null || phase.kind !== "ready" ? null : calibrate(phase.list.loaded.columns.total, this.courses, shown, this.kind);
    return html`<section class="card" data-card="calibration"><h3>${speech.say("ca.title")}</h3>
      ${made === null ? html`<p class="finding" role="status">${speech.say("oc.wait")}</p>` : made.known === 0 ? html`<p class="finding">${speech.say("oc.none")}</p><p class="note">${speech.say("oc.log")}</p>` : this.#page(made)}</section>`;
  }

  #page(made: Calibration): TemplateResult {
    const { speech, info } = this.state;
    const percent = (share: number): string => speech.say("in.share", { value: Math.round(share * 100) });
    const name = (bin: ScoreBin): string => speech.say("th.from.to", { from: bin.from, to: bin.to });
    const [lower, higher] = made.inverted ?? [];
    return html`<p class="finding">${this.#finding(made, info?.thresholds.total.high ?? 0)}</p>
      ${lower === undefined || higher === undefined ? nothing : html`<p class="alert" data-certain>${icons.warn()}<span>${speech.say("ca.inverted", { a: lower.from, b: lower.to, c: higher.from, d: higher.to })}</span></p>`}
      <div class="row"><label>${speech.say("ca.kind")}<select @change=${(event: Event) => { this.kind = (event.target as HTMLSelectElement).value as CourseKind; }}>
        ${courseKinds.map((kind) => html`<option value=${kind} .selected=${kind === this.kind}>${speech.say(`ca.kind.${kind}`)}</option>`)}</select></label></div>
      ${made.bins.length > 1 ? this.#chart(made.bins) : nothing}
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("ca.title")}><table><thead><tr><th scope="col">${speech.say("ca.points")}</th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say(`ca.kind.${this.kind}`)}</th><th scope="col" class="n">${speech.say("ca.rate")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("so.range")}</th></tr></thead>
        <tbody>${made.bins.toReversed().map((bin) => html`<tr><th scope="row"><button class="link" type="button" aria-label=${speech.say("in.show", { name: name(bin) })} @click=${() => this.session.queue.showSome(bin.leads)}>${name(bin)}</button></th>
          <td class="n">${speech.number(bin.leads.length)}</td><td class="n">${speech.number(bin.hits)}</td><td class="n">${percent(bin.rate)}</td>
          <td class="bar" aria-hidden="true">${shareBar(bin.rate, "", bin.range)}</td><td class="n">${Math.round(bin.range.low * 100)}–${percent(bin.range.high)}</td></tr>`)}</tbody></table></div>
      ${made.hits < fewHits ? html`<p class="note">${speech.say("ca.few", { hits: made.hits })}</p>` : nothing}`;
  }

  /** High leads against the others, where a threshold lies between bins. */
  #finding(made: Calibration, high: number): string {
    const { speech } = this;
    const sum = (bins: readonly ScoreBin[], of: (bin: ScoreBin) => number): number => bins.reduce((all, bin) => all + of(bin), 0);
    const above = made.bins.filter((bin) => bin.from >= high);
    const below = made.bins.filter((bin) => bin.from < high);
    if (above.length === 0 || below.length === 0) return speech.say("ca.finding.one", { hits: made.hits, of: made.known });
    const hits = (bin: ScoreBin): number => bin.hits;
    const leads = (bin: ScoreBin): number => bin.leads.length;
    return speech.say("ca.finding", { high: above[0]!.from, hits: sum(above, hits), of: sum(above, leads), lowHits: sum(below, hits), lowOf: sum(below, leads) });
  }

  /** The curve repeats the table for the eye. */
  #chart(bins: readonly ScoreBin[]): TemplateResult {
    const { speech } = this;
    const x = (bin: ScoreBin): number => ((bin.from + bin.to) / 2 / 100) * chart.width;
    const y = (share: number): number => chart.height * (1 - share);
    const upper = bins.map((bin) => `${x(bin)},${y(bin.range.high)}`);
    const under = bins.toReversed().map((bin) => `${x(bin)},${y(bin.range.low)}`);
    return html`<svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" preserveAspectRatio="none" role="img" aria-label=${speech.say("ca.chart")}>
      ${[0, 0.5, 1].map((share) => svg`<line class="ground" x1="0" x2=${chart.width} y1=${y(share)} y2=${y(share)}/>`)}
      <polygon class="interval" points=${[...upper, ...under].join(" ")}/>
      <polyline class="curve" points=${bins.map((bin) => `${x(bin)},${y(bin.rate)}`).join(" ")}/></svg>`;
  }
}
customElements.define("pq-calibration", CalibrationCard);
