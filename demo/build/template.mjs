// Pages from templates: {{key}} is a text, escaped; {{{loop field value…}}} makes controls from a field of a profile.
import { escape } from "../server/escape.mjs";

const loops = {
  options: (values) => values.map((v) => `<option value="${escape(v.id)}">${escape(v.label)}</option>`),
  values: (values) => values.map((v) => `<option value="${escape(v.label)}"></option>`),
  radios: (values, field) => values.map((v) => tick("radio", field, v)),
  ticks: (values, field) => values.map((v) => tick("checkbox", field, v)),
};

function tick(type, field, value) {
  return `<label class="tick"><input type="${type}" name="${escape(field)}" value="${escape(value.id)}">${escape(value.label)}</label>`;
}

/** `values(field)` gives the values of a field's vocabulary, each with id and label. A text that is missing stops the build. */
export function render(template, texts, values) {
  const missing = new Set();
  const page = template
    .replace(/\{\{\{(\w+) (\w+)((?: \w+)*)\}\}\}/g, (_, loop, field, only) => {
      const wanted = only.trim() === "" ? null : only.trim().split(" ");
      const all = values(field);
      const chosen = wanted === null ? all : wanted.map((id) => all.find((v) => v.id === id) ?? missing.add(`${field}.${id}`));
      return loops[loop](chosen, field).join("");
    })
    .replace(/\{\{([\w.]+)\}\}/g, (_, key) => (key in texts ? escape(texts[key]) : (missing.add(key), "")));
  if (missing.size > 0) throw new Error(`the page lacks ${[...missing].join(", ")}`);
  return page;
}
