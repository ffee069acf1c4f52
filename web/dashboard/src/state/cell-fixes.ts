// Cells of the open list put right, and records left out; each time the list is qualified anew, and it can be taken back.
import type { ListEngine } from "../engine/list-engine.ts";
import type { Edits } from "../import/rewrite.ts";
import type { Source } from "./source.ts";
import type { OpenList, Store } from "./store.ts";

/** What reads the list. */
export interface Reader {
  readonly source: Source | null;
  /** The list from its header on, with what was put right. */
  edited(source: Source): Promise<Blob>;
  reread(edits: Edits): Promise<void>;
}

export class CellFixes {
  constructor(
    private readonly store: Store,
    private readonly engine: ListEngine,
    private readonly reader: Reader,
  ) {}

  get #list(): OpenList | null {
    const { phase } = this.store.state;
    return phase.kind === "ready" ? phase.list : null;
  }

  /** The cells of a record of the open list, as it is read now. */
  async recordCells(record: number): Promise<readonly { readonly column: string; readonly value: string }[]> {
    const list = this.#list;
    const last = this.reader.source;
    if (list === null || last === null) return [];
    const lead = list.loaded.rows.indexOf(record);
    if (lead >= 0) {
      const [cells = []] = await this.engine.records([lead]);
      return list.loaded.summary.columns.map((column, i) => ({ column: column.name, value: cells[i] ?? "" }));
    }
    const { shape } = list.loaded;
    return shape.format === "csv" ? this.engine.recordCells(await this.reader.edited(last), shape, record) : [];
  }
  /** Puts cells right and qualifies the list anew; what was fixed can be taken back. */
  async fix(record: number, cells: Readonly<Record<string, string>>): Promise<void> {
    const last = this.reader.source;
    if (last === null) return;
    const number = this.#numberBefore(record, last.edits.dropped);
    const fixes = Object.entries(cells).map(([column, value]) => ({ record: number, column, value }));
    const before = last.edits.cells.filter((fix) => fix.record !== number || !(fix.column in cells));
    await this.reader.reread({ ...last.edits, cells: [...before, ...fixes] });
  }
  /** Leaves a record out. Numbers of later records change, so that it is not done once somebody has decided. */
  async drop(record: number): Promise<void> {
    const last = this.reader.source;
    if (last === null || this.store.state.trail.length > 0) return;
    await this.reader.reread({ ...last.edits, dropped: [...last.edits.dropped, this.#numberBefore(record, last.edits.dropped)] });
  }
  /** The number that a record had before others were left out. */
  #numberBefore(record: number, dropped: readonly number[]): number {
    let number = record;
    for (const gone of dropped.toSorted((a, b) => a - b)) if (gone <= number) ++number;
    return number;
  }
  async unfix(): Promise<void> {
    const last = this.reader.source;
    // Records that were left out come back only while nobody has decided: numbers of records change.
    if (last !== null) await this.reader.reread({ ...last.edits, cells: [], dropped: this.store.state.trail.length > 0 ? last.edits.dropped : [] });
  }
  /** Records that were put right or left out. */
  get count(): number {
    return new Set(this.reader.source?.edits.cells.map((fix) => fix.record)).size + (this.reader.source?.edits.dropped.length ?? 0);
  }

}
