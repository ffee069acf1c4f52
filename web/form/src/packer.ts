// Packs a JSON profile in the page, so that one can be written and tried without a step between. A file of its own with the
// whole engine beside it, loaded only for a profile that is not packed; leave it out of what you publish.
import { loadEngine } from "prequal-engine";

/** Null when the document is no usable profile. */
export async function pack(profile: Uint8Array): Promise<Uint8Array | null> {
  const engine = await loadEngine({ wasm: new URL("./prequal-full.wasm", import.meta.url) });
  if (!engine.ok) throw new Error(engine.problems[0]?.code);
  const compiled = engine.value.compile(profile);
  const packed = compiled.ok ? compiled.value.toPacked({ for: "page" }) : null;
  engine.value.dispose();
  return packed?.ok === true ? packed.value : null;
}
