// Tables whose bars repeat their numbers: a chart that can be read aloud.
import { css, html, svg, type TemplateResult } from "lit";

const width = 100;

/** A bar of a share from 0 to 1, with an interval around its end if there is one. */
export function shareBar(share: number, tone = "", range?: { readonly low: number; readonly high: number }): TemplateResult {
  const x = (value: number): number => Math.max(0, Math.min(1, value)) * width;
  return html`<svg class="share" data-tone=${tone} viewBox="0 0 ${width} 10" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" x="0" y="0" width=${width} height="10"/>
    <rect class="value" x="0" y="0" width=${x(share)} height="10"/>
    ${range === undefined ? "" : svg`<rect class="interval" x=${x(range.low)} y="4" width=${Math.max(0.5, x(range.high) - x(range.low))} height="2"/>`}
  </svg>`;
}

export const tableStyles = css`
  .card { display: grid; gap: var(--pq-3); align-content: start; padding: var(--pq-4); border: 1px solid var(--pq-line); border-radius: var(--pq-radius); background: var(--pq-surface); min-inline-size: 0; }
  .card h3 { font-size: var(--pq-text-base); }
  .finding { color: var(--pq-ink-2); font-size: var(--pq-text-md); line-height: 1.45; }
  .scroll { position: relative; overflow-x: auto; }
  table { inline-size: 100%; border-collapse: collapse; font-size: var(--pq-text-sm); line-height: 1.35; }
  th, td { padding: 0.3125rem 0.5rem 0.3125rem 0; text-align: start; vertical-align: middle; font-weight: inherit; border-block-end: 1px solid var(--pq-line-soft); }
  thead th { color: var(--pq-ink-3); font-size: var(--pq-text-xs); font-weight: var(--pq-weight-medium); vertical-align: bottom; }
  tbody th { min-inline-size: 7.5rem; overflow-wrap: anywhere; }
  .n { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .bar { inline-size: 26%; min-inline-size: 4rem; }
  .share { inline-size: 100%; block-size: 0.625rem; }
  .share .ground { fill: var(--pq-line-soft); }
  .share .value { fill: var(--pq-accent); }
  .share[data-tone="ours"] .value { fill: var(--pq-intent); }
  .share[data-tone="out"] .value { fill: var(--pq-minus); }
  .share[data-tone="soft"] .value { fill: var(--pq-open); }
  .share .interval { fill: var(--pq-ink); }
  .link { min-block-size: 1.5rem; padding: 0; border: 0; background: none; color: var(--pq-accent); text-align: start; text-decoration: underline; text-underline-offset: 0.18em; cursor: pointer; font-size: inherit; overflow-wrap: anywhere; }
  .note { color: var(--pq-ink-3); font-size: var(--pq-text-xs); }
  @media (forced-colors: active) {
    .share .ground { fill: GrayText; }
    .share .value { fill: CanvasText; }
  }
`;

/** A line that says what is wrong: perhaps, or for certain. */
export const alertStyles = css`
  .alert { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--pq-2); padding: var(--pq-2) var(--pq-3); border-radius: var(--pq-radius-sm); background: var(--pq-mid-soft); color: var(--pq-mid); font-size: var(--pq-text-sm); }
  .alert[data-certain] { background: var(--pq-out-soft); color: var(--pq-out); }
`;
