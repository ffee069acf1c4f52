// Invented hospitals in the columns of a public register: what an outbound list looks like before anybody has called.
import { phoneOf, placeOf } from "./places.mjs";
import { Random } from "./random.mjs";

const columns = [
  "Facility ID", "Hospital Name", "City", "State", "ZIP Code", "Phone Number", "Hospital Type", "Hospital Ownership",
  "Emergency Services", "Meets criteria for promoting interoperability of EHRs", "Patient experience national comparison",
  "Timeliness of care national comparison",
];
const states = [["OH", 18], ["MI", 15], ["IN", 13], ["IL", 13], ["PA", 11], ["WI", 9], ["KY", 8], ["TX", 7], ["CA", 4], ["FL", 2]];
const kinds = [["Acute Care Hospitals", 62], ["Critical Access Hospitals", 22], ["Psychiatric", 10], ["Childrens", 4], ["Long-term", 2]];
const owners = [
  ["Voluntary non-profit - Private", 42], ["Proprietary", 20], ["Voluntary non-profit - Church", 10], ["Voluntary non-profit - Other", 9],
  ["Government - Hospital District or Authority", 9], ["Government - Local", 6], ["Government - State", 2], ["Government - Federal", 2],
];
const comparisons = [["Same as the national average", 40], ["Below the national average", 27], ["Above the national average", 21], ["Not Available", 12]];
const first = ["St. Brigid", "Mercy Hill", "Lakeview", "Riverside", "Good Harbor", "Northgate", "Three Oaks", "Maple Grove", "Holy Grove", "Union", "Pioneer", "Summit Ridge", "Bright Water", "Fairfield", "Old Mill", "Stonebridge"];
const last = {
  "Acute Care Hospitals": ["Medical Center", "Regional Hospital", "General Hospital", "Community Hospital", "Health Center"],
  "Critical Access Hospitals": ["Memorial Hospital", "Community Hospital", "County Hospital"],
  Psychiatric: ["Behavioral Hospital", "Psychiatric Center"],
  Childrens: ["Children's Hospital"],
  "Long-term": ["Specialty Hospital"],
};

function record(random, number) {
  const place = placeOf(random, states);
  const kind = random.weighted(kinds);
  const owner = kind === "Psychiatric" && random.chance(60) ? "Proprietary" : random.weighted(owners);
  // As in real lists: some numbers are missing or cut off, some answers are blank.
  const phone = random.weighted([[phoneOf(random, place.area), 95], ["", 3], [phoneOf(random, place.area).slice(0, 9), 2]]);
  const emergency = kind === "Acute Care Hospitals" || kind === "Critical Access Hospitals" ? random.weighted([["true", 93], ["false", 4], ["", 3]]) : random.weighted([["false", 80], ["true", 20]]);
  return [
    String(100001 + number * 7), `${random.pick(first)} ${random.pick(last[kind])}`.toUpperCase(), place.city.toUpperCase(), place.state, place.zip, phone, kind, owner,
    emergency, random.chance(88) ? "true" : "", random.weighted(comparisons), random.weighted(comparisons),
  ];
}

const quoted = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

export function hospitals(count) {
  const random = new Random(20190701);
  const rows = [columns, ...Array.from({ length: count }, (_, i) => record(random, i))];
  return rows.map((row) => row.map(quoted).join(",")).join("\r\n") + "\r\n";
}
