// Seeded leads of the reference work: about 514 bytes of JSON each, one answer in ten missing. In half of the leads a missing
// answer is null, in the other half its key is absent ("mixed" in the tables).
import { fields } from "./model.mjs";
import { random } from "./random.mjs";

const opening = ["we are looking for a better way", "our front desk spends hours on the phone",
  "patients wait too long", "a colleague told us about it"];
const wish = ["could you tell us what it costs", "we would like to book a demo next week", "please send some material first",
  "we want to compare two or three systems", "how long does it take to set it up"];
const spam = "we offer a guest post on high ranking health blogs at a fair price for your page";
const names = ["Lakeside", "Northfield", "Riverbend", "Summit", "Cedar Grove", "Harborview", "Prairie", "Maple Hill"];
const kinds = ["Clinic", "Medical Group", "Health Partners", "Family Practice", "Specialists"];

const digits = (r, n) => Array.from({ length: n }, () => r.below(10)).join("");

function answer(r, field, name) {
  switch (field.id) {
    case "org_name": return `${r.pick(names)} ${name} ${r.pick(kinds)}`;
    case "email": return `${r.pick(["info", "office", "contact", "hello"])}${r.below(1000)}@${name.toLowerCase()}clinic.org`;
    case "phone": return `${r.pick(["614", "313", "317", "312", "414"])}-${2 + r.below(7)}${digits(r, 2)}-${digits(r, 4)}`;
    case "website": return `https://${name.toLowerCase()}clinic.org`;
    case "message": return r.chance(2) ? spam : `${r.pick(opening)}, ${r.pick(wish)}`;
    case "locations": return r.chance(3) ? 201 + r.below(500) : 1 + r.below(60);
    case "visits_per_month": return 50 * (1 + r.below(200));
    case "budget": return 1000 * (1 + r.below(90));
    case "last_visit_days": return r.below(150);
    case "contact_ok": return !r.chance(4);
    case "state": return r.chance(80) ? r.pick(["OH", "MI", "IN", "IL", "WI", "PA", "KY", "NY", "TX", "FL", "CA"]) : r.pick(field.values);
    case "org_type": return r.chance(85) ? r.pick(field.values.slice(0, 4)) : r.pick(field.values);
  }
  if (field.type === "choices") {
    const some = field.values.filter(() => r.chance(15));
    return some.length > 0 ? some : [r.pick(field.values)];
  }
  return r.pick(field.values);
}

export function* leads(count, seed = 20261121) {
  const r = random(seed);
  for (let i = 0; i < count; i++) {
    const nulls = r.chance(50);
    const name = `Site${r.below(100000)}`;
    const lead = { id: `L-${String(i).padStart(7, "0")}` };
    for (const field of fields) {
      const value = answer(r, field, name);
      if (!r.chance(10)) lead[field.id] = value;
      else if (nulls) lead[field.id] = null;
    }
    yield lead;
  }
}

export const csvColumns = ["id", ...fields.map((field) => field.id)];
const cell = (value) => {
  if (value === undefined || value === null) return "";
  const text = Array.isArray(value) ? value.join(";") : value === true ? "yes" : value === false ? "no" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
export const csvRow = (lead) => csvColumns.map((name) => cell(lead[name])).join(",");
