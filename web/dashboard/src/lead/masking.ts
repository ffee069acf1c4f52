// What is hidden while a screen is shared: names to their initials; personal, sensitive and unknown columns altogether.
import type { ProfileInfo } from "prequal-engine";

/** "Lakeside Heart Group" becomes "L. H. G." */
export const maskName = (name: string): string =>
  name.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).map((word) => `${/[\p{L}\p{N}]/u.exec(word)?.[0]?.toUpperCase() ?? ""}.`).join(" ");

/** Kinds of fields that hold what somebody wrote, or how to reach them. */
const told = new Set(["text", "long_text", "name", "email", "phone", "website"]);

/** A column that nobody has said anything about may hold anything. */
export function isPersonal(field: string | null, info: ProfileInfo): boolean {
  if (field === null || field === "id") return true;
  const known = info.fields.find((entry) => entry.id === field);
  return known !== undefined && (known.personal || known.sensitive || told.has(known.type));
}
