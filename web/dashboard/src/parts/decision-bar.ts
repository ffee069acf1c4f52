// Deciding about the lead that stands open: one button for each act, and the form of the act that was begun.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Problem, ProfileInfo } from "prequal-engine";
import { noInput, type ActInput } from "../review/desk.ts";
import { asks, events, type Ask } from "../review/forms.ts";
import { keyOf } from "../app/commands.ts";
import { overrideText } from "../lead/wording.ts";
import { overridesOf, ownersOf, standingOf, type ActName, type Decision } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import { markStyles } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import type { Speech } from "../texts/speech.ts";
import { problemList, problemStyles } from "./problem-list.ts";

const first: readonly ActName[] = ["accept", "refuse", "nurture", "contacted"];
const more: readonly ActName[] = ["assign", "note", "hold", "qualify", "reroute", "merge", "disqualify", "override"];
/** What several leads cannot share. */
const single: ReadonlySet<ActName> = new Set(["merge"]);

const today = (): string => new Date().toISOString().slice(0, 10);

export class DecisionBar extends Part {
  static override properties = { ...Part.properties, many: { type: Boolean }, problems: { state: true }, missing: { state: true }, open: { state: true } };
  /** About all leads that are picked, not about the one that stands open. */
  declare many: boolean;
  declare problems: readonly Problem[];
  declare missing: string;
  /** The acts that are needed less often are shown. */
  declare open: boolean;
  #act: ActName | null = null;

  constructor() {
    super();
    this.many = false;
    this.problems = [];
    this.missing = "";
    this.open = false;
  }

  static override styles = [
    shared,
    markStyles,
    problemStyles,
    css`
      :host { display: grid; gap: var(--pq-3); }
      .bar { display: flex; flex-wrap: wrap; gap: var(--pq-2); }
      .button kbd { font-family: inherit; font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
      .button.main kbd { color: inherit; }
      .button[aria-expanded="true"] { background: var(--pq-chosen); border-color: var(--pq-accent); }
      .standing { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-1) var(--pq-2); }
      form { display: grid; gap: var(--pq-3); padding: var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-sunken); }
      form h3 { font-size: var(--pq-text-md); }
      .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr)); gap: var(--pq-3); align-items: start; }
      label { display: grid; gap: 0.1875rem; min-inline-size: 0; }
      label > span { font-weight: var(--pq-weight-medium); }
      small { color: var(--pq-ink-2); font-size: var(--pq-text-xs); }
      input, select, textarea { inline-size: 100%; min-inline-size: 0; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.625rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background-color: var(--pq-surface); font-size: var(--pq-text-sm); }
      select { padding-inline-end: 1.75rem; }
      textarea { min-block-size: 3.5rem; resize: vertical; }
      .go { display: flex; flex-wrap: wrap; gap: var(--pq-2); }
      .missing { color: var(--pq-out); font-weight: var(--pq-weight-medium); }
    `,
  ];

