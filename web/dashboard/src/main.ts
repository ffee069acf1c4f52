// The hosted page: profiles, samples, worker and engine lie beside it.
import { trustScriptUrl } from "prequal-ui/trusted";
import { boot } from "./app/boot.ts";
import { sampleAssets, type Assets } from "./app/assets.ts";
import { UpdateLine } from "./hosted/update-line.ts";
import { enginePart } from "./generated/engine.ts";
import { profiles } from "./generated/shipped.ts";

const here = (path: string): string => new URL(path, document.baseURI).href;

async function fetched(path: string): Promise<Response> {
  const response = await fetch(here(path));
  if (!response.ok) throw new TypeError(`${path} is not there`);
  return response;
}

const makeWorker: Assets["makeWorker"] = (name) => new Worker(trustScriptUrl(here(`${name}.js`)));

const assets: Assets = {
  profiles: profiles.map((profile) => ({ ...profile, read: async () => (await fetched(`profiles/${profile.id}.json`)).text() })),
  samples: sampleAssets(makeWorker, async (file) => (await fetched(`samples/${file}`)).blob()),
  makeWorker,
  engine: () => Promise.resolve({ first: here(enginePart.first), ...(enginePart.rest !== "" && { rest: here(enginePart.rest) }) }),
};

const line = new UpdateLine();
line.session = boot(assets);
document.body.append(line);
// After the page is there: what is kept for later must not delay what is looked at now.
addEventListener("load", () => line.watch(here("service-worker.js")), { once: true });
