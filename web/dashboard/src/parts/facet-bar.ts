// What is in the list, as counts; each count is a filter.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ProfileInfo } from "prequal-engine";
import { Part } from "../state/context.ts";
import { clockStates } from "../lead/service-clock.ts";
import { facetCounts, type CountedFacet, type FacetCounts } from "../state/facet-counts.ts";
import type { GroupKey } from "../state/grouping.ts";
import { isPersonal } from "../lead/masking.ts";
import { isFiltering, type Facet, type SortKey } from "../state/view.ts";
import { viewNamed, viewNames, viewOf } from "../state/views.ts";
import { bandMark, icons, markStyles } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import type { OpenList } from "../state/store.ts";
import "./column-facets.ts";

interface Choice {
  readonly code: number;
  readonly name: string;
  readonly count: number;
}

const sortKeys: readonly SortKey[] = ["band", "total", "fit", "intent", "title", "status", "lane", "list"];
const pause = 200;

export class FacetBar extends Part {
  static override properties = { ...Part.properties, cards: { type: Boolean } };
  /** Without a table header, the order is chosen here. */
  declare cards: boolean;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #counted: readonly unknown[] = [];
  #counts: FacetCounts | null = null;

  static override styles = [
    shared,
    markStyles,
    css`
      :host { display: grid; gap: var(--pq-3); }
      .tiles { display: flex; flex-wrap: wrap; gap: var(--pq-2); }
      .group { display: flex; flex-wrap: wrap; gap: var(--pq-2); border: 0; margin: 0; padding: 0; min-inline-size: 0; }
      .group + .group { padding-inline-start: var(--pq-3); border-inline-start: 1px solid var(--pq-line); margin-inline-start: var(--pq-1); }
      .tile {
        display: grid; gap: 0.0625rem; align-content: center; min-inline-size: 6.75rem; padding: 0.4375rem 0.75rem; text-align: start;
        border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); cursor: pointer; line-height: 1.25;
      }
      .tile:hover { background: var(--pq-hover); border-color: var(--pq-line-control); }
      .tile[aria-pressed="true"] { background: var(--pq-chosen); border-color: var(--pq-accent); box-shadow: inset 0 0 0 1px var(--pq-accent); }
      .tile b { font-size: 1.1875rem; font-weight: var(--pq-weight-strong); letter-spacing: -0.015em; font-variant-numeric: tabular-nums; }
      .tile span { font-size: var(--pq-text-xs); color: var(--pq-ink-2); }
      .tile .band { font-size: var(--pq-text-xs); gap: 0.25rem; }
      .tile .band svg { inline-size: 0.75rem; block-size: 0.75rem; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); }
      .search { position: relative; flex: 0 1 17rem; min-inline-size: 10rem; }
      .search svg { position: absolute; inset-inline-start: 0.5625rem; inset-block-start: 50%; transform: translateY(-50%); color: var(--pq-ink-3); pointer-events: none; }
      .search input { inline-size: 100%; padding-inline-start: 1.875rem; }
      label.pick { display: inline-flex; align-items: center; gap: 0.375rem; font-size: var(--pq-text-sm); color: var(--pq-ink-2); min-inline-size: 0; }
      label.pick select { color: var(--pq-ink); max-inline-size: 11rem; min-inline-size: 0; }
      select.active { border-color: var(--pq-accent); background-color: var(--pq-chosen); }
      .shown { margin-inline-start: auto; display: inline-flex; align-items: center; gap: var(--pq-2); font-size: var(--pq-text-sm); color: var(--pq-ink-2); min-block-size: var(--pq-target-dense); }
      @media (max-width: 45rem) {
        .tiles { display: grid; gap: var(--pq-2); }
        .group { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); }
        .group + .group { padding: 0; border: 0; margin: 0; }
        .tile { min-inline-size: 0; padding-inline: 0.5rem; overflow-wrap: anywhere; hyphens: auto; align-content: start; }
        .search { flex-basis: 100%; }
        label.pick { flex: 1 1 calc(50% - var(--pq-3)); display: grid; gap: 0.125rem; }
        label.pick select { max-inline-size: none; inline-size: 100%; }
        .shown { margin-inline-start: 0; inline-size: 100%; justify-content: space-between; }
      }
      @media (forced-colors: active) { .tile[aria-pressed="true"] { outline: 2px solid Highlight; } }
    `,
  ];

