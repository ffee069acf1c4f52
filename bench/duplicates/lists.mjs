// Invented lists of people at practices and hospitals in which some are entered again, with what makes that hard: typing mistakes,
// short names, gaps, other spellings; and what looks like a repetition and is none: households at one address, colleagues behind one
// switchboard, chains with many sites, people of the same name elsewhere. It knows nothing of how duplicates are found. There are no
// birth dates and no identifiers. The same options give the same list on every machine.

class Random {
  #state;
  constructor(seed) {
    this.#state = seed >>> 0;
  }
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(n) {
    return Math.floor(this.next() * n);
  }
  chance(percent) {
    return this.next() * 100 < percent;
  }
  pick(list) {
    return list[this.below(list.length)];
  }
  /** Earlier entries are more frequent, as names are. */
  skewed(list) {
    return list[Math.floor(this.next() ** 2 * list.length)];
  }
}

const words = (text) => text.trim().split(/\s+/);
const firsts = words(`Mary James Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Karen
  Christopher Sarah Charles Lisa Daniel Nancy Matthew Sandra Anthony Ashley Mark Emily Steven Kimberly Donald Margaret Andrew Donna Joshua
  Michelle Kenneth Carol Kevin Amanda Brian Melissa Timothy Deborah Ronald Stephanie Jason Rebecca Jeffrey Laura Ryan Cynthia Jacob Amy
  Gary Kathleen Nicholas Angela Eric Shirley Jonathan Brenda Stephen Pamela Larry Nicole Justin Anna Scott Samantha Brandon Katherine
  Benjamin Christine Samuel Helen Gregory Debra Alexander Rachel Frank Carolyn Raymond Janet Maria Jose Luis Carmen Juan Ana Carlos Rosa
  Miguel Lucia Priya Anil Wei Li Mei Hiroshi Yuki Fatima Omar Layla Ahmed Olga Ivan Ngozi Chidi Amara Kwame Sofia Mateo Ximena Javier
  Guadalupe Ingrid Lars Siobhan Aidan Noor Tariq Zofia Piotr`);
const lasts = words(`Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor
  Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres
  Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz
  Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Gutierrez Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos
  Kim Cox Ward Richardson Watson Brooks Chavez Wood James Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers
  Long Ross Foster Jimenez Okafor Osei Mensah Haddad Khoury Novak Kowalski Petrov Ivanova Tanaka Suzuki Chen Wang Singh Sharma Gupta
  O'Brien O'Connor McCarthy MacDonald Fitzgerald Lindqvist Sorensen Vandenberg DeLuca Esposito Rossi Schmidt Weber Hoffmann Dubois`);
const shortNames = { Robert: "Bob", William: "Bill", Richard: "Rick", James: "Jim", John: "Jack", Michael: "Mike", Elizabeth: "Liz", Jennifer: "Jen",
  Patricia: "Pat", Margaret: "Peggy", Katherine: "Kate", Thomas: "Tom", Joseph: "Joe", Christopher: "Chris", Matthew: "Matt", Anthony: "Tony",
  Steven: "Steve", Kimberly: "Kim", Deborah: "Debbie", Nicholas: "Nick", Benjamin: "Ben", Samuel: "Sam", Rebecca: "Becky", Timothy: "Tim",
  Jeffrey: "Jeff", Daniel: "Dan", Charles: "Chuck", Susan: "Sue", Barbara: "Barb", Stephanie: "Steph", Jose: "Pepe", Samantha: "Sam" };
const starts = words(`Lakeside Riverbend Summit Harbor Cedar Prairie Northgate Pinecrest Evergreen Sunrise Valley Heritage Beacon Meadow Granite Crescent
  Willow Bluestone Oakmont Fairview Clearwater Ridgeline Maplewood Stonebridge Silverlake Highland Bayview Cypress Juniper Windsor`);
const fields = words("Cardiology Orthopedics Dermatology Pediatrics Family Eye Pain Sleep Women's Heart Cancer Spine Kidney Primary Urgent");
const forms = [["Center", "Ctr"], ["Associates", "Assoc"], ["Medical Group", "Med Grp"], ["Clinic", "Clinic, LLC"], ["Specialists", "Specialists PC"], ["Hospital", "Hosp"], ["Health", "Health Inc."]];
const streets = words("Main Oak Maple Cedar Elm Washington Lake Hill Park Walnut Spring Church Mill River High Center School Sunset Jackson Lincoln Franklin Market");
const kinds = [["Street", "St"], ["Avenue", "Ave"], ["Road", "Rd."], ["Drive", "Dr"], ["Boulevard", "Blvd"], ["Lane", "Ln"]];
const towns = [["Columbus", "OH", "432", "614"], ["Cleveland", "OH", "441", "216"], ["Dayton", "OH", "454", "937"], ["Toledo", "OH", "436", "419"], ["Detroit", "MI", "482", "313"], ["Lansing", "MI", "489", "517"],
  ["Grand Rapids", "MI", "495", "616"], ["Indianapolis", "IN", "462", "317"], ["Fort Wayne", "IN", "468", "260"], ["Evansville", "IN", "477", "812"], ["Austin", "TX", "787", "512"], ["Dallas", "TX", "752", "214"],
  ["Phoenix", "AZ", "850", "602"], ["Tampa", "FL", "336", "813"], ["Denver", "CO", "802", "303"], ["Portland", "OR", "972", "503"], ["Boise", "ID", "837", "208"], ["Albany", "NY", "122", "518"]];
