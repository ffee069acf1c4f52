// The parts that the pages share: the head, the note that this is a demonstration, controls with their labels, the foot.
// In a template {{{name words…}}} calls the part of that name. Each gets the words and what it needs of the page: `say(key)`
// gives a text, escaped; `has(key)` tells whether there is one; `values(field)` gives a vocabulary.
import { escape } from "../server/escape.mjs";

const flags = ["wide", "short", "optional", "unsure", "required", "needed", "stacked"];

/** "field flag value" as { field, flag: true, only: ["value"] }. "needed" is "required" with the page's own words for when it is missing. */
function readWords(words) {
  const [field, ...rest] = words;
  const found = { field, only: rest.filter((word) => !flags.includes(word)) };
  for (const flag of flags) found[flag] = rest.includes(flag);
  return found;
}

/** What a browser should know about a field that the visitor types: for filling in, the keyboard on a phone, spelling. */
const typed = {
  org_name: 'autocomplete="organization"',
  contact_name: 'autocomplete="name" spellcheck="false"',
  email: 'type="email" autocomplete="email" spellcheck="false" autocapitalize="none" maxlength="254"',
  phone: 'type="tel" autocomplete="tel"',
  website: 'type="text" inputmode="url" autocomplete="url" spellcheck="false" autocapitalize="none"',
  locations: 'inputmode="numeric" autocomplete="off"',
  age: 'inputmode="numeric" autocomplete="off" maxlength="3"',
};

const optional = (page, wanted) => (wanted ? ` <span class="optional">${page.say("optional")}</span>` : "");

/** Notes below a control: the hint, and the text for when it was left empty (shown by check.js). */
function notes(page, { field, needed }) {
  const parts = [];
  const ids = [];
  if (page.has(`${field}.hint`)) {
    ids.push(`${field}-hint`);
    parts.push(`<p class="hint" id="${field}-hint">${page.say(`${field}.hint`)}</p>`);
  }
  if (needed) parts.push(`<p class="mistake" id="${field}-mistake" hidden>${page.say(`${field}.mistake`)}</p>`);
  return { html: parts.join(""), described: ids.length > 0 ? ` aria-describedby="${ids.join(" ")}"` : "" };
}

function field(page, words, control) {
  const { html, described } = notes(page, words);
  const label = `<label for="${words.field}">${page.say(words.field)}${optional(page, words.optional)}</label>`;
  return `<div class="field${words.wide ? " wide" : ""}">${label}${control(`id="${words.field}" name="${words.field}"${described}${words.required || words.needed ? " required" : ""}`)}${html}</div>`;
}

function chosen(page, { field: id, only }) {
  const all = page.values(id);
  return only.length === 0 ? all : only.map((value) => all.find((entry) => entry.id === value) ?? page.lacks(`${id}.${value}`));
}

const tick = (type, name, value, label, more = "") =>
  `<label class="tick"><input type="${type}" name="${escape(name)}" value="${escape(value)}"${more}><span>${label}</span></label>`;

/** A group of radio buttons or tick boxes with its legend. */
function group(page, given, type) {
  const words = readWords(given);
  const { html, described } = notes(page, words);
  const needed = words.required || words.needed ? " required" : "";
  const ticks = chosen(page, words).map((value) => tick(type, words.field, value.id, escape(value.label), needed));
  if (words.unsure) ticks.push(tick(type, words.field, "not sure", page.say("unsure")));
  const legend = `<legend>${page.say(words.field)}${optional(page, words.optional)}</legend>`;
  return `<fieldset class="group wide"${described}>${legend}<div class="ticks${words.stacked ? " stacked" : ""}">${ticks.join("")}</div>${html}</fieldset>`;
}

