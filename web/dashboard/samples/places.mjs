// Invented towns in real states; area codes and ZIP prefixes fit their state.

export const places = [
  ["OH", "Ohio", ["614", "513", "216"], "43", ["Millbrook", "Harlow Falls", "New Dresden", "Cedar Junction", "Wexford Mills"]],
  ["MI", "Michigan", ["313", "616", "517"], "48", ["Lake Orrin", "Port Adair", "Grand Hollow", "Birchwood", "St. Colum"]],
  ["IN", "Indiana", ["317", "260", "812"], "46", ["Prairie Bend", "Fort Quincy", "Harmony Ridge", "Elmsford", "Oakhaven"]],
  ["IL", "Illinois", ["312", "217", "618"], "61", ["Rock Prairie", "Kendrick", "Marlow Grove", "East Verdun"]],
  ["WI", "Wisconsin", ["414", "608", "715"], "53", ["Sturgeon Lake", "Black Pine", "Oster Bay"]],
  ["PA", "Pennsylvania", ["412", "717", "814"], "15", ["Allenwood", "Coalbridge", "Mount Hanley", "Harper Gap"]],
  ["KY", "Kentucky", ["502", "859", "606"], "40", ["Bluegrass Fork", "Laurel Gap", "Fairdale Springs"]],
  ["TX", "Texas", ["214", "713", "512"], "75", ["Mesquite Flats", "Rio Pardo", "San Telmo"]],
  ["CA", "California", ["213", "415", "619"], "90", ["Vista Serena", "Redwood Pass", "Los Arcos"]],
  ["FL", "Florida", ["305", "407", "813"], "33", ["Palmetto Shores", "Coral Inlet"]],
];

export function placeOf(random, weights) {
  const code = random.weighted(weights);
  const [state, name, areas, zip, towns] = places.find(([id]) => id === code);
  return { state, name, city: random.pick(towns), zip: `${zip}${String(random.below(1000)).padStart(3, "0")}`, area: random.pick(areas) };
}

/** A number that nobody has: 555-01xx is kept for fiction. */
export function phoneOf(random, area) {
  return `${area}5550${100 + random.below(100)}`;
}
