// What is shipped with the page: profiles, sample lists, the workers with their engine. The hosted page fetches them from
// beside it; the one-file page carries them inside.
import type { Text } from "prequal-engine";

export interface ProfileAsset {
  readonly id: string;
  readonly name: Text;
  read(): Promise<string>;
}

export interface SampleAsset {
  readonly id: "hospitals" | "clinics";
  readonly file: string;
  /** The profile it is meant for. */
  readonly profile: string;
  read(): Promise<Blob>;
}

/** "worker" holds the engine; "sheets" reads spreadsheet files and is started only for one. */
export type WorkerName = "worker" | "sheets";

export interface Assets {
  readonly profiles: readonly ProfileAsset[];
  readonly samples: readonly SampleAsset[];
  makeWorker(name: WorkerName): Worker;
  /** The bytes of the engine, or where the worker finds them. */
  engine(): Promise<ArrayBuffer | string>;
}

export const samples: readonly Pick<SampleAsset, "id" | "file" | "profile">[] = [
  { id: "hospitals", file: "hospitals-sample.csv", profile: "hospitals-outbound" },
  { id: "clinics", file: "clinics-sample.ndjson", profile: "b2b-scheduling" },
];
