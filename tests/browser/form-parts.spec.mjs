// What the page can ask for beside guidance: steps, a list of what is missing, records of consent, campaigns, its own fields.
import { test, expect } from "./support/fixtures.mjs";
import { control, fields, fill, form, moduleTag, openHost, oursOf, post, profile, scriptTag, send, typedOf } from "./support/host-page.mjs";

const ready = (page) => page.locator(".prequal").first().waitFor();

/** Another shipped profile. */
const withProfile = (id) => `data-prequal data-prequal-profile="/prequal/profiles/${id}.pack"`;

const stepped = `
  <fieldset data-prequal-step><legend>Where</legend>
    <label for="state">State</label> <select id="state" name="state"><option value="">-</option><option>OH</option><option>TX</option></select>
    <label for="cover">Also in</label> <select id="cover" name="coverage"><option value="">-</option><option>PA</option></select>
  </fieldset>
  <fieldset data-prequal-step><legend>What</legend>
    <label for="spec">Specialty</label> <input id="spec" name="specialty">
    <label for="kind">Kind</label> <select id="kind" name="org_type"><option value="">-</option><option value="group">Group</option></select>
    <p data-prequal-ask><label for="set">Setting</label> <select id="set" name="care_setting"><option value="">-</option><option value="outpatient">Outpatient</option></select></p>
  </fieldset>
  <fieldset data-prequal-step><legend>You</legend>
    <label for="org">Practice</label> <input id="org" name="org_name" required>
    <label for="mail">E-mail</label> <input id="mail" name="email" type="email">
    ${send}
  </fieldset>`;

test("R12-02 R12-04: steps one at a time, by keyboard; a step that can change nothing is passed over; all of it is sent", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal", stepped) });
  await ready(page);
  const legend = (name) => page.locator("legend", { hasText: name });
  await expect(page.locator("legend:visible")).toHaveText(["Where"]);
  await expect(page.locator(".prequal")).toBeVisible();
  await page.locator("#state").selectOption("OH");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.locator("legend:visible")).toHaveText(["What"]);
  await expect(legend("What")).toBeFocused();
  await expect(page.locator(".prequal-step-count")).toHaveText("Step 2");
  await page.locator("#spec").fill("cardiology");
  // Enter in a line of text goes on and does not send.
  await page.locator("#spec").press("Enter");
  await expect(page.locator("legend:visible")).toHaveText(["You"]);
  await expect(page.getByRole("button", { name: "Continue" })).toBeHidden();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.locator("legend:visible")).toHaveText(["What"]);
  await page.getByRole("button", { name: "Back" }).click();
  // Clear that it does not fit: nothing more is asked than who it is.
  await page.locator("#state").selectOption("TX");
  await page.locator("#cover").selectOption("PA");
  await page.locator(".prequal[data-outcome=unlikely]").waitFor();
  await page.locator("#spec").evaluate((it) => { it.value = ""; it.dispatchEvent(new Event("input", { bubbles: true })); });
  await expect(page.locator(".prequal")).toContainText("You can still send this");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.locator("legend:visible")).toHaveText(["You"]);
  await page.locator("#org").fill("Lakeside");
  const body = await post(page);
  expect(typedOf(body)).toEqual([["state", "TX"], ["coverage", "PA"], ["specialty", ""], ["org_type", ""], ["care_setting", ""], ["org_name", "Lakeside"], ["email", ""]]);
  expect(seen.errors).toEqual([]);
});

test("R12-01: a required field in a step that is not shown is shown when the browser asks for it; destroy() shows all steps", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal", stepped) });
  await ready(page);
  await page.evaluate(() => document.querySelector("form").requestSubmit());
  await expect(page.locator("legend:visible")).toHaveText(["You"]);
  await expect(page.locator("#org")).toBeFocused();
  await page.evaluate(async () => (await globalThis.Prequal.enhance(document.querySelector("form"))).destroy());
  await expect(page.locator("legend:visible")).toHaveCount(3);
  await expect(page.locator(".prequal-steps")).toHaveCount(0);
  expect(seen.errors).toEqual([]);
});

