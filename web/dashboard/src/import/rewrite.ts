// A list with some of its cells changed: dates in the order that was said, values as the profile names them, cells that a
// person put right, records left out. Whatever is not changed stays as it stood, byte for byte. Pure.
import type { ListShape } from "prequal-engine";
import { putMember } from "../worker/record-edit.ts";
import { toIso, type KnownOrder } from "./dates.ts";
import { readRecords } from "./records.ts";

export interface CellFix {
  /** Number of the record, from 1, as problems name it. */
  readonly record: number;
  readonly column: string;
  readonly value: string;
}

export interface Edits {
  /** By column: the order in which its dates stand. */
  readonly dates: Readonly<Record<string, KnownOrder>>;
  /** By column: what a value is read as. */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly cells: readonly CellFix[];
  /** Numbers of records that are left out. */
  readonly dropped: readonly number[];
}
export const noEdits: Edits = { dates: {}, values: {}, cells: [], dropped: [] };

export const changesAnything = (edits: Edits): boolean =>
  edits.cells.length > 0 || edits.dropped.length > 0 || Object.keys(edits.dates).length > 0 || Object.values(edits.values).some((values) => Object.keys(values).length > 0);

type Change = (column: string, value: string, record: number) => string;

function changeOf(edits: Edits): Change {
  const fixes = new Map(edits.cells.map((fix) => [`${fix.record} ${fix.column}`, fix.value]));
  return (column, value, record) => {
    const fixed = fixes.get(`${record} ${column}`);
    if (fixed !== undefined) return fixed;
    const named = edits.values[column]?.[value.trim()];
    if (named !== undefined) return named;
    const order = edits.dates[column];
    return order === undefined ? value : toIso(value, order);
  };
}

const quoted = (value: string, delimiter: string): string => (/["\r\n]/.test(value) || value.includes(delimiter) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value);

function rewriteTable(text: string, delimiter: string, edits: Edits): string {
  const change = changeOf(edits);
  const dropped = new Set(edits.dropped);
  const fixed = new Set(edits.cells.map((fix) => fix.record));
  let out = "";
  let kept = 0;
  let columns: readonly string[] | null = null;
  let record = 0;
  for (const { start, end, cells } of readRecords(text, delimiter)) {
    if (columns === null) {
      columns = cells.map((cell) => cell.trim());
      continue;
    }
    ++record;
    if (dropped.has(record)) {
      out += text.slice(kept, start);
      kept = end;
      continue;
    }
    const changed = cells.map((cell, i) => change(columns![i] ?? "", cell, record));
    // A fix may fill a cell that a short record does not have.
    for (let i = cells.length; i < columns.length; ++i) changed.push(change(columns[i]!, "", record));
    // A record that a person put right is written anew even with the same cells: its quotes may be what was wrong.
    if (!fixed.has(record) && changed.every((cell, i) => cell === (cells[i] ?? ""))) continue;
    out += text.slice(kept, start) + changed.map((cell) => quoted(cell, delimiter)).join(delimiter);
    kept = end;
  }
  return out + text.slice(kept);
}

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes texts under the names that the engine gives them ("source.channel"), however deep they stand. */
function changeMembers(members: Members, change: (column: string, value: string) => string, path = ""): void {
  for (const [key, value] of Object.entries(members)) {
    const name = path === "" ? key : `${path}.${key}`;
    if (typeof value === "string" || typeof value === "number") {
      const text = String(value);
      // Answers are named with and without the member that they stand in.
      const made = [name, key].map((column) => change(column, text)).find((entry) => entry !== text);
      if (made !== undefined) members[key] = made;
    } else if (isMembers(value)) changeMembers(value, change, name);
  }
}

function changeDocument(document: unknown, record: number, edits: Edits, change: Change): unknown {
  if (!isMembers(document)) return document;
  changeMembers(document, (column, value) => change(column, value, record));
  for (const fix of edits.cells) if (fix.record === record) putMember(document, fix.column, fix.value);
  return document;
}

export function rewriteList(text: string, shape: ListShape, edits: Edits): string {
  if (!changesAnything(edits)) return text;
  if (shape.format === "csv") return rewriteTable(text, shape.delimiter, edits);
  const change = changeOf(edits);
  const dropped = new Set(edits.dropped);
  const one = (document: unknown, i: number): unknown => changeDocument(document, i + 1, edits, change);
  if (shape.format === "json") {
    const whole = JSON.parse(text) as unknown;
    return JSON.stringify(Array.isArray(whole) ? whole.map(one).filter((_, i) => !dropped.has(i + 1)) : one(whole, 0));
  }
  let record = 0;
  return text.split("\n").flatMap((line) => {
    if (line.trim() === "") return [line];
    const number = record++;
    if (dropped.has(number + 1)) return [];
    try {
      const before = JSON.stringify(JSON.parse(line));
      const after = JSON.stringify(one(JSON.parse(line), number));
      return [before === after ? line : after];
    } catch {
      // A line that is no JSON is a problem that the engine tells of.
      return [line];
    }
  }).join("\n");
}

/** The cells of one record of a table, by the names of their columns. */
export function recordCells(text: string, delimiter: string, record: number): readonly { readonly column: string; readonly value: string }[] {
  let columns: readonly string[] | null = null;
  let at = 0;
  for (const { cells } of readRecords(text, delimiter)) {
    if (columns === null) columns = cells.map((cell) => cell.trim());
    else if (++at === record) return Array.from({ length: Math.max(columns.length, cells.length) }, (_, i) => ({ column: columns![i] ?? "", value: cells[i] ?? "" }));
  }
  return [];
}
