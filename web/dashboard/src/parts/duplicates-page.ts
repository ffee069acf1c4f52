// Leads that look like one: how sure that is and why, their records side by side, and what a person makes of it. Nothing is
// merged by itself, and a merge deletes nothing: it is a decision with a map.
import { css, html, nothing, type TemplateResult } from "lit";
import type { DuplicateCluster, DuplicateLink, LinkField, MergeMap, Problem, ProfileInfo, Verdict } from "prequal-engine";
import type { FoundDuplicates } from "../engine/list-engine.ts";
import { mergeMapCsv } from "../export/merge-map.ts";
import { saveFile } from "../export/save.ts";
import { isPersonal, maskName } from "../lead/masking.ts";
import { noInput } from "../review/desk.ts";
import { choicesOf, pick, presets, takenFrom, valueOf, type Choice, type Picked, type Preset } from "../review/merging.ts";
import { activeOf, mergesOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { tableStyles } from "../styles/tables.ts";
import { problemList, problemStyles } from "./problem-list.ts";

const atOnce = 30;
const fieldsOf = (link: DuplicateLink): readonly LinkField[] => Object.keys(link.fields) as LinkField[];
/** Weights of the engine are in 1/256 bits. */
const bit = 256;

export class DuplicatesPage extends Part {
  static override properties = {
    ...Part.properties, opened: { state: true }, map: { state: true }, picked: { state: true }, primary: { state: true }, preview: { state: true }, done: { state: true }, most: { state: true }, missing: { state: true }, problems: { state: true },
  };
  /** The cluster that stands open. */
  declare opened: number | null;
  declare map: MergeMap | null;
  declare picked: Picked;
  /** The record that is kept. */
  declare primary: number;
  declare preview: Verdict | null;
  /** Clusters that were dealt with are shown too. */
  declare done: boolean;
  declare most: number;
  declare missing: string;
  declare problems: readonly Problem[];
  #asked = 0;
  #list: unknown = null;

  constructor() {
    super();
    this.opened = null;
    this.map = null;
    this.picked = {};
    this.primary = 0;
    this.preview = null;
    this.done = false;
    this.most = atOnce;
    this.missing = "";
    this.problems = [];
  }

  static override styles = [
    shared,
    tableStyles,
    problemStyles,
    css`
      :host { display: grid; gap: var(--pq-4); align-content: start; overflow: auto; min-inline-size: 0; font-size: var(--pq-text-sm); line-height: 1.45; }
      h2 { font-size: var(--pq-text-xl); }
      .lead { max-inline-size: 48rem; color: var(--pq-ink-2); font-size: var(--pq-text-md); }
      .row { display: flex; flex-wrap: wrap; align-items: end; gap: var(--pq-2) var(--pq-3); }
      .row label { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; min-block-size: var(--pq-target-dense); }
      .row input[type="text"] { min-block-size: var(--pq-target-dense); padding: 0.25rem 0.625rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); max-inline-size: 12rem; }
      .clusters { display: grid; gap: var(--pq-3); }
      .cluster { display: grid; gap: var(--pq-3); padding: var(--pq-3) var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); min-inline-size: 0; }
      .cluster[data-done] { opacity: 0.75; }
      .title { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--pq-1) var(--pq-3); }
      .title b { font-variant-numeric: tabular-nums; }
      .title .names { flex: 1 1 14rem; overflow-wrap: anywhere; }
      .chips { display: flex; flex-wrap: wrap; gap: 0.375rem; }
      .chip { display: inline-flex; gap: 0.25rem; padding: 0.0625rem 0.5rem; border-radius: 99px; background: var(--pq-low-soft); color: var(--pq-ink-2); font-size: var(--pq-text-xs); }
      .chip[data-agreement="same"], .chip[data-agreement="near"] { background: var(--pq-high-soft); color: var(--pq-high); }
      .chip[data-agreement="differs"] { background: var(--pq-out-soft); color: var(--pq-out); }
      .fields th, .fields td { vertical-align: top; }
      .fields label { display: inline-flex; align-items: baseline; gap: 0.375rem; overflow-wrap: anywhere; }
      .fields tr[data-differs] th { font-weight: var(--pq-weight-strong); }
      .fields td { min-inline-size: 8rem; }
      .missing { color: var(--pq-out); font-weight: var(--pq-weight-medium); }
      h4 { font-size: var(--pq-text-sm); }
    `,
  ];

  override willUpdate(): void {
    const { phase, page, selected, duplicates } = this.state;
    if (phase.kind !== "ready" || page !== "duplicates") return;
    void this.session.findDuplicates();
    if (this.#list !== duplicates) {
      this.#list = duplicates;
      this.opened = null;
      // Whoever comes from a lead sees its cluster.
      const own = selected === null ? undefined : duplicates?.clusters.find((cluster) => cluster.leads.includes(selected));
      if (own !== undefined) void this.#open(own);
    }
  }

  override render(): TemplateResult {
    const { speech, phase, info, duplicates } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const head = html`<div><h2 tabindex="-1" id="main">${speech.say("du.title")}</h2><p class="lead">${speech.say("du.about")}</p></div>`;
    // The heading has the focus: it stays the same element when what is below it comes.
    return html`${head}${duplicates === null ? html`<p role="status">${speech.say("du.wait")}</p>` : this.#found(duplicates, info)}`;
  }

  #found(duplicates: FoundDuplicates, info: ProfileInfo): TemplateResult {
    const { speech, trail, reviewer } = this.state;
    const merges = mergesOf(trail);
    const settled = this.#settled();
    const all = [...duplicates.clusters].sort((a, b) => b.certainty - a.certainty || a.cluster - b.cluster);
    const shown = this.done ? all : all.filter((cluster) => cluster.cluster === this.opened || !settled(cluster));
    const drawn = shown.slice(0, this.most);
    void this.session.wantTitles(drawn.flatMap((cluster) => cluster.leads));
    return html`<p class="finding">${all.length === 0 ? speech.say("du.none") : speech.say("du.finding", { clusters: all.length, repeated: duplicates.summary.repeated, count: duplicates.summary.leads, open: all.filter((cluster) => !settled(cluster)).length })}</p>
      <div class="row"><label>${speech.say("act.by")}<input type="text" autocomplete="off" data-name="by" .value=${reviewer} @change=${(event: Event) => this.session.decisions.setReviewer((event.target as HTMLInputElement).value.trim())} /></label>
        <label><input type="checkbox" .checked=${this.done} @change=${(event: Event) => { this.done = (event.target as HTMLInputElement).checked; }} />${speech.say("du.done")}</label>
        <button class="button" type="button" ?disabled=${all.length === 0} @click=${() => this.session.queue.showSome(all.flatMap((cluster) => cluster.leads))}>${speech.say("du.show")}</button>
        <button class="button" type="button" ?disabled=${merges.size === 0} @click=${() => saveFile("prequal-merge-map.csv", mergeMapCsv(trail))}>${speech.say("du.export")}</button>
        <button class="button" type="button" ?disabled=${activeOf(trail).length === 0} @click=${() => void this.session.decisions.undo()}>${speech.say("undo")}</button></div>
      <div class="clusters">${drawn.map((cluster) => this.#cluster(cluster, info, settled(cluster)))}</div>
      ${shown.length > drawn.length ? html`<div><button class="button" type="button" @click=${() => { this.most += atOnce; }}>${speech.say("ac.more", { count: shown.length - drawn.length })}</button></div>` : nothing}`;
  }

  /** Was it decided about a cluster: all but one merged, or said to be different? */
  #settled(): (cluster: DuplicateCluster) => boolean {
    const { trail } = this.state;
    const merges = mergesOf(trail);
    const distinct = new Set(activeOf(trail).flatMap((entry) => (entry.act === "distinct" ? [entry.lead] : [])));
    return ({ leads }) => leads.filter((lead) => !merges.has(lead)).length <= 1 || leads.every((lead) => distinct.has(lead) || merges.has(lead));
  }

  #name(lead: number): string {
    const { phase, masked, speech } = this.state;
    if (phase.kind !== "ready") return "";
    const { title = "", sub = "" } = phase.list.titles.get(lead) ?? {};
    const row = phase.list.loaded.rows[lead] ?? 0;
    return title === "" ? speech.say("title.unnamed", { row }) : masked ? maskName(title) : [title, sub].filter(Boolean).join(", ");
  }

  #cluster(cluster: DuplicateCluster, info: ProfileInfo, settled: boolean): TemplateResult {
    const { speech } = this;
    const open = this.opened === cluster.cluster;
    const weakest = cluster.links.reduce((least, link) => (link.certainty < least.certainty ? link : least), cluster.links[0]!);
    return html`<section class="cluster" ?data-done=${settled} data-cluster=${cluster.cluster}>
      <div class="title"><b>${speech.say("du.certainty", { value: cluster.certainty })}</b><span class="names" dir="auto">${cluster.leads.map((lead) => this.#name(lead)).join(" \u00b7 ")}</span>
        ${settled ? html`<span class="soft">${speech.say("du.settled")}</span>` : nothing}
        <button class="button" type="button" aria-expanded=${open ? "true" : "false"} @click=${() => void this.#open(open ? null : cluster)}>${speech.say("du.compare")}</button></div>
      <div class="chips">${this.#chips(weakest)}</div>
      ${open ? this.#inside(cluster, info) : nothing}
    </section>`;
  }

  #chips(link: DuplicateLink): readonly (TemplateResult | typeof nothing)[] {
    const { speech } = this;
    return fieldsOf(link).map((field) => {
      const { agreement } = link.fields[field];
      return agreement === "missing" ? nothing : html`<span class="chip" data-agreement=${agreement}>${speech.say(`du.field.${field}`)}: ${speech.say(`du.${agreement}`)}</span>`;
    });
  }

  #inside(cluster: DuplicateCluster, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const { map } = this;
    const weight = (value: number): string => (value === 0 ? "0" : `${value > 0 ? "+" : "\u2212"}${(Math.abs(value) / bit).toFixed(1)}`);
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("du.evidence")}><table data-table="evidence"><caption class="note">${speech.say("du.evidence")}</caption>
        <thead><tr><th scope="col">${speech.say("du.records")}</th>${fieldsOf(cluster.links[0]!).map((field) => html`<th scope="col">${speech.say(`du.field.${field}`)}</th>`)}<th scope="col" class="n">${speech.say("du.sure")}</th></tr></thead>
        <tbody>${cluster.links.map((link) => html`<tr><th scope="row" class="number">${link.rows.join(", ")}</th>${fieldsOf(link).map((field) => html`<td>${speech.say(`du.${link.fields[field].agreement}`)}${link.fields[field].agreement === "missing" ? nothing : html` <small class="soft number">${weight(link.fields[field].weight)}</small>`}</td>`)}<td class="n">${speech.say("in.share", { value: link.certainty })}</td></tr>`)}</tbody></table></div>
      ${map === null ? html`<p role="status">${speech.say("du.wait")}</p>` : this.#fields(cluster, map, info)}`;
  }

  #fields(cluster: DuplicateCluster, map: MergeMap, info: ProfileInfo): TemplateResult {
    const { speech, masked } = this.state;
    const choices = choicesOf(map);
    const hidden = (choice: Choice): boolean => masked && isPersonal(choice.field, info);
    const set = (picked: Picked): void => {
      this.picked = picked;
      void this.#score(cluster, choices);
    };
    const before = this.state.phase.kind === "ready" ? this.state.phase.list.loaded.columns : null;
    const primaryLead = cluster.leads[cluster.rows.indexOf(this.primary)] ?? cluster.leads[0]!;
    return html`<div class="row">
        <label>${speech.say("du.primary")}<select data-name="primary" @change=${(event: Event) => { this.primary = Number((event.target as HTMLSelectElement).value); void this.#score(cluster, choices); }}>
          ${cluster.rows.map((row) => html`<option value=${row} .selected=${row === this.primary}>${speech.say("title.unnamed", { row })}</option>`)}</select></label>
        <label>${speech.say("du.preset")}<select @change=${(event: Event) => set(pick(choices, (event.target as HTMLSelectElement).value as Preset, this.primary))}>${presets.map((preset) => html`<option value=${preset}>${speech.say(`du.preset.${preset}`)}</option>`)}</select></label></div>
      <div class="scroll" tabindex="0" role="region" aria-label=${speech.say("du.fields")}><table class="fields"><caption class="visually-hidden">${speech.say("du.fields")}</caption>
        <thead><tr><th scope="col">${speech.say("map.column")}</th>${cluster.rows.map((row) => html`<th scope="col">${speech.say("title.unnamed", { row })}${row === this.primary ? html`, ${speech.say("du.kept")}` : nothing}</th>`)}</tr></thead>
        <tbody>${choices.map((choice, i) => html`<tr ?data-differs=${choice.differs}><th scope="row" dir="auto">${choice.column}</th>${cluster.rows.map((row) => {
          const entry = choice.values.find((value) => value.row === row && value.value.trim() !== "");
          if (entry === undefined) return html`<td class="soft">${speech.say("columns.empty")}</td>`;
          const text = hidden(choice) ? speech.say("masked") : entry.value;
          if (choice.all || !choice.differs) return html`<td dir="auto">${text}</td>`;
          return html`<td><label dir="auto"><input type="radio" name=${`column-${cluster.cluster}-${i}`} aria-label="${choice.column}: ${speech.say("title.unnamed", { row })}" .checked=${this.picked[choice.column] === row} @change=${() => set({ ...this.picked, [choice.column]: row })} />${text}</label></td>`;
        })}</tr>`)}</tbody></table></div>
      <p role="status">${this.preview === null || before === null ? nothing : speech.say("du.preview", {
        total: speech.plain(this.preview.scores.total.value), band: speech.code("band", this.preview.band.value).toLowerCase(), before: speech.plain(before.total[primaryLead] ?? 0), was: speech.code("band", info.levels[before.band[primaryLead] ?? 0] ?? "").toLowerCase(),
      })}</p>
      <div role="alert">${this.missing === "" ? nothing : html`<p class="missing">${this.missing}</p>`}${this.problems.length === 0 ? nothing : problemList(speech, this.problems, 3)}</div>
      <div class="row"><button class="button main" type="button" @click=${() => void this.#merge(cluster, choices)}>${speech.say("du.merge", { row: this.primary })}</button>
        <button class="button" type="button" @click=${() => void this.#distinct(cluster)}>${speech.say("act.distinct")}</button>
        <button class="button" type="button" @click=${() => this.session.queue.showSome(cluster.leads)}>${speech.say("du.show.these")}</button></div>`;
  }

  async #open(cluster: DuplicateCluster | null): Promise<void> {
    const asked = ++this.#asked;
    this.opened = cluster?.cluster ?? null;
    this.map = null;
    this.preview = null;
    this.missing = "";
    this.problems = [];
    if (cluster === null) return;
    const map = await this.session.engine.mergeMap(cluster.cluster);
    if (asked !== this.#asked || !map.ok) return;
    const choices = choicesOf(map.value);
    this.map = map.value;
    this.primary = map.value.survivor.row;
    this.picked = pick(choices, "proposed", this.primary);
    await this.#score(cluster, choices);
  }

  /** What the merged lead would come to. Nothing is kept. */
  async #score(cluster: DuplicateCluster, choices: readonly Choice[]): Promise<void> {
    const asked = ++this.#asked;
    const lead = cluster.leads[cluster.rows.indexOf(this.primary)];
    if (lead === undefined) return;
    const taken = takenFrom(choices, this.picked, this.primary);
    const answers = Object.fromEntries(choices.flatMap((choice) => (choice.field === null || !(choice.column in taken) ? [] : [[choice.field, valueOf(choice, this.picked)] as const])));
    const made = await this.session.engine.whatIf(lead, answers);
    if (asked === this.#asked) this.preview = made.ok ? made.value : null;
  }

  #named(): boolean {
    const by = this.renderRoot.querySelector<HTMLInputElement>("[data-name=by]")?.value.trim() ?? "";
    this.missing = by === "" ? this.speech.say("act.need.name") : "";
    if (by !== "") this.session.decisions.setReviewer(by);
    return by !== "";
  }
  async #merge(cluster: DuplicateCluster, choices: readonly Choice[]): Promise<void> {
    if (!this.#named()) return;
    const into = cluster.leads[cluster.rows.indexOf(this.primary)];
    if (into === undefined) return;
    const fields = takenFrom(choices, this.picked, this.primary);
    const decided = await this.session.decisions.decideAbout(cluster.leads.filter((lead) => lead !== into), { ...noInput, act: "merge", to: String(this.primary), merged: { into, intoRecord: this.primary, fields } });
    this.problems = decided.ok ? [] : decided.problems;
    if (decided.ok) this.opened = null;
  }
  async #distinct(cluster: DuplicateCluster): Promise<void> {
    if (!this.#named()) return;
    const decided = await this.session.decisions.decideAbout(cluster.leads, { ...noInput, act: "distinct", distinctFrom: cluster.leads });
    this.problems = decided.ok ? [] : decided.problems;
    if (decided.ok) this.opened = null;
  }
}
customElements.define("pq-duplicates", DuplicatesPage);