const stateNames = { OH: "Ohio", MI: "Michigan", IN: "Indiana", TX: "Texas", AZ: "Arizona", FL: "Florida", CO: "Colorado", OR: "Oregon", ID: "Idaho", NY: "New York" };
const freeMail = ["gmail.com", "yahoo.com", "outlook.com", "icloud.com", "hotmail.com"];
const bare = (text) => text.toLowerCase().replace(/[^a-z]/g, "");

function typo(random, text) {
  if (text.length < 3) return text;
  const at = 1 + random.below(text.length - 1);
  const letter = "abcdefghijklmnopqrstuvwxyz"[random.below(26)];
  switch (random.below(4)) {
    case 0: return text.slice(0, at) + text.slice(at + 1);
    case 1: return text.slice(0, at) + letter + text.slice(at);
    case 2: return text.slice(0, at) + letter + text.slice(at + 1);
    default: return at + 1 < text.length ? text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2) : text.slice(0, at);
  }
}
function digitTypo(random, digits) {
  const at = digits.length - 1 - random.below(Math.min(6, digits.length - 1));
  return random.chance(50) ? digits.slice(0, at) + random.below(10) + digits.slice(at + 1) : digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1);
}

export const standard = { count: 2000, seed: 7, errors: 25, duplicates: 20 };
export const columns = ["first_name", "last_name", "company", "email", "phone", "street", "city", "state", "zip"];

