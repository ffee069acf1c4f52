// Outcome columns as typed arrays over, or copied out of, an instance's memory.
import { columnElements, columnNames } from "./generated/outcomes.js";
import type { Instance } from "./instance.js";
import type { DecisionColumns, OutcomeColumns } from "./types.js";

const arrays = { i16: Int16Array, u8: Uint8Array, u16: Uint16Array, u64: BigUint64Array };

/** The columns that decide::Extent::decisions writes. */
export const decidedColumns = ["fit", "intent", "total", "band", "eligibility", "stage", "status", "lane", "route", "settled"] as const satisfies readonly (keyof DecisionColumns)[];

/** `address` tells where a column stands. The views hold until the next call into the instance. */
export function viewColumns(instance: Instance, size: number, reasonWords: number, address: (column: number) => number,
    wanted: readonly (typeof columnNames)[number][] = columnNames): OutcomeColumns {
  const numbers = wanted.map((name) => columnNames.indexOf(name));
  const addresses = columnNames.map((_, column) => (numbers.includes(column) ? address(column) : 0));
  const { buffer } = instance.memory();
  const entries = numbers.map((column) => {
    const name = columnNames[column] as string;
    const element = columnElements[column] ?? "u8";
    const length = element === "u64" ? size * reasonWords : size;
    // An empty column may stand nowhere.
    return [name, length === 0 ? new arrays[element](0) : new arrays[element](buffer as ArrayBuffer, addresses[column] ?? 0, length)];
  });
  return { ...Object.fromEntries(entries), size, reasonWords } as OutcomeColumns;
}

export function copyColumns(columns: OutcomeColumns): OutcomeColumns {
  const out: Record<string, unknown> = { size: columns.size, reasonWords: columns.reasonWords };
  for (const name of columnNames) out[name] = columns[name].slice();
  return out as unknown as OutcomeColumns;
}

/** The memory of copied columns, to be handed to another thread. */
export const columnBuffers = (columns: OutcomeColumns): ArrayBuffer[] => columnNames.map((name) => columns[name].buffer as ArrayBuffer);
