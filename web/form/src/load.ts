// Engine and profile for a form, within the time in which a visitor could notice; later than that is the same as never.
import type { OpenProfile } from "prequal-engine/page";
import type { UnavailableReason } from "./events.ts";

export const patienceMilliseconds = 1500;

export type Loaded = { readonly ok: true; readonly qualifier: OpenProfile } | { readonly ok: false; readonly reason: UnavailableReason };

/** The bytes of a profile: of a script element of this page, as base64 or as JSON, or of an address of this site. */
export async function readProfile(where: string): Promise<Uint8Array> {
  if (where.startsWith("#")) {
    const text = document.querySelector(where)?.textContent?.trim();
    if (text === undefined) throw new TypeError("no such element");
    return text.startsWith("{") ? new TextEncoder().encode(text) : Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  }
  const response = await fetch(where, { credentials: "same-origin" });
  if (!response.ok) throw new TypeError("no profile there");
  return new Uint8Array(await response.arrayBuffer());
}

/** Gives up after a while; what arrives later is dropped. */
export async function inTime(work: Promise<Loaded>, milliseconds: number = patienceMilliseconds): Promise<Loaded> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Loaded>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, reason: "timeout" }), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return { ok: false, reason: "engine" };
  } finally {
    clearTimeout(timer);
  }
}
