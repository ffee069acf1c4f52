// The engine for forms: one for the page, a profile for each address. Both are fetched at once, when the first form needs them.
import { loadEngine, type Engine } from "prequal-engine/form";
import { wasmSource } from "#wasm";
import type { Qualifier } from "./controller.ts";
import { readProfile, type Loaded } from "./load.ts";

let engine: ReturnType<typeof loadEngine> | undefined;

function toQualifier(loaded: Engine, text: string): Loaded {
  const profile = loaded.compile(text);
  if (!profile.ok) return { ok: false, reason: "profile" };
  const { info } = profile.value;
  const qualifier: Qualifier = {
    info,
    qualify(lead, asOf) {
      const verdict = profile.value.qualify(lead, { asOf, calls: false });
      return verdict.ok ? verdict.value : null;
    },
  };
  return { ok: true, qualifier };
}

export async function loadQualifier(where: string): Promise<Loaded> {
  engine ??= loadEngine(wasmSource());
  const profile = readProfile(where).catch(() => null);
  const [loaded, text] = await Promise.all([engine, profile]);
  if (!loaded.ok) return { ok: false, reason: "engine" };
  return text === null ? { ok: false, reason: "profile" } : toQualifier(loaded.value, text);
}
