// The pages of an open list, as links that are buttons: nothing of it stands in the address.
import { css, html, nothing, type TemplateResult } from "lit";
import { activeOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import { pages } from "../state/store.ts";
import { shared } from "../styles/shared.ts";

export class PageTabs extends Part {
  static override styles = [
    shared,
    css`
      nav { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-1); border-block-end: 1px solid var(--pq-line); }
      .tab { min-block-size: 2.25rem; padding: 0 0.75rem; border: 0; border-block-end: 2px solid transparent; margin-block-end: -1px; background: none; color: var(--pq-ink-2); font-size: var(--pq-text-md); font-weight: var(--pq-weight-medium); cursor: pointer; }
      .tab:hover { color: var(--pq-ink); }
      .tab[aria-current="page"] { color: var(--pq-ink); border-color: var(--pq-accent); }
      .count { margin-inline-start: 0.25rem; padding: 0 0.375rem; border-radius: 99px; background: var(--pq-low-soft); font-size: var(--pq-text-xs); font-variant-numeric: tabular-nums; }
      label { display: inline-flex; align-items: center; gap: 0.375rem; margin-inline-start: auto; min-block-size: 2rem; font-size: var(--pq-text-sm); color: var(--pq-ink-2); }
      @media (max-width: 45rem) { .tab { padding-inline: 0.5rem; } }
    `,
  ];

  override render(): TemplateResult {
    const { speech, page, trail, masked } = this.state;
    const decided = activeOf(trail).length;
    return html`<nav aria-label=${speech.say("page.label")}>
      ${pages.map((name) => html`<button class="tab" type="button" data-page=${name} aria-current=${page === name ? "page" : nothing} @click=${() => this.session.show(name)}>${speech.say(`page.${name}`)}${name === "trail" && decided > 0 ? html`<span class="count">${speech.number(decided)}</span>` : nothing}</button>`)}
      <label><input type="checkbox" .checked=${masked} @change=${(event: Event) => this.session.mask((event.target as HTMLInputElement).checked)} />${speech.say("mask")}</label>
    </nav>`;
  }
}
customElements.define("pq-tabs", PageTabs);
