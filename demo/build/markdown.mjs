// The Markdown that our own documents use, as HTML: headings, paragraphs, lists, tables, code, links, emphasis. Everything is
// escaped first; raw HTML in a document stays text.
import { escape } from "../server/escape.mjs";

const slug = (text) => text.toLowerCase().replace(/<[^>]+>/g, "").replace(/[^\p{L}\p{N} -]/gu, "").trim().replaceAll(" ", "-");

function inline(text, link) {
  const codes = [];
  return escape(text)
    .replace(/`([^`]+)`/g, (_, code) => `\u0000${codes.push(code) - 1}\u0000`)
    .replace(/!\[([^\]]*)\]\(([^)\s]+)\)/g, (_, alt, to) => `<img alt="${alt}" src="${link(to)}" loading="lazy">`)
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, (_, label, to) => `<a href="${link(to)}">${label}</a>`)
    .replace(/\*\*([^*]+)\*\*/g, "<strong>$1</strong>")
    .replace(/(?<![\w*])\*([^*\s][^*]*)\*(?![\w*])/g, "<em>$1</em>")
    .replace(/\u0000(\d+)\u0000/g, (_, at) => `<code>${codes[at]}</code>`);
}

const cells = (line) => line.replace(/^\s*\|/, "").replace(/\|\s*$/, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));

function table(lines, text) {
  const [head, , ...body] = lines;
  const row = (line, tag) => `<tr>${cells(line).map((cell) => `<${tag}${tag === "th" ? ' scope="col"' : ""}>${text(cell)}</${tag}>`).join("")}</tr>`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table><thead>${row(head, "th")}</thead><tbody>${body.map((line) => row(line, "td")).join("")}</tbody></table></div>`;
}

function list(lines, text) {
  const tag = /^\d/.test(lines[0]) ? "ol" : "ul";
  const items = [];
  for (const line of lines) {
    const own = /^(?:[-*]|\d+\.)\s+(.*)$/.exec(line);
    if (own) items.push({ text: own[1], inner: [] });
    else items.at(-1).inner.push(line.replace(/^ {2,4}/, ""));
  }
  const html = items.map(({ text: own, inner }) => {
    const nested = inner.some((line) => /^(?:[-*]|\d+\.)\s/.test(line));
    return nested ? `<li>${text(own)}${list(inner, text)}</li>` : `<li>${text([own, ...inner.map((line) => line.trim())].join(" "))}</li>`;
  });
  return `<${tag}>${html.join("")}</${tag}>`;
}

/** `link(to)` turns the address in a document into the one on the page. Returns the title and the HTML. */
export function toHtml(markdown, link) {
  const text = (line) => inline(line, link);
  const lines = markdown.replaceAll("\r\n", "\n").split("\n");
  const out = [];
  let title = "";
  const take = (test) => {
    const taken = [];
    while (lines.length > 0 && test(lines[0])) taken.push(lines.shift());
    return taken;
  };
  while (lines.length > 0) {
    const line = lines[0];
    const heading = /^(#{1,4})\s+(.*)$/.exec(line);
    if (line.trim() === "") lines.shift();
    else if (heading) {
      lines.shift();
      const html = text(heading[2]);
      if (heading[1].length === 1) title ||= heading[2];
      out.push(`<h${heading[1].length} id="${slug(html)}">${html}</h${heading[1].length}>`);
    } else if (line.startsWith("```")) {
      lines.shift();
      const code = take((next) => !next.startsWith("```"));
      lines.shift();
      out.push(`<pre tabindex="0"><code>${escape(code.join("\n"))}</code></pre>`);
    } else if (/^\s*\|/.test(line)) out.push(table(take((next) => /^\s*\|/.test(next)), text));
    else if (/^(?:[-*]|\d+\.)\s/.test(line)) out.push(list(take((next) => /^(?:[-*]|\d+\.)\s/.test(next) || /^ {2,}\S/.test(next)), text));
    else out.push(`<p>${text(take((next) => next.trim() !== "" && !/^(#{1,4}\s|```|\s*\||[-*]\s|\d+\.\s)/.test(next)).join(" ") || text(lines.shift()))}</p>`);
  }
  return { title, html: out.join("\n") };
}
