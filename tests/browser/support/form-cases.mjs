// What may stand in the way of a form, and the ways to send one: the same lists in every browser.
import { form, moduleTag, open, profile, scriptTag } from "./host-page.mjs";

const noWasm = open.replace(" 'wasm-unsafe-eval'", "");
const bare = `data-prequal ${profile}`;
export const module = { head: moduleTag, body: form(bare) };
const wasmRoute = (answer) => (page) => page.route("**/*.wasm", (route) => route.fulfill(answer));
const profileRoute = (answer) => (page) => page.route("**/b2b-scheduling.pack", (route) => route.fulfill(answer));
const json = (body) => ({ contentType: "application/json", body });
const wrong = "sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/** Name, page, and what is arranged beforehand. */
export const failures = [
  ["script: not there", { head: scriptTag.replace("min.js", "gone.js") }],
  ["script: wrong integrity", { head: scriptTag.replace("<script", `<script integrity="${wrong}"`) }],
  ["script: a policy without WebAssembly", { policy: noWasm }],
  ["script: a nonce with strict-dynamic", { head: scriptTag.replace("<script", `<script nonce="n1"`), policy: "script-src 'nonce-n1' 'strict-dynamic'" }],
  ["script: no WebAssembly at all", {}, (page) => page.addInitScript(() => { delete globalThis.WebAssembly; })],
  ["script: connections forbidden", { policy: open.replace("connect-src 'self'", "connect-src 'none'") }],
  ["module: the .wasm is something else", module, wasmRoute({ contentType: "application/wasm", body: "not a module" })],
  ["module: the .wasm is another build than the script's", module, wasmRoute({ contentType: "application/wasm", body: Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]) })],
  ["module: no profile", { ...module, body: form("data-prequal") }],
  ["module: a corrupt profile", module, profileRoute(json('{"prequal": 1, "id": '))],
  ["module: a profile of another version of the format", module, profileRoute(json('{"prequal": 2, "id": "x"}'))],
  ["module: a profile that is an error page", module, profileRoute({ status: 500, contentType: "text/html", body: "<p>Sorry" })],
  ["module: a selector for the profile that is none", { ...module, body: form('data-prequal data-prequal-profile="#"') }],
];

/** How a form may be sent; each takes the page. */
export const ways = {
  "a click": (page) => page.locator("#send").click(),
  "requestSubmit()": (page) => page.evaluate(() => document.querySelector("form").requestSubmit()),
  "submit()": (page) => page.evaluate(() => HTMLFormElement.prototype.submit.call(document.querySelector("form"))),
  "fetch of its FormData": (page) => page.evaluate(() => { void fetch("/lead", { method: "POST", body: new FormData(document.querySelector("form")) }); }),
  "fetch in a host handler that runs first": (page) => page.evaluate(() => {
    document.addEventListener("submit", (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      void fetch("/lead", { method: "POST", body: new URLSearchParams(new FormData(event.target)) });
    }, true);
    document.querySelector("form").requestSubmit();
  }),
  "what jQuery's serialize() reads": (page) => page.evaluate(() => {
    const pairs = [...document.querySelector("form").elements].filter((it) => it.name && !it.matches(":disabled") && !/^(submit|button|file)$/.test(it.type)).map((it) => [it.name, it.value]);
    void fetch("/lead", { method: "POST", body: new URLSearchParams(pairs) });
  }),
};

/** What is seen in every browser in every run; in Chromium, and in all of them with PREQUAL_NIGHTLY=1, it is the whole lists. */
const always = new Set(["script: a policy without WebAssembly", "module: a corrupt profile", "a click", "fetch of its FormData"]);
export const nightly = process.env.PREQUAL_NIGHTLY === "1";
export const isShort = (name) => always.has(name);
/** As a test's tag. */
export const tagOf = (name) => (isShort(name) ? { tag: "@short" } : {});

export const encodings = ["application/x-www-form-urlencoded", "multipart/form-data"];
