// The places where the engine runs, each behind the same few functions:
//   verdicts(profile, leads, asOf, options)  one text for each lead, or {problem} for a text that is no lead
//   list(profile, text, asOf, duplicates)    {answers, summary} of a list, with duplicates also {clusters, maps}
//   report(profile, text, asOf, name, options)  metrics, audit, accounts, allocation or compare of a list
//   page(profile, page, format, language)    one page of the profile
//   setup(profile)                           the six steps of setting up
//   exported(profile), fingerprint(profile)  the document to hand on, and what names its content
//   handoff(profile, lead, asOf, options)    note and record of a handoff, as one JSON text
//   same(profile, leads), merge(profile, leads)  groups of duplicates; the one lead that stands for several
//   set(set, profiles, leads, asOf)          verdict texts by the profile that each lead finds
//   problems(profile)                        what checking the profile had to say
//   describe(profile, language)              the profile in plain words
//   info(profile)                            the description of the profile
// A function that a place does not have is null there. Profiles and leads are texts.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { root } from "./expand.mjs";

const shown = ({ code, severity, pointer, line, column, subject }) => ({ code, severity, pointer: pointer ?? "", line: line ?? 0, column: column ?? 0, subject: subject ?? "" });
export const refused = (problems) => new Error(`the profile was refused: ${problems.filter(({ severity }) => severity === "error").map((p) => `${p.code} ${p.pointer ?? ""}`).join(", ")}`);

