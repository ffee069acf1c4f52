// The spread of scores with two thresholds to move: how many leads are in each band then, what the team can work, who moves.
import { css, html, nothing, svg, type TemplateResult } from "lit";
import type { OutcomeColumns, ProfileInfo } from "prequal-engine";
import { bandsAt, histogram, thresholdFor, type Bin } from "../insights/distribution.ts";
import { quantile } from "../insights/rates.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { tableStyles } from "../styles/tables.ts";

const binSize = 5;
const page = 5;
const chart = { width: 400, height: 90 };

export class ThresholdCard extends Part {
  static override properties = { ...Part.properties, mid: { state: true }, high: { state: true }, capacity: { state: true } };
  /** The draft; null is as published. */
  declare mid: number | null;
  declare high: number | null;
  declare capacity: number | null;
  #info: ProfileInfo | null = null;
  #shown: Uint32Array | null = null;
  #bins: readonly Bin[] = [];
  #median = 0;

  constructor() {
    super();
    this.mid = null;
    this.high = null;
    this.capacity = null;
  }

  static override styles = [
    shared,
    tableStyles,
    css`
      .chart { inline-size: 100%; block-size: 6.5rem; overflow: visible; }
      .chart .click { cursor: pointer; }
      .chart .under { fill: transparent; }
      .chart .click:hover .under { fill: var(--pq-hover); }
      .chart .bin { fill: var(--pq-open); }
      .chart .bin.mid { fill: var(--pq-mid); }
      .chart .bin.high { fill: var(--pq-high); }
      .chart .mark { stroke: var(--pq-ink); stroke-width: 1.5; stroke-dasharray: 3 2; vector-effect: non-scaling-stroke; }
      .chart .capacity { stroke: var(--pq-accent); stroke-width: 2; vector-effect: non-scaling-stroke; }
      .controls { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); gap: var(--pq-3); }
      .control { display: grid; grid-template-columns: minmax(0, 1fr) 4.5rem; gap: 0.25rem var(--pq-3); align-items: center; font-size: var(--pq-text-sm); }
      .control label { grid-column: 1 / -1; font-weight: var(--pq-weight-medium); }
      input[type="range"] { inline-size: 100%; min-inline-size: 0; min-block-size: 1.5rem; accent-color: var(--pq-accent); }
      input[type="number"] { inline-size: 100%; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); font-size: var(--pq-text-sm); font-variant-numeric: tabular-nums; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); font-size: var(--pq-text-sm); }
      .row label { display: inline-flex; align-items: center; gap: var(--pq-2); }
      .row input[type="number"] { inline-size: 5.5rem; }
      details summary { cursor: pointer; color: var(--pq-ink-2); font-size: var(--pq-text-sm); }
      @media (forced-colors: active) { .chart .bin { fill: CanvasText; } }
    `,
  ];

