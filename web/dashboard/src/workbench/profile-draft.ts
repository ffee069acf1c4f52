// A profile document as something to edit: its numbers by their places, what differs from another one, and its export with a
// version and a note. What the numbers mean, and whether the document holds, says the engine.

export type Members = Record<string, unknown>;
export const isMembers = (value: unknown): value is Members => typeof value === "object" && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Members[] => (Array.isArray(value) ? value.filter(isMembers) : []);

export function parseDraft(text: string): Members | null {
  try {
    const document: unknown = JSON.parse(text);
    return isMembers(document) ? document : null;
  } catch {
    return null;
  }
}

/** A number of the document and its place. */
export interface DraftNumber {
  readonly path: readonly (string | number)[];
  readonly value: number;
  /** What it belongs to: a rule, with a grade perhaps, or a part of the scoring. */
  readonly rule?: string;
  readonly grade?: string;
  readonly name: string;
}

const scales = ["fit", "intent", "total"] as const;

export function thresholdNumbers(document: Members): readonly DraftNumber[] {
  const scoring = document["scoring"];
  if (!isMembers(scoring)) return [];
  return scales.flatMap((scale) => {
    const marks = scoring[scale];
    if (!isMembers(marks)) return [];
    return ["mid", "high"].flatMap((name) => (typeof marks[name] === "number" ? [{ path: ["scoring", scale, name], value: marks[name], name: `${scale}.${name}` }] : []));
  });
}

export function pointNumbers(document: Members): readonly DraftNumber[] {
  return listOf(document["rules"]).flatMap((rule, i) => {
    const id = String(rule["id"] ?? "");
    const own: DraftNumber[] = typeof rule["points"] === "number" ? [{ path: ["rules", i, "points"], value: rule["points"], rule: id, name: id }] : [];
    const grades = listOf(rule["grades"]).flatMap((grade, g): DraftNumber[] =>
      typeof grade["points"] === "number" ? [{ path: ["rules", i, "grades", g, "points"], value: grade["points"], rule: id, grade: String(grade["id"] ?? g), name: `${id}, ${String(grade["id"] ?? g)}` }] : [],
    );
    return [...own, ...grades];
  });
}

/** The document with another value at a place that it has. */
export function withValue(text: string, path: readonly (string | number)[], value: unknown): string {
  const document = parseDraft(text);
  if (document === null) return text;
  let at: unknown = document;
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown>)[key];
  (at as Record<string | number, unknown>)[path.at(-1)!] = value;
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** The document without the member at a place. */
export function withoutMember(text: string, path: readonly (string | number)[]): string {
  const document = parseDraft(text);
  if (document === null) return text;
  let at: unknown = document;
  for (const key of path.slice(0, -1)) at = (at as Record<string | number, unknown>)[key];
  delete (at as Record<string | number, unknown>)[path.at(-1)!];
  return `${JSON.stringify(document, null, 2)}\n`;
}

const quiet = new Set(["$schema", "version", "changes", "name", "summary", "note"]);

/** The parts in which two documents differ: rules by their category, the scoring, and every other section by its name. */
export function partsChanged(before: Members, after: Members): readonly string[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const out = new Set<string>();
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (quiet.has(key) || same(before[key], after[key])) continue;
    if (key !== "rules") {
      out.add(key);
      continue;
    }
    const categories = new Set([...listOf(before[key]), ...listOf(after[key])].map((rule) => String(rule["category"] ?? "")));
    for (const category of categories) {
      const of = (document: Members): unknown => listOf(document[key]).filter((rule) => String(rule["category"] ?? "") === category);
      if (!same(of(before), of(after))) out.add(`rules.${category}`);
    }
  }
  return [...out].sort();
}

/** What a rule gives, for a comparison: its own points, or those of its grades. */
const worth = (rule: Members): string => JSON.stringify(typeof rule["points"] === "number" ? rule["points"] : listOf(rule["grades"]).map((grade) => grade["points"]));

export interface RuleChange {
  readonly rule: string;
  readonly kind: "added" | "removed" | "points" | "changed";
}

export function rulesChanged(before: Members, after: Members): readonly RuleChange[] {
  const byId = (document: Members): Map<string, Members> => new Map(listOf(document["rules"]).map((rule) => [String(rule["id"] ?? ""), rule]));
  const was = byId(before);
  const is = byId(after);
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((rule): RuleChange[] => {
    const a = was.get(rule);
    const b = is.get(rule);
    if (a === undefined || b === undefined) return [{ rule, kind: a === undefined ? "added" : "removed" }];
    if (JSON.stringify(a) === JSON.stringify(b)) return [];
    return [{ rule, kind: worth(a) === worth(b) ? "changed" : "points" }];
  });
}

/** The draft as it is taken along: with its version, and a line about what changed. */
export function exportDraft(text: string, version: string, category: string, note: string): string {
  const document = parseDraft(text);
  if (document === null) return text;
  const changes = [...listOf(document["changes"]).filter((entry) => entry["version"] !== version), { version, category, text: note }];
  return `${JSON.stringify({ ...document, version, changes }, null, 2)}\n`;
}

/** The next version: "1.2.3" becomes "1.3.0". */
export function nextVersion(version: string): string {
  const parts = version.split(".").map(Number);
  return parts.length === 3 && parts.every(Number.isInteger) ? `${parts[0]}.${parts[1]! + 1}.0` : version;
}
