// What is looked at most of a verdict, made from the numbers that the core writes (core/report/verdict_words.h) and the names
// of the profile: the same objects as in the document, without its text.
import {
  atBand, atBandReach, atCell, atEligibility, atEligibilityReach, atFitBand, atFitReach, atIntentBand, atIntentReach, atLists, atPreference,
  atStatus, atStatusReach, atStatusReason,
} from "./generated/parts.js";
import type { BandedScore, Contribution, Level, ProfileInfo, Score, Truth, Verdict } from "./types.js";

const categories = ["fit", "intent", "adjustment", "negative"] as const;
const truths: readonly Truth[] = ["unknown", "met", "not_met"];
const noEntry = 0xffff;
const highestTotal = 100;
const decoder = new TextDecoder();

type Because = Record<string, unknown>;

/** Those of `names` whose bit is set. */
function namesIn<Name>(names: readonly Name[], bits: number): Name[] {
  const out: Name[] = [];
  for (let i = 0; i < names.length; i++) if ((bits >> i) & 1) out.push(names[i] as Name);
  return out;
}

/** The members of a verdict that the numbers hold. */
export type Told = Pick<Verdict, "scores" | "band" | "eligibility" | "contributions" | "status" | "missing">;

/** Reads the numbers that begin at `start`, all at once, so that nothing has to be kept of them. */
export function readWords(info: ProfileInfo, words: Int32Array, start: number): Told {
  const reader = new Reader(info, words, start);
  return { scores: reader.scores(), band: reader.band(), eligibility: reader.eligibility(), contributions: reader.contributions(), status: reader.status(),
    missing: reader.missing() };
}

class Reader {
  readonly #info: ProfileInfo;
  readonly #words: Int32Array;
  readonly #start: number;
  #at = 0;

  constructor(info: ProfileInfo, words: Int32Array, start: number) {
    this.#info = info;
    this.#words = words;
    this.#start = start;
  }

  scores(): Verdict["scores"] {
    const { caps } = this.#info;
    return {
      fit: this.#banded(0, caps.fit, atFitBand, atFitReach),
      intent: this.#banded(3, caps.intent, atIntentBand, atIntentReach),
      adjustment: this.#score(6, caps.adjustment),
      negative: this.#score(9, caps.negative),
      total: this.#banded(12, highestTotal, atBand, atBandReach),
    };
  }
  band(): Verdict["band"] {
    const { levels, bands_by: by, cells } = this.#info;
    return { value: levels[this.#number(atBand)] as Level, by, reach: namesIn(levels, this.#number(atBandReach)), cell: cells[this.#number(atCell)] as string };
  }
  status(): Verdict["status"] {
    const { statuses, reasons } = this.#info;
    const reason = this.#number(atStatusReason);
    return { value: statuses[this.#number(atStatus)] as string, reach: namesIn(statuses, this.#number(atStatusReach)),
      reason: reason === noEntry ? null : (reasons[reason]?.code ?? null) };
  }
  contributions(): readonly Contribution[] {
    const { rules, groups } = this.#info;
    const out: Contribution[] = [];
    for (let left = this.#list(0); left > 0; left--) {
      const kind = this.#next();
      const category = categories[this.#next()] as Contribution["category"];
      const index = this.#next();
      const number = this.#next();
      const points = this.#next();
      if (kind > 1) {
        const rule = kind === 2 ? `cap:${groups[index] as string}` : kind === 3 ? `cap:${category}` : "bounds:total";
        out.push({ rule, category: kind === 4 ? "total" : category, points });
        continue;
      }
      const { id: rule, basis, grades } = rules[index] as ProfileInfo["rules"][number];
      if (kind === 1) {
        out.push({ rule, category, points, basis });
        continue;
      }
      const grade = grades[number] as string;
      out.push(grade === "" ? { rule, category, points, basis, because: this.#because() } : { rule, category, points, grade, basis, because: this.#because() });
    }
    return out;
  }
  eligibility(): Verdict["eligibility"] {
    const { eligibilities, criteria, stops } = this.#info;
    const states: Verdict["eligibility"]["criteria"][number][] = [];
    const count = this.#list(1);
    for (let i = 0; i < count; i++) {
      const { id, kind } = criteria[i] as ProfileInfo["criteria"][number];
      states.push({ id, kind, state: truths[this.#next()] as Truth, because: this.#because() });
    }
    const stopped: Verdict["eligibility"]["stops"][number][] = [];
    for (let left = this.#list(2); left > 0; left--) {
      const { id, code, scope, exit, recheck_on } = stops[this.#next()] as ProfileInfo["stops"][number];
      stopped.push({ id, code, scope, exit, recheck_on: [...recheck_on], because: this.#because() });
    }
    return { value: eligibilities[this.#number(atEligibility)] as Verdict["eligibility"]["value"],
      reach: namesIn(eligibilities, this.#number(atEligibilityReach)), criteria: states, preference: this.#number(atPreference), stops: stopped };
  }
  missing(): readonly string[] {
    const { fields } = this.#info;
    const out: string[] = [];
    for (let left = this.#list(3); left > 0; left--) out.push(fields[this.#next()]?.id as string);
    return out;
  }

  #score(at: number, max: number): Score {
    return { value: this.#number(at), low: this.#number(at + 1), high: this.#number(at + 2), max };
  }
  #banded(at: number, max: number, atLevel: number, atReach: number): BandedScore {
    const { levels } = this.#info;
    return { value: this.#number(at), low: this.#number(at + 1), high: this.#number(at + 2), max,
      band: levels[this.#number(atLevel)] as Level, reach: namesIn(levels, this.#number(atReach)) };
  }
  /** Goes to one of the lists and gives its length. */
  #list(which: number): number {
    this.#at = this.#start + this.#number(atLists + which);
    return this.#next();
  }
  #number(at: number): number {
    return this.#words[this.#start + at] as number;
  }
  #next(): number {
    return this.#words[this.#at++] as number;
  }
  #because(): Because {
    const out: Because = {};
    for (let left = this.#next(); left > 0; left--) {
      const { id, values } = this.#info.fields[this.#next()] as ProfileInfo["fields"][number];
      switch (this.#next()) {
        case 1:
          out[id] = this.#next();
          break;
        case 2:
          out[id] = values[this.#next() - 1]?.id;
          break;
        case 3: {
          const codes: unknown[] = [];
          for (let more = this.#next(); more > 0; more--) codes.push(values[this.#next() - 1]?.id);
          out[id] = codes;
          break;
        }
        case 4: {
          const length = this.#next();
          const words = this.#words;
          out[id] = decoder.decode(new Uint8Array(words.buffer, words.byteOffset + this.#at * 4, length));
          this.#at += (length + 3) >> 2;
          break;
        }
        default:
          out[id] = null;
      }
    }
    return out;
  }
}
