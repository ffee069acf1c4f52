// A list as it was brought, so that it can be read anew with another profile, mapping or header.
import type { ListShape } from "prequal-engine";
import type { Mapping } from "../engine/list-engine.ts";
import type { HeaderChoice } from "../import/header.ts";
import type { Readable } from "../import/readable.ts";
import { noEdits, type Edits } from "../import/rewrite.ts";

export interface Source extends Readable {
  readonly name: string;
  readonly mapping: Mapping;
  readonly header: HeaderChoice;
  readonly edits: Edits;
  /** How it is written, once that is known. */
  readonly shape: ListShape | null;
}
export const asBrought = { shape: null, mapping: {}, edits: noEdits, header: { at: 0, first: [] } } as const;
