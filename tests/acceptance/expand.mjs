// Cases as they are written, to the texts that the engine gets: shipped profiles with changes, shared leads with changes.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { change } from "./pointer.mjs";

const here = import.meta.dirname;
export const root = join(here, "../..");
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

/** NOW of the requirement catalogue. */
export const defaultAsOf = "2026-11-20T10:00:00-05:00";
const minute = 60_000;

const shared = { leads: read(join(here, "leads.json")), profiles: read(join(here, "profiles.json")) };

/** RFC 7396: null removes. */
export function merge(base, patch) {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const out = base !== null && typeof base === "object" && !Array.isArray(base) ? { ...base } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete out[key];
    else out[key] = merge(out[key], value);
  }
  return out;
}

/** "YYYY-MM-DDThh:mm:ss-05:00" some minutes later, in the same offset. */
function later(time, minutes) {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(time)[0];
  const sign = offset.startsWith("-") ? -1 : 1;
  const shift = offset === "Z" ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  return new Date(Date.parse(time) + (minutes + shift) * minute).toISOString().slice(0, 19) + offset;
}

/** {"$times": 3, "$minutes": 60, ...}: three entries, an hour apart. */
function repeat(entry) {
  const { $times = 1, $minutes = 0, ...rest } = entry;
  return Array.from({ length: $times }, (_, i) => (i === 0 || $minutes === 0 ? { ...rest } : { ...rest, at: later(rest.at, i * $minutes) }));
}

/** {"$": base, "$remove": [pointers], ...changes}, a name, or a document. */
function derive(kind, written, base) {
  if (typeof written === "string") return base(written);
  if (written === null || typeof written !== "object" || !("$" in written || "$patch" in written)) return written;
  const { $, $patch = {}, $as_of: _asOf, $profile: _profile, ...rest } = written;
  const out = structuredClone(merge($ === undefined ? {} : derive(kind, base($), base), rest));
  for (const [pointer, value] of Object.entries($patch)) change(out, pointer, value === null ? undefined : value);
  return out;
}

/** The text of a profile: as it is shipped when nothing is changed. */
export function profileText(written) {
  if (typeof written === "string" && shared.profiles[written] === undefined) return readFileSync(join(root, "core/profiles", `${written}.json`), "utf8");
  const base = (name) => (shared.profiles[name] === undefined ? read(join(root, "core/profiles", `${name}.json`)) : derive("profile", shared.profiles[name], base));
  if (typeof written === "object" && typeof written.$text === "string") return written.$text;
  return JSON.stringify(derive("profile", written, base), null, 1);
}

/** A set document; "set" is the shipped one. */
export function setDocument(written) {
  return derive("set", written, (name) => read(join(root, "core/profiles", `${name}.json`)));
}

/** A lead as one line of JSON; {"$text": "..."} is taken as it stands. */
export function leadText(written) {
  if (typeof written === "object" && typeof written.$text === "string") return written.$text;
  const base = (name) => {
    if (shared.leads[name] === undefined) throw new Error(`there is no lead ${name} in leads.json`);
    return derive("lead", shared.leads[name], base);
  };
  const lead = structuredClone(derive("lead", written, base));
  delete lead.$as_of;
  delete lead.$profile;
  for (const key of ["touches", "attempts", "history"]) {
    if (Array.isArray(lead[key])) lead[key] = lead[key].flatMap(repeat);
  }
  return JSON.stringify(lead);
}

/** The leads of a list; one with "$times": 12 stands for twelve, whose ids end in -1 to -12. */
export function listText(list) {
  if (typeof list === "string") return list;
  const copies = ({ $times, ...rest }) => ($times === undefined ? [rest] : Array.from({ length: $times }, (_, i) => ({ ...rest, id: `${rest.id ?? "lead"}-${i + 1}` })));
  return list.flatMap((lead) => (typeof lead === "string" ? [lead] : copies(lead))).map((lead) => `${leadText(lead)}\n`).join("");
}

/** All cases of all files, each with the file it stands in. */
export function readCases() {
  const folder = join(here, "cases");
  const files = readdirSync(folder).filter((file) => file.endsWith(".json")).sort();
  return files.flatMap((file) => read(join(folder, file)).map((one) => ({ ...one, file: `tests/acceptance/cases/${file}` })));
}
