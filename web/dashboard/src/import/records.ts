// Records of delimited text, as the engine cuts them (core/lists/csv_splitter.h): a quote opens a value only at its start,
// empty lines are no records. Each keeps its place in the text, so that what is not changed stays byte for byte.

export interface TextRecord {
  /** Without the line end. */
  readonly start: number;
  readonly end: number;
  readonly cells: readonly string[];
}

/** Reads records from `from` on, up to `most` of them. */
export function* readRecords(text: string, delimiter: string, from = 0): Generator<TextRecord> {
  let at = text.charCodeAt(from) === 0xfeff ? from + 1 : from;
  const size = text.length;
  while (at < size) {
    if (text[at] === "\n" || text[at] === "\r") {
      ++at;
      continue;
    }
    const start = at;
    const cells: string[] = [];
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        ++at;
        for (;;) {
          const quote = text.indexOf('"', at);
          if (quote < 0) {
            cell += text.slice(at);
            at = size;
            break;
          }
          cell += text.slice(at, quote);
          at = quote + 1;
          if (text[at] !== '"') break;
          cell += '"';
          ++at;
        }
      }
      const rest = at;
      while (at < size && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") ++at;
      cells.push(cell + text.slice(rest, at));
      if (at < size && text[at] === delimiter) ++at;
      else break;
    }
    yield { start, end: at, cells };
  }
}

/** The first records. */
export function firstRecords(text: string, delimiter: string, most: number): readonly TextRecord[] {
  const out: TextRecord[] = [];
  for (const record of readRecords(text, delimiter)) {
    out.push(record);
    if (out.length === most) break;
  }
  return out;
}

const looksLikeName = (cell: string): boolean => /\p{L}/u.test(cell) && cell.length <= 60 && !/@|^https?:/.test(cell);

/**
 * Which record is the header: the first one that is as wide as most are, with a name in nearly every cell. Titles and notes
 * above a table are narrower. 0 when nothing says otherwise.
 */
export function findHeader(records: readonly TextRecord[]): number {
  const filled = records.map((record) => record.cells.filter((cell) => cell.trim() !== "").length);
  const widths = filled.toSorted((a, b) => a - b);
  const usual = widths[Math.floor(widths.length / 2)] ?? 0;
  if (usual < 2) return 0;
  const at = records.findIndex((record, i) => filled[i]! >= Math.max(2, usual * 0.8) && record.cells.filter((cell) => looksLikeName(cell.trim())).length >= filled[i]! * 0.8);
  return at < 0 ? 0 : at;
}