/** `{ rows, persons }`: values in the order of `columns`, and for each row the number of the person it is. */
export function makeList(options = {}) {
  const { count, seed, errors, duplicates } = { ...standard, ...options };
  const random = new Random(seed);
  const digits = (n) => Array.from({ length: n }, () => random.below(10)).join("");
  const number = (area) => `${area}${2 + random.below(7)}${digits(2)}${digits(4)}`;
  const syllables = () => Array.from({ length: 2 + random.below(2) }, () => "bcdfghklmnprstvz"[random.below(16)] + "aeiou"[random.below(5)]).join("");
  const rare = () => ((text) => text[0].toUpperCase() + text.slice(1) + random.pick(["n", "r", "k", "s", "ski", "son", ""]))(syllables());
  const street = () => `${1 + random.below(9999)} ${random.pick(streets)} ${random.pick(kinds)[0]}${random.chance(25) ? `, Suite ${100 + random.below(900)}` : ""}`;
  const place = () => {
    const [city, state, zip, area] = random.pick(towns);
    return { street: street(), city, state, zip: zip + digits(2), area };
  };
  const organizations = [];
  const chains = Array.from({ length: 3 }, () => ({ name: `${rare()} ${random.pick(["Health", "Medical Center", "Urgent Care"])}`, site: `${bare(rare())}health.org`, phone: `800${number("555").slice(3)}` }));
  const makeOrganization = () => {
    const where = place();
    const chain = random.chance(15) ? random.pick(chains) : null;
    const [long, short] = random.pick(forms);
    const stem = chain ? chain.name : `${random.chance(50) ? random.pick(starts) : where.city} ${random.pick(fields)}`;
    return { ...where, name: chain ? chain.name : `${stem} ${long}`, other: chain ? `${chain.name} - ${where.city}` : `${stem} ${short}`, site: chain ? chain.site : `${bare(stem)}${random.below(90) + 10}.com`, phone: chain && random.chance(60) ? chain.phone : number(where.area) };
  };
  const people = [];
  const mailboxes = new Set();
  // Nobody else can have an address that is taken.
  const mailbox = (local, site) => {
    let address = `${local}@${site}`;
    for (let n = 2; mailboxes.has(address); ++n) address = `${local}${n}@${site}`;
    mailboxes.add(address);
    return address;
  };
  const makePerson = (organization, like) => {
    const first = random.skewed(firsts);
    const last = like?.last ?? (random.chance(30) ? rare() : random.skewed(lasts));
    const [f, l] = [bare(first), bare(last)];
    const free = random.chance(30);
    return {
      first, last, organization, street: organization.street, city: organization.city, state: organization.state, zip: organization.zip,
      work: mailbox(random.pick([`${f}.${l}`, `${f[0]}${l}`, `${f}${l[0]}`, `${l}.${f}`]), organization.site),
      own: mailbox(`${f}${random.pick([".", "", "_"])}${l}${random.chance(60) ? random.below(99) : ""}`, random.pick(freeMail)), free,
      phone: random.chance(45) ? organization.phone : number(organization.area), mobile: number(organization.area),
    };
  };
  const rows = [];
  const persons = [];
  const gap = (percent, value) => (random.chance(percent) ? "" : value);
  const write = (person, again) => {
    const wrong = () => random.chance(again ? errors : errors / 4);
    const { organization } = person;
    let { first, last } = person;
    if (wrong()) {
      const kind = random.below(10);
      if (kind < 3) first = shortNames[first] ?? first;
      else if (kind < 5) last = typo(random, last);
      else if (kind < 6) first = typo(random, first);
      else if (kind < 7) first = `${first[0]}.`;
      else if (kind < 8) [first, last] = [last, first];
      else if (kind < 9) [first, last] = [first.toUpperCase(), last.toUpperCase()];
      else first = `${first} ${"ABCDEFGHJKLMNPRST"[random.below(17)]}.`;
    }
    let company = organization.name;
    if (wrong()) company = random.pick([organization.other, organization.other, `The ${company}`, company.toUpperCase(), typo(random, company), company.replace("Medical", "Med")]);
    let email = person.free ? person.own : person.work;
    if (wrong()) email = random.pick([person.own, person.work, email.toUpperCase(), `${typo(random, email.split("@")[0])}@${email.split("@")[1]}`, `info@${organization.site}`]);
    let { phone } = person;
    if (wrong()) phone = random.pick([digitTypo(random, phone), organization.phone, person.mobile, person.mobile]);
    let address = person.street;
    if (wrong()) address = random.pick([address.replace(/Street|Avenue|Road|Drive|Boulevard|Lane/, (word) => kinds.find(([long]) => long === word)[1]), address.replace(/, Suite \d+/, ""), typo(random, address), address.toUpperCase()]);
    const zip = wrong() ? random.pick([digitTypo(random, person.zip), `${person.zip}-${digits(4)}`]) : person.zip;
    const shown = random.pick([`(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}`, `${phone.slice(0, 3)}-${phone.slice(3, 6)}-${phone.slice(6)}`, `+1${phone}`, phone]);
    const hasMail = !random.chance(12);
    rows.push([first, last, gap(4, company), hasMail ? email : "", hasMail ? gap(22, shown) : shown, gap(25, address), gap(10, person.city), gap(5, random.chance(80) ? person.state : stateNames[person.state]), gap(12, zip)]);
    persons.push(person.id);
  };
  while (rows.length < count) {
    if (people.length > 3 && random.chance(duplicates)) {
      const known = random.pick(people);
      let again = known;
      if (random.chance(6)) {
        // Moved: all that belongs to the place is new; the mobile number or the private mailbox went along.
        const organization = makeOrganization();
        organizations.push(organization);
        const { street: to, city, state, zip } = organization;
        const keep = random.chance(50);
        again = { ...known, organization, street: to, city, state, zip, free: keep, work: mailbox(`${bare(known.first)}.${bare(known.last)}`, organization.site), phone: keep ? organization.phone : known.mobile };
        const first = { ...known, free: keep || known.free, phone: keep ? known.phone : known.mobile };
        rows[known.row] = undefined;
        const at = rows.length;
        write(first, false);
        rows[known.row] = rows[at];
        rows.length = at;
        persons.length = at;
      }
      write(again, true);
      continue;
    }
    if (organizations.length === 0 || random.chance(22)) organizations.push(makeOrganization());
    const organization = random.pick(organizations);
    const household = people.length > 0 && random.chance(4) ? random.pick(people) : null;
    const namesake = household === null && people.length > 0 && random.chance(2) ? random.pick(people) : null;
    const person = makePerson(household?.organization ?? organization, household);
    if (household !== null) {
      if (person.first === household.first) continue;
      Object.assign(person, { street: household.street, city: household.city, state: household.state, zip: household.zip });
      if (random.chance(60)) person.phone = household.phone;
      if (random.chance(20)) Object.assign(person, { work: household.work, own: household.own, free: household.free });
    }
    if (namesake !== null && namesake.organization !== organization) Object.assign(person, { first: namesake.first, last: namesake.last });
    person.id = people.length;
    person.row = rows.length;
    people.push(person);
    write(person, false);
  }
  // In no order: repetitions do not follow each other.
  const order = rows.map((_, i) => i);
  for (let i = order.length - 1; i > 0; --i) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return { rows: order.map((i) => rows[i]), persons: order.map((i) => persons[i]) };
}

const cell = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
export const csv = (rows) => [columns, ...rows].map((row) => `${row.map(cell).join(",")}\n`).join("");

/** Pairs of rows that are one person, by two answers to who a row is. */
export function compareWithTruth(persons, found) {
  const pairs = (keys) => {
    const sizes = new Map();
    for (const key of keys) sizes.set(key, (sizes.get(key) ?? 0) + 1);
    let sum = 0;
    for (const size of sizes.values()) sum += (size * (size - 1)) / 2;
    return sum;
  };
  const right = pairs(persons.map((person, i) => `${person} ${found[i]}`));
  const said = pairs(found);
  const there = pairs(persons);
  const all = (persons.length * (persons.length - 1)) / 2;
  return { right, wrong: said - right, missed: there - right, rest: all - said - there + right, precision: said === 0 ? 1 : right / said, recall: there === 0 ? 1 : right / there, f1: said + there === 0 ? 1 : (2 * right) / (said + there) };
}