test("a part that is asked only when it matters is there while it does, and stays once it has an answer", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal", stepped.replaceAll(" data-prequal-step", "")) });
  await ready(page);
  await expect(page.locator("#set")).toBeVisible();
  await page.locator("#state").selectOption("TX");
  await page.locator("#cover").selectOption("PA");
  await expect(page.locator("#set")).toBeHidden();
  await page.locator("#state").selectOption("OH");
  await page.locator("#set").selectOption("outpatient");
  await page.locator("#state").selectOption("TX");
  await page.locator(".prequal[data-outcome=unlikely]").waitFor();
  await expect(page.locator("#set")).toBeVisible();
  expect(seen.errors).toEqual([]);
});

const asked = `
  <p><label for="org">Practice</label> <span id="hint">As on the door</span> <input id="org" name="org_name" required aria-describedby="hint"></p>
  <fieldset><legend>Setting</legend><label><input type="radio" name="care_setting" value="outpatient" required> Outpatient</label> <label><input type="radio" name="care_setting" value="inpatient" required> Inpatient</label></fieldset>
  <p><label for="mail">E-mail</label> <input id="mail" name="email" type="email"></p>${send}`;

test("F3 F4 F5 F12: only when sent, only what the page requires: a list with links, the same words at the field, nothing lost", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form('data-prequal data-prequal-validate="summary"', asked) });
  await ready(page);
  await page.locator("#mail").fill("ana@lakeside.example");
  await page.locator("#org").focus();
  await page.locator("#mail").focus();
  await expect(page.locator(".prequal-summary, [aria-invalid], .prequal-message")).toHaveCount(0);
  await page.locator("#send").click();
  const summary = page.locator(".prequal-summary");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveText(["Enter an answer for “Practice”", "Choose an answer for “Setting”"]);
  await expect(page).toHaveTitle("Error: Host");
  await expect(page.locator("#org")).toHaveAttribute("aria-invalid", "true");
  const described = await page.locator("#org").getAttribute("aria-describedby");
  expect(described).toMatch(/^hint prequal-\d+$/);
  await expect(page.locator(`#${described.split(" ")[1]}`)).toHaveText("Error: Enter an answer for “Practice”");
  await expect(page.locator("#mail")).toHaveValue("ana@lakeside.example");
  await summary.getByRole("link").first().click();
  await expect(page.locator("#org")).toBeFocused();
  await page.locator("#org").fill("Lakeside");
  await expect(page.locator("#org")).not.toHaveAttribute("aria-invalid");
  await expect(page.locator("#org")).toHaveAttribute("aria-describedby", "hint");
  await page.getByLabel("Outpatient").check();
  await expect(summary).toHaveCount(0);
  await expect(page).toHaveTitle("Host");
  expect(typedOf(await post(page))).toEqual([["org_name", "Lakeside"], ["care_setting", "outpatient"], ["email", "ana@lakeside.example"]]);
  expect(seen.errors).toEqual([]);
});

test("E4: without that wish nothing of ours stops a submission, whatever is missing or wrong", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal novalidate", asked) });
  await ready(page);
  await page.locator("#mail").fill("no address");
  const prevented = page.evaluate(() => new Promise((resolve) => addEventListener("submit", (event) => resolve(event.defaultPrevented))));
  expect(typedOf(await post(page))).toEqual([["org_name", ""], ["email", "no address"]]);
  expect(await prevented.catch(() => false)).toBe(false);
  expect(seen.errors).toEqual([]);
});

const agreement = `<p><label for="ok"><input type="checkbox" id="ok" name="consent_email" value="yes" data-prequal-field="consent.email" data-prequal-consent-text="mail-2026-10"> Write to me about  this request.</label></p>`;

test("S8: a record of consent: which words, their hash, language, time, page and how; only while it is given", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal", fields + agreement + send) });
  await ready(page);
  await expect(page.locator("[name=prequal_consent]")).toHaveCount(0);
  const before = Date.now();
  await page.locator("#ok").check();
  await expect(page.locator("[name=prequal_consent]")).toHaveValue(/text_sha256/);
  const [record, ...others] = JSON.parse(await page.locator("[name=prequal_consent]").inputValue());
  expect(others).toEqual([]);
  const hash = await page.evaluate(async () => [...new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode("Write to me about this request.")))].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  const { at, ...rest } = record;
  expect(rest).toEqual({ channel: "email", state: "given", text_id: "mail-2026-10", text_sha256: hash, locale: "en", method: "checkbox", page: "/host-page" });
  expect(Date.parse(at)).toBeGreaterThanOrEqual(before - 1000);
  await page.locator("#ok").uncheck();
  await expect(page.locator("[name=prequal_consent]")).toHaveCount(0);
  const body = await post(page);
  expect(oursOf(body).prequal_consent).toBeUndefined();
  expect(seen.errors).toEqual([]);
});

