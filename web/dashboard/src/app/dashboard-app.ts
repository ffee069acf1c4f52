// The page as a whole: which screen stands, how list and lead share the room, where the focus goes.
import { css, html, nothing, type TemplateResult } from "lit";
import type { LeadCards } from "../parts/lead-cards.ts";
import type { LeadGrid } from "../parts/lead-grid.ts";
import type { LeadView } from "../parts/lead-detail.ts";
import type { ListNotes } from "../parts/list-notes.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import "../parts/facet-bar.ts";
import "../parts/failure-screen.ts";
import "../parts/lead-cards.ts";
import "../parts/lead-detail.ts";
import "../parts/lead-grid.ts";
import "../parts/list-notes.ts";
import "../parts/loading-screen.ts";
import "../parts/start-screen.ts";
import "../parts/top-bar.ts";

/** Room for the table beside a lead; for the table alone; else cards. */
const besides = matchMedia("(min-width: 66rem) and (min-height: 30rem)");
const table = matchMedia("(min-width: 45rem) and (min-height: 26rem)");

export class DashboardApp extends Part {
  #kind = "";

  static override styles = [
    shared,
    css`
      :host { --pq-page: clamp(0.75rem, 2vw, 1.25rem); display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 100dvb; font-size: var(--pq-text-md); }
      :host([data-fixed]) { block-size: 100dvb; }
      main { display: grid; grid-template-rows: minmax(0, 1fr); grid-template-columns: minmax(0, 1fr); min-block-size: 0; }
      .ready { display: grid; grid-template: auto auto minmax(0, 1fr) / minmax(0, 1fr); align-content: start; gap: var(--pq-3); padding: var(--pq-3) var(--pq-page) var(--pq-page); min-block-size: 0; min-inline-size: 0; }
      .ready > * { min-inline-size: 0; }
      .list-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--pq-1) var(--pq-3); font-size: var(--pq-text-sm); color: var(--pq-ink-2); }
      .list-head h2 { font-size: var(--pq-text-lg); color: var(--pq-ink); overflow-wrap: anywhere; }
      .list-head .last { margin-inline-start: auto; }
      .list-head .button { align-self: center; }
      .list-head .link { min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--pq-accent); text-align: start; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; font-size: inherit; }
      .split { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pq-3); min-block-size: 0; }
      .split.both { grid-template-columns: minmax(0, 1fr) clamp(24rem, 34vw, 34rem); }
      .side { overflow: auto; border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); min-block-size: 0; }
      .empty { display: grid; justify-items: center; align-content: center; gap: var(--pq-3); padding: var(--pq-7) var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); text-align: center; }
      .empty h3 { font-size: var(--pq-text-lg); }
      .empty p { color: var(--pq-ink-2); }
      @media (max-width: 45rem) { .list-head .last { margin-inline-start: 0; inline-size: 100%; } }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    for (const query of [besides, table]) query.addEventListener("change", this.#redraw);
    addEventListener("dragover", this.#onDrag);
    addEventListener("drop", this.#onDrop);
    addEventListener("keydown", this.#onKey);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const query of [besides, table]) query.removeEventListener("change", this.#redraw);
    removeEventListener("dragover", this.#onDrag);
    removeEventListener("drop", this.#onDrop);
    removeEventListener("keydown", this.#onKey);
  }
  #redraw = (): void => this.requestUpdate();

  override render(): TemplateResult {
    const { phase } = this.state;
    this.toggleAttribute("data-fixed", phase.kind === "ready" && table.matches);
    return html`<pq-top-bar .session=${this.session}></pq-top-bar>
      <main>${this.#screen()}</main>`;
  }

  #screen(): TemplateResult {
    const { phase } = this.state;
    switch (phase.kind) {
      case "start": return html`<pq-start .session=${this.session}></pq-start>`;
      case "loading": return html`<pq-loading .session=${this.session}></pq-loading>`;
      case "failed": return html`<pq-failure .session=${this.session}></pq-failure>`;
      case "ready": return this.#ready(phase.list);
    }
  }

