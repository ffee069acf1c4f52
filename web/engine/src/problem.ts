// Problems as values. The texts come from outside, so that the form build need not carry them.
import type { Problem, Result } from "./types.js";

/** A problem as the core writes it: codes and parameters. */
export interface BareProblem {
  readonly code: string;
  readonly severity?: Problem["severity"];
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
  readonly row?: number;
  readonly subject?: string;
  readonly detail?: string;
}

/** Fills in message and remedy. */
export type Describe = (problem: BareProblem) => Problem;

/** Without texts: the code speaks for itself. */
export const describeBare: Describe = (problem) => ({ severity: "error", message: problem.code, remedy: "", ...problem });

export function fail(describe: Describe, ...problems: readonly BareProblem[]): Result<never> {
  return { ok: false, problems: problems.map(describe) };
}

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });
