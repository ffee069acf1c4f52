// Which value of each column a merge keeps. The engine proposes (MergeMap); a person may choose otherwise, column by column.
import type { MergedColumn, MergeMap } from "prequal-engine";

export interface Choice {
  readonly column: string;
  readonly field: string | null;
  /** Every record that has a value, with it; in the order of the list. */
  readonly values: readonly { readonly row: number; readonly value: string }[];
  /** The record whose value is proposed. */
  readonly proposed: number;
  /** A history, of which every entry is kept: nothing to choose. */
  readonly all: boolean;
  readonly differs: boolean;
}

/** Columns in which the records say different things come first. */
export function choicesOf(map: MergeMap): readonly Choice[] {
  const choice = (entry: MergedColumn): Choice => {
    const values = [{ row: entry.row, value: entry.value }, ...entry.others].sort((a, b) => a.row - b.row);
    return { column: entry.column, field: entry.field, values, proposed: entry.row, all: entry.rule === "all", differs: new Set(values.map(({ value }) => value.trim())).size > 1 };
  };
  return map.columns.map(choice).sort((a, b) => Number(b.differs) - Number(a.differs));
}

/** By column: the record whose value is kept. */
export type Picked = Readonly<Record<string, number>>;
export const presets = ["proposed", "oldest", "newest", "primary"] as const;
export type Preset = (typeof presets)[number];

/** "oldest" and "newest" go by the order of the list; where the primary record has no value, the proposed one counts. */
export function pick(choices: readonly Choice[], preset: Preset, primary: number): Picked {
  return Object.fromEntries(choices.map(({ column, values, proposed }) => {
    const own = values.find(({ row, value }) => row === primary && value.trim() !== "");
    const filled = values.filter(({ value }) => value.trim() !== "");
    const row = { proposed, oldest: filled[0]?.row ?? proposed, newest: filled.at(-1)?.row ?? proposed, primary: own?.row ?? proposed }[preset];
    return [column, row];
  }));
}

export const valueOf = (choice: Choice, picked: Picked): string => choice.values.find(({ row }) => row === picked[choice.column])?.value ?? "";

/** What the kept record takes from others: what a merge map says. */
export function takenFrom(choices: readonly Choice[], picked: Picked, primary: number): Readonly<Record<string, number>> {
  return Object.fromEntries(choices.flatMap((choice) => {
    const row = picked[choice.column] ?? choice.proposed;
    const own = choice.values.find((entry) => entry.row === primary)?.value.trim();
    return choice.all || row === primary || valueOf(choice, picked).trim() === own ? [] : [[choice.column, row] as const];
  }));
}
