// The one-file page: everything lies in a data block of the page itself. Nothing is fetched; its policy forbids it.
import { trustScriptUrl } from "prequal-ui/trusted";
import { boot } from "../app/boot.ts";
import { sampleAssets, type Assets, type WorkerName } from "../app/assets.ts";
import { profiles } from "../generated/shipped.ts";
import { inflate } from "./inflate.ts";

interface Payload {
  readonly workers: Readonly<Record<WorkerName, string>>;
  /** The engine, gzipped, as base64. */
  readonly engine: string;
  readonly profiles: Readonly<Record<string, string>>;
  readonly samples: Readonly<Record<string, string>>;
}

const payload = JSON.parse(document.getElementById("payload")?.textContent ?? "{}") as Payload;

const makeWorker: Assets["makeWorker"] = (name) => new Worker(trustScriptUrl(URL.createObjectURL(new Blob([payload.workers[name]], { type: "text/javascript" }))));

const assets: Assets = {
  profiles: profiles.map((profile) => ({ ...profile, read: () => Promise.resolve(payload.profiles[profile.id] ?? "") })),
  samples: sampleAssets(makeWorker, (file) => Promise.resolve(new Blob([payload.samples[file] ?? ""]))),
  makeWorker,
  engine: async () => ({ first: await inflate(payload.engine) }),
};

boot(assets);
