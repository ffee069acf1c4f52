// A score on its scale: a tick where it stands now, a soft band where it can still go.
import { css, html, nothing, svg, type TemplateResult } from "lit";

export interface BarScore {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly max: number;
}

const width = 100;
const height = 8;

export function scoreBar(score: BarScore, kind: "total" | "fit" | "intent", marks: readonly number[] = []): TemplateResult {
  const x = (points: number): number => (Math.max(0, Math.min(points, score.max)) / Math.max(1, score.max)) * width;
  const range = x(score.high) - x(score.low);
  const tick = 2.4;
  return html`<svg class="bar" data-kind=${kind} viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true">
    <rect class="scale" x="0" y="3" width=${width} height="2"/>
    ${range > 0 ? svg`<rect class="range" x=${x(score.low)} y="1" width=${range} height="6" rx="1.5"/>` : nothing}
    ${marks.map((mark) => svg`<rect class="threshold" x=${x(mark) - 0.3} y="0" width="0.6" height=${height}/>`)}
    <rect class="fill" x="0" y="3" width=${x(score.value)} height="2"/>
    <rect class="value" x=${Math.max(0, Math.min(x(score.value) - tick / 2, width - tick))} y="0" width=${tick} height=${height} rx="1"/>
  </svg>`;
}

export const barStyles = css`
  .bar { inline-size: 100%; block-size: 0.5rem; }
  .bar .scale { fill: var(--pq-line); }
  .bar .range { fill: var(--pq-open-soft); }
  .bar .threshold { fill: var(--pq-ink-3); opacity: 0.5; }
  .bar .value { fill: var(--pq-ink); }
  .bar .fill { fill: var(--pq-ink-2); }
  .bar[data-kind="fit"] .range { fill: var(--pq-fit-soft); }
  .bar[data-kind="fit"] :is(.value, .fill) { fill: var(--pq-fit); }
  .bar[data-kind="intent"] .range { fill: var(--pq-intent-soft); }
  .bar[data-kind="intent"] :is(.value, .fill) { fill: var(--pq-intent); }
  .bar[data-kind="total"] .range { fill: light-dark(#c3d6d8, #35494c); }
  @media (forced-colors: active) {
    .bar .scale, .bar .range { fill: GrayText; }
    .bar :is(.value, .fill) { fill: CanvasText; }
  }
`;
