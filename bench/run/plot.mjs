// Plots as SVG text: several panels side by side, both axes logarithmic, readable on light and dark pages.
const panel = { width: 320, height: 300, left: 58, right: 26, top: 34, bottom: 48 };
const style = `text{font:12px system-ui,sans-serif;fill:#24292f}.title{font-weight:600}.axis,.grid{stroke:#57606a;fill:none}.grid{opacity:.25}` +
  `.measured{stroke:#0b5fad;fill:none;stroke-width:2}.dot{fill:#0b5fad}.linear{stroke:#57606a;stroke-dasharray:4 4;fill:none}` +
  `@media(prefers-color-scheme:dark){text{fill:#e6edf3}.axis,.grid,.linear{stroke:#9aa4ae}.measured{stroke:#6cb6ff}.dot{fill:#6cb6ff}}`;

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const label = (n) => (n >= 1e6 ? `${n / 1e6} million` : n >= 1000 ? n.toLocaleString("en-US") : String(Number(n.toPrecision(3))));

/** Whole powers of ten around the values; at least one decade. */
export function decades(values) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values)) - 1e-9))];
}

function drawPanel({ title, x, y, points }, offset) {
  const [x0, x1] = decades(points.map((point) => point[0]));
  const [y0, y1] = decades(points.map((point) => point[1]));
  const inner = { width: panel.width - panel.left - panel.right, height: panel.height - panel.top - panel.bottom };
  const place = ([a, b]) => [offset + panel.left + ((Math.log10(a) - x0) / (x1 - x0)) * inner.width,
    panel.top + inner.height - ((Math.log10(b) - y0) / (y1 - y0)) * inner.height].map((n) => n.toFixed(1));
  const line = (kind, a, b) => `<path class="${kind}" d="M${place(a)}L${place(b)}"/>`;
  const text = (at, anchor, words, more = "") => `<text x="${at[0]}" y="${at[1]}" text-anchor="${anchor}"${more}>${escape(words)}</text>`;
  const parts = [text([offset + panel.left, 20], "start", title, ' class="title"')];
  for (let e = x0; e <= x1; e++) {
    const [left, bottom] = place([10 ** e, 10 ** y0]).map(Number);
    parts.push(line(e === x0 ? "axis" : "grid", [10 ** e, 10 ** y0], [10 ** e, 10 ** y1]));
    if (x1 - x0 < 6 || (e - x0) % 2 === 0) parts.push(text([left, bottom + 16], "middle", label(10 ** e)));
  }
  for (let e = y0; e <= y1; e++) {
    const [left, bottom] = place([10 ** x0, 10 ** e]).map(Number);
    parts.push(line(e === y0 ? "axis" : "grid", [10 ** x0, 10 ** e], [10 ** x1, 10 ** e]), text([left - 6, bottom + 4], "end", label(10 ** e)));
  }
  const middle = panel.top + inner.height / 2;
  parts.push(text([offset + panel.left + inner.width / 2, panel.height - 10], "middle", x),
    text([offset + 14, middle], "middle", y, ` transform="rotate(-90 ${offset + 14} ${middle})"`));
  // Linear growth from the first point on, as far as the frame goes.
  const [first] = points;
  const reach = Math.min(10 ** x1 / first[0], 10 ** y1 / first[1]);
  parts.push(line("linear", first, [first[0] * reach, first[1] * reach]));
  parts.push(`<path class="measured" d="M${points.map((point) => place(point).join(",")).join("L")}"/>`);
  for (const point of points) parts.push(`<circle class="dot" r="3" cx="${place(point)[0]}" cy="${place(point)[1]}"/>`);
  return parts.join("\n");
}

/** Panels of {title, x, y, points: [[x, y]]}, points by rising x, all above zero. The dashed line is linear growth. */
export function plot(panels, description) {
  const width = panel.width * panels.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${panel.height}" width="${width}" height="${panel.height}" role="img">
<title>${escape(description)}</title>
<style>${style}</style>
${panels.map((entry, i) => drawPanel(entry, i * panel.width)).join("\n")}
</svg>
`;
}
