// Verdicts of single leads. The outcome is there at once. What is looked at most comes as numbers when it is first asked for
// (words.ts), any other part of the document as its JSON text.
import { columnNames } from "./generated/outcomes.js";
import { verdictParts } from "./generated/parts.js";
import type { Moment } from "./time.js";
import type { Outcome, QualifyOptions, Result, Verdict } from "./types.js";
import type { Told } from "./words.js";

/** Where documents come from: a profile. Without a part it is the whole document. */
interface Source {
  document(record: Uint8Array, moment: Moment, options: QualifyOptions, part?: number): Result<string>;
  told(record: Uint8Array, moment: Moment): Result<Told>;
}
type Members = Readonly<Record<string, unknown>>;

const told = ["scores", "band", "eligibility", "contributions", "status", "missing"] as const satisfies readonly (keyof Told)[];

/** A verdict and what else the engine can say about it. */
export interface EngineVerdict extends Verdict {
  readonly outcome: Outcome;
  /** The verdict document as JSON text: the same bytes as the command writes. */
  text(): string;
  /** The whole verdict as plain data. */
  toJSON(): Verdict;
}

const wide = columnNames.slice(0, -1);

export class LazyVerdict {
  readonly #profile: Source;
  readonly #record: Uint8Array;
  readonly #moment: Moment;
  readonly #options: QualifyOptions;
  readonly #numbers: Int32Array;
  #text: string | null = null;
  #document: Verdict | null = null;
  readonly #parts: Members[] = [];
  #told: Told | null = null;
  #outcome: Outcome | null = null;

  constructor(profile: Source, record: Uint8Array, moment: Moment, options: QualifyOptions, numbers: Int32Array) {
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
    return (this.#text ??= this.#made());
  }

  toJSON(): Verdict {
    return (this.#document ??= JSON.parse(this.text()) as Verdict);
  }

  /** @internal A member of the document, which is in that part of it. */
  member(name: string, part: number): unknown {
    const members = this.#document ?? (this.#parts[part] ??= JSON.parse(this.#made(part)) as Members);
    return (members as Members)[name];
  }

  /** @internal The members that come as numbers; from the document when that is there. */
  get told(): Told {
    return this.#document ?? (this.#told ??= need(this.#profile.told(this.#record, this.#moment)));
  }

  #made(part?: number): string {
    return need(this.#profile.document(this.#record, this.#moment, this.#options, part));
  }
}

// A getter has no other way to say it. It happens when the engine was disposed of, or failed twice on this lead.
function need<T>(made: Result<T>): T {
  if (!made.ok) throw new Error(`prequal: ${made.problems[0]?.code ?? "engine.trap"}`);
  return made.value;
}

for (const [name, part] of verdictParts) {
  Object.defineProperty(LazyVerdict.prototype, name, {
    enumerable: true,
    configurable: true,
    get(this: LazyVerdict) {
      return this.member(name, part);
    },
  });
}
for (const name of told) {
  Object.defineProperty(LazyVerdict.prototype, name, {
    enumerable: true,
    get(this: LazyVerdict) {
      return this.told[name];
    },
  });
}
