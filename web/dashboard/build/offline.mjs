// Puts everything into one HTML file that opens from the disk. Its policy names its script and style by their hashes and
// forbids every connection.
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";

const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

/** JSON that cannot end the element it stands in. */
const data = (value) => JSON.stringify(value).replaceAll("<", "\\u003c");

/** A script or style may not hold the end of its own element. */
function enclosed(text, tag) {
  if (new RegExp(`</${tag}|<!--`, "i").test(text)) throw new Error(`the ${tag} holds what would end it`);
  return text;
}

export function offlinePage({ script, style, workers, engine, profiles, samples, icon }) {
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types prequal lit-html",
  ].join("; ");
  const payload = { workers, engine: gzipSync(engine, { level: 9 }).toString("base64"), profiles, samples };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>prequal: Lead review</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<style>${enclosed(style, "style")}</style>
</head>
<body>
<script type="application/json" id="payload">${data(payload)}</script>
<script>${enclosed(script, "script")}</script>
</body>
</html>
`;
}