  override willUpdate(): void {
    const { phase, info, shown } = this.state;
    if (phase.kind !== "ready" || info === null) return;
    if (info !== this.#info) {
      this.#info = info;
      this.mid = null;
      this.high = null;
    }
    if (shown === this.#shown) return;
    this.#shown = shown;
    const { total } = phase.list.loaded.columns;
    this.#bins = histogram(total, shown, binSize);
    this.#median = quantile(Int16Array.from(shown, (lead) => total[lead] ?? 0).sort(), 0.5) ?? 0;
  }

  override render(): TemplateResult {
    const { speech, phase, info, shown } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { columns } = phase.list.loaded;
    const published = info.thresholds.total;
    const mid = this.mid ?? published.mid;
    const high = this.high ?? published.high;
    const now = bandsAt(columns.total, shown, published.mid, published.high);
    const draft = bandsAt(columns.total, shown, mid, high);
    const moved = mid === published.mid && high === published.high ? 0 : this.#movers(columns, shown, published, { mid, high }).length;
    const ours = info.bands_by === "total";
    return html`<section class="card"><h3>${speech.say("th.title")}</h3>
      <p class="finding">${speech.say("th.finding", { high: now.high, count: shown.length, at: published.high, median: speech.plain(this.#median) })}</p>
      ${this.#chart(mid, high, this.capacity === null || this.capacity >= shown.length ? null : thresholdFor(columns.total, shown, this.capacity))}
      ${ours ? html`
        <div class="controls">${this.#control("mid", mid, 1, high - 1, draft.mid + draft.high)}${this.#control("high", high, mid + 1, 100, draft.high)}</div>
        <table><thead><tr><th scope="col">${speech.say("facet.band")}</th><th scope="col" class="n">${speech.say("th.now")}</th><th scope="col" class="n">${speech.say("th.draft")}</th><th scope="col" class="n">${speech.say("th.change")}</th></tr></thead>
          <tbody>${(["high", "mid", "low"] as const).map((band) => html`<tr><th scope="row">${speech.code("band", band)}</th><td class="n">${speech.number(now[band])}</td><td class="n">${speech.number(draft[band])}</td><td class="n">${speech.points(draft[band] - now[band])}</td></tr>`)}</tbody></table>
        <div class="row">
          <label>${speech.say("th.capacity")}<input type="number" min="0" step="1" data-name="capacity" .value=${this.capacity === null ? "" : String(this.capacity)} @input=${this.#onCapacity} /></label>
          ${this.#capacity(columns, shown, draft.high, mid)}
        </div>
        <div class="row">
          <button class="button" type="button" ?disabled=${moved === 0} @click=${() => this.session.queue.showSome(this.#movers(columns, shown, published, { mid, high }))}>${moved === 0 ? speech.say("th.none") : speech.say("th.movers", { count: moved })}</button>
          <button class="button" type="button" ?disabled=${mid === published.mid && high === published.high} @click=${() => { this.mid = null; this.high = null; }}>${speech.say("th.reset")}</button>
          <button class="button" type="button" ?disabled=${mid === published.mid && high === published.high} @click=${() => this.session.draftThresholds(mid, high)}>${speech.say("th.try")}</button>
        </div>
        <p class="note">${speech.say("th.draft.note")}</p>` : html`<p class="note">${speech.say("th.other")}</p>`}
      <details><summary>${speech.say("th.bins")}</summary><table><thead><tr><th scope="col">${speech.say("th.points")}</th><th scope="col" class="n">${speech.say("in.leads")}</th></tr></thead>
        <tbody>${this.#bins.map((bin) => html`<tr><th scope="row"><button class="link" type="button" ?disabled=${bin.count === 0} @click=${() => this.#showBin(bin)}>${this.#binText(bin)}</button></th><td class="n">${speech.number(bin.count)}</td></tr>`)}</tbody></table></details>
    </section>`;
  }

  /** `capacity`: from so many points on there are as many leads as the team works. */
  #chart(mid: number, high: number, capacity: number | null): TemplateResult {
    const first = this.#bins[0]?.from ?? 0;
    const last = this.#bins.at(-1)?.to ?? 100;
    const most = Math.max(1, ...this.#bins.map((bin) => bin.count));
    const x = (points: number): number => ((points - first) / (last - first)) * chart.width;
    const tone = (bin: Bin): string => (bin.from >= high ? "high" : bin.from >= mid ? "mid" : "");
    return html`<svg class="chart" viewBox="0 0 ${chart.width} ${chart.height}" preserveAspectRatio="none" aria-hidden="true">
      ${this.#bins.map((bin) => { const size = (bin.count / most) * chart.height; return svg`<g class="click" @click=${() => this.#showBin(bin)}><rect class="under" x=${x(bin.from)} width=${x(bin.to) - x(bin.from)} y="0" height=${chart.height}/><rect class="bin ${tone(bin)}" x=${x(bin.from) + 1} width=${Math.max(1, x(bin.to) - x(bin.from) - 2)} y=${chart.height - size} height=${size}/></g>`; })}
      ${capacity === null ? nothing : svg`<line class="capacity" x1=${x(capacity)} x2=${x(capacity)} y1="-4" y2=${chart.height}/>`}
      ${[mid, high].map((at) => svg`<line class="mark" x1=${x(at)} x2=${x(at)} y1="-4" y2=${chart.height}/>`)}
    </svg>`;
  }

  #binText(bin: Bin): string {
    return this.speech.say("th.from.to", { from: this.speech.plain(bin.from), to: this.speech.plain(bin.to - 1) });
  }
  /** The leads of a bar; the last one holds the highest score too. */
  #showBin(bin: Bin): void {
    const { phase, shown } = this.state;
    if (phase.kind !== "ready" || bin.count === 0) return;
    const { total } = phase.list.loaded.columns;
    const last = bin === this.#bins.at(-1);
    this.session.queue.showSome([...shown].filter((lead) => (total[lead] ?? 0) >= bin.from && (last || (total[lead] ?? 0) < bin.to)));
  }

  #control(name: "mid" | "high", value: number, least: number, most: number, count: number): TemplateResult {
    const { speech } = this;
    const text = speech.say("th.value", { band: speech.code("band", name), at: value, count });
    const set = (to: number): void => {
      if (!Number.isFinite(to)) return;
      this[name] = Math.max(least, Math.min(most, Math.round(to)));
    };
    const onKey = (event: KeyboardEvent): void => {
      const by = event.key === "PageUp" ? page : event.key === "PageDown" ? -page : 0;
      if (by === 0) return;
      event.preventDefault();
      set(value + by);
    };
    // Both sliders run over all points, so that they stand where the chart shows them; they cannot pass each other.
    return html`<div class="control"><label for=${name}>${speech.say(`th.${name}`)}</label>
      <input id=${name} type="range" min="0" max="100" step="1" .value=${String(value)} aria-valuetext=${text} @keydown=${onKey} @input=${(event: Event) => { const input = event.target as HTMLInputElement; set(Number(input.value)); input.value = String(this[name]); }} />
      <input type="number" min=${least} max=${most} step="1" .value=${String(value)} aria-label="${speech.say(`th.${name}`)}, ${speech.say("th.points").toLowerCase()}" @change=${(event: Event) => set(Number((event.target as HTMLInputElement).value))} /></div>`;
  }

  #onCapacity(event: Event): void {
    const value = Number((event.target as HTMLInputElement).value);
    this.capacity = (event.target as HTMLInputElement).value === "" || !Number.isFinite(value) || value < 0 ? null : Math.floor(value);
  }
  #capacity(columns: OutcomeColumns, shown: Uint32Array, high: number, mid: number): TemplateResult | typeof nothing {
    const { speech } = this;
    if (this.capacity === null) return nothing;
    if (high <= this.capacity) return html`<span role="status">${speech.say("th.fits", { count: high })}</span>`;
    const at = Math.max(mid + 1, thresholdFor(columns.total, shown, this.capacity));
    return html`<span role="status">${speech.say("th.over", { over: high - this.capacity, at })}</span>
      ${at <= 100 ? html`<button class="button" type="button" @click=${() => { this.high = at; }}>${speech.say("th.set")}</button>` : nothing}`;
  }

  #movers(columns: OutcomeColumns, shown: Uint32Array, from: { readonly mid: number; readonly high: number }, to: { readonly mid: number; readonly high: number }): number[] {
    const band = (total: number, at: { readonly mid: number; readonly high: number }): number => (total >= at.high ? 2 : total >= at.mid ? 1 : 0);
    return [...shown].filter((lead) => band(columns.total[lead] ?? 0, from) !== band(columns.total[lead] ?? 0, to));
  }
}
customElements.define("pq-thresholds", ThresholdCard);