  override willUpdate(): void {
    const { phase, filters, found, trail, clocks } = this.state;
    if (phase.kind !== "ready") return;
    const of = [phase.list, filters, found, trail, clocks];
    if (of.every((part, i) => part === this.#counted[i])) return;
    this.#counted = of;
    this.#counts = facetCounts(phase.list.loaded.columns, filters, found, this.session.queue.beside());
  }
  #count(facet: CountedFacet, code: number): number {
    return this.#counts?.[facet][code] ?? 0;
  }

  override render(): TemplateResult {
    const { speech, phase, info, filters, query, found, shown } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const { list } = phase;
    const size = list.loaded.size;
    const some = isFiltering(filters) || found !== null;
    return html`
      <div class="tiles">
        ${this.#tiles("band", this.#choices(info, "band").reverse(), info)}
        ${this.#tiles("eligibility", this.#choices(info, "eligibility"), info)}
        ${this.#work()}
      </div>
      <div class="row">
        <div class="search">${icons.search()}<input type="search" autocomplete="off" spellcheck="false" .value=${query} aria-label=${speech.say("search.label")} placeholder=${speech.say("search.placeholder")} title=${speech.say("search.hint")} @input=${this.#onSearch} /></div>
        ${this.#views(info)}
        ${this.#pick("status", this.#choices(info, "status"))}
        ${this.#pick("lane", this.#choices(info, "lane"))}
        ${this.#pick("reason", this.#reasons(list, info))}
        ${this.#groups(list, info)}
        ${this.cards ? this.#order() : nothing}
        <span class="shown"><span role="status" class="number">${some ? speech.say("shown.some", { shown: shown.length, count: size }) : speech.say("shown.all", { count: size })}</span>
          ${some ? html`<button class="button bare" type="button" @click=${() => this.session.queue.showAll()}>${speech.say("filters.clear")}</button>` : nothing}</span>
      </div>
      <pq-column-facets .session=${this.session}></pq-column-facets>`;
  }

  /** What waits for a person: leads past their time, and leads nobody has decided about. */
  #work(): TemplateResult {
    const { speech } = this;
    const { clocks, filters, duplicates } = this.state;
    const breached = clockStates.indexOf("breached");
    const tile = (facet: "clock" | "decision", code: number, text: string, count: number | null): TemplateResult =>
      html`<button class="tile" type="button" data-code=${code} aria-pressed=${filters[facet].has(code) ? "true" : "false"} @click=${() => this.session.queue.toggle(facet, code)}><b>${count === null ? "\u2026" : speech.number(count)}</b><span>${text}</span></button>`;
    return html`<fieldset class="group" data-facet="work"><legend class="visually-hidden">${speech.say("tiles.work")}</legend>
      ${tile("clock", breached, speech.say("tile.overdue"), clocks === null ? null : this.#count("clock", breached))}
      ${tile("decision", 0, speech.say("tile.undecided"), this.#count("decision", 0))}
      ${duplicates === null || duplicates.clusters.length === 0 ? nothing : html`<button class="tile" type="button" @click=${() => this.session.show("duplicates")}><b>${speech.number(duplicates.summary.repeated)}</b><span>${speech.say("page.duplicates")}</span></button>`}</fieldset>`;
  }

