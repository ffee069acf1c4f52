// The built demo, served for the tests on a free port.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeServer } from "../../../demo/server.mjs";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const hospitals = join(root, "../shared/data/hospitals-2019.csv");
export const offline = join(root, "dist/prequal-offline.html");

/** Resolves to { url, stop }. */
export async function serveDemo() {
  const folder = join(root, "dist/demo");
  if (!existsSync(join(folder, "index.html"))) throw new Error("the demo is not built; run build-scripts/build");
  const server = makeServer(folder);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => new Promise((resolve) => { server.close(resolve); server.closeAllConnections(); }),
  };
}
