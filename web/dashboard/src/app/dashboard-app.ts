// The page as a whole: which screen stands, how list and lead share the room, where the focus goes.
import { css, html, nothing, type TemplateResult } from "lit";
import type { LeadCards } from "../parts/lead-cards.ts";
import type { LeadGrid } from "../parts/lead-grid.ts";
import type { LeadView } from "../parts/lead-detail.ts";
import type { CommandPalette } from "../parts/command-palette.ts";
import type { ExportDialog } from "../parts/export-dialog.ts";
import type { FacetBar } from "../parts/facet-bar.ts";
import type { HelpDialog } from "../parts/help-dialog.ts";
import type { ListNotes } from "../parts/list-notes.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { commandsOf, type Command, type Stage } from "./commands.ts";
import { Keys } from "./keys.ts";
import type { PlainTable } from "../parts/plain-table.ts";
import type { TableDialog } from "../parts/table-dialog.ts";
import type { ViewsDialog } from "../parts/views-dialog.ts";
import type { ActName } from "../review/trail.ts";
import "../parts/accounts-page.ts";
import "../parts/chosen-bar.ts";
import "../parts/command-palette.ts";
import "../parts/views-dialog.ts";
import "../parts/export-dialog.ts";
import "../parts/facet-bar.ts";
import "../parts/failure-screen.ts";
import "../parts/lead-cards.ts";
import "../parts/lead-detail.ts";
import "../parts/lead-grid.ts";
import "../parts/help-dialog.ts";
import "../parts/insights-page.ts";
import "../parts/list-notes.ts";
import "../parts/loading-screen.ts";
import "../parts/mapping-screen.ts";
import "../parts/page-tabs.ts";
import "../parts/plain-table.ts";
import "../parts/table-dialog.ts";
import "../parts/start-screen.ts";
import "../parts/toast-line.ts";
import "../parts/top-bar.ts";
import "../parts/trail-page.ts";

/** Pages that few open, and not at first. */
const latePages = {
  "pq-duplicates": () => import("../parts/duplicates-page.ts"),
  "pq-review": () => import("../parts/review-page.ts"),
  "pq-workbench": () => import("../parts/workbench-page.ts"),
};

/** Room for the table beside a lead; for the table alone; else cards. */
const besides = matchMedia("(min-width: 66rem) and (min-height: 30rem)");
const table = matchMedia("(min-width: 45rem) and (min-height: 26rem)");

export class DashboardApp extends Part {
  #screenName = "";
  #keys = new Keys();

