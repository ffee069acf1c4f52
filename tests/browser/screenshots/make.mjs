// Pictures of every page, for people to look at: build/screenshots/<page>-<lang>-<theme>-<width>.png
//
//   npm run screenshots [-- PART]     only pages whose name holds PART
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { launch } from "../support/browser.mjs";
import { root, serveDemo } from "../support/demo.mjs";
import { pages } from "./pages.mjs";

const out = join(root, "build/screenshots");
const only = process.argv[2] ?? "";
const chosen = pages.filter(({ name }) => name.includes(only));
const sizes = [[320, 640], [1280, 900]];

await mkdir(out, { recursive: true });
const demo = await serveDemo();
const browser = await chromium.launch(launch.launchOptions);
try {
  for (const lang of ["en", "es"]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const [width, height] of sizes) {
        const context = await browser.newContext({ colorScheme, viewport: { width, height }, locale: lang, reducedMotion: "reduce" });
        for (const { name, open, whole = true } of chosen) {
          const page = await context.newPage();
          await open(page, demo, lang);
          await page.screenshot({ path: join(out, `${name}-${lang}-${colorScheme}-${width}.png`), fullPage: whole });
          await page.close();
        }
        await context.close();
      }
    }
  }
} finally {
  await browser.close();
  await demo.stop();
}
console.log(`${chosen.length * 8} pictures in ${out}`);
