// The reference work in the language of each rule engine. Each maker gives a function from a lead to a verdict, or to a promise.
import { concluded, fields, isMissing, plain, rules, stops } from "../reference/model.mjs";

const ids = fields.map((field) => field.id);
const missingOf = (lead) => ids.filter((id) => isMissing(lead[id]));
const verdict = (holds, lead) => concluded(rules.filter((rule) => holds(rule.id)), stops.filter((stop) => holds(stop.id)), missingOf(lead));
const all = [...stops, ...rules];
const key = (id) => id.replaceAll(".", "_");

// ---- JSON Logic -------------------------------------------------------------------------------------------------------------------

function jsonLogic([op, ...rest]) {
  const value = { var: rest[0] };
  const known = { "!==": [value, null] };
  const operands = rest.slice(1);
  switch (op) {
    case "all": return { and: rest.map(jsonLogic) };
    case "any": return { or: rest.map(jsonLogic) };
    case "is": return { in: [value, operands] };
    case "none_of": return { and: [known, { "!": { in: [value, operands] } }] };
    case "no": return { "===": [value, false] };
    case "between": return { and: [known, { "<=": [operands[0], value, operands[1]] }] };
    case "at_least": return { and: [known, { ">=": [value, operands[0]] }] };
    case "has_any": return { and: [known, { some: [value, { in: [{ var: "" }, operands] }] }] };
    case "has_all": return { and: [known, ...operands.map((wanted) => ({ in: [wanted, value] }))] };
    case "mentions": return { and: [known, { in: [operands[0], value] }] };
  }
  throw new Error(op);
}
const logic = all.map((rule) => [rule.id, jsonLogic(plain(rule.when))]);

export async function jsonLogicJs() {
  const { default: engine } = await import("json-logic-js");
  return (lead) => {
    const held = new Set();
    for (const [id, rule] of logic) if (engine.apply(rule, lead)) held.add(id);
    return verdict((id) => held.has(id), lead);
  };
}

export async function jsonLogicEngine() {
  const { LogicEngine } = await import("json-logic-engine");
  const engine = new LogicEngine();
  const compiled = logic.map(([id, rule]) => [id, engine.build(rule)]);
  return (lead) => {
    const held = new Set();
    for (const [id, rule] of compiled) if (rule(lead)) held.add(id);
    return verdict((id) => held.has(id), lead);
  };
}

// ---- json-rules-engine ------------------------------------------------------------------------------------------------------------

function conditions([op, ...rest]) {
  const [fact, ...values] = rest;
  const one = (operator, value) => ({ fact, operator, value });
  switch (op) {
    case "all": return { all: rest.map(conditions) };
    case "any": return { any: rest.map(conditions) };
    case "is": return one("in", values);
    case "none_of": return one("notIn", [...values, null, undefined]);
    case "no": return one("equal", false);
    case "between": return { all: [one("known", 0), one("greaterThanInclusive", values[0]), one("lessThanInclusive", values[1])] };
    case "at_least": return { all: [one("known", 0), one("greaterThanInclusive", values[0])] };
    case "has_any": return { any: values.map((value) => one("contains", value)) };
    case "has_all": return { all: values.map((value) => one("contains", value)) };
    case "mentions": return one("mentions", values[0]);
  }
  throw new Error(op);
}

export async function jsonRulesEngine() {
  const { Engine } = await import("json-rules-engine");
  const engine = new Engine([], { allowUndefinedFacts: true });
  engine.addOperator("mentions", (text, phrase) => typeof text === "string" && text.includes(phrase));
  engine.addOperator("known", (value) => value !== null && value !== undefined);
  for (const rule of all) {
    const made = conditions(plain(rule.when));
    engine.addRule({ conditions: made.all || made.any ? made : { all: [made] }, event: { type: rule.id } });
  }
  return async (lead) => {
    const { events } = await engine.run(lead);
    const held = new Set(events.map((event) => event.type));
    return verdict((id) => held.has(id), lead);
  };
}

