// From whatever file a person brings to UTF-8 text that the engine reads. What was found out is told.
import type { Assets } from "../app/assets.ts";
import type { SheetAnswer } from "../sheets/worker.ts";

export type Encoding = "utf-8" | "utf-16" | "windows-1252";

export interface Readable {
  readonly list: Blob;
  readonly encoding: Encoding;
  /** The name of the sheet, of a spreadsheet file. */
  readonly sheet: string | null;
  readonly sheets: number;
}

/** A file that is none of the kinds this page reads. */
export class UnreadableError extends Error {}

const sniffBytes = 1 << 16;

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
const zip = [0x50, 0x4b, 0x03, 0x04];

export function encodingOf(head: Uint8Array, whole: boolean): Encoding | "utf-16le" | "utf-16be" {
  if (startsWith(head, [0xff, 0xfe])) return "utf-16le";
  if (startsWith(head, [0xfe, 0xff])) return "utf-16be";
  // A character may be cut at the end of what is looked at.
  const cut = whole ? head : head.subarray(0, Math.max(0, head.length - 3));
  for (let drop = 0; drop < 4; ++drop) {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(whole ? cut : cut.subarray(0, cut.length - drop));
      return "utf-8";
    } catch {
      if (whole) break;
    }
  }
  // A few broken records in a list that is UTF-8 otherwise: the engine names them, and the rest reads as it should.
  return mostlyUtf8(head) ? "utf-8" : "windows-1252";
}

const lead = (byte: number): number => (byte >= 0xc2 && byte <= 0xdf ? 1 : byte >= 0xe0 && byte <= 0xef ? 2 : byte >= 0xf0 && byte <= 0xf4 ? 3 : 0);
const follows = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80 && byte <= 0xbf;

/** Are most bytes beyond ASCII parts of UTF-8 characters? */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; ++at) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = lead(byte);
    let n = 0;
    while (n < more && follows(bytes[at + 1 + n])) ++n;
    if (more > 0 && n === more) good += more + 1;
    else bad += 1;
    at += n === more ? more : 0;
  }
  return good > bad;
}

function readSheet(assets: Assets, file: Blob, signal: AbortSignal): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const worker = assets.makeWorker("sheets");
    const end = (): void => {
      worker.terminate();
      signal.removeEventListener("abort", stop);
    };
    const stop = (): void => {
      end();
      reject(new DOMException("cancelled", "AbortError"));
    };
    signal.addEventListener("abort", stop);
    worker.onmessage = ({ data }: MessageEvent<SheetAnswer>) => {
      end();
      if (data.ok) resolve({ list: data.csv, encoding: "utf-8", sheet: data.sheet, sheets: data.sheets });
      else reject(new UnreadableError());
    };
    worker.onerror = (event) => {
      event.preventDefault();
      end();
      reject(new UnreadableError());
    };
    worker.postMessage(file);
  });
}

export async function toReadable(assets: Assets, file: Blob, signal: AbortSignal): Promise<Readable> {
  const head = new Uint8Array(await file.slice(0, sniffBytes).arrayBuffer());
  if (startsWith(head, zip)) return readSheet(assets, file, signal);
  const encoding = encodingOf(head, file.size <= sniffBytes);
  const plain = { sheet: null, sheets: 0 };
  if (encoding === "utf-8") return { list: file, encoding, ...plain };
  const text = new TextDecoder(encoding).decode(await file.arrayBuffer());
  return { list: new Blob([text]), encoding: encoding === "windows-1252" ? encoding : "utf-16", ...plain };
}