  #views(info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const now = viewNamed(this.state.filters, info);
    const { views } = this.state;
    const onChange = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      if (value === "own") {
        (event.target as HTMLSelectElement).value = now ?? "";
        return void this.dispatchEvent(new CustomEvent("views-open"));
      }
      const own = value.startsWith("own ") ? views[Number(value.slice("own ".length))] : undefined;
      if (own !== undefined) return void this.session.settings.openView(own);
      const name = viewNames.find((entry) => entry === value);
      if (name === undefined) return;
      const { filters, sort } = viewOf(name, info);
      void this.session.queue.showView(filters, sort);
    };
    return html`<label class="pick">${speech.say("view.label")}<select data-facet="view" @change=${onChange}>
      ${now === null ? html`<option value="" selected>${speech.say("view.own")}</option>` : nothing}
      ${viewNames.map((name) => html`<option value=${name} .selected=${name === now}>${speech.say(`view.${name}`)}</option>`)}
      ${views.length === 0 ? nothing : html`<optgroup label=${speech.say("views.own")}>${views.map((view, i) => html`<option value="own ${i}">${view.name}</option>`)}</optgroup>`}
      <option value="own">${speech.say("views.manage")}</option></select></label>`;
  }

  #choices(info: ProfileInfo, facet: "band" | "eligibility" | "status" | "lane"): Choice[] {
    const names = { band: info.levels, eligibility: info.eligibilities, status: info.statuses, lane: info.lanes }[facet];
    const chosen = this.state.filters[facet];
    const all = names.map((name, code) => ({ code, name: this.speech.code(facet, name), count: this.#count(facet, code) }));
    return facet === "band" || facet === "eligibility" ? all : all.filter((choice) => choice.count > 0 || chosen.has(choice.code));
  }

  /** By what the leads stand together. Columns that hold personal data make no groups while they are hidden. */
  #groups(list: OpenList, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const { group, masked } = this.state;
    const { columns } = list.loaded.summary;
    const option = (key: GroupKey, name: string): TemplateResult => html`<option value=${key} .selected=${group === key}>${name}</option>`;
    return html`<label class="pick">${speech.say("group.label")}<select class=${group === "none" ? "" : "active"} data-facet="group" @change=${(event: Event) => void this.session.queue.groupBy((event.target as HTMLSelectElement).value as GroupKey)}>
      ${option("none", speech.say("group.none"))}
      ${(["band", "eligibility", "status", "lane", "clock", "owner"] as const).map((key) => option(key, speech.say(`facet.${key}`)))}
      <optgroup label=${speech.say("columns.pick")}>${columns.map((column, i) => (column.field === "id" || (masked && isPersonal(column.field, info)) ? nothing : option(`column ${i}`, column.name)))}</optgroup></select></label>`;
  }

  #reasons(list: OpenList, info: ProfileInfo): Choice[] {
    const counts = list.loaded.summary.reasons;
    return info.reasons
      .map((reason, code) => ({ code, name: this.speech.pick(reason.plain) || this.speech.code("reason", reason.code), count: counts[reason.code] ?? 0 }))
      .filter((choice) => choice.count > 0)
      .sort((a, b) => b.count - a.count);
  }

  #tiles(facet: "band" | "eligibility", choices: readonly Choice[], info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const chosen = this.state.filters[facet];
    return html`<fieldset class="group" data-facet=${facet}><legend class="visually-hidden">${speech.say(`facet.${facet}`)}</legend>
      ${choices.map(
        (choice) => html`<button class="tile" type="button" data-code=${choice.code} aria-pressed=${chosen.has(choice.code) ? "true" : "false"} @click=${() => this.session.queue.toggle(facet, choice.code)}>
          <b>${speech.number(choice.count)}</b>
          ${facet === "band" ? html`<span class="band" data-band=${info.levels[choice.code] ?? ""}>${bandMark(choice.code)}${choice.name}</span>` : html`<span>${choice.name}</span>`}
        </button>`,
      )}
    </fieldset>`;
  }

  #pick(facet: Facet, choices: readonly Choice[]): TemplateResult {
    const { speech } = this;
    const [chosen] = this.state.filters[facet];
    const onChange = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      this.session.queue.only(facet, value === "" ? null : Number(value));
    };
    return html`<label class="pick">${speech.say(`facet.${facet}`)}
      <select class=${chosen === undefined ? "" : "active"} data-facet=${facet} @change=${onChange}>
        <option value="" .selected=${chosen === undefined}>${speech.say("facet.any")}</option>
        ${choices.map((choice) => html`<option value=${choice.code} .selected=${chosen === choice.code}>${speech.say("facet.count", { name: choice.name, count: choice.count })}</option>`)}
      </select></label>`;
  }

  #order(): TemplateResult {
    const { speech } = this;
    const { sort } = this.state;
    const option = (key: SortKey, down: boolean): TemplateResult => {
      const name = speech.say(`column.${key}`);
      const ordered = key === "title" || key === "list" || key === "status" || key === "lane" ? name : `${name}, ${speech.say(down ? "sort.high" : "sort.low")}`;
      return html`<option value="${key} ${down}" .selected=${sort.key === key && sort.down === down}>${ordered}</option>`;
    };
    const onChange = (event: Event): void => {
      const [key, down] = (event.target as HTMLSelectElement).value.split(" ");
      void this.session.queue.sortBy({ key: sortKeys.find((entry) => entry === key) ?? "band", down: down === "true" });
    };
    return html`<label class="pick">${speech.say("sort.label")}
      <select @change=${onChange}>${sortKeys.map((key) => (key === "title" || key === "list" || key === "status" || key === "lane" ? option(key, false) : [option(key, true), option(key, false)]))}</select></label>`;
  }

  focusSearch(): void {
    this.renderRoot.querySelector<HTMLInputElement>("input[type=search]")?.focus();
  }
  #onSearch(event: Event): void {
    clearTimeout(this.#typing);
    const { value } = event.target as HTMLInputElement;
    this.#typing = setTimeout(() => void this.session.queue.search(value), pause);
  }
}
customElements.define("pq-facets", FacetBar);
