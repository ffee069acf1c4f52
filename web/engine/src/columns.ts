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

/** How List.courses() comes from the core: the bits of core/lists/course_bits.def, and two more above them. */
const courseBits = {
  contacted: 1 << 0, booked: 1 << 1, won: 1 << 2, lost: 1 << 3, converted: 1 << 4, accepted: 1 << 5, refused: 1 << 6, missed: 1 << 7,
  /** Neither spam nor a duplicate. */
  counted: 1 << 14,
  /** Something is recorded that came of it. */
  recorded: 1 << 15,
} as const;
/** What became of each lead: 1 where it holds. */
export type CourseColumns = Readonly<Record<keyof typeof courseBits, Uint8Array>>;

export function courseColumns(bits: Uint16Array): CourseColumns {
  return Object.fromEntries(Object.entries(courseBits).map(([name, bit]) => [name, Uint8Array.from(bits, (lead) => ((lead & bit) === 0 ? 0 : 1))])) as unknown as CourseColumns;
}

/** How a criterion stands for a lead (core/lists/criterion_column.h). */
export const criterionStates = ["unknown", "met", "not_met", "not_counted"] as const;
