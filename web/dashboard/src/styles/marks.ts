// Small drawings. Each says by its shape what its colour says too, and stands beside a text.
import { css, html, svg, type TemplateResult } from "lit";

const strokes = (paths: TemplateResult, size = 16): TemplateResult =>
  html`<svg class="icon" width=${size} height=${size} viewBox="0 0 16 16" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`;

export const icons = {
  met: () => strokes(svg`<path d="m3.5 8.5 3 3 6-7"/>`),
  notMet: () => strokes(svg`<path d="m4.5 4.5 7 7m0-7-7 7"/>`),
  unknown: () => strokes(svg`<path d="M5.6 6.1a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.8-1.2 1.6"/><path d="M8 12.8v.01"/>`),
  up: () => strokes(svg`<path d="M8 13V3.5m-3.5 4L8 3.5l3.5 4"/>`, 14),
  down: () => strokes(svg`<path d="M8 3v9.5m-3.5-4L8 12.5l3.5-4"/>`, 14),
  close: () => strokes(svg`<path d="m4 4 8 8m0-8-8 8"/>`),
  back: () => strokes(svg`<path d="M9.5 3.5 5 8l4.5 4.5"/>`),
  search: () => strokes(svg`<circle cx="7" cy="7" r="4.25"/><path d="m10.2 10.2 3.3 3.3"/>`),
  list: () => strokes(svg`<path d="M8 10.5V2.8m-3 2.9 3-3 3 3M2.5 10v2.2A1.3 1.3 0 0 0 3.8 13.5h8.4a1.3 1.3 0 0 0 1.3-1.3V10"/>`),
  lock: () => strokes(svg`<rect x="3.25" y="7" width="9.5" height="6.5" rx="1.5"/><path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2"/>`),
  warn: () => strokes(svg`<path d="M8 2.8 14 13H2Z"/><path d="M8 6.8v2.7M8 11.3v.01"/>`),
};

/** A band as rising bars: as many filled as the band is high. */
export function bandMark(level: number): TemplateResult {
  const bar = (i: number): TemplateResult => svg`<rect class=${i <= level ? "on" : "off"} x=${1 + i * 5} y=${9 - i * 4} width="3.6" height=${5 + i * 4} rx="1"/>`;
  return html`<svg class="mark" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">${[0, 1, 2].map(bar)}</svg>`;
}

export const markStyles = css`
  .band { display: inline-flex; align-items: center; gap: 0.375rem; font-weight: var(--pq-weight-strong); white-space: nowrap; }
  .band .on { fill: currentColor; }
  .band .off { fill: currentColor; opacity: 0.22; }
  .band[data-band="high"] { color: var(--pq-high); }
  .band[data-band="mid"] { color: var(--pq-mid); }
  .band[data-band="low"] { color: var(--pq-low); }
  .chip {
    display: inline-flex; align-items: center; gap: 0.25rem; max-inline-size: 100%; min-block-size: 1.5rem; padding: 0.0625rem 0.5rem;
    border-radius: 99px; background: var(--pq-low-soft); color: var(--pq-ink-2); font-size: var(--pq-text-xs); line-height: 1.35;
  }
  .chip[data-tone="out"] { background: var(--pq-out-soft); color: var(--pq-out); }
  .chip[data-tone="ours"] { background: var(--pq-info-soft); color: var(--pq-info); }
  .chip[data-tone="mid"] { background: var(--pq-mid-soft); color: var(--pq-mid); }
  .chip[data-tone="high"] { background: var(--pq-high-soft); color: var(--pq-high); }
  .truth { display: inline-grid; place-items: center; inline-size: 1.25rem; block-size: 1.25rem; border-radius: 50%; flex: none; }
  .truth .icon { inline-size: 0.8125rem; block-size: 0.8125rem; }
  .truth[data-truth="met"] { background: var(--pq-high-soft); color: var(--pq-high); }
  .truth[data-truth="not_met"] { background: var(--pq-out-soft); color: var(--pq-out); }
  .truth[data-truth="unknown"] { background: transparent; color: var(--pq-ink-3); box-shadow: inset 0 0 0 1px var(--pq-open); }
  @media (forced-colors: active) {
    .chip, .truth { border: 1px solid CanvasText; }
    .band .off { opacity: 0.35; }
  }
`;
