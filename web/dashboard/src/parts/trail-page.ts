// The trail of decisions: read, taken along, kept on this device when wanted, forgotten.
import { css, html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { saveFile } from "../export/save.ts";
import { trailCsv, trailNdjson } from "../export/trail-export.ts";
import { decidedTo } from "../lead/wording.ts";
import { mergeMapCsv } from "../export/merge-map.ts";
import { activeOf, mergesOf, type Decision } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";

const idleChoices = [0, 15, 60] as const;

export class TrailPage extends Part {
  static override styles = [
    shared,
    css`
      :host { display: grid; gap: var(--pq-4); align-content: start; overflow: auto; font-size: var(--pq-text-sm); line-height: 1.45; }
      h2 { font-size: var(--pq-text-xl); }
      .lead { max-inline-size: 44rem; color: var(--pq-ink-2); font-size: var(--pq-text-md); }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-4); }
      .box { display: grid; gap: var(--pq-2); padding: var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); }
      .box label { display: flex; align-items: center; gap: var(--pq-2); font-weight: var(--pq-weight-medium); min-block-size: 1.5rem; }
      .scroll { overflow-x: auto; border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); }
      table { inline-size: 100%; border-collapse: collapse; min-inline-size: 44rem; }
      th, td { padding: 0.4375rem 0.75rem; text-align: start; vertical-align: baseline; border-block-end: 1px solid var(--pq-line-soft); font-weight: inherit; overflow-wrap: anywhere; }
      thead th { color: var(--pq-ink-3); font-size: var(--pq-text-xs); font-weight: var(--pq-weight-medium); white-space: nowrap; }
      tr[data-undone] { color: var(--pq-ink-3); }
      tr[data-undone] .act { text-decoration: line-through; }
      .link { min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--pq-accent); text-decoration: underline; cursor: pointer; }
      .none { padding: var(--pq-6); border: 1px dashed var(--pq-line-control); border-radius: var(--pq-radius); text-align: center; color: var(--pq-ink-2); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, trail, remember, idleMinutes } = this.state;
    const active = activeOf(trail);
    const lead = active.filter((entry) => entry.rejection).length;
    const ours = active.filter((entry) => entry.opsError).length;
    return html`
      <div><h2 tabindex="-1" id="main">${speech.say("trail.title")}</h2><p class="lead">${speech.say("trail.lead")}</p></div>
      <div class="row">
        <span>${speech.say("trail.count", { count: active.length })}. ${speech.say("trail.split", { lead, ours })}.</span>
        <button class="button" type="button" ?disabled=${active.length === 0} @click=${() => void this.session.decisions.undo()}>${speech.say("undo")}</button>
        <button class="button" type="button" ?disabled=${trail.length === 0} @click=${() => saveFile("prequal-decisions.csv", trailCsv(trail))}>${speech.say("trail.export.csv")}</button>
        <button class="button" type="button" ?disabled=${trail.length === 0} @click=${() => saveFile("prequal-decisions.ndjson", trailNdjson(trail))}>${speech.say("trail.export.ndjson")}</button>
        <button class="button" type="button" ?disabled=${mergesOf(trail).size === 0} @click=${() => saveFile("prequal-merge-map.csv", mergeMapCsv(trail))}>${speech.say("du.export")}</button>
      </div>
      ${trail.length === 0 ? html`<p class="none">${speech.say("trail.none")}</p>` : this.#table(trail, new Set(active.map((entry) => entry.id)))}
      <div class="box">
        <label><input type="checkbox" .checked=${live(remember)} aria-describedby="remember-hint" @change=${(event: Event) => void this.session.remember((event.target as HTMLInputElement).checked)} />${speech.say("trail.remember")}</label>
        <p class="soft" id="remember-hint">${speech.say("trail.remember.hint")}</p>
        <label>${speech.say("idle.label")}<select @change=${(event: Event) => this.session.setIdle(Number((event.target as HTMLSelectElement).value))}>
          ${idleChoices.map((minutes) => html`<option value=${minutes} .selected=${minutes === idleMinutes}>${minutes === 0 ? speech.say("idle.never") : speech.say("idle.after", { count: minutes })}</option>`)}</select></label>
        <div><button class="button" type="button" @click=${() => void this.session.forgetAll()}>${speech.say("forget")}</button></div>
      </div>`;
  }

  #table(trail: readonly Decision[], active: ReadonlySet<number>): TemplateResult {
    const { speech, masked } = this.state;
    const heads = ["trail.at", "trail.who", "trail.what", "trail.record", "trail.why", "trail.saw", "trail.profile"] as const;
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("trail.title")}><table>
      <thead><tr>${heads.map((head) => html`<th scope="col">${speech.say(head)}</th>`)}</tr></thead>
      <tbody>${[...trail].reverse().map((entry) => {
        const undone = entry.act !== "undo" && !active.has(entry.id);
        const why = [entry.reason === "" ? "" : speech.code("reason", entry.reason), decidedTo(entry, speech), entry.until, entry.resumeWhen === "" ? "" : speech.code("event", entry.resumeWhen), masked ? "" : entry.note];
        return html`<tr ?data-undone=${undone}>
          <td class="number">${speech.moment(entry.at)}</td><td dir="auto">${entry.by}</td>
          <th scope="row"><span class="act">${speech.say(`act.${entry.act}`)}</span>${undone ? html` (${speech.say("trail.undone")})` : nothing}</th>
          <td><button class="link" type="button" aria-label=${speech.say("trail.open", { row: entry.record })} @click=${() => this.#open(entry.lead)}>${entry.leadId === "" || masked ? entry.record : entry.leadId}</button></td>
          <td dir="auto">${why.filter(Boolean).join(" · ")}</td>
          <td>${speech.code("band", entry.saw.band)} ${entry.saw.total}, ${speech.code("status", entry.saw.status)}</td><td>${entry.profile}</td></tr>`;
      })}</tbody></table></div>`;
  }

  #open(lead: number): void {
    this.session.show("queue");
    this.session.select(lead);
  }
}
customElements.define("pq-trail", TrailPage);
