// What is shipped with the page: profiles, sample lists, the workers with their engine. The hosted page fetches them from
// beside it; the one-file page carries them inside.
import type { Text } from "prequal-engine";
import { inventLeads } from "../samples/invent.ts";

export interface ProfileAsset {
  readonly id: string;
  readonly name: Text;
  read(): Promise<string>;
}

export interface SampleAsset {
  readonly id: "hospitals" | "leads" | "clinics";
  readonly file: string;
  /** The profile it is meant for. */
  readonly profile: string;
  read(): Promise<Blob>;
}

/** "worker" holds the engine; "sheets" reads spreadsheet files and "samples" invents a list, each started only for that. */
export type WorkerName = "worker" | "sheets" | "samples";

/** The engine: its bytes, or where the worker finds it; in one part, or in two. */
export interface EngineFiles {
  readonly first: ArrayBuffer | string;
  /** Where the second part is, for what is rare. */
  readonly rest?: string;
}

export interface Assets {
  readonly profiles: readonly ProfileAsset[];
  readonly samples: readonly SampleAsset[];
  makeWorker(name: WorkerName): Worker;
  engine(): Promise<EngineFiles>;
}

type Sample = Pick<SampleAsset, "id" | "file" | "profile"> & { readonly invented?: true };
export const samples: readonly Sample[] = [
  { id: "hospitals", file: "hospitals-sample.csv", profile: "hospitals-outbound" },
  // Too large to be shipped: invented on the spot, the same on every device.
  { id: "leads", file: "leads-sample.ndjson", profile: "b2b-scheduling", invented: true },
  { id: "clinics", file: "clinics-sample.ndjson", profile: "b2b-scheduling" },
];

/** The samples with what brings them; `shipped` reads a file that lies with the page. */
export const sampleAssets = (makeWorker: Assets["makeWorker"], shipped: (file: string) => Promise<Blob>): readonly SampleAsset[] =>
  samples.map(({ invented, ...sample }) => ({ ...sample, read: () => (invented === true ? inventLeads(makeWorker) : shipped(sample.file)) }));
