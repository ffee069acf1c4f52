// The same CSV bytes in Chromium's worker.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);

export async function inChromium(csvBytes, rounds) {
  const { outputFiles } = await build({ entryPoints: [new URL("./browser-worker.mjs", import.meta.url).pathname], bundle: true, format: "esm",
    minify: true, write: false, conditions: ["browser"], logLevel: "error" });
  const files = new Map([["/", ["text/html", "<!doctype html><title>bench</title>"]], ["/worker.js", ["text/javascript", outputFiles[0].contents]],
    ["/full.wasm", ["application/wasm", readFileSync(require.resolve("prequal-engine/full.wasm"))]], ["/leads.csv", ["text/csv", csvBytes]]]);
  const server = createServer((request, response) => {
    const file = files.get(request.url);
    response.writeHead(file ? 200 : 404, { "content-type": file?.[0] ?? "text/plain" });
    response.end(file?.[1]);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(300000);
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    return await page.evaluate((count) => new Promise((resolve, reject) => {
      const worker = new Worker("/worker.js", { type: "module" });
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = (event) => reject(new Error(event.message));
      worker.postMessage({ rounds: count });
    }), rounds);
  } finally {
    await browser.close();
    server.close();
  }
}
