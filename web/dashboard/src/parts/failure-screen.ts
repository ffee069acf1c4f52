// When a list or a profile cannot be used: what is wrong, where, and what helps.
import { css, html, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { problemList, problemStyles } from "./problem-list.ts";

export class FailureScreen extends Part {
  static override styles = [
    shared,
    problemStyles,
    css`
      :host { inline-size: min(44rem, 100%); margin-inline: auto; padding: clamp(2rem, 8vh, 5rem) var(--pq-page); }
      .box { display: grid; gap: var(--pq-4); padding: var(--pq-5); background: var(--pq-surface); border: 1px solid var(--pq-line); border-radius: var(--pq-radius-lg); }
      h2 { font-size: var(--pq-text-xl); }
    `,
  ];

  override render(): TemplateResult {
    const { speech, phase } = this.state;
    if (phase.kind !== "failed") return html``;
    return html`<div class="box">
      <h2 tabindex="-1" id="main">${phase.title}</h2>
      ${problemList(speech, phase.problems, 20)}
      <div><button class="button main large" type="button" @click=${() => this.session.restart()}>${speech.say("app.new")}</button></div>
    </div>`;
  }
}
customElements.define("pq-failure", FailureScreen);
