// The built demo, served for the tests on a free port.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeServer } from "../../../demo/server.mjs";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const hospitals = join(root, "../shared/data/hospitals-2019.csv");
export const offline = join(root, "dist/prequal-offline.html");

/** Who waits for the next body that is posted to a server, by its address. */
const waiting = new Map();

/** The next body posted to the demo at `url`, as it arrived: { type, text }. Works in every browser. */
export function nextPost(url) {
  return new Promise((resolve) => waiting.get(url).push(resolve));
}

/** Hands every posted body to those who wait, beside what the server does with it. */
export function watchPosts(server, url) {
  waiting.set(url, []);
  server.prependListener("request", (request) => {
    if (request.method !== "POST") return;
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const post = { type: request.headers["content-type"] ?? "", text: Buffer.concat(chunks).toString("utf8") };
      for (const resolve of waiting.get(url).splice(0)) resolve(post);
    });
  });
}

/** Resolves to { url, stop }. */
export async function serveDemo() {
  const folder = join(root, "dist/demo");
  if (!existsSync(join(folder, "index.html"))) throw new Error("the demo is not built; run build-scripts/build");
  const server = makeServer(folder);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  watchPosts(server, url);
  return {
    url,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