  override willUpdate(): void {
    const { acting } = this.state;
    if (acting === this.#act) return;
    this.#act = acting;
    this.problems = [];
    this.missing = "";
    if (acting !== null && more.includes(acting)) this.open = true;
  }
  override updated(): void {
    const form = this.renderRoot.querySelector("form");
    if (form === null || form.dataset["act"] === form.dataset["focused"]) return;
    form.dataset["focused"] = form.dataset["act"];
    form.querySelector<HTMLElement>("input, select, textarea")?.focus();
  }

  override render(): TemplateResult {
    const { speech, acting, info, selected, trail, chosen } = this.state;
    if (info === null || (selected === null && !this.many)) return html``;
    const standing = this.many || selected === null ? undefined : standingOf(trail).get(selected);
    const override = this.many || selected === null ? undefined : overridesOf(trail, today()).get(selected);
    const owner = this.many || selected === null ? undefined : ownersOf(trail).get(selected);
    // While leads are picked the acts are about them; here they would mean something else.
    const about = this.many || chosen.size === 0;
    const button = (act: ActName, kind: string): TemplateResult =>
      html`<button class="button ${kind}" type="button" data-act=${act} ?disabled=${!about} aria-expanded=${about && acting === act ? "true" : "false"} @click=${() => this.session.decisions.startAct(acting === act ? null : act)}>${speech.say(`act.${act}`)}<kbd aria-hidden="true">${keyOf(act, this.state.ownKeys)}</kbd></button>`;
    return html`
      ${standing === undefined && override === undefined && owner === undefined ? nothing : html`<p class="standing">
        ${standing === undefined ? nothing : this.#standing(standing, info, speech)}
        ${owner === undefined || owner === standing?.to ? nothing : html`<span>${speech.say("act.to.owner")}: ${owner}</span>`}
        ${override === undefined ? nothing : html`<span class="chip" data-tone="mid">${speech.say("act.override")}: ${speech.say("decision.overridden", { band: overrideText(override.to, speech), until: override.until })}</span>`}
      </p>`}
      <div class="bar" role="group" aria-label=${speech.say("act.title")}>
        ${first.map((act, i) => button(act, i === 0 ? "main" : ""))}
        <button class="button bare" type="button" aria-expanded=${this.open ? "true" : "false"} @click=${() => { this.open = !this.open; }}>${speech.say("act.more")}</button>
        ${this.open ? more.filter((act) => !this.many || !single.has(act)).map((act) => button(act, "")) : nothing}
      </div>
      ${acting === null || !about ? nothing : this.#form(acting, info, speech)}`;
  }

  #standing(decision: Decision, info: ProfileInfo, speech: Speech): TemplateResult {
    const reason = info.reasons.find((entry) => entry.code === decision.reason);
    const why = decision.reason === "" ? "" : speech.pick(reason?.plain) || speech.code("reason", decision.reason);
    return html`<span class="chip" data-tone="ours">${speech.say(`act.${decision.act}` as "act.accept")}</span>
      <span>${[decision.by, why, decision.to, decision.until].filter(Boolean).join(" · ")}</span>`;
  }

  #form(act: ActName, info: ProfileInfo, speech: Speech): TemplateResult {
    const reasons = [...new Map(info.reasons.map((reason) => [reason.code, reason])).values()]
      .map((reason) => ({ code: reason.code, cause: reason.cause, name: speech.pick(reason.plain) || speech.code("reason", reason.code) }))
      .sort((a, b) => a.name.localeCompare(b.name, speech.language));
    const group = (cause: string): TemplateResult =>
      html`<optgroup label=${speech.code("cause", cause)}>${reasons.filter((reason) => reason.cause === cause).map((reason) => html`<option value=${reason.code}>${reason.name}</option>`)}</optgroup>`;
    const fields: Readonly<Record<Ask, () => TemplateResult>> = {
      reason: () => html`<label><span>${speech.say("act.reason")}</span><select name="reason"><option value="">${speech.say("act.reason.pick")}</option>${group("lead")}${group("ours")}</select></label>`,
      owner: () => html`<label><span>${speech.say("act.to.owner")}</span><input name="to" autocomplete="off" .value=${this.state.reviewer} /></label>`,
      team: () => html`<label><span>${speech.say("act.to.team")}</span><select name="to">${info.teams.map((team) => html`<option value=${team.id}>${speech.pick(team.name)}</option>`)}</select></label>`,
      instead: () => html`<label><span>${speech.say("act.to.instead")}</span><select name="to"><optgroup label=${speech.say("facet.band")}>${[...info.levels].reverse().map((level) => html`<option value=${level}>${speech.code("band", level)}</option>`)}</optgroup>
        <optgroup label=${speech.say("fact.stage")}>${info.stages.map((stage) => html`<option value="stage:${stage.id}">${speech.code("stage", stage.id)}</option>`)}</optgroup></select></label>`,
      into: () => html`<label><span>${speech.say("act.to.record")}</span><input name="to" type="number" min="1" step="1" autocomplete="off" .value=${this.#likely()} /><small>${speech.say("act.to.record.hint")}</small></label>`,
      until: () => html`<label><span>${speech.say(act === "override" ? "act.until.expires" : "act.until")}</span><input name="until" type="date" min=${today()} /></label>`,
      resume: () => html`<label><span>${speech.say("act.resume")}</span><select name="resumeWhen"><option value=""></option>${events.map((event) => html`<option value=${event}>${speech.code("event", event)}</option>`)}</select></label>`,
      note: () => html`<label><span>${speech.say("act.note")}</span><textarea name="note" rows="2"></textarea><small>${speech.say("act.note.hint")}</small></label>`,
    };
    return html`<form data-act=${act} novalidate @submit=${(event: SubmitEvent) => this.#submit(event, act)} @keydown=${this.#onKey}>
      <h3>${this.many ? speech.say("act.title.many", { count: this.state.chosen.size }) : speech.say("act.title")}: ${speech.say(`act.${act}`)}</h3>
      <div class="two">
        <label><span>${speech.say("act.by")}</span><input name="by" autocomplete="off" .value=${this.state.reviewer} aria-describedby="by-hint" /><small id="by-hint">${speech.say("act.by.hint")}</small></label>
        ${asks[act].filter((ask) => ask !== "note").map((ask) => fields[ask]())}
      </div>
      ${asks[act].includes("note") ? fields.note() : nothing}
      <div role="alert">${this.missing === "" ? nothing : html`<p class="missing">${this.missing}</p>`}
        ${this.problems.length === 0 ? nothing : html`<p class="missing">${speech.say("act.refused")}</p>${problemList(speech, this.problems, 5)}`}</div>
      <div class="go"><button class="button main" type="submit">${speech.say("act.go", { act: speech.say(`act.${act}`) })}</button>
        <button class="button" type="button" @click=${() => this.session.decisions.startAct(null)}>${speech.say("act.cancel")}</button></div>
    </form>`;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.session.decisions.startAct(null);
    this.dispatchEvent(new CustomEvent("act-closed", { bubbles: true, composed: true }));
  }

