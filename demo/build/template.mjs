// Pages from templates: {{key}} is a text, escaped; {{{part words…}}} calls a shared part. A text, value or part that is missing
// stops the build.
import { escape } from "../server/escape.mjs";
import { parts } from "./parts.mjs";

/** `page` holds what the parts need besides: values(field), root, at, icon, font. */
export function render(template, texts, page = {}) {
  const missing = new Set();
  const say = (key) => (key in texts ? escape(texts[key]) : (missing.add(key), ""));
  const lacks = (name) => (missing.add(name), { id: "", label: "" });
  const context = { ...page, say, lacks, has: (key) => key in texts };
  const html = template
    .replace(/\{\{\{(\w+)((?: [\w-]+)*)\}\}\}/g, (_, name, words) => (name in parts ? parts[name](context, words.split(" ").filter((word) => word !== "")) : lacks(name).label))
    .replace(/\{\{([\w.]+)\}\}/g, (_, key) => say(key));
  if (missing.size > 0) throw new Error(`the page lacks ${[...missing].join(", ")}`);
  return html;
}
