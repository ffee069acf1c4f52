// How the visitor came: what the address of the page says about a campaign, read once. Never what somebody typed, never a
// cookie; click identifiers, by which an advertiser could tell people apart, only where the page asks for them.
import type { Entries } from "./enrichment.ts";
import type { Utm } from "./options.ts";

const campaign = ["utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id"];
const clicks = ["gclid", "gbraid", "wbraid", "fbclid", "msclkid", "ttclid", "li_fat_id"];
const longest = 200;
const storageKey = "prequal.source";

/** Lower case where it is a name, without control characters, cut. */
function tidy(value: string, name: string): string {
  const plain = value.replace(/[\u0000-\u001f\u007f]/g, "").trim().slice(0, longest);
  return campaign.includes(name) ? plain.toLowerCase() : plain;
}

function readAddress(names: readonly string[]): Record<string, string> {
  const params = new URLSearchParams(location.search);
  const found: Record<string, string> = {};
  for (const name of names) {
    const value = tidy(params.get(name) ?? "", name);
    if (value !== "") found[name] = value;
  }
  return found;
}

/** The first address of this visit that named a campaign, where the page wants that kept; this address otherwise. */
function firstTouch(names: readonly string[], keep: boolean): Record<string, string> {
  const here = readAddress(names);
  if (!keep) return here;
  try {
    const before = sessionStorage.getItem(storageKey);
    const kept: unknown = before === null ? null : JSON.parse(before);
    if (typeof kept === "object" && kept !== null) {
      return Object.fromEntries(names.flatMap((name) => (name in kept ? [[name, tidy(String((kept as Record<string, unknown>)[name]), name)]] : [])));
    }
    if (Object.keys(here).length > 0) sessionStorage.setItem(storageKey, JSON.stringify(here));
  } catch {
    // Without storage, or with something else in it, this address counts.
  }
  return here;
}

export function readCampaign(utm: Utm, clickIds: boolean): Entries {
  const names = [...(utm === "off" ? [] : campaign), ...(clickIds ? clicks : [])];
  return new Map(Object.entries(firstTouch(names, utm === "session")));
}
