// Finds the header of delimited text among the first records, and cuts off what stands above it.
import { findHeader, firstRecords } from "./records.ts";

const headBytes = 1 << 16;
const looked = 24;
const shownCells = 6;
const delimiters = [",", ";", "\t", "|"] as const;

export interface HeaderChoice {
  /** Position of the record that is the header. */
  readonly at: number;
  /** The first records as they stand, for a person to choose from; empty when the list is no table. */
  readonly first: readonly { readonly cells: readonly string[]; readonly from: number }[];
}

/** The delimiter that cuts the first records into the widest rows. */
function delimiterOf(text: string): string {
  const width = (delimiter: string): number => {
    const widths = firstRecords(text, delimiter, looked).map((record) => record.cells.length).sort((a, b) => a - b);
    return widths[Math.floor(widths.length / 2)] ?? 0;
  };
  return delimiters.map((delimiter) => ({ delimiter, width: width(delimiter) })).reduce((best, entry) => (entry.width > best.width ? entry : best)).delimiter;
}

export async function readHeader(list: Blob): Promise<HeaderChoice> {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await list.slice(0, headBytes).arrayBuffer());
  if (/^[\ufeff\s]*[{[]/.test(text)) return { at: 0, first: [] };
  const records = firstRecords(text, delimiterOf(text), looked);
  const encoder = new TextEncoder();
  let bytes = 0;
  let until = 0;
  const first = records.map(({ start, cells }) => {
    bytes += encoder.encode(text.slice(until, start)).length;
    until = start;
    return { cells: cells.slice(0, shownCells), from: bytes };
  });
  return { at: findHeader(records), first };
}

/** The list from its header on. */
export const cutAbove = (list: Blob, header: HeaderChoice): Blob => (header.at === 0 ? list : list.slice(header.first[header.at]?.from ?? 0));
