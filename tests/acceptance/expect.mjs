// What a case expects, checked against the answers. Every function gives sentences about what does not hold.
import { isDeepStrictEqual } from "node:util";
import { find } from "./pointer.mjs";

const show = (value) => (value === undefined ? "nothing" : JSON.stringify(value));
const has = (list, entry) =>
  typeof list === "string"
    ? list.includes(entry)
    : Array.isArray(list) && list.some((one) => isDeepStrictEqual(one, entry) || (isObject(entry) && isObject(one) && Object.entries(entry).every(([k, v]) => isDeepStrictEqual(one[k], v))));
const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const each = (value) => (Array.isArray(value) ? value : [value]);

/** The ways to expect something of a value besides being equal. */
const tests = {
  equals: (value, wanted) => isDeepStrictEqual(value, wanted),
  not: (value, wanted) => !isDeepStrictEqual(value, wanted),
  contains: (value, wanted) => each(wanted).every((one) => has(value, one)),
  lacks: (value, wanted) => value !== undefined && each(wanted).every((one) => !has(value, one)),
  absent: (value, wanted) => (value === undefined) === wanted,
  one_of: (value, wanted) => wanted.some((one) => isDeepStrictEqual(value, one)),
  count: (value, wanted) => (Array.isArray(value) ? value.length : -1) === wanted,
  at_least: (value, wanted) => typeof value === "number" && value >= wanted,
  at_most: (value, wanted) => typeof value === "number" && value <= wanted,
  above: (value, wanted) => typeof value === "number" && value > wanted,
  below: (value, wanted) => typeof value === "number" && value < wanted,
  matches: (value, wanted) => typeof value === "string" && new RegExp(wanted).test(value),
};
const orders = {
  "=": (a, b) => a !== undefined && isDeepStrictEqual(a, b),
  "!=": (a, b) => a !== undefined && b !== undefined && !isDeepStrictEqual(a, b),
  "<": (a, b) => typeof a === "number" && typeof b === "number" && a < b,
  "<=": (a, b) => typeof a === "number" && typeof b === "number" && a <= b,
  ">": (a, b) => typeof a === "number" && typeof b === "number" && a > b,
  ">=": (a, b) => typeof a === "number" && typeof b === "number" && a >= b,
};

/** "name/pointer": the part before the first slash names one of several answers; none is the only one. */
export const nameOf = (target) => target.split("/")[0];

function look(answers, target) {
  const at = target.indexOf("/");
  const name = nameOf(target);
  if (!Object.hasOwn(answers, name)) throw new Error(`there is no answer "${name}" for ${target}`);
  return find(answers[name], at < 0 ? "" : target.slice(at));
}

/** What does not hold of one value. */
export function checkValue(value, wanted, where) {
  if (!isObject(wanted)) return isDeepStrictEqual(value, wanted) ? [] : [`${where} is ${show(value)} and not ${show(wanted)}`];
  const faults = [];
  if (Object.keys(wanted).length === 0) throw new Error(`${where} expects nothing`);
  for (const [name, argument] of Object.entries(wanted)) {
    if (tests[name] === undefined) throw new Error(`${where}: there is no test "${name}"`);
    if (!tests[name](value, argument)) faults.push(`${where} is ${show(value)}: ${name} ${show(argument)} does not hold`);
  }
  return faults;
}

/** What does not hold of all that a case expects of its answers. */
export function checkExpected(answers, expect = {}, compare = []) {
  const faults = Object.entries(expect).flatMap(([target, wanted]) => checkValue(look(answers, target), wanted, target));
  for (const [left, order, right] of compare) {
    if (orders[order] === undefined) throw new Error(`there is no order "${order}"`);
    const [a, b] = [look(answers, left), look(answers, right)];
    if (!orders[order](a, b)) faults.push(`${left} ${order} ${right} does not hold: ${show(a)}, ${show(b)}`);
  }
  return faults;
}

/** Problems of a profile: each wanted one (code, and what else it says) must be among those found. */
export function checkProblems(problems, wanted, severity) {
  return wanted.flatMap((one) =>
    problems.some((problem) => problem.severity === severity && Object.entries(one).every(([key, value]) => isDeepStrictEqual(problem[key], value)))
      ? []
      : [`no ${severity} ${show(one)} among ${show(problems.map(({ code, severity, pointer, subject }) => ({ code, severity, pointer, subject })))}`],
  );
}
