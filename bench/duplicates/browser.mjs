#!/usr/bin/env node
// How long duplicates of a list take in a worker of Chromium with the full build, and how much memory its instance has at the end.
// Each round is a fresh page. Prints Markdown.
//
//   node bench/duplicates/browser.mjs [--rounds 5] [--sizes 25000,50000,100000]
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { launch } from "../../tests/browser/support/browser.mjs";
import { csv, makeList } from "./lists.mjs";

const require = createRequire(import.meta.url);
const { values } = parseArgs({ options: { rounds: { type: "string", default: "5" }, sizes: { type: "string", default: "25000,50000,100000" } } });
const profile = readFileSync(new URL("../../core/profiles/b2b-scheduling.json", import.meta.url), "utf8");
const { outputFiles } = await build({ entryPoints: [new URL("./browser-worker.mjs", import.meta.url).pathname], bundle: true, format: "esm", minify: true, write: false, conditions: ["browser"], logLevel: "error",
  // The instance of the engine shows how large its memory grew.
  banner: { js: "const make=WebAssembly.Instance;const made=[];WebAssembly.Instance=function(m,i){const one=new make(m,i);made.push(one);return one};const start=WebAssembly.instantiate.bind(WebAssembly);WebAssembly.instantiate=async(m,i)=>{const one=await start(m,i);made.push(one.instance??one);return one};self.engineMemory=()=>made.reduce((n,{exports})=>n+Object.values(exports).reduce((b,e)=>b+(e instanceof WebAssembly.Memory?e.buffer.byteLength:0),0),0);" } });
const files = new Map([["/", ["text/html", "<!doctype html><title>bench</title>"]], ["/worker.js", ["text/javascript", outputFiles[0].contents]], ["/full.wasm", ["application/wasm", readFileSync(require.resolve("prequal-engine/full.wasm"))]]]);
const server = createServer((request, response) => {
  const file = files.get(request.url);
  response.writeHead(file ? 200 : 404, { "content-type": file?.[0] ?? "text/plain" });
  response.end(file?.[1]);
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const browser = await chromium.launch({ ...launch.launchOptions });
const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
console.log("| Leads | pairs compared | median s | least | most | longest step ms | memory MB |\n|---|---|---|---|---|---|---|");
try {
  for (const count of values.sizes.split(",").map(Number)) {
    files.set("/list.csv", ["text/csv", csv(makeList({ count, seed: 11 }).rows)]);
    const runs = [];
    for (let round = 0; round < Number(values.rounds); round++) {
      const page = await browser.newPage();
      page.setDefaultTimeout(600_000);
      await page.goto(`http://127.0.0.1:${server.address().port}/`);
      runs.push(await page.evaluate((text) => new Promise((resolve, reject) => {
        const worker = new Worker("/worker.js", { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage({ profile: text });
      }), profile));
      await page.close();
    }
    const seconds = runs.map((run) => run.seconds);
    const [{ compared, memory }] = runs;
    console.log(`| ${[count, compared, middle(seconds).toFixed(2), Math.min(...seconds).toFixed(2), Math.max(...seconds).toFixed(2), Math.round(middle(runs.map((run) => run.longest))), Math.round(memory / 2 ** 20)].join(" | ")} |`);
  }
} finally {
  await browser.close();
  server.close();
}
