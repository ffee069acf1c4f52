// The fail-open list and the submit matrix in WebKitGTK, where Debian's webkit2gtk-driver and xvfb are installed: a few of each,
// and with PREQUAL_NIGHTLY=1 all.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { serveDemo } from "../browser/support/demo.mjs";
import { encodings, failures, isShort, nightly, ways } from "../browser/support/form-cases.mjs";
import { control, fill, form, openHost, oursOf, post, typedOf } from "../browser/support/host-page.mjs";
import { hasWebKit, startWebKit } from "../browser/support/webkit.mjs";

const options = { skip: hasWebKit ? false : "WebKitWebDriver, MiniBrowser or Xvfb is not installed" };
const chosen = ([name]) => nightly || isShort(name);
let demo;
let webkit;
before(async () => {
  if (!hasWebKit) return;
  demo = await serveDemo();
  webkit = await startWebKit(demo);
});
after(async () => {
  await webkit?.stop();
  await demo?.stop();
});

for (const [name, host, arrange = () => {}] of failures.filter(chosen)) {
  test(`E5: WebKit: ${name}`, options, async () => {
    const page = webkit.newPage();
    await arrange(page);
    await openHost(page, webkit, host);
    await fill(page);
    if (name.startsWith("module")) await page.locator("[name=prequal_status]").waitFor();
    const body = await post(page);
    assert.deepEqual(typedOf(body), control);
    const { prequal_status: status = "unavailable", ...more } = oursOf(body);
    assert.deepEqual([status, more], ["unavailable", {}]);
  });
}

for (const enctype of encodings) {
  for (const [name, how] of Object.entries(ways).filter(chosen)) {
    test(`E6: WebKit: ${enctype}, ${name}`, options, async () => {
      const page = webkit.newPage();
      await openHost(page, webkit, { body: form(`data-prequal enctype="${enctype}"`) });
      await page.locator(".prequal").waitFor();
      await fill(page);
      await page.until(async () => (await page.locator("[name=prequal_score]").value()) === "10", "the newest score");
      const body = await post(page, how);
      assert.deepEqual(typedOf(body), control);
      assert.equal(oursOf(body).prequal_score, "10");
    });
  }
}
