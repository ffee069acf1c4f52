// Small pages as other people write them, served from the demo's origin under whatever policy a test wants.
import { nextPost } from "./demo.mjs";

export const open = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; form-action 'self'; require-trusted-types-for 'script'; trusted-types prequal";

export const scriptTag = `<script defer src="/prequal/prequal.min.js" data-prequal-profile="/prequal/profiles/b2b-scheduling.pack"></script>`;
export const moduleTag = `<script type="module" src="/prequal/prequal.mjs"></script>`;
export const profile = `data-prequal-profile="/prequal/profiles/b2b-scheduling.pack"`;

export const fields = `
  <p><label for="org">Practice</label> <input id="org" name="org_name"></p>
  <p><label for="state">State</label> <select id="state" name="state" autocomplete="address-level1"><option value="">-</option><option>OH</option><option>TX</option></select></p>
  <p><label for="mail">E-mail</label> <input id="mail" name="email" type="email"></p>
  <p><label for="fixed">Reference</label> <input id="fixed" name="reference" value="R 1" readonly></p>
  <p><label for="off">Off</label> <input id="off" name="off" value="x" disabled></p>
  <fieldset disabled><legend>Not now</legend><label for="inner">Inner</label> <input id="inner" name="inner" value="y"></fieldset>
  <input type="hidden" name="campaign" value="spring &amp; summer">`;
export const send = `<p><button id="send">Send</button></p>`;

export const form = (attributes = "data-prequal", inside = fields + send) => `<form id="lead" method="post" action="/lead" ${attributes}>${inside}</form>`;

/** What these fields send when "Lakeside" and OH are chosen. */
export const control = [
  ["org_name", "Lakeside"], ["state", "OH"], ["email", ""], ["reference", "R 1"], ["campaign", "spring & summer"],
];

/** Opens such a page; resolves when it has loaded. */
export async function openHost(page, demo, { head = scriptTag, body = form(), policy = open, query = "" } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body><main><h1>Host</h1>${body}</main></body></html>`;
  await page.route(/\/host-page(\?|$)/, (route) => route.fulfill({ contentType: "text/html; charset=utf-8", headers: { "Content-Security-Policy": policy }, body: html }));
  await page.goto(`${demo.url}/host-page${query}`);
}

export async function fill(page) {
  await page.locator("[name=org_name]").fill("Lakeside");
  await page.locator("[name=state]").selectOption("OH");
}

/** Sends by `how` and resolves to the pairs that the server received. */
export async function post(page, how = (within) => within.locator("#send").click()) {
  const arrived = nextPost(new URL(page.url()).origin);
  await how(page);
  const { type, text } = await arrived;
  const boundary = /boundary=(.+)$/.exec(type)?.[1];
  if (boundary === undefined) return [...new URLSearchParams(text)];
  return text.split(`--${boundary}`).slice(1, -1).map((part) => {
    const [, name, value] = /name="([^"]*)"[^]*?\r\n\r\n([^]*)\r\n$/.exec(part);
    return [name, value];
  });
}

export const typedOf = (body) => body.filter(([name]) => !name.startsWith("prequal_"));
export const oursOf = (body) => Object.fromEntries(body.filter(([name]) => name.startsWith("prequal_")));
