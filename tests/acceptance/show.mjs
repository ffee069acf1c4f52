// Prints what the C++ API answers to a case, or one part of it: node tests/acceptance/show.mjs ID [TARGET]
import { answersOf, askVerdicts } from "./answers.mjs";
import { profileText, readCases } from "./expand.mjs";
import { find } from "./pointer.mjs";
import { openPlaces } from "./places.mjs";

const [id, target = ""] = process.argv.slice(2);
const cases = readCases().filter((one) => one.id.startsWith(id ?? "-"));
const { places } = await openPlaces();
for (const one of cases) {
  const answers = (await answersOf(one, places[0], await askVerdicts(places[0], [one]))) ?? {};
  for (const [name, text] of Object.entries(answers)) {
    console.log(`${one.id} ${name}`);
    console.log(JSON.stringify(find(JSON.parse(text), target), null, 1));
  }
  if (one.refused || one.warns || one.quiet) console.log(await places[0].problems(profileText(one.profile)));
}
for (const place of places) place.close();
