// How a lead is named: by its organization, else by its person, else by its address or id; below it, what tells it apart.
import type { ListColumn, ProfileInfo } from "prequal-engine";
import type { Title } from "../engine/list-engine.ts";

const names = ["org_name", "contact_name", "full_name", "email"];
const apart = ["contact_name", "full_name", "city", "state"];

/** Finds title and subtitle among the cells of a record. */
export class Titles {
  readonly #title: readonly number[];
  readonly #sub: readonly number[];

  constructor(columns: readonly ListColumn[], info: ProfileInfo) {
    const at = (wanted: readonly string[]): number[] =>
      wanted.flatMap((name) => {
        const field = info.fields.find((entry) => entry.means === name || entry.id === name)?.id ?? name;
        const column = columns.findIndex((entry) => entry.field === field);
        return column < 0 ? [] : [column];
      });
    const id = columns.findIndex((column) => column.field === "id");
    this.#title = [...at(names), ...(id < 0 ? [] : [id])];
    this.#sub = at(apart);
  }

  of(cells: readonly string[]): Title {
    const column = this.#title.find((at) => (cells[at] ?? "") !== "");
    const title = column === undefined ? "" : (cells[column] ?? "");
    const sub = this.#sub.filter((at) => at !== column).map((at) => cells[at] ?? "");
    return { title: calm(title), sub: [...new Set(sub.filter((text) => text !== ""))].map(calm).join(" · ") };
  }
}

const small = new Set(["of", "the", "and", "at", "for", "in", "on", "de", "del", "la", "y"]);

/** Names in capitals throughout, as registers write them, are hard to read in a list; the record shows them as they came. */
function calm(name: string): string {
  if (name.length < 4 || name !== name.toUpperCase() || name === name.toLowerCase() || name.includes("@")) return name;
  return name
    .toLowerCase()
    .replace(/\p{L}[\p{L}'’]*/gu, (word, at: number) => (at > 0 && small.has(word) ? word : word[0]!.toUpperCase() + word.slice(1)));
}
