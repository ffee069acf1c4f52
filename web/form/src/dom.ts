// Elements without markup in strings.

export interface Props {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
}

export function make<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props = {}, ...children: Node[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (props.class !== undefined) element.className = props.class;
  if (props.text !== undefined) element.textContent = props.text;
  for (const [name, value] of Object.entries(props.attributes ?? {})) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Session recorders are told to leave the element out. */
export const masked: Readonly<Record<string, string>> = {
  "data-hj-suppress": "",
  "data-clarity-mask": "true",
  "data-private": "",
  "data-dd-privacy": "mask",
  "data-sentry-mask": "",
};
export const maskedClasses = "ph-no-capture fs-exclude rr-block";

let last = 0;
export function newId(): string {
  return `prequal-${++last}`;
}
