// One WebAssembly instance: its functions, and views of its memory that survive growth. Nothing here checks arguments.
import type { Factory, RawForm } from "./raw.js";
import { withRest, type RestSource } from "./rest.js";

const encoder = new TextEncoder();
// A byte order mark inside a text is part of it.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class Instance<Raw extends RawForm = RawForm> {
  readonly raw: Raw;
  /** Set after a trap: memory and handles of this instance mean nothing any more. */
  ended = false;
  /** The whole memory. */
  bytes: Uint8Array;
  data: DataView;
  /** The whole memory as 32-bit words. */
  #memoryWords: Int32Array;
  #input: Uint8Array;
  #words: Int32Array;

  constructor(raw: Raw, room: number) {
    this.raw = raw;
    raw.reserve(room);
    this.#input = raw.input();
    this.bytes = new Uint8Array(this.#input.buffer);
    this.data = new DataView(this.#input.buffer);
    this.#memoryWords = new Int32Array(this.#input.buffer);
    this.#words = new Int32Array(this.#input.buffer, this.#input.byteOffset, this.#input.length >> 2);
  }

  /** Renews the views when the memory has grown, which empties the old ones. */
  #refresh(): void {
    if (this.bytes.length === 0) this.#view(this.raw.input());
  }
  #view(input: Uint8Array): void {
    this.#input = input;
    this.bytes = new Uint8Array(input.buffer);
    this.data = new DataView(input.buffer);
    this.#memoryWords = new Int32Array(input.buffer);
    this.#words = new Int32Array(input.buffer, input.byteOffset, input.length >> 2);
  }

  /** The input buffer as bytes and as 32-bit words, with room for `bytes`. Valid until the next call into the instance. */
  input(bytes: number): Uint8Array {
    if (bytes > this.#input.length || this.#input.length === 0) {
      this.raw.reserve(bytes);
      this.#view(this.raw.input());
    }
    return this.#input;
  }
  words(): Int32Array {
    this.#refresh();
    return this.#words;
  }

  write(bytes: Uint8Array): number {
    this.input(bytes.length).set(bytes);
    return bytes.length;
  }
  writeText(text: string): number {
    return this.write(encoder.encode(text));
  }

  /** The answer of the last call as bytes; a view. */
  viewAnswer(length: number): Uint8Array {
    this.#refresh();
    const start = this.raw.answer();
    return this.bytes.subarray(start, start + length);
  }
  answer(length: number): string {
    return decoder.decode(this.viewAnswer(length));
  }
  /** The whole memory as 32-bit words. Valid until the next call into the instance. */
  memoryWords(): Int32Array {
    this.#refresh();
    return this.#memoryWords;
  }
  /** A copy of words that begin at an address. For so few a loop is faster than slice(). */
  copyWords(address: number, count: number): Int32Array {
    const words = this.memoryWords();
    const out = new Int32Array(count);
    for (let i = 0, at = address >>> 2; i < count; i++, at++) out[i] = words[at] as number;
    return out;
  }
  memory(): DataView {
    this.#refresh();
    return this.data;
  }
}

/** Starts an instance at once. Throws where the environment forbids that, and when the module does not fit. */
export function instantiate<Raw extends RawForm>(factory: Factory, module: WebAssembly.Module, room: number, rest?: RestSource): Instance<Raw> {
  // With this hook emcc's factory is through when it returns; the functions are bound to the object it was given.
  const options = {
    instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): WebAssembly.Exports {
      const instance: WebAssembly.Instance = new WebAssembly.Instance(module, rest === undefined ? imports : withRest(imports, rest, () => instance));
      receive(instance);
      return instance.exports;
    },
    printErr(): void {},
  };
  factory(options).catch(() => {});
  return new Instance(options as unknown as Raw, room);
}

/** The same for environments that compile and start modules asynchronously only. */
export async function instantiateLater<Raw extends RawForm>(factory: Factory, module: WebAssembly.Module, room: number, rest?: RestSource): Promise<Instance<Raw>> {
  const options = { printErr(): void {} };
  await new Promise<void>((resolve, reject) => {
    const hooks = Object.assign(options, {
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): WebAssembly.Exports {
        let started: WebAssembly.Instance;
        WebAssembly.instantiate(module, rest === undefined ? imports : withRest(imports, rest, () => started)).then((instance) => {
          started = instance;
          receive(instance);
        }).catch(reject);
        return {};
      },
    });
    factory(hooks).then(() => resolve(), reject);
  });
  return new Instance(options as unknown as Raw, room);
}
