// Writes src/generated/ from the tables of the core, so that nothing is spelled twice: entries of packed leads, names of
// events, outcome columns, parts of verdicts, limits, and the texts of problems.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const engine = join(dirname(fileURLToPath(import.meta.url)), "..");
const core = join(engine, "../../core");

/** The argument lists of every NAME(...) line of a .def file. */
function entries(file, name) {
  const found = [];
  for (const line of readFileSync(join(core, file), "utf8").split("\n")) {
    if (!line.startsWith(`${name}(`)) continue;
    const inner = line.slice(name.length + 1, line.lastIndexOf(")"));
    // Arguments are identifiers, numbers or C strings without anything but simple escapes.
    found.push([...inner.matchAll(/"((?:[^"\\]|\\.)*)"|([^",\s]+)/g)].map((m) => (m[1] !== undefined ? JSON.parse(`"${m[1]}"`) : m[2])));
  }
  if (found.length === 0) throw new Error(`${file} has no ${name}`);
  return found;
}

const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());
const literal = (value) => JSON.stringify(value);
const constant = (name, value, type = "") => `export const ${name}${type} = ${value};\n`;

function packed() {
  let out = "";
  for (const [name, number] of entries("api/packed_lead.def", "PREQUAL_PACKED")) out += constant(camel(`tag_${name}`), number);
  const kinds = entries("lead/event_kinds.def", "PREQUAL_EVENT_KIND").map(([, list], i) => [list, i]);
  const texts = entries("lead/event_texts.def", "PREQUAL_EVENT_TEXT").map(([, name], i) => [name, i]);
  const map = (pairs) => `/* @__PURE__ */ new Map(${literal(pairs)})`;
  out += constant("eventKinds", map(kinds), ": ReadonlyMap<string, number>");
  out += constant("eventTexts", map(texts), ": ReadonlyMap<string, number>");
  return out;
}

function limits() {
  const text = readFileSync(join(core, "base/limits.h"), "utf8");
  const wanted = { kProfileBytes: "profileBytes", kFieldBytes: "fieldBytes", kLeadBytes: "leadBytes", kChoices: "choices", kLeadEvents: "leadEvents" };
  return Object.entries(wanted).map(([theirs, ours]) => {
    const found = new RegExp(`${theirs} = (?:std::size_t\\{)?([0-9'} *]+);`).exec(text);
    if (found === null) throw new Error(`limits.h has no ${theirs}`);
    const value = found[1].replace(/['}]/g, "").split("*").reduce((product, part) => product * Number(part), 1);
    return constant(`${ours}Limit`, value);
  }).join("");
}

function outcomes() {
  const columns = entries("api/outcome_columns.def", "PREQUAL_OUTCOME");
  return constant("columnNames", literal(columns.map(([name]) => camel(name))) + " as const") +
    constant("columnElements", literal(columns.map(([, element]) => element)), `: readonly ("i16" | "u8" | "u16" | "u64")[]`);
}

// Five scores of three numbers stand before them.
const scoreWords = 15;

// Where the numbers of a verdict stand (report/verdict_words.h), and the members of a verdict document with the part in which each is written, in the order of the document.
function parts() {
  const members = entries("report/verdict_parts.def", "PREQUAL_VERDICT_PART").flatMap(([, ...names], part) => names.map((name) => [name, part]));
  const words = entries("report/verdict_words.def", "PREQUAL_VERDICT_WORD").map(([name], i) => constant(camel(`at_${name}`), scoreWords + i));
  return words.join("") + constant("atLists", scoreWords + words.length) + constant("verdictParts", literal(members), ": readonly (readonly [member: string, part: number])[]");
}

function problems() {
  const spanish = JSON.parse(readFileSync(join(engine, "texts/problems.es.json"), "utf8"));
  const codes = entries("base/codes.def", "PREQUAL_CODE");
  const lines = codes.map(([, dotted, severity, message, remedy]) => {
    const es = spanish[dotted];
    return `  ${literal(dotted)}: ${literal([severity, message, remedy, ...(es === undefined ? [] : es)])},\n`;
  });
  return `export const problemTexts: Readonly<Record<string, readonly string[]>> = {\n${lines.join("")}};\n`;
}

/** Codes whose Spanish text is missing, or that no longer exist. */
export function spanishGaps() {
  const spanish = JSON.parse(readFileSync(join(engine, "texts/problems.es.json"), "utf8"));
  const codes = new Set(entries("base/codes.def", "PREQUAL_CODE").map(([, dotted]) => dotted));
  return { missing: [...codes].filter((code) => !(code in spanish)), unknown: Object.keys(spanish).filter((code) => !codes.has(code)) };
}

export function writeTables() {
  const folder = join(engine, "src/generated");
  mkdirSync(folder, { recursive: true });
  const head = "// Made by scripts/tables.mjs from the tables of the core. Do not edit.\n";
  for (const [name, make] of Object.entries({ packed, limits, outcomes, parts, problems })) {
    writeFileSync(join(folder, `${name}.ts`), head + make());
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeTables();
