// One record of a list with other answers put in, written so that the engine reads it exactly as it read the list.
import type { ListColumn, ListShape } from "prequal-engine";

export type Answers = Readonly<Record<string, string | readonly string[]>>;

export interface OneRecord {
  readonly text: string;
  readonly format: "csv" | "json";
}

export const quoteCell = (value: string): string => (/[",\r\n]/.test(value) || value !== value.trim() ? `"${value.replaceAll('"', '""')}"` : value);
const joined = (value: string | readonly string[]): string => (typeof value === "string" ? value : value.join(";"));

/** A table of one row. Its columns are named by what they feed, so that no mapping is needed. */
function editTable(columns: readonly ListColumn[], cells: readonly string[], answers: Answers): OneRecord {
  const fed = new Map<string, string>();
  columns.forEach((column, i) => {
    if (column.field !== null) fed.set(column.field, cells[i] ?? "");
  });
  for (const [field, value] of Object.entries(answers)) fed.set(field, joined(value));
  const row = (values: Iterable<string>): string => [...values].map(quoteCell).join(",");
  return { text: `${row(fed.keys())}\n${row(fed.values())}\n`, format: "csv" };
}

type Members = Record<string, unknown>;
const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);

/** Puts a value where the record has the key already, in the same nesting. */
export function putMember(record: Members, key: string, value: unknown): boolean {
  if (key in record) {
    record[key] = value;
    return true;
  }
  const dot = key.indexOf(".");
  if (dot < 0) return false;
  const inner = record[key.slice(0, dot)];
  return isMembers(inner) && putMember(inner, key.slice(dot + 1), value);
}

function editDocument(columns: readonly ListColumn[], text: string, answers: Answers): OneRecord {
  const record = JSON.parse(text) as Members;
  for (const [field, value] of Object.entries(answers)) {
    const names = [...columns.filter((column) => column.field === field).map((column) => column.name), field];
    const inner = isMembers(record["answers"]) ? record["answers"] : {};
    const known = names.some((name) => putMember(record, name, value) || putMember(inner, name, value));
    if (!known) record["answers"] = { ...inner, [field]: value };
  }
  return { text: `[${JSON.stringify(record)}]`, format: "json" };
}

export function editRecord(shape: ListShape, columns: readonly ListColumn[], cells: readonly string[], record: string, answers: Answers): OneRecord {
  return shape.format === "csv" ? editTable(columns, cells, answers) : editDocument(columns, record, answers);
}
