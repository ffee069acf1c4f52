// The engine for forms: one for the page, a profile for each address. Both are fetched at once, when the first form needs them.
import { loadEngine, type Engine } from "prequal-engine/form";
import { packerAddress, wasmSource } from "#wasm";
import type { Qualifier } from "./controller.ts";
import type { UnavailableReason } from "./events.ts";
import { readProfile, type Loaded } from "./load.ts";
import { warn } from "./options.ts";

type Packer = typeof import("./packer.ts");

const openingBrace = 0x7b;

let engine: ReturnType<typeof loadEngine> | undefined;

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

async function toQualifier(loaded: Engine, given: Uint8Array): Promise<Loaded> {
  let profile = loaded.compile(given);
  if (!profile.ok && profile.problems[0]?.code === "profile.not_packed" && given[0] === openingBrace) {
    const packed = await packHere(given);
    if (typeof packed === "string") return { ok: false, reason: packed };
    profile = loaded.compile(packed);
  }
  if (!profile.ok) return { ok: false, reason: "profile" };
  const { value } = profile;
  const qualifier: Qualifier = {
    info: value.info,
    qualify(lead, asOf) {
      const verdict = value.qualify(lead, { asOf, calls: false });
      return verdict.ok ? verdict.value : null;
    },
  };
  return { ok: true, qualifier };
}

export async function loadQualifier(where: string): Promise<Loaded> {
  engine ??= loadEngine(wasmSource());
  const profile = readProfile(where).catch(() => null);
  const [loaded, bytes] = await Promise.all([engine, profile]);
  if (!loaded.ok) return { ok: false, reason: "engine" };
  return bytes === null ? { ok: false, reason: "profile" } : toQualifier(loaded.value, bytes);
}