  static override styles = [
    shared,
    css`
      :host { --pq-page: clamp(0.75rem, 2vw, 1.25rem); display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); min-block-size: 100dvb; font-size: var(--pq-text-md); }
      :host([data-fixed]) { block-size: 100dvb; }
      main { display: grid; grid-template-rows: minmax(0, 1fr); grid-template-columns: minmax(0, 1fr); min-block-size: 0; }
      .ready { display: flex; flex-direction: column; gap: var(--pq-3); padding: var(--pq-3) var(--pq-page) var(--pq-page); min-block-size: 0; min-inline-size: 0; }
      .ready > * { min-inline-size: 0; }
      .paged { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr); gap: var(--pq-3); padding: var(--pq-3) var(--pq-page) var(--pq-page); min-block-size: 0; min-inline-size: 0; }
      .ready > .split { flex: 1; }
      .list-head { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--pq-1) var(--pq-3); font-size: var(--pq-text-sm); color: var(--pq-ink-2); }
      .list-head h2 { font-size: var(--pq-text-lg); color: var(--pq-ink); overflow-wrap: anywhere; }
      .live { display: inline-flex; align-items: center; gap: 0.375rem; font-variant-numeric: tabular-nums; }
      .list-head .last { margin-inline-start: auto; }
      .list-head .button { align-self: center; }
      .list-head .link { min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--pq-accent); text-align: start; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; font-size: inherit; }
      .split { display: grid; grid-template-columns: minmax(0, 1fr); gap: var(--pq-3); min-block-size: 0; }
      .split.both { grid-template-columns: minmax(0, 1fr) clamp(24rem, 34vw, 34rem); }
      .side { overflow: auto; border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); min-block-size: 0; }
      .empty { display: grid; justify-items: center; align-content: center; gap: var(--pq-3); padding: var(--pq-7) var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); text-align: center; }
      .empty h3 { font-size: var(--pq-text-lg); }
      .empty p { color: var(--pq-ink-2); }
      @media (max-width: 45rem) { .list-head .last { margin-inline-start: 0; } .list-head .button { flex: 1 1 auto; } }
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
    const commands = phase.kind === "ready" ? this.#commands() : [];
    return html`<pq-top-bar .session=${this.session}></pq-top-bar>
      <main>${this.#screen()}</main>
      ${phase.kind === "ready" ? html`<pq-help .session=${this.session} .commands=${commands}></pq-help><pq-palette .session=${this.session} .commands=${commands}></pq-palette>
        <pq-export .session=${this.session}></pq-export><pq-notes .session=${this.session}></pq-notes><pq-views .session=${this.session}></pq-views><pq-table .session=${this.session}></pq-table>` : nothing}
      <pq-toast .session=${this.session}></pq-toast>`;
  }

  #screen(): TemplateResult {
    const { phase } = this.state;
    switch (phase.kind) {
      case "start": return html`<pq-start .session=${this.session}></pq-start>`;
      case "loading": return html`<pq-loading .session=${this.session}></pq-loading>`;
      case "mapping": return html`<pq-mapping .session=${this.session}></pq-mapping>`;
      case "failed": return html`<pq-failure .session=${this.session}></pq-failure>`;
      case "ready": return this.#page(phase.list);
    }
  }

  #page(list: OpenList): TemplateResult {
    const { page } = this.state;
    const tabs = html`<pq-tabs .session=${this.session}></pq-tabs>`;
    switch (page) {
      case "insights": return html`<div class="paged">${tabs}<pq-insights .session=${this.session}></pq-insights></div>`;
      case "review": return html`<div class="paged">${tabs}${this.#late("pq-review", html`<pq-review .session=${this.session}></pq-review>`)}</div>`;
      case "accounts": return html`<div class="paged">${tabs}<pq-accounts .session=${this.session}></pq-accounts></div>`;
      case "duplicates": return html`<div class="paged">${tabs}${this.#late("pq-duplicates", html`<pq-duplicates .session=${this.session}></pq-duplicates>`)}</div>`;
      case "workbench": return html`<div class="paged">${tabs}${this.#late("pq-workbench", html`<pq-workbench .session=${this.session}></pq-workbench>`)}</div>`;
      case "trail": return html`<div class="paged">${tabs}<pq-trail .session=${this.session}></pq-trail></div>`;
      case "queue": return this.#ready(list, tabs);
    }
  }

  /** A page whose script comes when it is first opened. */
  #late(name: keyof typeof latePages, page: TemplateResult): TemplateResult {
    if (customElements.get(name) !== undefined) return page;
    void latePages[name]().then(async () => {
      this.requestUpdate();
      await this.updateComplete;
      this.#focusMain();
    });
    return html`<p role="status">${this.speech.say("page.loading")}</p>`;
  }