  #ready(list: OpenList): TemplateResult {
    const { selected, shown } = this.state;
    const open = selected !== null;
    const wide = table.matches;
    if (open && !besides.matches) {
      return html`<pq-lead whole .session=${this.session} @lead-close=${this.#onClose} @lead-shown=${this.#onShown}></pq-lead>`;
    }
    return html`<div class="ready">
      ${this.#head(list)}
      <pq-facets .session=${this.session} .cards=${!wide}></pq-facets>
      <div class="split ${open ? "both" : ""}">
        ${shown.length === 0 ? this.#empty() : wide
          ? html`<pq-grid .session=${this.session} @lead-open=${this.#onOpen}></pq-grid>`
          : html`<pq-cards .session=${this.session} @lead-open=${this.#onOpen}></pq-cards>`}
        ${open ? html`<div class="side" role="region" aria-label=${this.speech.say("column.title")} tabindex="-1"><pq-lead .session=${this.session} @lead-close=${this.#onClose}></pq-lead></div>` : nothing}
      </div>
    </div>
    <pq-notes .session=${this.session}></pq-notes>`;
  }

  #head(list: OpenList): TemplateResult {
    const { speech } = this;
    const { summary, problems } = list.loaded;
    const used = summary.columns.filter((column) => column.field !== null).length;
    const notes = (): void => this.renderRoot.querySelector<ListNotes>("pq-notes")?.open();
    return html`<div class="list-head">
      <h2 tabindex="-1" id="main" dir="auto">${list.name}</h2>
      <span>${summary.asOfFrom === "none"
        ? speech.say("head.asof.none")
        : `${speech.say("head.asof", { time: speech.moment(summary.asOf) })}, ${speech.say(`head.asof.${summary.asOfFrom}`)}`}</span>
      <button class="link" type="button" aria-haspopup="dialog" @click=${notes}>${speech.say("head.columns", { used, all: summary.columns.length })}${problems.length > 0 ? html`, ${speech.say("head.problems", { count: summary.problems })}` : nothing}</button>
      <button class="button last" type="button" @click=${() => this.session.restart()}>${icons.list()}${speech.say("app.new")}</button>
    </div>`;
  }

  #empty(): TemplateResult {
    const { speech } = this;
    const { filters, query } = this.state;
    const names = (Object.keys(filters) as (keyof typeof filters)[]).filter((facet) => filters[facet].size > 0).map((facet) => speech.say(`facet.${facet}`));
    if (query !== "") names.push(speech.say("empty.search"));
    return html`<div class="empty"><h3>${speech.say("empty.title")}</h3><p>${speech.say("empty.text", { filters: speech.list(names) })}</p>
      <button class="button main large" type="button" @click=${() => this.session.showAll()}>${speech.say("filters.clear")}</button></div>`;
  }

  // ---- Focus ---------------------------------------------------------------------------------------------------------------

  override updated(): void {
    const { phase } = this.state;
    if (phase.kind === this.#kind) return;
    const first = this.#kind === "";
    this.#kind = phase.kind;
    if (first) return;
    scrollTo({ top: 0 });
    // A new screen: the focus goes to its heading, so that it is read and the keyboard goes on from there.
    requestAnimationFrame(() => {
      const part = this.renderRoot.querySelector<HTMLElement>("main > *");
      (part?.shadowRoot ?? this.renderRoot).querySelector<HTMLElement>("#main")?.focus();
    });
  }

  #onOpen(): void {
    if (!besides.matches) scrollTo({ top: 0 });
  }
  #onShown(): void {
    this.renderRoot.querySelector<LeadView>("pq-lead")?.focusTitle();
  }
  async #onClose(): Promise<void> {
    const lead = this.state.selected;
    this.session.select(null);
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    const list = this.renderRoot.querySelector<LeadGrid | LeadCards>("pq-grid, pq-cards");
    if (lead !== null) await list?.focusLead(lead);
  }
  #onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.state.selected !== null && !event.defaultPrevented && this.renderRoot.querySelector("pq-notes")?.shadowRoot?.querySelector("dialog[open]") == null) void this.#onClose();
  };

  // ---- A list may be dropped anywhere ----------------------------------------------------------------------------------------

  #onDrag = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes("Files") === true) event.preventDefault();
  };
  #onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void this.session.open(file.name, file);
  };
}
customElements.define("pq-dashboard", DashboardApp);
