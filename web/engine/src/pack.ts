// Leads as packed records, written straight into the memory of an instance (core/api/packed_lead.h). Reads a lead as the
// core reads its JSON: JSON.stringify(lead) given to the command leads to the same verdict.
import { choicesLimit, fieldBytesLimit, leadEventsLimit } from "./generated/limits.js";
import {
  eventKinds, eventTexts, tagEvent, tagEventText, tagInEvent, tagNo, tagNumber, tagRepaired, tagText, tagTooLong, tagYes,
} from "./generated/packed.js";
import type { BareProblem } from "./problem.js";

/** The most that a record can need: see kPackedBytes. */
export const recordRoom = 262144;

const encoder = new TextEncoder();
const head = 8;
const deepest = 64;
// Below this length a loop over ASCII is faster than a call of encodeInto.
const shortText = 160;

export type Members = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && Object.prototype.toString.call(value) === "[object Object]";
}

class Refusal {
  readonly problem: BareProblem;
  constructor(problem: BareProblem) {
    this.problem = problem;
  }
}
const refuse = (code: string, subject?: string, detail?: string): never => {
  throw new Refusal({ code, ...(subject !== undefined && { subject }), ...(detail !== undefined && { detail }) });
};
const refuseShape = (subject: string, expected: string): never => refuse("lead.shape", subject, `${expected} is expected`);

export class Packer {
  readonly #slots: ReadonlyMap<string, number>;
  /** What stands at the top of a lead: slots, and below zero lists of events. */
  readonly #top: ReadonlyMap<string, number>;
  #bytes: Uint8Array = new Uint8Array();
  #words: Int32Array = new Int32Array();
  #at = 0;
  #repaired = false;

  /** `slots` has the number of each field and lead key by its name. */
  constructor(slots: ReadonlyMap<string, number>) {
    this.#slots = slots;
    const top = new Map(slots);
    for (const [list, kind] of eventKinds) top.set(list, -1 - kind);
    this.#top = top;
  }

  /** Writes a lead into the first recordRoom bytes; its length in bytes, or what is wrong with it. Throws what the lead's own accessors throw. */
  pack(lead: unknown, bytes: Uint8Array, words: Int32Array): number | BareProblem {
    this.#bytes = bytes;
    this.#words = words;
    this.#at = 0;
    this.#repaired = false;
    try {
      if (!isObject(lead)) return { code: "lead.not_object" };
      this.#answers(lead, 0);
      if (this.#repaired) this.#entry(tagRepaired, 0);
      return this.#at;
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }

  #answers(members: Members, depth: number): void {
    if (depth > deepest) refuse("list.too_deep");
    const top = this.#top;
    for (const name of Object.keys(members)) {
      const value = members[name];
      if (value === undefined) continue;
      const slot = top.get(name);
      if (slot !== undefined && slot < 0) this.#events(-1 - slot, name, value);
      else if (name === "answers") this.#answers(isObject(value) ? value : refuseShape(name, "an object { }"), depth + 1);
      else if (typeof value === "object" && isObject(value)) this.#members(value, `${name}.`, depth + 1);
      else if (slot !== undefined) this.#value(slot, name, value, 0);
    }
  }

  #members(members: Members, path: string, depth: number): void {
    if (depth > deepest) refuse("list.too_deep");
    for (const name of Object.keys(members)) {
      const value = members[name];
      if (value === undefined) continue;
      const slot = this.#slots.get(path + name);
      if (slot !== undefined) this.#value(slot, name, value, 0);
    }
  }

  #value(slot: number, name: string, value: unknown, where: number): void {
    if (!Array.isArray(value)) {
      this.#single(slot, name, value, where);
      return;
    }
    const end = Math.min(value.length, choicesLimit);
    for (let i = 0; i < end; i++) {
      if (!Array.isArray(value[i])) this.#single(slot, name, value[i], where);
    }
  }

  #single(slot: number, name: string, value: unknown, where: number): void {
    switch (typeof value) {
      case "string":
        if (value.length > fieldBytesLimit) this.#entry(where | tagTooLong, slot);
        else this.#text(where | tagText, slot, value);
        break;
      case "number":
        if (Number.isFinite(value)) this.#text(where | tagNumber, slot, String(value));
        break;
      case "boolean":
        this.#entry(where | (value ? tagYes : tagNo), slot);
        break;
      case "undefined":
        break;
      default:
        // An object inside a value means nothing, as in JSON; anything else is a mistake of the caller.
        if (value !== null && !isObject(value)) refuseShape(name, "a text, a number, yes or no, or a list of these");
    }
  }

  #events(kind: number, list: string, value: unknown): void {
    if (value === null) return;
    if (!Array.isArray(value)) refuseShape(list, "a list [ ]");
    const events = value as readonly unknown[];
    for (let i = 0; i < events.length; i++) {
      const event = events[i];
      if (i === leadEventsLimit) refuse("lead.too_many_events", list);
      if (!isObject(event)) {
        refuse("lead.shape", list, "each entry must be an object { }");
        return;
      }
      this.#entry(tagEvent, kind);
      for (const name of Object.keys(event)) {
        const entry = event[name];
        if (name === "answers") {
          if (isObject(entry)) this.#eventAnswers(entry);
        } else if (typeof entry === "string") {
          const text = eventTexts.get(name);
          if (text !== undefined) this.#text(tagEventText, text, entry);
        }
      }
    }
  }

  #eventAnswers(answers: Members): void {
    for (const name of Object.keys(answers)) {
      const slot = this.#slots.get(name);
      if (slot !== undefined) this.#value(slot, name, answers[name], tagInEvent);
    }
  }

  #entry(tag: number, slot: number): void {
    const at = this.#at;
    if (at + head > recordRoom) refuse("lead.too_large");
    this.#words[at >> 2] = tag | (slot << 16);
    this.#words[(at >> 2) + 1] = 0;
    this.#at = at + head;
  }

  #text(tag: number, slot: number, text: string): void {
    const start = this.#at + head;
    const { length } = text;
    const bytes = this.#bytes;
    if (start + length > recordRoom) refuse("lead.too_large");
    let written = 0;
    if (length <= shortText) {
      for (; written < length; written++) {
        const unit = text.charCodeAt(written);
        if (unit > 127) break;
        bytes[start + written] = unit;
      }
    }
    if (written < length) {
      const result = encoder.encodeInto(text, bytes.subarray(start, recordRoom));
      if (result.read < length) refuse("lead.too_large");
      written = result.written;
      if (written !== length && /\p{Surrogate}/u.test(text)) this.#repaired = true;
    }
    this.#words[this.#at >> 2] = tag | (slot << 16);
    this.#words[(this.#at >> 2) + 1] = written;
    this.#at = (start + written + 3) & ~3;
  }
}
