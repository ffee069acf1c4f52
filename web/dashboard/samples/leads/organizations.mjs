// Invented organizations and the people who work there.
import { placeOf } from "../places.mjs";
import { firstNames, given, lastNames, legalForms, organizationKinds, roles, specialties } from "./words.mjs";

const states = [["OH", 31], ["MI", 26], ["IN", 22], ["IL", 7], ["KY", 4], ["PA", 3], ["TX", 2], ["WI", 3], ["FL", 1], ["CA", 1]];
const inService = ["OH", "MI", "IN"];
const plain = (text) => text.normalize("NFD").replace(/[^A-Za-z0-9 ]/g, "").toLowerCase();

/** Sites and names that are taken, so that an organization is told from another as in life: by more than its name. */
export class Places {
  #random;
  #numbers;
  #sites = new Set();
  #count = 0;
  constructor(random, numbers) {
    this.#random = random;
    this.#numbers = numbers;
  }
  make() {
    const random = this.#random;
    const place = placeOf(random, states);
    const [specialty, , words] = random.weighted(specialties.map((entry) => [entry, entry[1]]));
    const [kind, , endings] = random.weighted(organizationKinds.map((entry) => [entry, entry[1]]));
    const first = random.chance(55) ? place.city : random.pick(given);
    const medical = kind === "vendor" || kind === "staffing_agency" || kind === "payer" ? "Medical" : random.pick(words);
    const name = `${first} ${medical} ${random.pick(endings)}`;
    // Of two that would have the same site, the second one adds its state, or a number.
    const stem = plain(name).replaceAll(" ", "");
    const site = [stem, `${stem}-${place.state.toLowerCase()}`].find((entry) => !this.#sites.has(entry)) ?? `${stem}${this.#sites.size}`;
    this.#sites.add(site);
    const locations = random.weighted([[1, 34], [2 + random.below(4), 36], [6 + random.below(10), 18], [16 + random.below(60), 10], [120 + random.below(300), 2]]);
    return {
      account: `A-${String(++this.#count).padStart(5, "0")}`, name: name + random.weighted(legalForms), short: name, site: `${site}.example`, kind, specialty, place, locations,
      serves: inService.includes(place.state) ? [place.state, ...inService.filter((state) => state !== place.state && random.chance(25))] : [place.state],
      phone: this.#numbers.take(place.state),
      // How well things go there, 0 to 99: what no form asks and every outcome shows.
      drive: random.below(100),
    };
  }
}

export class People {
  #random;
  #numbers;
  #mailboxes = new Set();
  #count = 0;
  constructor(random, numbers) {
    this.#random = random;
    this.#numbers = numbers;
  }
  make(organization) {
    const random = this.#random;
    const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
    const [f, l] = [plain(first).replaceAll(" ", ""), plain(last).replaceAll(" ", "")];
    const wanted = random.weighted([[`${f}.${l}`, 52], [`${f[0]}${l}`, 30], [`${f}`, 10], [`${l}${f[0]}`, 8]]);
    let mailbox = `${wanted}@${organization.site}`;
    for (let n = 2; this.#mailboxes.has(mailbox); ++n) mailbox = `${wanted}${n}@${organization.site}`;
    this.#mailboxes.add(mailbox);
    return {
      person: `P-${String(++this.#count).padStart(5, "0")}`, first, last, email: mailbox,
      // No such mailbox can exist: that provider knows no underscore.
      privateEmail: `${f}_${l}${random.below(90) + 10}@gmail.com`,
      phone: random.chance(45) ? organization.phone : this.#numbers.take(organization.place.state),
      role: random.weighted(roles),
    };
  }
}
