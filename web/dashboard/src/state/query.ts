// The query box: words, and conditions as "total>70", "band:high", "state:TX", "-source:\"paid ad\"". What is no condition is
// searched for in all columns.

export type Field = "total" | "fit" | "intent" | "adjustment" | "negative";
export type Operator = ">" | ">=" | "<" | "<=" | "=";

export type Term =
  | { readonly kind: "score"; readonly field: Field; readonly operator: Operator; readonly value: number; readonly not: boolean }
  | { readonly kind: "value"; readonly column: string; readonly value: string; readonly not: boolean }
  | { readonly kind: "word"; readonly word: string; readonly not: boolean };

const scores: Readonly<Record<string, Field>> = { score: "total", total: "total", fit: "fit", intent: "intent", adjustment: "adjustment", negative: "negative" };
const piece = /(-?)(?:([\p{L}\p{N}_.]+|"[^"]*")(:|>=|<=|>|<|=)("[^"]*"|[^\s"]+)|("[^"]*"|[^\s"]+))/gu;
const bare = (text: string): string => (text.startsWith('"') ? text.slice(1, -1) : text);

export function parseQuery(query: string): readonly Term[] {
  return [...query.matchAll(piece)].flatMap((found): Term[] => {
    const [, minus, left, operator, right, word] = found;
    const not = minus === "-";
    if (word !== undefined) return bare(word) === "" ? [] : [{ kind: "word", word: bare(word), not }];
    const field = scores[bare(left ?? "").toLowerCase()];
    const number = Number(right);
    if (field !== undefined && operator !== ":" && Number.isFinite(number)) return [{ kind: "score", field, operator: operator as Operator, value: number, not }];
    if (operator === ":" || operator === "=") return [{ kind: "value", column: bare(left ?? ""), value: bare(right ?? ""), not }];
    return [{ kind: "word", word: found[0].replace(/^-/, ""), not }];
  });
}

const tests: Readonly<Record<Operator, (a: number, b: number) => boolean>> = {
  ">": (a, b) => a > b, ">=": (a, b) => a >= b, "<": (a, b) => a < b, "<=": (a, b) => a <= b, "=": (a, b) => a === b,
};

/** Takes from `found` the leads for which the test does not hold. */
export function keepScore(found: Uint8Array, column: Int16Array, term: Extract<Term, { kind: "score" }>): void {
  const test = tests[term.operator];
  for (let lead = 0; lead < found.length; ++lead) if (test(column[lead] ?? 0, term.value) === term.not) found[lead] = 0;
}

/** A condition on a column, to be put into the query box. */
export const conditionText = (column: string, value: string, not = false): string => {
  const quoted = (text: string): string => (/^[\p{L}\p{N}_.]+$/u.test(text) ? text : `"${text.replaceAll('"', "")}"`);
  return `${not ? "-" : ""}${quoted(column)}:${quoted(value)}`;
};
