// Verdicts of single leads. The outcome is there at once; the document is made, and read, when a section is first asked for.
import { columnNames } from "./generated/outcomes.js";
import type { Moment } from "./time.js";
import type { Outcome, QualifyOptions, Result, Verdict } from "./types.js";

/** Where documents come from: a profile. */
interface Source {
  document(record: Uint8Array, moment: Moment, options: QualifyOptions): Result<string>;
}

/** A verdict and what else the engine can say about it. */
export interface EngineVerdict extends Verdict {
  readonly outcome: Outcome;
  /** The verdict document as JSON text: the same bytes as the command writes. */
  text(): string;
  /** The whole verdict as plain data. */
  toJSON(): Verdict;
}

/** The sections of a verdict document, in its order. */
export const verdictKeys = [
  "verdict", "engine", "profile", "lead", "as_of", "decision", "final_decision_by", "provisional", "final_decision", "outcomes", "header", "quality",
  "qualified", "settled", "scores", "band", "eligibility", "factors", "contributions", "potential", "stage", "status", "reasons", "route",
  "next_step", "outreach", "tier", "nurture_decision", "attention", "attention_because", "confidence", "screening_required", "ops", "nurture", "recheck", "history", "review", "trace", "dimensions",
  "checklists", "facts", "ownership", "committee", "coverage", "rechecks", "deliverables", "booking", "capacity", "red_flags", "what_next", "contradictions", "data",
  "completeness", "missing", "handoff", "questions", "discovery", "changes",
] as const satisfies readonly (keyof Verdict)[];

const wide = columnNames.slice(0, -1);

export class LazyVerdict {
  readonly #profile: Source;
  readonly #record: Uint8Array;
  readonly #moment: Moment;
  readonly #options: QualifyOptions;
  readonly #numbers: readonly number[];
  #text: string | null = null;
  #document: Verdict | null = null;
  #outcome: Outcome | null = null;

  constructor(profile: Source, record: Uint8Array, moment: Moment, options: QualifyOptions, numbers: readonly number[]) {
    this.#profile = profile;
    this.#record = record;
    this.#moment = moment;
    this.#options = { ...options };
    this.#numbers = numbers;
  }

  get outcome(): Outcome {
    if (this.#outcome === null) {
      const made: Record<string, number> = {};
      for (let i = 0; i < wide.length; i++) made[wide[i] as string] = this.#numbers[i] as number;
      this.#outcome = made as unknown as Outcome;
    }
    return this.#outcome;
  }

  text(): string {
    if (this.#text === null) {
      const made = this.#profile.document(this.#record, this.#moment, this.#options);
      // A getter has no other way to say it. It happens when the engine was disposed of, or failed twice on this lead.
      if (!made.ok) throw new Error(`prequal: ${made.problems[0]?.code ?? "engine.trap"}`);
      this.#text = made.value;
    }
    return this.#text;
  }

  toJSON(): Verdict {
    return (this.#document ??= JSON.parse(this.text()) as Verdict);
  }
}

for (const key of verdictKeys) {
  Object.defineProperty(LazyVerdict.prototype, key, {
    enumerable: true,
    get(this: LazyVerdict) {
      return this.toJSON()[key];
    },
  });
}
