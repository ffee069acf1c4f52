// The landing pages' forms, worked by keyboard as a person would.
import { journeys } from "./journeys.mjs";

export async function openLanding(page, demo, lang = "en") {
  await page.goto(`${demo.url}/landing/${lang === "es" ? "es/" : ""}`, { waitUntil: "networkidle" });
}

/** Until the guidance panel stands. */
export async function ready(page) {
  await page.locator(".prequal").waitFor();
}

const focused = (page) => page.evaluate(() => ({ name: document.activeElement?.name ?? "", value: document.activeElement?.value ?? "", type: document.activeElement?.type ?? "" }));

async function tabTo(page, name) {
  for (let i = 0; i < 30; ++i) {
    if ((await focused(page)).name === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

async function tick(page, name, wanted) {
  const left = new Set(wanted);
  for (let i = 0; i < 20 && left.size > 0; ++i) {
    const now = await focused(page);
    if (now.name !== name) throw new Error(`the keyboard left ${name}`);
    if (left.delete(now.value)) await page.keyboard.press("Space");
    else await page.keyboard.press(now.type === "radio" ? "ArrowRight" : "Tab");
    if (now.type === "checkbox" && left.size > 0 && (await focused(page)).value === now.value) await page.keyboard.press("Tab");
  }
}

async function press(page, name) {
  for (let i = 0; i < 30; ++i) {
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach the button ${name}`);
}

/** Fills everything in with the keyboard alone, starting at the skip link. */
export async function fillByKeyboard(page, wanted = journeys.scheduling) {
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  for (const [name, how, what] of wanted) {
    if (how === "press") {
      await press(page, name);
      continue;
    }
    await tabTo(page, name);
    if (how === "type") await page.keyboard.type(what);
    if (how === "choose") await page.keyboard.type(what.slice(0, 12));
    if (how === "tick") await tick(page, name, what);
  }
}

/** Presses Send with the keyboard; resolves to the body as pairs. */
export async function sendByKeyboard(page) {
  const posted = page.waitForRequest((request) => request.method() === "POST");
  for (let i = 0; i < 30; ++i) {
    if (await page.evaluate(() => document.activeElement?.type === "submit")) break;
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  const request = await posted;
  await page.waitForLoadState("load");
  return [...new URLSearchParams(request.postData() ?? "")];
}
