// Texts with placeholders and plurals: "{count, plural, one {# lead} other {# leads}} of {name}". Small on purpose: one level
// of plural, no selection, no number styles beyond the language's own grouping.

export type Params = Readonly<Record<string, string | number>>;

const plurals = new Map<string, Intl.PluralRules>();
const numbers = new Map<string, Intl.NumberFormat>();

function remembered<T>(store: Map<string, T>, locale: string, make: () => T): T {
  let found = store.get(locale);
  if (found === undefined) {
    found = make();
    store.set(locale, found);
  }
  return found;
}

/** A number as the language groups its digits. */
export function formatNumber(locale: string, value: number): string {
  // Spanish leaves four-digit numbers ungrouped; in tables beside larger ones that reads badly.
  return remembered(numbers, locale, () => new Intl.NumberFormat(locale, { useGrouping: "always" })).format(value);
}

/** The end of the part that opens at `open`, a "{". */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; ++i) {
    if (text[i] === "{") ++depth;
    if (text[i] === "}" && --depth === 0) return i;
  }
  return text.length;
}

function plural(locale: string, body: string, value: number): string {
  const rules = remembered(plurals, locale, () => new Intl.PluralRules(locale));
  const wanted = rules.select(value);
  let other = "";
  for (let i = 0; i < body.length; ++i) {
    const open = body.indexOf("{", i);
    if (open < 0) break;
    const close = closing(body, open);
    const name = body.slice(i, open).trim();
    const text = body.slice(open + 1, close);
    if (name === wanted || name === `=${value}`) return text.replaceAll("#", formatNumber(locale, value));
    if (name === "other") other = text;
    i = close;
  }
  return other.replaceAll("#", formatNumber(locale, value));
}

/** Fills the placeholders of a text. A placeholder without a value stays as it is, so that it is noticed. */
export function fill(locale: string, text: string, params: Params = {}): string {
  let out = "";
  let from = 0;
  for (;;) {
    const open = text.indexOf("{", from);
    if (open < 0) return out + text.slice(from);
    const close = closing(text, open);
    const body = text.slice(open + 1, close);
    const comma = body.indexOf(",");
    const name = (comma < 0 ? body : body.slice(0, comma)).trim();
    const value = params[name];
    out += text.slice(from, open);
    if (value === undefined) out += `{${body}}`;
    else if (comma >= 0 && typeof value === "number") out += fill(locale, plural(locale, body.slice(body.indexOf(",", comma + 1) + 1), value), params);
    else out += typeof value === "number" ? formatNumber(locale, value) : value;
    from = close + 1;
  }
}
