// The sentences of all problems, English and Spanish; an entry of its own, which forms do not load.
import { problemTexts } from "./generated/problems.js";
import type { BareProblem, Describe } from "./problem.js";
import type { Problem } from "./types.js";

export type ProblemLocale = "en" | "es";

const fill = (text: string, problem: BareProblem): string =>
  text.replace(/\{(subject|detail)\}/g, (_, name: "subject" | "detail") => problem[name] ?? "");

/** The problem's message and remedy in a language; English where there is no other. */
export function describeProblem(problem: BareProblem, locale: ProblemLocale = "en"): { readonly message: string; readonly remedy: string } {
  const [, message = problem.code, remedy = "", messageEs = message, remedyEs = remedy] = problemTexts[problem.code] ?? [];
  const spanish = locale === "es";
  return { message: fill(spanish ? messageEs : message, problem), remedy: fill(spanish ? remedyEs : remedy, problem) };
}

/** Completes what the core or the wrapper said. */
export const describe: Describe = (problem): Problem => ({
  severity: (problemTexts[problem.code]?.[0] ?? "error") as Problem["severity"],
  ...describeProblem(problem),
  ...problem,
});