  /** The record that the open lead repeats, where that was looked for. */
  #likely(): string {
    const { duplicates, selected } = this.state;
    const cluster = selected === null ? undefined : duplicates?.clusters.find((entry) => entry.leads.includes(selected));
    const at = cluster?.leads.findIndex((lead) => lead !== selected) ?? -1;
    return at < 0 ? "" : String(cluster!.rows[at]);
  }
  /** The lead that is that record of the list, if it is another one. */
  #into(record: string): number | null {
    const { phase, selected } = this.state;
    const lead = phase.kind === "ready" && record !== "" ? phase.list.loaded.rows.indexOf(Number(record)) : -1;
    return lead < 0 || lead === selected ? null : lead;
  }

  async #submit(event: SubmitEvent, act: ActName): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(data.get(name) ?? "").trim();
    const input: ActInput = { ...noInput, act, reason: text("reason"), to: text("to"), until: text("until"), resumeWhen: text("resumeWhen"), note: text("note") };
    const { speech } = this;
    this.problems = [];
    this.missing = "";
    // The engine asks for the rest; these are asked for whatever the act, so that the trail always says who.
    if (text("by") === "") this.missing = speech.say("act.need.name");
    else if (asks[act].includes("reason") && input.reason === "") this.missing = speech.say("act.need.reason");
    else if (act === "override" && input.until === "") this.missing = speech.say("act.need.until");
    else if ((act === "accept" || act === "assign") && input.to === "") this.missing = speech.say("act.need.owner");
    else if (act === "note" && input.note === "") this.missing = speech.say("act.need.note");
    else if (act === "merge" && this.#into(input.to) === null) this.missing = speech.say("act.need.record");
    if (this.missing !== "") return;
    this.session.decisions.setReviewer(text("by"));
    const into = act === "merge" ? this.#into(input.to) : null;
    const decided = await this.session.decisions.decide(into === null ? input : { ...input, merged: { into, intoRecord: Number(input.to), fields: {} } });
    if (!decided.ok) this.problems = decided.problems;
    else this.dispatchEvent(new CustomEvent("act-closed", { bubbles: true, composed: true }));
  }
}
customElements.define("pq-decide", DecisionBar);
