// WebKitGTK by its own driver (webkit2gtk-driver, on a screen that nobody sees): as much of a page as the lists of form-cases.mjs
// need. What these arrange between page and server is arranged in a server of our own, since the driver cannot.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { watchPosts } from "./demo.mjs";
import { waitLonger } from "./patience.mjs";

const binary = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
export const hasWebKit = [binary, "/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"].every((path) => existsSync(path));
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries until `work` gives something, for half a minute. */
async function until(work, what) {
  for (const end = Date.now() + 30_000; Date.now() < end; await pause(50)) {
    const found = await work().catch(() => undefined);
    if (found !== undefined && found !== null && found !== false) return found;
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Stands before the demo: hands out what the routes of a page say, and everything else of the demo. */
async function serveBefore(demo, current) {
  const server = createServer(async (request, response) => {
    const send = ({ status = 200, headers = {}, contentType, body = "" }) => {
      const type = contentType ?? headers["content-type"] ?? "text/plain";
      // The page's own first script stands for what was to be run before it.
      const text = type.startsWith("text/html") ? String(body).replace("<head>", '<head><script src="/init.js"></script>') : body;
      response.writeHead(status, { ...headers, "content-type": type, "cache-control": "no-store" });
      response.end(text);
    };
    const fetched = async () => {
      const found = await fetch(demo.url + request.url);
      const headers = Object.fromEntries([...found.headers].filter(([name]) => !["content-length", "content-encoding", "transfer-encoding", "connection"].includes(name)));
      return { status: found.status, headers: () => headers, body: Buffer.from(await found.arrayBuffer()) };
    };
    const route = {
      request: () => ({ url: () => `http://${request.headers.host}${request.url}` }),
      fetch: fetched,
      fulfill: ({ response: from, ...given }) => send({ status: from?.status, headers: from?.headers(), body: from?.body, ...given }),
      abort: () => request.socket.destroy(),
      continue: async () => route.fulfill({ response: await fetched() }),
    };
    try {
      if (request.method === "POST") return request.resume().on("end", () => send({ contentType: "text/plain", body: "received" }));
      if (request.url === "/init.js") return send({ contentType: "text/javascript", body: current().scripts.map((script) => `(${script})();`).join("\n") });
      const path = new URL(request.url, "http://localhost").pathname;
      const found = current().routes.findLast(([pattern]) => (pattern instanceof RegExp ? pattern.test(request.url) : path.endsWith(pattern.replace(/^\*\*\/?\*?/, ""))));
      return found === undefined ? await route.continue() : await found[1](route);
    } catch {
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  watchPosts(server, url);
  return { url, stop: () => { server.closeAllConnections(); server.close(); } };
}

/** Resolves to { url, newPage, stop }. */
export async function startWebKit(demo) {
  const display = `:${100 + (process.pid % 500)}`;
  const screen = spawn("Xvfb", [display, "-screen", "0", "1280x900x24"], { stdio: "ignore" });
  const port = 20_000 + (process.pid % 20_000);
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: "1", WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  await pause(500);
  const driver = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  const call = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const capabilities = { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } } };
  const { sessionId, capabilities: given } = await until(() => call("POST", "/session", { capabilities }), "WebKitWebDriver");
  const session = (method, path, body) => call(method, `/session/${sessionId}${path}`, body);
  let page = { routes: [], scripts: [] };
  const front = await serveBefore(demo, () => page);

  function newPage() {
    page = { routes: [], scripts: [`${waitLonger}`] };
    let address = "";
    const evaluate = (work, given_) => session("POST", "/execute/sync", { script: `return (${work})(...arguments)`, args: [given_ ?? null] });
    const locator = (selector) => {
      const element = () => until(async () => (await session("POST", "/element", { using: "css selector", value: selector }))[elementKey], selector);
      return {
        async fill(text) {
          const id = await element();
          await session("POST", `/element/${id}/clear`, {});
          await session("POST", `/element/${id}/value`, { text });
        },
        selectOption: async (value) => {
          await element();
          await evaluate(`([selector, value]) => { const it = document.querySelector(selector); it.value = value; for (const name of ["input", "change"]) it.dispatchEvent(new Event(name, { bubbles: true })); }`, [selector, value]);
        },
        click: async () => session("POST", `/element/${await element()}/click`, {}),
        waitFor: element,
        value: () => evaluate("(selector) => document.querySelector(selector)?.value ?? null", selector),
      };
    };
    return {
      url: () => address,
      goto: async (url) => { address = url; await session("POST", "/url", { url }); },
      route: async (pattern, handler) => { page.routes.push([pattern, handler]); },
      addInitScript: async (script) => { page.scripts.push(`${script}`); },
      evaluate, locator, until,
    };
  }
  return {
    url: front.url, version: given.browserVersion, newPage,
    async stop() {
      await session("DELETE", "").catch(() => {});
      front.stop();
      driver.kill();
      screen.kill();
    },
  };
}
