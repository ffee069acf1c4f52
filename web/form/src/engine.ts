// The engine for forms: one for the page, a profile for each address. Both are fetched at once, when the first form needs them.
import { loadPageEngine, type PageEngine } from "prequal-engine/page";
import { packerAddress, wasmSource } from "#wasm";
import type { UnavailableReason } from "./events.ts";
import { readProfile, type Loaded } from "./load.ts";
import { warn } from "./options.ts";

type Packer = typeof import("./packer.ts");

const openingBrace = 0x7b;

let engine: ReturnType<typeof loadPageEngine> | undefined;

/** A packed profile from a JSON document, for pages under development; or why there is none. */
async function packHere(profile: Uint8Array): Promise<Uint8Array | UnavailableReason> {
  const address = packerAddress();
  if (address === null) return "profile_not_packed";
  try {
    const { pack } = (await import(address)) as Packer;
    const packed = await pack(profile);
    if (packed === null) return "profile";
    warn("the profile is a JSON document and was packed in the page, which takes a large download; pack it before you publish");
    return packed;
  } catch {
    return "profile_not_packed";
  }
}

/** Lets the page do what it has to: starting, opening the profile and the first look are a task each. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

async function toQualifier(loaded: PageEngine, given: Uint8Array): Promise<Loaded> {
  await breathe();
  let profile = loaded.open(given);
  if (profile === null && given[0] === openingBrace) {
    const packed = await packHere(given);
    if (typeof packed === "string") return { ok: false, reason: packed };
    profile = loaded.open(packed);
  }
  await breathe();
  return profile === null ? { ok: false, reason: "profile" } : { ok: true, qualifier: profile };
}

export async function loadQualifier(where: string): Promise<Loaded> {
  engine ??= loadPageEngine(wasmSource());
  const profile = readProfile(where).catch(() => null);
  const [loaded, bytes] = await Promise.all([engine, profile]);
  if (!loaded.ok) return { ok: false, reason: "engine" };
  return bytes === null ? { ok: false, reason: "profile" } : toQualifier(loaded.value, bytes);
}
