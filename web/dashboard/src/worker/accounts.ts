// Which leads belong to one organization, as core/lists/accounts.h says it: by the site of their website; by the domain of
// their e-mail when that is the site of another lead (so that addresses of free mail services never join anybody); else by
// name and state.
import type { ListColumn, ProfileInfo } from "prequal-engine";
import { foldText } from "./search.ts";

export type AccountBy = "site" | "email" | "name";
export interface AccountLeads {
  readonly leads: readonly number[];
  /** How its leads were found to belong together; the weakest of them. */
  readonly by: AccountBy;
}

/** The last two labels of a host. */
export function siteOf(address: string): string {
  const host = address.trim().toLowerCase().replace(/^[a-z][a-z0-9+.-]*:\/\//, "").split(/[/?#:]/)[0] ?? "";
  const labels = host.split(".").filter((label) => label !== "");
  return labels.length < 2 || /[\s@]/.test(host) ? "" : labels.slice(-2).join(".");
}

export class AccountFinder {
  readonly #website: number;
  readonly #email: number;
  readonly #name: number;
  readonly #state: number;
  readonly #keys: { readonly site: string; readonly email: string; readonly name: string }[] = [];

  constructor(columns: readonly ListColumn[], info: ProfileInfo) {
    const at = (meaning: string): number => {
      const field = info.fields.find((entry) => entry.means === meaning || entry.id === meaning)?.id ?? meaning;
      return columns.findIndex((column) => column.field === field);
    };
    this.#website = at("website");
    this.#email = at("email");
    this.#name = at("org_name");
    this.#state = at("state");
  }

  /** The next lead of the list. */
  add(cells: readonly string[]): void {
    const cell = (at: number): string => (at < 0 ? "" : (cells[at] ?? "").trim());
    const name = foldText(cell(this.#name)).replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const email = cell(this.#email);
    this.#keys.push({
      site: siteOf(cell(this.#website)),
      email: email.includes("@") ? siteOf(email.slice(email.lastIndexOf("@") + 1)) : "",
      name: name === "" ? "" : `${name}|${foldText(cell(this.#state))}`,
    });
  }

  /** In the order of their first leads. A lead that says nothing about its organization belongs to none. */
  find(): readonly AccountLeads[] {
    const sites = new Set(this.#keys.map((key) => key.site).filter((site) => site !== ""));
    const order: readonly AccountBy[] = ["site", "email", "name"];
    const found = new Map<string, { leads: number[]; by: AccountBy }>();
    this.#keys.forEach((key, lead) => {
      const by: AccountBy = key.site !== "" ? "site" : sites.has(key.email) ? "email" : "name";
      const name = by === "name" ? key.name : key[by];
      if (name === "") return;
      const account = found.get(name);
      if (account === undefined) found.set(name, { leads: [lead], by });
      else {
        account.leads.push(lead);
        if (order.indexOf(by) > order.indexOf(account.by)) account.by = by;
      }
    });
    return [...found.values()];
  }
}
