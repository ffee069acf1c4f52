// Another list beside the open one: has the make-up of the leads changed? Values of the open list lead to their leads.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ProfileInfo } from "prequal-engine";
import type { ListDrift } from "../engine/list-engine.ts";
import { driftSize, type DriftPart, type DriftRow } from "../insights/drift.ts";
import { Part } from "../state/context.ts";
import { conditionText } from "../state/query.ts";
import type { OpenList } from "../state/store.ts";
import { noFilters } from "../state/view.ts";
import { shared } from "../styles/shared.ts";
import { shareBar, tableStyles } from "../styles/tables.ts";

const mostParts = 20;
const tones = { alike: "", some: "mid", different: "out" } as const;

export class DriftCard extends Part {
  static override properties = { ...Part.properties, made: { state: true }, said: { state: true }, opened: { state: true } };
  declare made: ListDrift | null;
  declare said: "dr.none" | "dr.wait" | "dr.failed";
  /** The part whose values are shown. */
  declare opened: number;
  #list: OpenList | null = null;

  constructor() {
    super();
    this.made = null;
    this.said = "dr.none";
    this.opened = 0;
  }

  static override styles = [
    shared,
    tableStyles,
    css`
      .size[data-tone="mid"] { color: var(--pq-mid); }
      .size[data-tone="out"] { color: var(--pq-out); }
      .link[aria-pressed="true"] { color: var(--pq-ink); font-weight: var(--pq-weight-strong); }
      .both { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: var(--pq-4) var(--pq-6); align-items: start; }
      .both > * { min-inline-size: 0; }
      caption { text-align: start; padding-block-end: 0.25rem; font-weight: var(--pq-weight-medium); }
    `,
  ];

  override willUpdate(): void {
    const { phase } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === this.#list) return;
    this.#list = list;
    this.made = null;
    this.said = "dr.none";
  }

  override render(): TemplateResult {
    const { speech, info } = this.state;
    const { made } = this;
    const [first] = made?.parts ?? [];
    return html`<section class="card" data-card="drift"><h3>${speech.say("dr.title")}</h3>
      <p class="finding" role="status">${made === null || first === undefined || info === null ? speech.say(this.said)
        : speech.say("dr.finding", { name: this.#name(first), index: first.index.toFixed(2), size: speech.say(`dr.${driftSize(first.index)}`), count: made.leads, time: speech.moment(made.asOf) })}</p>
      <p class="note">${speech.say("dr.about")}</p>
      <div><button class="button" type="button" @click=${() => this.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click()}>${speech.say("dr.choose")}</button>
        <input hidden type="file" aria-label=${speech.say("dr.choose")} @change=${this.#onFile} /></div>
      ${made === null || info === null ? nothing : this.#page(made, info)}</section>`;
  }

  #name(part: DriftPart): string {
    return part.kind === "column" ? part.name : this.speech.say(`dr.${part.kind}`);
  }

  #page(made: ListDrift, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const part = made.parts[this.opened] ?? made.parts[0];
    return html`<div class="both">
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("dr.title")}><table><thead><tr><th scope="col">${speech.say("dr.what")}</th><th scope="col" class="n">${speech.say("dr.index")}</th><th scope="col">${speech.say("dr.says")}</th></tr></thead>
        <tbody>${made.parts.slice(0, mostParts).map((entry, i) => {
          const size = driftSize(entry.index);
          return html`<tr><th scope="row" dir="auto"><button class="link" type="button" aria-pressed=${entry === part ? "true" : "false"} @click=${() => { this.opened = i; }}>${this.#name(entry)}</button></th><td class="n">${speech.number(Math.round(entry.index * 100) / 100)}</td><td><span class="size" data-tone=${tones[size]}>${speech.say(`dr.${size}`)}</span></td></tr>`;
        })}</tbody></table></div>
      ${part === undefined ? nothing : this.#values(part, info)}</div>
      ${made.missing.length === 0 ? nothing : html`<p class="note">${speech.say("dr.missing", { columns: speech.list(made.missing) })}</p>`}
      <p class="note">${speech.say("dr.note")}</p>`;
  }

  #values(part: DriftPart, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const [here, there] = [part.rows.reduce((sum, row) => sum + row.here, 0), part.rows.reduce((sum, row) => sum + row.there, 0)];
    const percent = (share: number): string => speech.say("in.share", { value: Math.round(share * 100) });
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${this.#name(part)}><table data-table="values"><caption dir="auto">${this.#name(part)}</caption><thead><tr><th scope="col">${speech.say("dr.value")}</th><th scope="col" class="n">${speech.say("dr.here")}</th><th aria-hidden="true"></th><th scope="col" class="n">${speech.say("dr.there")}</th><th aria-hidden="true"></th></tr></thead>
      <tbody>${part.rows.map((row) => html`<tr><th scope="row" dir="auto">${this.#value(part, row, info)}</th><td class="n">${percent(row.here / Math.max(1, here))}</td><td class="bar" aria-hidden="true">${shareBar(row.here / Math.max(1, here))}</td>
        <td class="n">${percent(row.there / Math.max(1, there))}</td><td class="bar" aria-hidden="true">${shareBar(row.there / Math.max(1, there), "soft")}</td></tr>`)}</tbody></table></div>`;
  }

  #value(part: DriftPart, row: DriftRow, info: ProfileInfo): TemplateResult | string {
    const { speech } = this;
    if (row.value === null) return speech.say("dr.rest");
    const [from = "", to = ""] = row.value.split(" ");
    const name = part.kind === "band" ? speech.code("band", row.value) : part.kind === "total" ? speech.say("th.from.to", { from, to }) : row.value === "" ? speech.say("columns.empty") : row.value;
    if (row.here === 0 || row.value === "") return name;
    const search = (query: string): void => {
      this.session.show("queue");
      void this.session.queue.search(query);
    };
    const show = (): void => {
      if (part.kind === "band") void this.session.queue.showView({ ...noFilters, band: new Set([info.levels.indexOf(row.value as "high")]) });
      else search(part.kind === "total" ? `total>=${from} total<=${to}` : conditionText(part.name, row.value!));
    };
    return html`<button class="link" type="button" aria-label=${speech.say("in.show", { name })} @click=${show}>${name}</button>`;
  }

  async #onFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    const list = this.#list;
    if (file === undefined) return;
    input.value = "";
    this.made = null;
    this.said = "dr.wait";
    this.opened = 0;
    const made = await this.session.drift(file).catch(() => null);
    if (this.#list !== list) return;
    this.made = made?.ok === true ? made.value : null;
    if (this.made === null) this.said = "dr.failed";
  }
}
customElements.define("pq-drift", DriftCard);
