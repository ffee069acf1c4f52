// The panel's look as a constructed stylesheet: works under a policy without inline styles. A layer without weight, so that
// every rule of the page wins; the custom properties are the official way to change it.
const css = `
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
  :where(.prequal-missing ul) { display: flex; flex-wrap: wrap; gap: 0.5rem; }
  :where(.prequal-doubts ul) { gap: 0.875rem; }
  :where(.prequal-choices) { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.375rem; }
  :where(.prequal button) {
    font: inherit; font-size: 0.875em; color: inherit; text-align: start; cursor: pointer;
    min-block-size: 2rem; padding: 0.25rem 0.75rem;
    background: var(--prequal-action-bg, transparent);
    border: 1px solid var(--prequal-control, currentColor); border-radius: var(--prequal-radius, 8px);
  }
  :where(.prequal button:hover) { text-decoration: underline; }
  :where(.prequal button:focus-visible) { outline: 3px solid var(--prequal-focus, Highlight); outline-offset: 2px; }
  :where(.prequal-privacy) { font-size: 0.8125em; opacity: 0.82; }
  :where(.prequal-status) {
    position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
  }
  :where(.prequal-hp) { position: absolute; inset-inline-start: -200vi; inline-size: 1px; block-size: 1px; overflow: hidden; }
  @media print { :where(.prequal) { display: none; } }
}`;

let sheet: CSSStyleSheet | undefined;

export function adoptStyle(root: Document | ShadowRoot): void {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
