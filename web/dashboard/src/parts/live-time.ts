// A time that runs: the moment of this device, or what is left until a lead is due. Drawn anew each second while it is in the
// page; nothing is announced.
import { html, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { leftText } from "../lead/service-clock.ts";

export class LiveTime extends Part {
  static override properties = { ...Part.properties, due: { type: Number } };
  /** Seconds since 1970; 0 shows the moment itself. */
  declare due: number;
  #stop: (() => void) | undefined;

  constructor() {
    super();
    this.due = 0;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.session.clock.listen(() => this.requestUpdate());
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  override render(): TemplateResult {
    const { now } = this.session.clock;
    return html`${this.due === 0 ? this.speech.timeOfDay(now) : leftText(this.due - now, this.speech)}`;
  }
}
customElements.define("pq-live", LiveTime);
