// Leads that were picked: how many, and the acts for all of them at once.
import { css, html, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import "./decision-bar.ts";

export class ChosenBar extends Part {
  static override styles = [
    shared,
    css`
      .bar { display: flex; flex-wrap: wrap; align-items: start; gap: var(--pq-3) var(--pq-5); padding: var(--pq-2) var(--pq-3); border: 1px solid var(--pq-accent); border-radius: var(--pq-radius); background: var(--pq-surface); font-size: var(--pq-text-sm); }
      .head { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-3); }
      pq-decide { flex: 1 1 24rem; min-inline-size: 0; }
      .head { min-block-size: var(--pq-target-dense); }
      .head b { font-weight: var(--pq-weight-strong); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, chosen, shown } = this.state;
    return html`<section class="bar" aria-label=${speech.say("choose.title")}>
      <div class="head"><b role="status">${speech.say("choose.count", { count: chosen.size })}</b>
        <button class="button" type="button" ?disabled=${chosen.size === shown.length} @click=${() => this.session.picked.all()}>${speech.say("choose.all")}</button>
        <button class="button" type="button" @click=${() => this.session.queue.showSome([...chosen])}>${speech.say("choose.show")}</button>
        <button class="button bare" type="button" @click=${() => this.session.picked.none()}>${speech.say("choose.none")}</button></div>
      <pq-decide many .session=${this.session}></pq-decide>
    </section>`;
  }
}
customElements.define("pq-chosen", ChosenBar);
