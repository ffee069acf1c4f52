// The note with which a lead is handed over, with and without personal detail, to copy.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Verdict } from "prequal-engine";
import { fieldText } from "../lead/wording.ts";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import type { TextKey } from "../texts/en.ts";

export class HandoffNote extends Part {
  static override properties = { ...Part.properties, verdict: { attribute: false }, lead: { attribute: false }, personal: { state: true }, text: { state: true }, copied: { state: true } };
  declare verdict: Verdict;
  declare lead: number;
  declare personal: boolean;
  declare text: string;
  declare copied: string;
  #for = "";

  constructor() {
    super();
    this.personal = false;
    this.text = "";
    this.copied = "";
  }

  static override styles = [
    shared,
    css`
      p { margin-block-end: var(--pq-2); }
      pre { margin: 0 0 var(--pq-2); padding: var(--pq-3); border-radius: var(--pq-radius-sm); background: var(--pq-sunken); font: inherit; font-size: var(--pq-text-sm); line-height: 1.5; white-space: pre-wrap; overflow-wrap: anywhere; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-2) var(--pq-4); }
      .row label { display: inline-flex; align-items: center; gap: 0.375rem; min-block-size: var(--pq-target-dense); }
    `,
  ];

  override willUpdate(): void {
    const { language } = this.speech;
    const wanted = `${this.lead} ${this.personal && !this.state.masked} ${language} ${this.state.profileId}`;
    if (wanted === this.#for) return;
    this.#for = wanted;
    this.copied = "";
    void this.session.engine.note(this.lead, { language, personal: this.personal && !this.state.masked }).then((note) => {
      if (wanted === this.#for) this.text = note.ok ? note.value.trimEnd() : "";
    });
  }

  override render(): TemplateResult {
    const { speech, info, masked } = this.state;
    if (info === null) return html``;
    const { missing, problems, ready } = this.verdict.handoff;
    const named = (id: string): string => fieldText(id, info, speech);
    return html`
      ${ready ? html`<p>${speech.say("handoff.ready")}</p>` : nothing}
      ${missing.length > 0 ? html`<p>${speech.say("handoff.missing", { fields: speech.list(missing.map(named)) })}</p>` : nothing}
      ${problems.length > 0 ? html`<p>${speech.say("handoff.problems", { problems: speech.list(problems.map((problem) => speech.say(`handoff.${problem}` as TextKey))) })}</p>` : nothing}
      <pre tabindex="0" aria-label=${speech.say("lead.handoff")} dir="auto">${this.text}</pre>
      <div class="row">
        <button class="button" type="button" @click=${this.#copy}>${speech.say("handoff.copy")}</button>
        <label><input type="checkbox" .checked=${this.personal && !masked} ?disabled=${masked} @change=${(event: Event) => { this.personal = (event.target as HTMLInputElement).checked; }} />${speech.say("handoff.personal")}</label>
        <span role="status">${this.copied}</span>
      </div>`;
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
      this.copied = this.speech.say("handoff.copied");
    } catch {
      // Without the clipboard the note is marked, ready for the keyboard.
      const note = this.renderRoot.querySelector("pre");
      if (note !== null) getSelection()?.selectAllChildren(note);
      this.copied = this.speech.say("handoff.manual");
    }
  }
}
customElements.define("pq-handoff", HandoffNote);