test("S6: campaign parameters of this address travel along, click identifiers only on request, the page's own value is kept", async ({ page, demo, seen }) => {
  const own = `<input type="hidden" name="prequal_utm_medium" value="given by the page"><input type="hidden" name="prequal_utm_term" value="">`;
  const query = "?utm_source=%20News%01Letter%20&utm_medium=email&utm_term=Heart&utm_nonsense=x&gclid=AbC&email=ana%40x.example";
  for (const [attributes, gclid] of [["", undefined], ["data-prequal-click-ids", "AbC"]]) {
    await openHost(page, demo, { body: form(`data-prequal ${attributes}`, fields + own + send), query });
    await ready(page);
    const body = await post(page);
    expect(oursOf(body)).toMatchObject({ prequal_utm_source: "newsletter", prequal_utm_medium: "given by the page", prequal_utm_term: "heart" });
    expect(oursOf(body).prequal_gclid).toBe(gclid);
    expect(JSON.stringify(oursOf(body))).not.toContain("ana@x.example");
    expect(body.filter(([name]) => name === "prequal_utm_medium").length).toBe(1);
  }
  await openHost(page, demo, { body: form('data-prequal data-prequal-utm="off"'), query });
  await ready(page);
  expect(Object.keys(oursOf(await post(page))).filter((name) => name.includes("utm"))).toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  // The first address of the visit, where the page wants that.
  await openHost(page, demo, { body: form('data-prequal data-prequal-utm="session"'), query: "?utm_source=first" });
  await ready(page);
  await openHost(page, demo, { body: form('data-prequal data-prequal-utm="session"'), query: "?utm_source=second" });
  await ready(page);
  expect(oursOf(await post(page)).prequal_utm_source).toBe("first");
  expect(seen.errors).toEqual([]);
});

test("F13 F1: words of an emergency bring the notice, in the page's language, and the form stays as usable as before", async ({ page, demo, seen }) => {
  const attributes = withProfile("patient-intake");
  const body = form(attributes, `<p><label for="m">Message</label> <textarea id="m" name="message"></textarea></p>${send}`);
  for (const [lang, words, notice] of [["en", "I have chest pain", "call 911 now"], ["es", "tengo dolor de pecho", "llame al 911 ahora"]]) {
    await openHost(page, demo, { body: `<div lang="${lang}">${body}</div>` });
    await ready(page);
    await page.locator("#m").fill(words);
    await expect(page.locator(".prequal[data-outcome=urgent]")).toContainText(notice);
    await expect(page.locator(".prequal")).toContainText("988");
    await expect(page.locator("[role=status]")).toContainText("911");
    await expect(page.locator("[aria-invalid]")).toHaveCount(0);
    expect(typedOf(await post(page))).toEqual([["message", words]]);
  }
  expect(seen.errors).toEqual([]);
});

test("R12-17: what it depends on follows the chosen service, and what happens next is said in the profile's words", async ({ page, demo, seen }) => {
  const attributes = withProfile("patient-intake");
  const inside = `<p><label for="s">Service</label> <select id="s" name="service"><option value="">-</option><option value="physical_therapy">Physical therapy</option><option value="fertility">Fertility</option></select></p>${send}`;
  await openHost(page, demo, { body: form(attributes, inside) });
  await ready(page);
  await page.locator("#s").selectOption("physical_therapy");
  await expect(page.locator(".prequal-depends li")).not.toHaveCount(0);
  const depends = await page.locator(".prequal-depends li").allTextContents();
  await page.locator("#s").selectOption("fertility");
  await expect(page.locator(".prequal[data-outcome=unlikely]")).toContainText("You can still send this");
  await expect(page.locator(".prequal-why li")).not.toHaveCount(0);
  await expect(page.locator(".prequal-depends")).toHaveCount(0);
  expect(depends.length).toBeGreaterThan(1);
  expect(seen.errors).toEqual([]);
});

