// The panel's look as a constructed stylesheet: works under a policy without inline styles. A layer without weight, so that
// every rule of the page wins; the custom properties are the official way to change it.
/** Also dist/style.css, for pages that want to read or replace it. */
export const css = `
@layer prequal {
  :where(.prequal) {
    --_fg: var(--prequal-fg, inherit);
    --_border: var(--prequal-border, color-mix(in srgb, currentColor 22%, transparent));
    --_space: var(--prequal-space, 1rem);
    color: var(--_fg);
    background: var(--prequal-bg, color-mix(in srgb, currentColor 4%, transparent));
    font-family: var(--prequal-font, inherit);
    border: 1px solid var(--_border);
    border-radius: var(--prequal-radius, 8px);
    padding: var(--_space);
    line-height: 1.5;
  }
  :where(.prequal p, .prequal ul) { margin: 0; }
  :where(.prequal-heading) { font-weight: 600; color: var(--prequal-info, inherit); }
  :where(.prequal-body) { display: grid; gap: var(--_space); margin-block: 0.375rem var(--_space); }
  :where(.prequal-title) { font-size: 0.875em; font-weight: 600; opacity: 0.82; margin-block-end: 0.25rem; }
  :where(.prequal ul) { list-style: none; padding: 0; display: grid; gap: 0.375rem; }
  :where(.prequal-known li, .prequal-why li) { display: grid; grid-template-columns: 1.25rem 1fr; align-items: baseline; }
  :where(.prequal-known li)::before { content: "\\2713" / ""; color: var(--prequal-ok, inherit); font-weight: 700; }
  :where(.prequal-why li)::before { content: "\\2013" / ""; }
  :where(.prequal[data-theme]) { background: var(--prequal-bg, Canvas); color: var(--prequal-fg, CanvasText); }
  :where(.prequal[data-theme="light"]) { color-scheme: light; }
  :where(.prequal[data-theme="dark"]) { color-scheme: dark; }
  :where(.prequal-depends li, .prequal-alternatives li) { display: grid; grid-template-columns: 1.25rem 1fr; align-items: baseline; }
  :where(.prequal-depends li)::before { content: "?" / ""; }
  :where(.prequal-alternatives li)::before { content: "\\2192" / ""; }
  :where([dir="rtl"] .prequal-alternatives li)::before { content: "\\2190" / ""; }
  :where(.prequal[data-outcome="urgent"]) { border-inline-start: 0.375rem solid var(--prequal-warn, currentColor); }
  :where(.prequal[data-outcome="urgent"] .prequal-outcome) { font-weight: 600; }
  :where(.prequal-summary) { border: 3px solid var(--prequal-warn, currentColor); margin-block-end: var(--prequal-space, 1rem); }
  :where(.prequal-summary a) { color: inherit; }
  :where(.prequal-message) { margin: 0 0 0.375rem; font-weight: 600; color: var(--prequal-warn, inherit); }
  :where(.prequal-steps) { display: flex; flex-wrap: wrap; gap: 0.75rem; align-items: center; justify-content: space-between; margin-block: var(--prequal-space, 1rem); }
  :where(.prequal-steps .prequal-step-count) { margin: 0; }
  :where(.prequal-steps .prequal-choices) { margin: 0; }
  :where(.prequal-steps button) { min-block-size: 2.75rem; padding-inline: 1.25rem; font-size: 1em; }
  :where(.prequal-question) { margin-block-end: 0.375rem; }
  :where(.prequal-missing ul) { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  :where(.prequal-doubts ul) { gap: 0.875rem; }
  :where(.prequal-choices) { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.375rem; }
  :where(.prequal button, .prequal-steps button) {
    font: inherit; font-size: 0.875em; color: inherit; text-align: start; cursor: pointer;
    min-block-size: 2rem; padding: 0.25rem 0.75rem;
    background: var(--prequal-action-bg, transparent);
    border: 1px solid var(--prequal-control, currentColor); border-radius: var(--prequal-radius, 8px);
  }
  :where(.prequal button:hover, .prequal-steps button:hover) { text-decoration: underline; }
  :where(.prequal button:focus-visible, .prequal-steps button:focus-visible, .prequal-summary:focus-visible) { outline: 3px solid var(--prequal-focus, Highlight); outline-offset: 2px; }
  :where(.prequal-privacy) { font-size: 0.8125em; opacity: 0.82; }
  :where(.prequal-status, .prequal-hidden) {
    position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  :where(.prequal-hp) { position: absolute; inset-inline-start: -200vi; inline-size: 1px; block-size: 1px; overflow: hidden; }
  @media print { :where(.prequal, .prequal-steps) { display: none; } }
}`;

let sheet: CSSStyleSheet | undefined;

export function adoptStyle(root: Document | ShadowRoot): void {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
