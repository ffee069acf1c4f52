// E6: the submit matrix: however a form is sent, what was typed arrives unchanged, with the newest verdict. In both browsers.
import { test, expect } from "./support/fixtures.mjs";
import { encodings, tagOf, ways } from "./support/form-cases.mjs";
import { control, fields, fill, form, openHost, oursOf, post, send, typedOf } from "./support/host-page.mjs";

const ready = (page) => page.locator(".prequal").first().waitFor();

for (const enctype of encodings) {
  for (const [name, how] of Object.entries(ways)) {
    test(`E6: ${enctype}, ${name}: what was typed, unchanged, and the newest verdict`, tagOf(name), async ({ page, demo, seen }) => {
      seen.allowed.push("415");
      await openHost(page, demo, { body: form(`data-prequal enctype="${enctype}"`) });
      await ready(page);
      await fill(page);
      await expect(page.locator("[name=prequal_score]")).toHaveValue("10");
      const body = await post(page, how);
      expect(typedOf(body)).toEqual(control);
      expect(oursOf(body)).toMatchObject({ prequal_score: "10", prequal_band: "low", prequal_status: "partial" });
    });
  }
}

test("E6: a file travels with a multipart form, and ours beside it", async ({ page, demo, seen }) => {
  seen.allowed.push("415");
  await openHost(page, demo, { body: form('data-prequal enctype="multipart/form-data"', `${fields}<p><label for="f">File</label> <input type="file" id="f" name="attachment"></p>${send}`) });
  await ready(page);
  await fill(page);
  await page.locator("#f").setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("what is in it") });
  const body = await post(page);
  expect(typedOf(body)).toEqual([...control, ["attachment", "what is in it"]]);
  expect(oursOf(body).prequal_band).toBe("low");
});