test("F9: what was changed for the visitor can be put back", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form("data-prequal", `${fields}<p><label for="spec">Specialty</label> <input id="spec" name="specialty"></p>${send}`) });
  await ready(page);
  await page.locator("#spec").fill("cardiolgy");
  await page.locator("#org").focus();
  await page.getByRole("button", { name: "Use “Cardiology”" }).click();
  await expect(page.locator("#spec")).toHaveValue("Cardiology");
  await page.getByRole("button", { name: /^Put back what I typed/ }).click();
  await expect(page.locator("#spec")).toHaveValue("cardiolgy");
  await expect(page.locator("#spec")).toBeFocused();
  await page.locator("#org").focus();
  await expect(page.locator(".prequal-mended, .prequal-doubts")).toHaveCount(0);
  expect(seen.errors).toEqual([]);
});

test("E11: events tell codes and names; they stay on the form unless the page wants them to bubble", async ({ page, demo, seen }) => {
  await page.addInitScript(() => {
    globalThis.told = [];
    for (const name of ["ready", "result", "change", "missing", "enrich"]) document.addEventListener(`prequal:${name}`, (event) => globalThis.told.push(name));
  });
  await openHost(page, demo);
  await ready(page);
  await fill(page);
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
  expect(await page.evaluate(() => globalThis.told)).toEqual(["ready"]);
  await openHost(page, demo, { body: form('data-prequal data-prequal-events="bubble"') });
  await ready(page);
  await fill(page);
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
  expect(new Set(await page.evaluate(() => globalThis.told))).toEqual(new Set(["ready", "result", "change", "missing", "enrich"]));
  expect(seen.errors).toEqual([]);
});

test("E3: one global name is added to the page, and no other", async ({ page, demo, seen }) => {
  await page.addInitScript(() => { globalThis.before = new Set(Object.getOwnPropertyNames(globalThis)); });
  await openHost(page, demo);
  await ready(page);
  expect(await page.evaluate(() => Object.getOwnPropertyNames(globalThis).filter((name) => !globalThis.before.has(name) && name !== "before"))).toEqual(["Prequal"]);
  expect(seen.errors).toEqual([]);
});

test("F10: with debug, the console says what would make a control easier to fill in, and nothing of what stands in it", async ({ page, demo, seen }) => {
  const inside = `<p><label for="m">E-mail</label> <input id="m" name="email" value="ana@secret.example"></p><p><label for="n">Locations</label> <input id="n" name="locations" type="number"></p><p><label for="p">Phone</label> <input id="p" name="phone" type="tel" autocomplete="tel"></p>${send}`;
  await openHost(page, demo, { body: form("data-prequal data-prequal-debug", inside) });
  await ready(page);
  const said = seen.lines.filter((line) => line.startsWith("prequal:"));
  expect(said).toEqual([
    'prequal: the control "email" would be easier to fill in with autocomplete="email", type="email"',
    'prequal: the control "locations" would be easier to fill in with type="text" with inputmode="numeric" in place of type="number"',
  ]);
  expect(await page.evaluate(() => performance.getEntriesByName("prequal").length)).toBeGreaterThan(0);
  expect(seen.errors).toEqual([]);
});

test("E10: a page may force the panel light or dark, and say single texts and names its own way", async ({ page, demo, seen }) => {
  const attributes = `data-prequal data-prequal-theme="dark" data-prequal-i18n.heading="Our first look" data-prequal-fields='{"band": "lead_band"}' data-prequal-map='{"practice": "org_name"}' data-prequal-hp="off" data-prequal-enrich="full"`;
  await openHost(page, demo, { body: form(attributes, `<p><label for="p">Practice</label> <input id="p" name="practice"></p>${fields}${send}`) });
  await ready(page);
  expect(await page.locator(".prequal").evaluate((it) => getComputedStyle(it).colorScheme)).toBe("dark");
  await expect(page.locator(".prequal-heading")).toHaveText("Our first look");
  await fill(page);
  const body = new Map(await post(page));
  expect(body.get("lead_band")).toBe("low");
  expect([body.has("prequal_band"), body.has("prequal_hp")]).toEqual([false, false]);
  expect(body.get("prequal_eligibility")).toBe("undetermined");
  expect(seen.errors).toEqual([]);
});