  #ready(list: OpenList, tabs: TemplateResult): TemplateResult {
    const { selected, shown } = this.state;
    const open = selected !== null;
    const wide = table.matches;
    if (open && !besides.matches) {
      return html`<pq-lead whole .session=${this.session} @lead-close=${this.#onClose} @lead-shown=${this.#onShown}></pq-lead>`;
    }
    return html`<div class="ready">
      ${tabs}${this.#head(list)}
      <pq-facets .session=${this.session} .cards=${!wide} @views-open=${() => this.#stage.views()}></pq-facets>
      ${this.state.chosen.size > 0 ? html`<pq-chosen .session=${this.session}></pq-chosen>` : nothing}
      <div class="split ${open ? "both" : ""}">
        ${shown.length === 0 ? this.#empty() : this.state.table.form === "plain" ? html`<pq-plain .session=${this.session} @lead-open=${this.#onOpen}></pq-plain>` : wide
          ? html`<pq-grid .session=${this.session} @lead-open=${this.#onOpen}></pq-grid>`
          : html`<pq-cards .session=${this.session} @lead-open=${this.#onOpen}></pq-cards>`}
        ${open ? html`<div class="side" role="region" aria-label=${this.speech.say("column.title")} tabindex="-1"><pq-lead .session=${this.session} @lead-close=${this.#onClose}></pq-lead></div>` : nothing}
      </div>
    </div>`;
  }

  #head(list: OpenList): TemplateResult {
    const { speech } = this;
    const { clocks, live } = this.state;
    const { summary, problems } = list.loaded;
    const used = summary.columns.filter((column) => column.field !== null).length;
    const notes = (): void => this.renderRoot.querySelector<ListNotes>("pq-notes")?.open();
    return html`<div class="list-head">
      <h2 tabindex="-1" id="main" dir="auto">${list.name}</h2>
      <span>${summary.asOfFrom === "none"
        ? speech.say("head.asof.none")
        : `${speech.say("head.asof", { time: speech.moment(summary.asOf) })}, ${speech.say(`head.asof.${summary.asOfFrom}`)}`}</span>
      <label class="live"><input type="checkbox" ?disabled=${clocks === null} .checked=${live} @change=${(event: Event) => this.session.clock.run((event.target as HTMLInputElement).checked)} />${speech.say("live.label")}${live ? html` <pq-live .session=${this.session}></pq-live>` : nothing}</label>
      <button class="link" type="button" aria-haspopup="dialog" @click=${notes}>${speech.say("head.columns", { used, all: summary.columns.length })}${problems.length > 0 ? html`, ${speech.say("head.problems", { count: summary.problems })}` : nothing}</button>
      <button class="button last" type="button" @click=${() => this.#stage.table()}>${icons.list()}${speech.say("tb.open")}</button>
      <button class="button" type="button" @click=${() => this.#dialog<ExportDialog>("pq-export")?.open()}>${icons.list()}${speech.say("export.button")}</button>
      <button class="button" type="button" @click=${() => this.session.restart()}>${icons.list()}${speech.say("app.new")}</button>
    </div>`;
  }

  #empty(): TemplateResult {
    const { speech } = this;
    const { filters, query } = this.state;
    const names = (Object.keys(filters) as (keyof typeof filters)[]).filter((facet) => filters[facet].size > 0).map((facet) => speech.say(`facet.${facet}`));
    if (query !== "") names.push(speech.say("empty.search"));
    return html`<div class="empty"><h3>${speech.say("empty.title")}</h3><p>${speech.say("empty.text", { filters: speech.list(names) })}</p>
      <button class="button main large" type="button" @click=${() => this.session.queue.showAll()}>${speech.say("filters.clear")}</button></div>`;
  }

  // ---- Focus ---------------------------------------------------------------------------------------------------------------

  override updated(): void {
    const { phase, page } = this.state;
    const name = phase.kind === "ready" ? `ready ${page}` : phase.kind;
    if (name === this.#screenName) return;
    const first = this.#screenName === "";
    this.#screenName = name;
    if (first) return;
    scrollTo({ top: 0 });
    this.#focusMain();
  }
  /** A new screen: the focus goes to its heading, so that it is read and the keyboard goes on from there. */
  #focusMain(): void {
    requestAnimationFrame(() => {
      const roots = [this.renderRoot, ...[...this.renderRoot.querySelectorAll("main > *, .paged > *")].flatMap((part) => part.shadowRoot ?? [])];
      roots.map((root) => root.querySelector<HTMLElement>("#main")).find((heading) => heading !== null)?.focus();
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
    const list = this.renderRoot.querySelector<LeadGrid | LeadCards | PlainTable>("pq-grid, pq-cards, pq-plain");
    if (lead !== null) await list?.focusLead(lead);
  }
  #dialog<T extends Element>(name: string): T | null {
    return this.renderRoot.querySelector<T>(name);
  }

  // ---- Keys ----------------------------------------------------------------------------------------------------------------

  #stage: Stage = {
    move: (by) => this.#move(by),
    moveBand: (by) => this.#moveBand(by),
    onLead: (run) => {
      const lead = this.#current();
      if (lead !== null) run(lead);
    },
    act: (act) => this.#act(act),
    views: () => this.#dialog<ViewsDialog>("pq-views")?.open(),
    table: () => this.#dialog<TableDialog>("pq-table")?.open(),
    openLead: () => {
      if (this.state.selected === null) this.#move(0);
    },
    closeLead: () => void this.#onClose(),
    focusSearch: () => this.#dialog<FacetBar>("pq-facets")?.focusSearch(),
    whatIf: () => this.#dialog<LeadView>("pq-lead")?.showWhatIf(),
    help: () => this.#dialog<HelpDialog>("pq-help")?.open(),
    palette: () => this.#dialog<CommandPalette>("pq-palette")?.open(),
    export: () => this.#dialog<ExportDialog>("pq-export")?.open(),
    mapping: () => void this.session.reviewMapping(),
  };
  #commands(): readonly Command[] {
    return commandsOf(this.session, this.#stage, this.speech);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || this.state.phase.kind !== "ready") return;
    const open = [...this.renderRoot.querySelectorAll("pq-notes, pq-help, pq-palette, pq-export, pq-views, pq-table")].some((part) => part.shadowRoot?.querySelector("dialog[open]") != null);
    if (open) return;
    if (event.key === "Escape") {
      if (this.state.page !== "queue") return;
      if (this.state.selected !== null) void this.#onClose();
      else if (this.state.chosen.size > 0) this.session.picked.none();
      return;
    }
    const command = this.#keys.find(event, this.#commands(), this.state.singleKeys);
    // The arrows and Enter belong to whatever has the focus.
    if (command === null || event.key.startsWith("Arrow") || event.key === "Enter") return;
    event.preventDefault();
    command.run();
  };

  /** The lead that stands open, else the one whose row has the focus. */
  #current(): number | null {
    const { selected, shown } = this.state;
    const row = this.renderRoot.querySelector<LeadGrid | PlainTable>("pq-grid, pq-plain")?.row ?? -1;
    return selected ?? shown[row] ?? null;
  }
  /** Begins an act about the picked leads, else about the lead one stands on. */
  #act(act: ActName): void {
    if (this.state.chosen.size === 0 && this.state.selected === null) {
      const lead = this.#current();
      if (lead === null) return;
      this.session.select(lead);
    }
    if (this.state.page !== "queue") this.session.show("queue");
    this.session.decisions.startAct(act);
  }

  /** The lead `by` rows on; while a lead stands open, that one is opened, else its row gets the focus. */
  #move(by: number): void {
    const { shown, selected } = this.state;
    if (this.state.page !== "queue") this.session.show("queue");
    const grid = this.renderRoot.querySelector<LeadGrid | PlainTable>("pq-grid, pq-plain");
    const at = selected === null ? (grid?.row ?? -1) : shown.indexOf(selected);
    const row = Math.max(0, Math.min(at + by, shown.length - 1));
    const lead = shown[row];
    if (lead === undefined) return;
    if (selected !== null || by === 0) this.session.select(lead);
    if (selected === null || grid !== null) void grid?.focusRow(row);
  }
  #moveBand(by: number): void {
    const { info, filters } = this.state;
    if (info === null) return;
    const now = filters.band.size === 1 ? [...filters.band][0]! : info.levels.length;
    const next = now - by;
    this.session.queue.only("band", next < 0 || next >= info.levels.length ? null : next);
  }

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
