// The engine for a form in a page: packed profiles, answers as texts, and of each verdict what a page shows and sends. Its
// module (wasm/page_bindings.cpp) is started without a script of emcc's. A trap ends an instance; the next one opens the same
// profiles again, and the call is repeated once.
import { choicesLimit, fieldBytesLimit } from "./generated/limits.js";
import { tagRepaired, tagText, tagTooLong } from "./generated/packed.js";
import { loadModule, type LoadOptions } from "./load.js";
import { describeBare } from "./problem.js";
import type { Result, FieldInfo, FindingNote, Text, Verdict } from "./types.js";

export type { LoadOptions, WasmSource } from "./load.js";
export type { FindingNote, Text } from "./types.js";

/** What a page uses of a profile: parts of ProfileInfo. */
export interface PageProfile {
  /** Version of the engine. */
  readonly engine: string;
  readonly id: string;
  readonly version: string;
  readonly fields: readonly PageField[];
  readonly criteria: readonly { readonly id: string; readonly plain: Text }[];
  readonly stops: readonly { readonly id: string; readonly plain: Text }[];
  readonly reasons: readonly { readonly code: string; readonly plain: Text }[];
  readonly what_next: readonly { readonly id: string; readonly text: Text }[];
  readonly lead_keys: readonly string[];
}
export type PageField = Pick<FieldInfo, "id" | "type" | "label" | "question" | "means" | "values">;

/** What a page uses of a verdict: parts of the verdict document, with the same names and values. */
export interface PageVerdict extends Pick<Verdict, "settled" | "missing" | "red_flags" | "what_next"> {
  readonly scores: { readonly total: { readonly value: number } };
  readonly band: Pick<Verdict["band"], "value">;
  readonly eligibility: {
    readonly value: Verdict["eligibility"]["value"];
    /** Must-haves only. */
    readonly criteria: readonly { readonly id: string; readonly kind: string; readonly state: string }[];
    readonly stops: readonly { readonly id: string; readonly scope: string }[];
  };
  readonly reasons: readonly { readonly code: string; readonly family: string; readonly recovery: string }[];
  readonly route: { readonly service_level: { readonly within_minutes: number } | null };
  readonly facts: Readonly<Record<string, unknown>>;
  readonly capacity?: { readonly alternatives: readonly string[] };
  readonly data: { readonly findings: readonly Pick<FindingNote, "code" | "field" | "level" | "action" | "suggestion" | "proposal">[] };
  readonly completeness: { readonly minimum: { readonly gaps: readonly string[] } };
  /** Those that a form can ask, the most useful first. */
  readonly questions: readonly { readonly field: string }[];
}

/** Answers by the id of their field, and keys of a lead such as "consent.email" or "source.page", as texts. */
export type PageLead = Iterable<readonly [key: string, texts: readonly string[]]>;

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  input(bytes: number): number;
  answer(): number;
  open(bytes: number): number;
  qualify(profile: number, bytes: number, seconds: number): number;
}

/** Positions of lead keys start here (lead::kKeySlot). */
const keySlot = 0x8000;
const entryHead = 8;
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Memory may grow; every view is made anew. */
const imports: WebAssembly.Imports = { env: { emscripten_notify_memory_growth() {} } };

function begin({ exports }: WebAssembly.Instance): Exports {
  const made = exports as unknown as Exports;
  made._initialize();
  return made;
}

function readAnswer<T>(exports: Exports, length: number): T | null {
  return length === 0 ? null : (JSON.parse(decoder.decode(new Uint8Array(exports.memory.buffer, exports.answer(), length))) as T);
}

/** Writes a lead as a packed record (core/api/packed_lead.h); its length. */
function write(exports: Exports, slots: ReadonlyMap<string, number>, lead: PageLead): number {
  const entries: [slot: number, text: string][] = [];
  let room = entryHead;
  for (const [key, texts] of lead) {
    const slot = slots.get(key);
    if (slot === undefined) continue;
    for (const text of texts.slice(0, choicesLimit)) {
      entries.push([slot, text]);
      // A unit of UTF-16 takes at most three bytes of UTF-8.
      room += entryHead + 4 + 3 * text.length;
    }
  }
  const start = exports.input(room);
  const bytes = new Uint8Array(exports.memory.buffer, start, room);
  const view = new DataView(exports.memory.buffer, start, room);
  let at = 0;
  const put = (tag: number, slot: number, text = ""): void => {
    const { written } = encoder.encodeInto(text, bytes.subarray(at + entryHead));
    view.setUint32(at, tag | (slot << 16), true);
    view.setUint32(at + 4, written, true);
    at += (entryHead + written + 3) & ~3;
  };
  for (const [slot, text] of entries) {
    if (text.length > fieldBytesLimit) put(tagTooLong, slot);
    else put(tagText, slot, text);
  }
  if (entries.some(([, text]) => /\p{Surrogate}/u.test(text))) put(tagRepaired, 0);
  return at;
}

export class PageEngine {
  readonly #module: WebAssembly.Module;
  /** The profiles that are open, by their numbers. */
  readonly #packed: Uint8Array[] = [];
  #exports: Exports | null;

  private constructor(module: WebAssembly.Module, exports: Exports) {
    this.#module = module;
    this.#exports = exports;
  }

  /** @internal Use loadPageEngine(). */
  static async start(module: WebAssembly.Module): Promise<PageEngine> {
    return new PageEngine(module, begin(await WebAssembly.instantiate(module, imports)));
  }

  /** Does `work` in the current instance; after a trap, once more in a new one. Null when that trapped too. */
  #run<T>(work: (exports: Exports) => T): T | null {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        if (this.#exports === null) {
          this.#exports = begin(new WebAssembly.Instance(this.#module, imports));
          for (const packed of this.#packed) this.#open(this.#exports, packed);
        }
        return work(this.#exports);
      } catch {
        this.#exports = null;
      }
    }
    return null;
  }
  #open(exports: Exports, packed: Uint8Array): number {
    new Uint8Array(exports.memory.buffer, exports.input(packed.length), packed.length).set(packed);
    return exports.open(packed.length);
  }

  /** Opens a packed profile; null when it is none for this version of the engine. */
  open(packed: Uint8Array): OpenProfile | null {
    const info = this.#run((exports) => readAnswer<PageProfile>(exports, this.#open(exports, packed)));
    if (info === null) return null;
    const number = this.#packed.push(packed) - 1;
    // A field that has the name of a lead key is meant first.
    const slots = new Map(info.lead_keys.map((key, i) => [key, keySlot + i]));
    info.fields.forEach((field, i) => slots.set(field.id, i));
    return {
      info,
      qualify: (lead, asOf) => this.#run((exports) => readAnswer<PageVerdict>(exports, exports.qualify(number, write(exports, slots, lead), Math.floor(asOf.getTime() / 1000)))),
    };
  }
}

/** A profile that qualifies one lead after the other. */
export interface OpenProfile {
  readonly info: PageProfile;
  /** Days count in UTC. Null when this lead cannot be qualified. */
  qualify(lead: PageLead, asOf: Date): PageVerdict | null;
}

/** Loads the engine. Fails as a value, whatever is missing: the form must go on without it. */
export async function loadPageEngine(options: LoadOptions = {}): Promise<Result<PageEngine>> {
  const module = await loadModule(options, () => new URL("./prequal-page.wasm", import.meta.url), describeBare);
  if (!module.ok) return module;
  try {
    return { ok: true, value: await PageEngine.start(module.value) };
  } catch {
    return { ok: false, problems: [describeBare({ code: "engine.load" })] };
  }
}