// ---- CEL and ZEN: expressions -----------------------------------------------------------------------------------------------------

const text = (value) => `'${value}'`;
const list = (values) => `[${values.map(text).join(", ")}]`;

function cel([op, field, ...values]) {
  const known = `${field} != null`;
  switch (op) {
    case "all": return [field, ...values].map((part) => `(${cel(part)})`).join(" && ");
    case "any": return [field, ...values].map((part) => `(${cel(part)})`).join(" || ");
    case "is": return `${field} in ${list(values)}`;
    case "none_of": return `${known} && !(${field} in ${list(values)})`;
    case "no": return `${field} == false`;
    case "between": return `${known} && ${field} >= ${values[0]} && ${field} <= ${values[1]}`;
    case "at_least": return `${known} && ${field} >= ${values[0]}`;
    case "has_any": return `${known} && (${values.map((value) => `${text(value)} in ${field}`).join(" || ")})`;
    case "has_all": return `${known} && ${values.map((value) => `${text(value)} in ${field}`).join(" && ")}`;
    case "mentions": return `${known} && mentions(${field}, ${text(values[0])})`;
  }
  throw new Error(op);
}

export async function celJs() {
  const { evaluate, parse } = await import("cel-js");
  const programs = all.map((rule) => [rule.id, parse(cel(plain(rule.when))).cst]);
  const functions = { mentions: (value, phrase) => value.includes(phrase) };
  const nothing = Object.fromEntries(ids.map((id) => [id, null]));
  return (lead) => {
    const context = { ...nothing, ...lead };  // CEL has no absent names
    const held = new Set();
    for (const [id, program] of programs) if (evaluate(program, context, functions) === true) held.add(id);
    return verdict((id) => held.has(id), lead);
  };
}

function zen([op, field, ...values]) {
  const known = `${field} != null`;
  switch (op) {
    case "all": return [field, ...values].map((part) => `(${zen(part)})`).join(" and ");
    case "any": return [field, ...values].map((part) => `(${zen(part)})`).join(" or ");
    case "is": return `${known} and ${field} in ${list(values)}`;
    case "none_of": return `${known} and ${field} not in ${list(values)}`;
    case "no": return `${field} == false`;
    case "between": return `${known} and ${field} >= ${values[0]} and ${field} <= ${values[1]}`;
    case "at_least": return `${known} and ${field} >= ${values[0]}`;
    case "has_any": return `${known} and some(${field}, # in ${list(values)})`;
    case "has_all": return `${known} and ${values.map((value) => `contains(${field}, ${text(value)})`).join(" and ")}`;
    case "mentions": return `${known} and contains(${field}, ${text(values[0])})`;
  }
  throw new Error(op);
}
// One expression for all rules: one crossing a lead, which is how a caller who minds speed would do it.
const zenSource = `{ ${all.map((rule) => `${key(rule.id)}: ${zen(plain(rule.when))}`).join(", ")} }`;

export async function zenNative() {
  const { evaluateExpressionSync } = await import("@gorules/zen-engine");
  return (lead) => {
    const held = evaluateExpressionSync(zenSource, lead);
    return verdict((id) => held[key(id)] === true, lead);
  };
}

export async function zenWasm() {
  const { default: start, Variable } = await import("@gorules/zen-engine-wasm");
  if (typeof process === "object") {
    const { readFile } = await import("node:fs/promises");
    const { createRequire } = await import("node:module");
    const path = globalThis.zenWasmPath ?? createRequire(import.meta.url).resolve("@gorules/zen-engine-wasm/dist/zen_engine_wasm_bg.wasm");
    await start({ module_or_path: await readFile(path) });
  } else await start();
  return (lead) => {
    const variable = new Variable(lead);
    const held = variable.evaluateExpression(zenSource);
    variable.free();
    return verdict((id) => held[key(id)] === true, lead);
  };
}
