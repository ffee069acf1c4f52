// Styles that every part needs inside its shadow root.
import { css } from "lit";

export const shared = css`
  :host { display: block; }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  h1, h2, h3, h4, p, ul, ol, dl, dd, figure { margin: 0; }
  ul, ol { padding: 0; list-style: none; }
  h1, h2, h3, h4 { font-weight: var(--pq-weight-strong); line-height: 1.25; letter-spacing: -0.01em; text-wrap: balance; }
  button, input, select, textarea { font: inherit; color: inherit; }
  a { color: var(--pq-accent); text-underline-offset: 0.18em; }
  svg { display: block; flex: none; }
  :focus-visible { outline: 2px solid var(--pq-focus); outline-offset: 2px; border-radius: var(--pq-radius-sm); }
  :is(h1, h2, h3):focus-visible { outline: none; }

  .visually-hidden {
    position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; padding: 0;
    overflow: hidden; clip-path: inset(50%); white-space: nowrap; border: 0;
  }
  .number { font-variant-numeric: tabular-nums; }
  .soft { color: var(--pq-ink-3); }

  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: var(--pq-2);
    min-block-size: var(--pq-target-dense); padding: 0.25rem 0.75rem;
    border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm);
    background: var(--pq-surface); color: var(--pq-ink); font-size: var(--pq-text-sm); font-weight: var(--pq-weight-medium);
    text-decoration: none; cursor: pointer;
  }
  .button:hover { background: var(--pq-hover); }
  .button:disabled { border-color: var(--pq-line); background: transparent; color: var(--pq-ink-3); cursor: default; }
  .button.main:not(:disabled) { background: var(--pq-accent); border-color: transparent; color: var(--pq-on-accent); }
  .button.main:hover:not(:disabled) { background: var(--pq-accent-strong); }
  .button.large { min-block-size: var(--pq-target); padding-inline: var(--pq-5); border-radius: var(--pq-radius); font-size: var(--pq-text-md); font-weight: var(--pq-weight-strong); }
  .button.bare { border-color: transparent; background: transparent; color: var(--pq-accent); }
  .button.bare:hover { background: var(--pq-hover); color: var(--pq-accent-strong); }

  select, input[type="search"], textarea {
    min-block-size: var(--pq-target-dense); padding: 0.25rem 0.625rem; max-inline-size: 100%;
    border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); font-size: var(--pq-text-sm);
  }
  select {
    appearance: none; padding-inline-end: 1.75rem; text-overflow: ellipsis; cursor: pointer;
    background-image: linear-gradient(45deg, transparent 50%, currentColor 50%), linear-gradient(-45deg, transparent 50%, currentColor 50%);
    background-size: 0.3125rem 0.3125rem; background-position: right 0.875rem center, right 0.5625rem center; background-repeat: no-repeat;
  }
  select:hover, input[type="search"]:hover { border-color: var(--pq-ink-2); }

  @media (prefers-reduced-motion: reduce) { *, *::before, *::after { animation: none !important; transition: none !important; } }
`;
