// From reference.json: the custom elements manifest, data for VS Code, and the tables of docs/embed-reference.md.

/** Custom elements manifest, schema 2.1.0. */
export function toManifest({ elementAttributes, events, cssProperties, cssParts, slots }) {
  const named = (list) => list.map(({ name, text }) => ({ name, description: text }));
  return {
    schemaVersion: "2.1.0",
    modules: [
      {
        kind: "javascript-module",
        path: "dist/element.mjs",
        declarations: [
          {
            kind: "class", name: "PrequalAssist", tagName: "prequal-assist", customElement: true,
            description: "The guidance panel as an element of the page, inside a form or anywhere with for=\"the form's id\". Its events are dispatched on the form.",
            superclass: { name: "HTMLElement" },
            attributes: elementAttributes.map(({ name, text, values }) => ({
              name, description: text, type: { text: values === undefined ? "string" : values.map((value) => `"${value}"`).join(" | ") },
            })),
            members: [{ kind: "field", name: "form", readonly: true, type: { text: "HTMLFormElement | null" }, description: "The form that it belongs to." }],
            events: events.map(({ name, text, detail }) => ({ name, description: `${text} On the form; detail: ${detail}.`, type: { text: "CustomEvent" } })),
            slots: named(slots), cssParts: named(cssParts), cssProperties: named(cssProperties),
          },
        ],
        exports: [
          { kind: "js", name: "PrequalAssist", declaration: { name: "PrequalAssist", module: "dist/element.mjs" } },
          { kind: "custom-element-definition", name: "prequal-assist", declaration: { name: "PrequalAssist", module: "dist/element.mjs" } },
        ],
      },
    ],
  };
}

/** VS Code's custom data for HTML, version 1.1. */
export function toEditorData({ attributes, elementAttributes }) {
  const data = ({ name, text, values }) => ({ name, description: text, ...(Array.isArray(values) ? { values: values.map((value) => ({ name: value })) } : {}) });
  return {
    version: 1.1,
    tags: [{ name: "prequal-assist", description: "The guidance panel of prequal.", attributes: elementAttributes.map(data) }],
    globalAttributes: attributes.filter(({ name }) => !name.includes("<")).map(data),
  };
}

const row = (cells) => `| ${cells.join(" | ")} |`;
const table = (heads, rows) => [row(heads), row(heads.map(() => "---")), ...rows.map(row)].join("\n");
const code = (text) => (text === "" ? "" : `\`${text}\``);
const valuesOf = ({ values }) => (Array.isArray(values) ? values.map(code).join(" ") : values);

/** The document's tables. */
export function toDocument({ attributes, elementAttributes, events, hidden, cssProperties, cssParts, slots }) {
  return `# Reference of the form package

Written by the tests from \`web/form/manifest/reference.json\`; [embed.md](embed.md) shows how to use it. Everything here is what a version number promises: names, values, hidden fields and events change only with a new major version.

## Attributes

An unknown value is said once in the console, and the default is taken.

${table(["Attribute", "On", "Values", "Default", "Meaning"], attributes.map((it) => [code(it.name), it.on, valuesOf(it), code(it.default), it.text]))}

\`<prequal-assist>\`:

${table(["Attribute", "Meaning"], elementAttributes.map((it) => [code(it.name), it.text]))}

## Hidden fields

Names carry the prefix. They hold outcomes and codes, never what somebody typed, and anybody can change them: qualify again on the server ([embed.md](embed.md#on-the-server)).

${table(["Name", "Value"], hidden.map((it) => [code(it.name), it.text]))}

## Events

All are dispatched on the form; typed as \`EventMap\`. No event holds a value that somebody typed.

${table(["Event", "Bubbles", "Detail", "When"], events.map((it) => [code(it.name), it.bubbles ? "yes" : "no", it.detail, it.text]))}

## Looks

The rules have no weight (\`@layer prequal\`, \`:where()\`), so every rule of the page wins. \`prequal/style.css\` is the same text as a file.

${table(["Custom property", "For"], cssProperties.map((it) => [code(it.name), it.text]))}

Parts of \`<prequal-assist>\`: ${cssParts.map((it) => code(it.name)).join(", ")}. Slots: ${slots.map((it) => code(it.name)).join(", ")}.
`;
}
