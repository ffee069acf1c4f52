// The pages that the server itself makes. Everything received is escaped; nothing received is ever markup.
import { landingPages, leadPath } from "../landing-pages.mjs";
import { escape } from "./escape.mjs";
import { texts } from "./received-texts.mjs";

const prefix = "prequal_";

function shell(t, title, content, other) {
  return `<!doctype html>
<html lang="${t.lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${escape(title)}</title>
  <link rel="icon" href="/site/mark.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/ui/tokens.css">
  <link rel="stylesheet" href="/ui/base.css">
  <link rel="stylesheet" href="/site/pages.css">
</head>
<body>
  <header class="page-top"><div class="wrap"><a class="page-brand" href="/">prequal</a>${other}</div></header>
  <main class="wrap page-main">
${content}
  </main>
</body>
</html>
`;
}

function row(t, [name, value]) {
  const shown = value === "" ? `<span class="soft">${t.empty}</span>` : escape(value);
  return `<tr><th scope="row"><code>${escape(name)}</code></th><td dir="auto">${shown}</td></tr>`;
}

function table(t, caption, note, rows) {
  const lines = rows.map((field) => row(t, field)).join("\n");
  return `<section class="card"><h2>${caption}</h2>${note}<table class="fields">${lines}</table></section>`;
}

function summary(t, fields) {
  const of = (name) => fields.find(([key]) => key === prefix + name)?.[1];
  const band = t.bands[of("band")];
  const status = t.statuses[of("status")];
  const tiles = [];
  if (band !== undefined) tiles.push([t.band, `<span class="band" data-band="${escape(of("band"))}">${band}</span>`]);
  if (/^-?\d+$/.test(of("score") ?? "")) tiles.push([t.score, `${escape(of("score"))} <span class="soft">/ 100</span>`]);
  if (status !== undefined) tiles.push([t.status, status]);
  if (tiles.length === 0) return "";
  return `<dl class="tiles">${tiles.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join("")}</dl>`;
}

/** What the server found by itself, beside what the page claimed. */
function recomputed(t, own) {
  if (own === null) return "";
  const rows = [[t.band, t.bands[own.band]], [t.score, `${own.score} / 100`], [t.profile, own.profile], [t.engine, own.core]];
  const lines = rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escape(value)}</td></tr>`).join("\n");
  return `<section class="card" data-agreement="${own.agreement}"><h2>${t.own}</h2><p>${t.agreements[own.agreement]}</p><table class="fields">${lines}</table></section>`;
}

function earlier(t, lang, entries, now) {
  if (entries.length === 0) return `<p class="soft">${t.none}</p>`;
  const time = new Intl.DateTimeFormat(lang, { timeStyle: "medium" });
  const lines = entries.map((entry) => {
    const name = `#${entry.id} ${entry.page.company}, ${t.at} ${time.format(entry.at)}`;
    return entry.id === now ? `<li aria-current="page">${name}</li>` : `<li><a href="?id=${entry.id}">${name}</a></li>`;
  });
  return `<ol class="plain">${lines.join("")}</ol>`;
}

/** The five forms, for whoever comes here before any of them was sent. */
function forms(t, lang) {
  const links = landingPages.map((page) => `<li><a href="${landingOf(page, lang)}#form">${page.company}</a> <span class="soft">${t.offers[page.id]}</span></li>`);
  return `<section class="card"><h2>${t.forms}</h2><ul class="offers">${links.join("")}</ul></section>`;
}

const others = { en: { lang: "es", name: "Español" }, es: { lang: "en", name: "English" } };

const landingOf = (page, lang) => `/${page.at}/${lang === "es" ? "es/" : ""}`;

/** What a CRM would receive: one entry whole, the others as links. */
export function receivedPage(lang, asked, inbox, entry) {
  const page = entry?.page ?? asked;
  const t = texts[lang];
  const other = others[lang];
  const link = `<a lang="${other.lang}" hreflang="${other.lang}" href="${leadPath(page, other.lang)}${entry ? `?id=${entry.id}` : ""}">${other.name}</a>`;
  const parts = [`<h1>${t.title}</h1>`];
  if (entry) {
    const ours = entry.fields.filter(([name]) => name.startsWith(prefix));
    const typed = entry.fields.filter(([name]) => !name.startsWith(prefix));
    parts.push(`<p class="notice">${t.thanks}</p><p class="page-lead">${t.lead}</p>`, summary(t, ours));
    parts.push(table(t, t.typed, "", typed));
    parts.push(
      ours.length === 0
        ? `<section class="card"><h2>${t.added}</h2><p>${t.nothing}</p></section>`
        : table(t, t.added, `<p class="soft">${t.addedNote}</p>`, ours),
    );
    parts.push(recomputed(t, entry.own));
  }
  if (!entry) parts.push(`<p class="page-lead">${t.empty_lead}</p>`, forms(t, lang));
  parts.push(`<section class="card"><h2>${t.earlier}</h2>${earlier(t, lang, inbox.all, entry?.id)}<p class="soft">${t.memory}</p></section>`);
  const again = entry ? `<a class="button quiet" href="${landingOf(page, lang)}#form">${t.again}</a>` : "";
  parts.push(`<p class="page-links">${again}<a class="button quiet" href="/">${t.demo}</a></p>`);
  return shell(t, t.title, parts.join("\n"), link);
}

export function missingPage(lang) {
  const t = texts[lang];
  return shell(t, t.gone, `<h1>${t.gone}</h1><p class="page-lead">${t.goneText}</p><p class="page-links"><a class="button quiet" href="/">${t.demo}</a></p>`, "");
}
