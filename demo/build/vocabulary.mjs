// The values of a profile's fields as the engine knows them, standard vocabularies included.
import { readFile } from "node:fs/promises";
const states = "AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida,IL Illinois,IN Indiana,KY Kentucky,MI Michigan,OH Ohio,PA Pennsylvania,TX Texas,WI Wisconsin".split(",").map((x) => ({ id: x.slice(0, 2), label: { en: x.slice(3), es: x.slice(3) } }));
export async function readValues(path) {
  const profile = JSON.parse(await readFile(path, "utf8"));
  return (field, lang) => {
    const f = profile.fields.find((e) => e.id === field);
    const v = typeof f.vocabulary === "string" ? (f.vocabulary === "us_states" ? states : profile.vocabularies.find((e) => e.id === f.vocabulary).values) : f.vocabulary;
    return v.map(({ id, label }) => ({ id, label: label[lang] }));
  };
}
