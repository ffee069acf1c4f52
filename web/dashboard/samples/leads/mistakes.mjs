// How the same person, organization or number comes out another time: typing mistakes, other spellings, gaps. `rate` is the
// chance in percent that a value comes out changed; what was done is noted for the truth.
import { shortNames } from "./words.mjs";

function typo(random, text) {
  if (text.length < 4) return text;
  const at = 1 + random.below(text.length - 2);
  const [a, b] = [text[at], text[at + 1]];
  if (!/[a-z]/i.test(a) || !/[a-z]/i.test(b) || a === b) return text;
  return random.weighted([[text.slice(0, at) + b + a + text.slice(at + 2), 40], [text.slice(0, at) + text.slice(at + 1), 30], [text.slice(0, at) + a + a + text.slice(at + 1), 30]]);
}
const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ø", "o");

export class Mistakes {
  made = [];
  #random;
  #rate;
  constructor(random, rate) {
    this.#random = random;
    this.#rate = rate;
  }
  #maybe(kind, value, changes) {
    if (!this.#random.chance(this.#rate)) return value;
    const changed = this.#random.weighted(changes);
    if (changed !== value) this.made.push(kind);
    return changed;
  }
  name({ first, last }) {
    const short = shortNames[first] ?? first;
    const full = `${first} ${last}`;
    return this.#maybe("name", full, [[`${short} ${last}`, 30], [bare(full), 18], [typo(this.#random, full), 18], [`${last}, ${first}`, 12], [full.toUpperCase(), 10], [`${first[0]}. ${last}`, 12]]);
  }
  email({ email, privateEmail }) {
    const [box, site] = email.split("@");
    return this.#maybe("email", email, [[privateEmail, 40], [`${typo(this.#random, box)}@${site}`, 26], [email.toUpperCase(), 12], [`${box}@${typo(this.#random, site.replace(".example", ""))}.example`, 12], [`info@${site}`, 10]]);
  }
  phone(digits) {
    const swapped = digits.slice(0, 8) + digits[9] + digits[8];
    return this.#maybe("phone", digits, [["", 70], [swapped, 18], [digits.slice(0, 9), 12]]);
  }
  organization({ name, short, place }) {
    const other = short.replace("Associates", "Assoc.").replace(" & ", " and ").replace("St. ", "Saint ").replace("Medical Group", "Med Group").replace("Department", "Dept");
    return this.#maybe("organization", name, [[short, 30], [other, 26], [typo(this.#random, name), 16], [name.toUpperCase(), 10], [`${short} of ${place.city}`, 8], [`The ${short}`, 10]]);
  }
  website({ site }) {
    return this.#maybe("website", `https://${site}`, [[`www.${site}`, 40], [site, 30], [`http://www.${site}/contact`, 20], ["", 10]]);
  }
}
