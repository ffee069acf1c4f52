// docs/catalogue.md: which case or test shows each row of the requirement catalogue.

const groups = (catalogue) => {
  const out = new Map();
  for (const entry of catalogue) {
    const group = entry.row.slice(0, 3);
    out.set(group, [...(out.get(group) ?? []), entry]);
  }
  return out;
};

const shownBy = ({ cases, tests }) =>
  [...cases.map(({ id }) => `\`${id}\``), ...tests.map((file) => `[${file.split("/").at(-1)}](../${file})`)].join(", ");

/** The page as Markdown. Costs nothing to speak of; the same catalogue gives the same bytes. */
export function cataloguePage(catalogue) {
  const count = (holds) => catalogue.filter(holds).length;
  const byCase = count(({ cases }) => cases.length > 0);
  const byTest = count(({ cases, tests }) => cases.length === 0 && tests.length > 0);
  const open = count(({ cases, tests }) => cases.length === 0 && tests.length === 0);
  const lines = [
    "# Catalogue",
    "",
    "Which acceptance case (`tests/acceptance/cases`) or other test shows each row of the requirement catalogue. Written by the acceptance tests themselves, which also leave `build/catalogue.json` with what passed where: `PREQUAL_APPROVE=1 node --test tests/acceptance/acceptance.test.mjs`.",
    "",
    `Of ${catalogue.length} rows, ${byCase} have acceptance cases, ${byTest} are shown by other tests only, and ${open} by nothing yet. That a case names a row does not say that it shows all of it; what is known to be missing stands in the last column.`,
  ];
  for (const [group, entries] of groups(catalogue)) {
    lines.push("", `## ${group}`, "", "| Row | Shown by | Not shown |", "|---|---|---|");
    for (const entry of entries) lines.push(`| ${entry.row} | ${shownBy(entry)} | ${entry.reason ?? ""} |`);
  }
  return `${lines.join("\n")}\n`;
}