test("E10: a value that there is not is said once, and the default is taken", async ({ page, demo, seen }) => {
  await openHost(page, demo, { body: form('data-prequal data-prequal-mode="loud" data-prequal-enrich="all" data-prequal-validate="strict" data-prequal-map="{"') });
  await ready(page);
  expect(seen.lines.filter((line) => line.startsWith("prequal:")).length).toBe(4);
  await fill(page);
  expect(oursOf(await post(page)).prequal_band).toBe("low");
  expect(seen.errors).toEqual([]);
});

test("S9: the field for programs is out of sight, out of reach and out of autofill; filled in, it is a sign and no wall", async ({ page, demo, seen }) => {
  await openHost(page, demo);
  await ready(page);
  const trap = page.locator("[name=prequal_hp]");
  await expect(trap).toHaveAttribute("tabindex", "-1");
  await expect(trap).toHaveAttribute("autocomplete", "off");
  await expect(page.locator("[aria-hidden=true]", { has: trap })).toHaveCount(1);
  expect((await trap.boundingBox()).x).toBeLessThan(0);
  await trap.evaluate((it) => { it.value = "http://spam.example"; });
  await fill(page);
  const body = await post(page);
  expect(typedOf(body)).toEqual(control);
  expect(oursOf(body).prequal_hp).toBe("http://spam.example");
  expect(seen.errors).toEqual([]);
});

test("S5: the panel and the hidden fields carry the marks that session recorders heed", async ({ page, demo, seen }) => {
  await openHost(page, demo);
  await ready(page);
  for (const selector of [".prequal", "[role=status]", "[name=prequal_band]"]) {
    for (const mark of ["data-hj-suppress", "data-clarity-mask", "data-private", "data-dd-privacy", "data-sentry-mask"]) await expect(page.locator(selector)).toHaveAttribute(mark, /.*/);
    await expect(page.locator(selector)).toHaveClass(/ph-no-capture.*fs-exclude.*rr-block/);
  }
  expect(seen.errors).toEqual([]);
});

/** Functions of the module end in a trap: `traps` of them from then on. */
const trapped = (page) => page.addInitScript(() => {
  globalThis.traps = 0;
  const { get } = Object.getOwnPropertyDescriptor(WebAssembly.Instance.prototype, "exports");
  const guard = (found) => (...given) => {
    if (globalThis.traps > 0) {
      globalThis.traps -= 1;
      throw new WebAssembly.RuntimeError("unreachable");
    }
    return found(...given);
  };
  Object.defineProperty(WebAssembly.Instance.prototype, "exports", {
    get() {
      return Object.fromEntries(Object.entries(get.call(this)).map(([name, it]) => [name, typeof it === "function" ? guard(it) : it]));
    },
  });
});

test("E5: a trap in the engine ends that instance, and the next one goes on", async ({ page, demo, seen }) => {
  await trapped(page);
  await openHost(page, demo, { head: moduleTag, body: form(`data-prequal ${profile}`) });
  await ready(page);
  await page.evaluate(() => { globalThis.traps = 1; });
  await fill(page);
  await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
  expect(await page.evaluate(() => globalThis.traps)).toBe(0);
  const body = await post(page);
  expect(typedOf(body)).toEqual(control);
  expect(oursOf(body).prequal_band).toBe("low");
  expect(seen.errors).toEqual([]);
});

test("E5: an engine that traps again and again is given up, and the form goes through as it was typed", async ({ page, demo, seen }) => {
  await trapped(page);
  await openHost(page, demo, { head: scriptTag });
  await ready(page);
  await page.evaluate(() => { globalThis.traps = Infinity; });
  await fill(page);
  await expect(page.locator("[name=prequal_status]")).toHaveValue("unavailable");
  const body = await post(page);
  expect(typedOf(body)).toEqual(control);
  expect(Object.keys(oursOf(body))).toEqual(["prequal_status"]);
  expect(oursOf(body).prequal_status).toBe("unavailable");
  expect(seen.errors).toEqual([]);
});
