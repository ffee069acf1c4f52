// The bundles: the hosted page (with Vite), the workers, and the script of the one-file page.
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";
import { build } from "vite";

const dashboard = fileURLToPath(new URL("..", import.meta.url));
const shared = { root: dashboard, configFile: false, logLevel: "warn", base: "./" };
const target = "es2022";

/** One classic script without imports, as text. */
async function script(entry, define = {}) {
  const { outputFiles } = await esbuild({
    absWorkingDir: dashboard,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    platform: "browser",
    target,
    minify: true,
    legalComments: "none",
    // The engine is always given its .wasm; nothing is looked for beside a script that has no address.
    define: { "import.meta.url": '"about:blank"', ...define },
    logLevel: "warning",
  });
  return outputFiles[0].text;
}

/** The workers by their names: the engine's, the one for spreadsheet files, the one that invents a sample. */
export const buildWorkers = async () => ({ worker: await script("src/worker/worker.ts"), sheets: await script("src/sheets/worker.ts"), samples: await script("src/samples/worker.ts") });
/** The service worker of the hosted page, with the files that it keeps. */
export const buildServiceWorker = (files, version) => script("src/hosted/service-worker.ts", { FILES: JSON.stringify(files), VERSION: JSON.stringify(version) });
export const buildOffline = () => script("src/offline/main.ts");

export function buildHosted(outDir) {
  return build({
    ...shared,
    build: { target, outDir, emptyOutDir: true, minify: true, modulePreload: { polyfill: false }, assetsDir: "assets", reportCompressedSize: false },
  });
}

/** The styles of the page around the app, as one text. */
export async function buildStyles() {
  const [{ output }] = await build({
    ...shared,
    publicDir: false,
    build: { target, write: false, minify: true, cssCodeSplit: false, lib: { entry: "build/styles.ts", name: "styles", formats: ["es"] } },
  });
  return output.filter((file) => file.fileName.endsWith(".css")).map((file) => String(file.source)).join("");
}
