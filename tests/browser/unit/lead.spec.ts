// How a visitor came, as the lead has it.
import { expect, test } from "@playwright/test";
import { readLead } from "../../../web/form/src/lead.ts";

const situation = { honeypot: false, elapsedSeconds: 12, campaign: undefined };

function come(referrer: string, pathname: string): unknown {
  Object.assign(globalThis, { document: { referrer }, location: { pathname, search: "?email=ana%40x.example", href: "https://a.example/?email=ana%40x.example" } });
  return Object.fromEntries([...readLead(new Map(), situation)].filter(([key]) => key.startsWith("source.")));
}

test("S6 S7: of the page that led here its host, of this page its path; no query of either", () => {
  expect(come("https://search.example/find?q=my+illness#top", "/request")).toEqual({ "source.channel": ["web_form"], "source.page": ["/request"], "source.referrer": ["search.example"] });
  expect(come("", "/")).toEqual({ "source.channel": ["web_form"], "source.page": ["/"], "source.referrer": [""] });
});
test("S9: time and a filled trap are signs in the lead", () => {
  come("", "/");
  expect(Object.fromEntries(readLead(new Map(), { ...situation, honeypot: true, campaign: "spring" })))
    .toMatchObject({ "spam.honeypot": ["yes"], "spam.fill_seconds": ["12"], "source.campaign": ["spring"] });
});