export const parts = {
  /** Everything in the head. Words: scripts of the page's own, which lie beside it. */
  head(page, scripts) {
    const { root } = page;
    const lines = [
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      '<meta name="color-scheme" content="light dark">',
      `<title>${page.say("meta.title")}</title>`,
      `<meta name="description" content="${page.say("meta.description")}">`,
      `<link rel="icon" href="${page.icon}" type="image/svg+xml">`,
      `<link rel="alternate" hreflang="${page.say("other.lang")}" href="${page.say("other.href")}">`,
      page.font === null ? "" : `<link rel="preload" href="${root}fonts/${page.font}.woff2" as="font" type="font/woff2" crossorigin>`,
      `<link rel="stylesheet" href="${root}${page.at}/page.css">`,
      `<script type="module" src="${root}prequal/prequal.mjs"></script>`,
      ...scripts.map((name) => `<script type="module" src="${root}pages/${name}.js"></script>`),
    ];
    return lines.filter((line) => line !== "").join("\n  ");
  },
  /** Says that company and figures are invented. */
  demonstration: (page) => `<p class="demonstration"><strong>${page.say("demonstration")}</strong> ${page.say("demonstration.text")}</p>`,
  language: (page) =>
    `<a class="language" href="${page.say("other.href")}" lang="${page.say("other.lang")}" hreflang="${page.say("other.lang")}">${page.say("other.name")}</a>`,
  input: (page, given) => {
    const words = readWords(given);
    const short = words.short ? ' class="short"' : "";
    return field(page, words, (attributes) => `<input${short} ${attributes} ${typed[words.field] ?? 'autocomplete="off"'} enterkeyhint="next">`);
  },
  /** A line to type in, with the vocabulary as suggestions. */
  suggest: (page, given) => {
    const words = readWords(given);
    const list = page.values(words.field).map((value) => `<option value="${escape(value.label)}"></option>`).join("");
    return field(page, words, (attributes) => `<input ${attributes} list="${words.field}-list" autocomplete="off" enterkeyhint="next"><datalist id="${words.field}-list">${list}</datalist>`);
  },
  text: (page, given) => field(page, readWords(given), (attributes) => `<textarea ${attributes} rows="3"></textarea>`),
  select: (page, given) => {
    const words = readWords(given);
    const options = chosen(page, words).map((value) => `<option value="${escape(value.id)}">${escape(value.label)}</option>`);
    if (words.unsure) options.push(`<option value="not sure">${page.say("unsure")}</option>`);
    const fill = words.field === "state" ? ' autocomplete="address-level1"' : "";
    return field(page, words, (attributes) => `<select ${attributes}${fill}><option value="">${page.say("choose")}</option>${options.join("")}</select>`);
  },
  /** Only the options of a field, for a select that the page writes itself. */
  options: (page, given) => chosen(page, readWords(given)).map((value) => `<option value="${escape(value.id)}">${escape(value.label)}</option>`).join(""),
  radios: (page, given) => group(page, given, "radio"),
  ticks: (page, given) => group(page, given, "checkbox"),
  /** Consent to each channel by itself; never ticked beforehand. */
  consent(page, channels) {
    const ticks = channels.map((id) => tick("checkbox", `consent_${id}`, "given", page.say(`consent.${id}`), ` data-prequal-field="consent.${id}"`));
    const legend = `<legend>${page.say("consent.title")}${optional(page, true)}</legend>`;
    return `<fieldset class="group wide">${legend}<div class="ticks stacked">${ticks.join("")}</div><p class="hint">${page.say("consent.hint")}</p></fieldset>`;
  },
  /** Where check.js lists what was left empty. */
  mistakes: (page) => `<div class="mistakes" role="alert" tabindex="-1" hidden><h3>${page.say("mistakes")}</h3><ul></ul></div>`,
  foot: (page) =>
    `<p>${page.say("footer.fiction")}</p><p class="foot-links"><a href="${page.root}${page.say("sub")}">${page.say("footer.demo")}</a> <a href="${page.say("other.href")}" lang="${page.say("other.lang")}" hreflang="${page.say("other.lang")}">${page.say("other.name")}</a></p>`,
};