/** Through core/api/prequal.h: tests/acceptance/runner.cpp. */
function openNative(program) {
  const child = spawn(program, [], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (job) => {
    child.stdin.write(`${JSON.stringify(job)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error("the program of the C++ API ended");
    return JSON.parse(value);
  };
  const good = (answer, part) => {
    if (answer[part] === undefined) throw refused(answer.problems);
    return answer;
  };
  return {
    name: "native",
    verdicts: async (profile, leads, asOf, options) => good(await ask({ profile, leads, as_of: asOf, options }), "answers").answers.map((one) => (typeof one === "string" ? one : { problem: one.problem.code })),
    list: async (profile, text, asOf, duplicates) => good(await ask({ profile, list: text, as_of: asOf, duplicates }), "summary"),
    report: async (profile, text, asOf, name, options) => good(await ask({ profile, list: text, as_of: asOf, report: name, options }), "report").report,
    page: async (profile, page, format, language) => good(await ask({ profile, page, format, language }), "page").page,
    exported: async (profile) => good(await ask({ profile, export: true }), "exported").exported,
    fingerprint: async (profile) => good(await ask({ profile, export: true }), "fingerprint").fingerprint,
    setup: async (profile) => good(await ask({ profile, setup: true }), "setup").setup,
    handoff: async (profile, lead, asOf, options) => good(await ask({ profile, leads: [lead], as_of: asOf, handoff: options }), "answers").answers[0],
    same: async (profile, leads) => good(await ask({ profile, leads, same: true }), "answers").answers[0],
    merge: async (profile, leads) => good(await ask({ profile, leads, merge: true }), "answers").answers[0],
    set: async (set, profiles, leads, asOf) => good(await ask({ set, profiles, leads, as_of: asOf }), "answers").answers,
    problems: async (profile) => (await ask({ profile, check: true })).problems.map(shown),
    info: async (profile) => good(await ask({ profile, info: true }), "info").info,
    describe: async (profile, language) => good(await ask({ profile, describe: language }), "describe").describe,
    close: () => child.stdin.end(),
  };
}

/** The command build/native/prequal. */
function openCommand(program) {
  const folder = mkdtempSync(join(tmpdir(), "prequal-acceptance-"));
  const file = join(folder, "profile.json");
  const run = (profile, args, input = "") => {
    writeFileSync(file, profile);
    const done = spawnSync(program, args, { input, maxBuffer: 1 << 28 });
    if (done.error) throw done.error;
    const [out, err] = [done.stdout.toString(), done.stderr.toString()];
    if (done.status > 1) throw new Error(`prequal ${args[0]} ended with ${done.status}: ${err}`);
    return out;
  };
  const qualify = (profile, input, asOf, output, format = "ndjson") =>
    run(profile, ["qualify", "--profile", file, "--as-of", asOf, "--format", format, "--output", output, "-"], input);
  const same = (profile, input, asOf, output) => run(profile, ["duplicates", "--profile", file, "--as-of", asOf, "--output", output, "-"], input);
  const answer = (line) => (line.startsWith('{"row":') ? { problem: JSON.parse(line).problem.code } : line);
  const lines = (text) => text.split("\n").slice(0, -1);
  return {
    name: "command",
    // It reads lists, so several leads are one list; it does not look for changes.
    verdicts: async (profile, leads, asOf, options) => {
      if (options.changes || options.questions === false) return null;
      return lines(qualify(profile, leads.map((lead) => `${lead}\n`).join(""), asOf, "ndjson")).map(answer);
    },
    list: async (profile, text, asOf, duplicates) => ({
      ...(duplicates && { clusters: lines(same(profile, text, asOf, "ndjson")), maps: lines(same(profile, text, asOf, "merge-map")) }),
      answers: lines(qualify(profile, text, asOf, "ndjson", "auto")).map(answer).filter((one) => typeof one === "string"),
      summary: qualify(profile, text, asOf, "summary-json", "auto").trim(),
    }),
    report: async (profile, text, asOf, name, options) => {
      const command = name === "allocation" ? "allocate" : name;
      const more = [];
      if (options.seed !== undefined) more.push("--seed", String(options.seed));
      if (options.groups !== undefined) more.push("--group", options.groups.join(","));
      if (options.with !== undefined) {
        writeFileSync(`${file}.with`, options.with);
        more.push("--with", `${file}.with`);
      }
      return run(profile, [command, "--profile", file, "--as-of", asOf, "--output", "json", ...more, "-"], text).trim();
    },
    page: async (profile, page, format, language) => run(profile, ["describe", "--page", page, "--output", format, "--lang", language, file]),
    exported: async (profile) => run(profile, ["describe", "--output", "json", file]),
    fingerprint: async (profile) => run(profile, ["describe", "--output", "fingerprint", file]).trim(),
    setup: async (profile) => run(profile, ["describe", "--page", "setup", "--output", "json", file]).trim(),
    problems: async (profile) =>
      [...run(profile, ["check", file]).matchAll(/^.*?\.json(?::(\d+):(\d+))?: (error|warning|info): .* \[([a-z_.]+)\]$/gm)].map(([, line, column, severity, code]) => ({ code, severity, line: Number(line ?? 0), column: Number(column ?? 0) })),
    info: null,
    handoff: null,
    same: null,
    merge: null,
    set: null,
    describe: async (profile, language) => run(profile, ["describe", "--lang", language, file]),
    close: () => rmSync(folder, { recursive: true }),
  };
}

/** The full WebAssembly build, through the engine package in Node. */
async function openWasm() {
  const { loadEngine } = await import(join(root, "web/engine/dist/node.js"));
  const loaded = await loadEngine();
  if (!loaded.ok) throw new Error(`the WebAssembly build does not start: ${loaded.problems[0].message}`);
  const engine = loaded.value;
  const using = async (profile, work) => {
    const compiled = engine.compile(profile);
    if (!compiled.ok) throw refused(compiled.problems);
    try {
      return await work(compiled.value);
    } finally {
      compiled.value.dispose();
    }
  };
  const value = (result) => {
    if (!result.ok) throw new Error(result.problems[0].code);
    return result.value;
  };
  const one = (profile, lead, asOf, options) => {
    // A page hands over an object; what is no object never reaches the engine.
    const made = profile.qualify(JSON.parse(lead), { asOf, ...options });
    return made.ok ? made.value.text() : { problem: made.problems[0].code };
  };
  return {
    name: "wasm",
    verdicts: (profile, leads, asOf, options) => using(profile, (compiled) => leads.map((lead) => (isObject(lead) ? one(compiled, lead, asOf, options) : null))),
    list: (profile, text, asOf, duplicates) =>
      using(profile, (compiled) => {
        const list = value(compiled.openList({ asOf, format: "auto" }));
        value(list.push(text));
        const summary = value(list.finish());
        const answers = Array.from({ length: list.size }, (_, i) => value(list.verdictText(i)));
        let found = {};
        if (duplicates) {
          const search = value(list.findDuplicates());
          value(search.finish());
          const lines = (all) => all.split("\n").slice(0, -1);
          found = { clusters: lines(value(search.clustersText())), maps: lines(value(search.mergeMapsText())) };
        }
        list.dispose();
        return { answers, summary: JSON.stringify(summary), ...found };
      }),
    report: (profile, text, asOf, name, options) =>
      using(profile, async (compiled) => {
        const read = (one) => {
          const list = value(one.openList({ asOf, format: "auto" }));
          value(list.push(text));
          value(list.finish());
          return list;
        };
        const list = read(compiled);
        if (name !== "compare") return JSON.stringify(value(list[name](options)));
        return using(options.with, (after) => JSON.stringify(value(list.compare(read(after)))));
      }),
    page: (profile, page, format, language) => using(profile, (compiled) => value(compiled.page(page, { format, language }))),
    exported: (profile) => using(profile, (compiled) => value(compiled.exported())),
    fingerprint: (profile) => using(profile, (compiled) => value(compiled.fingerprint())),
    setup: (profile) => using(profile, (compiled) => JSON.stringify(value(compiled.setup()))),
    handoff: (profile, lead, asOf, options) =>
      using(profile, (compiled) => {
        const { note, record } = value(compiled.handoff(JSON.parse(lead), { asOf, ...options }));
        return JSON.stringify({ note, record: JSON.stringify(record) });
      }),
    same: (profile, leads) => using(profile, (compiled) => JSON.stringify(value(compiled.findDuplicates(leads.map((lead) => JSON.parse(lead)))))),
    merge: (profile, leads) => using(profile, (compiled) => JSON.stringify(value(compiled.merge(leads.map((lead) => JSON.parse(lead)))))),
    set: null,
    problems: async (profile) => value(engine.check(profile)).map(shown),
    info: (profile) => using(profile, (compiled) => JSON.stringify(compiled.info)),
    describe: (profile, language) => using(profile, (compiled) => value(compiled.describe(language))),
    close: () => engine.dispose(),
  };
}

function isObject(text) {
  try {
    const value = JSON.parse(text);
    return value !== null && typeof value === "object" && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** The places that were built; what is missing is said in `missing`. */
export async function openPlaces() {
  const places = [];
  const missing = [];
  const api = process.env.PREQUAL_ACCEPTANCE ?? join(root, "build/native/tests/acceptance/prequal_acceptance");
  const command = process.env.PREQUAL_COMMAND ?? join(root, "build/native/prequal");
  if (existsSync(api)) places.push(openNative(api));
  else missing.push("native: build the target prequal_acceptance");
  if (existsSync(command)) places.push(openCommand(command));
  else missing.push("command: build the target prequal_cli");
  if (existsSync(join(root, "web/engine/dist/node.js"))) places.push(await openWasm());
  else missing.push("wasm: build-scripts/build wasm web");
  // For a quick look: PREQUAL_PLACES=native,command
  const only = process.env.PREQUAL_PLACES?.split(",");
  if (only === undefined) return { places, missing };
  places.filter(({ name }) => !only.includes(name)).forEach((place) => place.close());
  return { places: places.filter(({ name }) => only.includes(name)), missing: [...missing, `only ${only.join(" and ")} were asked for`] };
}
