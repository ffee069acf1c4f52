// The values of a profile's fields as the engine knows them, standard vocabularies included.
import { readFile } from "node:fs/promises";
import { loadEngine } from "prequal-engine";

/** Resolves to a function of field and language, which gives the field's values with id and label. */
export async function readValues(path) {
  const engine = await loadEngine();
  if (!engine.ok) throw new Error(engine.problems[0].message);
  const profile = engine.value.compile(await readFile(path, "utf8"));
  if (!profile.ok) throw new Error(profile.problems[0].message);
  const { fields } = profile.value.info;
  return (field, lang) => fields.find((entry) => entry.id === field).values.map(({ id, label }) => ({ id, label: label[lang] || label.en }));
}
