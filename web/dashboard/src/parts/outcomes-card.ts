// What came of the leads, by band, as the engine counts it over the whole list: does a higher band convert more often? A chart
// that says otherwise is told first.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ListMetrics, Share } from "prequal-engine";
import { intervalOf, percentText, rangeText, shareOf } from "../insights/share-text.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { noFilters } from "../state/view.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { alertStyles, shareBar, tableStyles } from "../styles/tables.ts";

const bands = ["high", "mid", "low"] as const;

export class OutcomesCard extends Part {
  static override properties = { ...Part.properties, metrics: { state: true } };
  declare metrics: ListMetrics | null;
  #list: OpenList | null = null;

  constructor() {
    super();
    this.metrics = null;
  }

  static override styles = [
    shared,
    tableStyles,
    alertStyles,
    css`
      h4 { font-size: var(--pq-text-sm); }
      .cards { display: grid; gap: var(--pq-4); }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === null || list === this.#list) return;
    this.#list = list;
    this.metrics = null;
    void this.session.engine.metrics().then((metrics) => {
      if (this.#list === list && metrics.ok) this.metrics = metrics.value;
    });
  }

  override render(): TemplateResult {
    const { speech } = this;
    const made = this.metrics;
    return html`<section class="card" data-card="outcomes"><h3>${speech.say("oc.title")}</h3>${made === null ? html`<p class="finding" role="status">${speech.say("oc.wait")}</p>` : this.#page(made)}</section>`;
  }

  #page(made: ListMetrics): TemplateResult {
    const { speech, info } = this.state;
    const known = made.leads - made.unknown_outcomes;
    if (known === 0) return html`<p class="finding">${speech.say("oc.none")}</p><p class="note">${speech.say("oc.log")}</p>`;
    const percent = (share: Share): string => percentText(share, speech);
    const { high, mid, low } = made.bands;
    const inverted = made.alerts.filter((entry) => entry.alert === "tier_inversion");
    // Several groups may raise the same alert; it is said once.
    const others = [...new Map(made.alerts.filter((entry) => entry.alert !== "tier_inversion").map((entry) => [`${entry.alert} ${entry.action}`, entry])).values()];
    const name = (band: string): string => speech.code("band", band);
    const show = (band: string): void => void this.session.queue.showView({ ...noFilters, band: new Set([info?.levels.indexOf(band as "high") ?? 0]) });
    const rows = [...Object.entries(made.early), ...Object.entries(made.late)].filter(([, share]) => share.of > 0);
    return html`<p class="finding">${speech.say("oc.finding", { known, count: made.leads, high: percent(high.converted) || "\u2013", mid: percent(mid.converted) || "\u2013", low: percent(low.converted) || "\u2013" })}</p>
      ${inverted.map((entry) => html`<p class="alert" ?data-certain=${entry.certain === true} role="alert">${icons.warn()}<span>${speech.say(entry.certain === true ? "oc.inverted" : "oc.inverted.maybe", { lower: name(entry.lower ?? "").toLowerCase(), higher: name(entry.higher ?? "").toLowerCase() })}</span></p>`)}
      ${others.map((entry) => html`<p class="note">${entry.alert.replaceAll("_", " ")}: ${speech.code("action", entry.action)}</p>`)}
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("oc.title")}><table>
        <thead><tr><th scope="col">${speech.say("facet.band")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col" class="n">${speech.say("oc.contacted")}</th><th scope="col" class="n">${speech.say("oc.converted")}</th><th scope="col" class="n">${speech.say("so.range")}</th></tr></thead>
        <tbody>${bands.map((band) => {
          const group = made.bands[band];
          return html`<tr><th scope="row"><button class="link" type="button" aria-label=${speech.say("in.show", { name: name(band) })} @click=${() => show(band)}>${name(band)}</button></th>
            <td class="bar" aria-hidden="true">${shareBar(shareOf(group.converted), "", intervalOf(group.converted))}</td>
            <td class="n">${speech.number(group.leads)}</td><td class="n">${percent(group.contacted)}</td><td class="n">${percent(group.converted)}</td><td class="n">${rangeText(group.converted)}</td></tr>`;
        })}</tbody></table></div>
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("oc.steps")}><table><caption class="visually-hidden">${speech.say("oc.steps")}</caption>
        <thead><tr><th scope="col">${speech.say("oc.step")}</th><th scope="col" class="n">${speech.say("oc.count")}</th><th scope="col" class="n">${speech.say("in.of")}</th><th scope="col" class="n">${speech.say("so.range")}</th></tr></thead>
        <tbody>${rows.map(([step, share]) => html`<tr><th scope="row">${speech.say(`oc.${step}` as "oc.booking")}</th><td class="n">${speech.say("oc.of", { count: share.count, of: share.of })}</td><td class="n">${percent(share)}</td><td class="n">${rangeText(share)}</td></tr>`)}</tbody></table></div>
      ${made.rejections.all === 0 ? nothing : html`<p class="note">${speech.say("oc.rejections", { all: made.rejections.all, lead: made.rejections.lead, ours: made.rejections.ours, uncoded: made.rejections.uncoded })}</p>`}
      <p class="note">${speech.say("oc.whole")}</p>`;
  }
}
customElements.define("pq-outcomes", OutcomesCard);
