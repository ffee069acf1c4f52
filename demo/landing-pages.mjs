// The landing pages: where each lies, the profile that its form uses, and the typeface that it brings along. Build, server,
// tests and pictures read this one list.
import { fileURLToPath } from "node:url";

const fonts = (family, file) => ({ family, file: `@fontsource-variable/${family}/files/${family}-latin-${file}-normal.woff2` });

export const landingPages = [
  { id: "scheduling", company: "Claravia", at: "landing", profile: "b2b-scheduling", font: null },
  { id: "inpatient", company: "Puentara", at: "inpatient", profile: "b2b-inpatient", font: fonts("newsreader", "wght") },
  { id: "monitoring", company: "Latiora", at: "monitoring", profile: "b2b-remote-monitoring", font: fonts("bricolage-grotesque", "wght") },
  { id: "clinic", company: "Meadowrun", at: "clinic", profile: "patient-intake", font: fonts("atkinson-hyperlegible-next", "wght") },
  { id: "membership", company: "Larkmere", at: "membership", profile: "member-enrollment", font: fonts("fraunces", "soft") },
];

export const profileFile = ({ profile }) => fileURLToPath(new URL(`../core/profiles/${profile}.json`, import.meta.url));

/** Where the forms of the pages send to, and what was received is shown. The first page has the plain address. */
export function leadPath(page, lang) {
  return `${lang === "es" ? "/es" : ""}/lead${page === landingPages[0] ? "" : `/${page.id}`}`;
}

/** The page and language that an address of leadPath() means, or null. */
export function findLeadPath(pathname) {
  for (const page of landingPages) for (const lang of ["en", "es"]) if (leadPath(page, lang) === pathname) return { page, lang };
  return null;
}
