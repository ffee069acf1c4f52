// The words of which the invented people, practices and messages are made.

export const firstNames = [
  "Ana", "Marcus", "Priya", "Helen", "Tomás", "Grace", "Daniel", "Mei", "Luis", "Sarah", "Omar", "Joan", "Víctor", "Beth", "Ivan", "Rosa", "Robert", "William",
  "Elizabeth", "Katherine", "Michael", "James", "Patricia", "Jennifer", "Thomas", "Margaret", "Joseph", "Deborah", "Christopher", "Susan", "Richard", "Nicholas",
  "Amara", "Kwame", "Ngozi", "Yusuf", "Leila", "Farid", "Hana", "Kenji", "Soo-jin", "Wei", "Linh", "Thuy", "Anjali", "Rahul", "Deepa", "Arjun", "Ewa", "Piotr",
  "Olena", "Andriy", "Chiara", "Marco", "Zoë", "René", "François", "Inés", "José", "María", "Guadalupe", "Alejandro", "Camila", "Mateo", "DeShawn", "Latoya",
  "Tyrone", "Keisha", "Noah", "Emma", "Liam", "Olivia", "Ruth", "Esther", "Miriam", "Avi", "Fatima", "Ibrahim", "Sione", "Malia", "Kai", "Nora", "Sven", "Ingrid",
];
export const lastNames = [
  "Ruiz", "Bell", "Nair", "Ostrow", "Herrera", "Okafor", "Weiss", "Tan", "Ortega", "Lindqvist", "Haddad", "Pruitt", "Peña", "Carver", "Petrov", "Medina", "Nguyen",
  "Garcia", "Smith", "Johnson", "Kim", "Patel", "Chen", "Müller", "O'Neill", "MacLeod", "Van der Berg", "De la Cruz", "García Márquez", "Abernathy", "Bauer",
  "Castellano", "Dubois", "Eriksen", "Farrell", "Goldberg", "Hashimoto", "Ivanova", "Jaramillo", "Kowalski", "Lefèvre", "Mbeki", "Novak", "Oyelaran", "Park",
  "Quintero", "Rosenthal", "Sørensen", "Takahashi", "Ueda", "Villanueva", "Washington", "Xu", "Yilmaz", "Zielinski", "Adeyemi", "Brennan", "Chaudhry", "Delgado",
  "Espinoza", "Fitzgerald", "Greene", "Hollister", "Ishikawa", "Jensen", "Khalil", "Lozano", "Marchetti", "Nakamura", "Osei", "Pham", "Rahman", "Schaefer",
  "Tran", "Underwood", "Vasquez", "Whitaker", "Yoder", "Zamora", "Bhattacharya", "Le", "Ng", "Li", "Ho",
];
/** How the same person may be called. */
export const shortNames = {
  Robert: "Bob", William: "Bill", Elizabeth: "Liz", Katherine: "Kathy", Michael: "Mike", James: "Jim", Patricia: "Pat", Jennifer: "Jen", Thomas: "Tom",
  Margaret: "Peggy", Joseph: "Joe", Deborah: "Debbie", Christopher: "Chris", Susan: "Sue", Richard: "Rick", Nicholas: "Nick", Daniel: "Dan", Alejandro: "Alex", José: "Pepe", Guadalupe: "Lupe",
};

export const specialties = [
  ["cardiology", 28, ["Heart", "Cardiology", "Heart & Vascular", "Cardiovascular"]], ["orthopedics", 27, ["Bone & Joint", "Orthopedic", "Sports Medicine", "Spine"]],
  ["dermatology", 24, ["Skin", "Dermatology", "Skin Care"]], ["internal_medicine", 5, ["Internal Medicine", "Adult Medicine"]],
  ["family_medicine", 6, ["Family Medicine", "Family Health", "Primary Care"]], ["pediatrics", 3, ["Children's", "Pediatric"]], ["behavioral_health", 3, ["Counseling", "Behavioral Health"]],
  ["dentistry", 2, ["Dental", "Family Dental"]], ["neurology", 1, ["Neurology", "Headache"]], ["oncology", 1, ["Cancer Care", "Oncology"]],
];
export const given = ["Lakeside", "Northgate", "Riverbend", "Summit", "Cedar", "Harbor", "Prairie", "Maple Hill", "Three Oaks", "Fairview", "Old Mill", "Stonebridge", "Bright Water", "Pioneer",
  "Union", "Meadow", "St. Brigid", "Good Shepherd", "Westfield", "Copper Creek", "Silver Birch", "Blue Heron", "Crescent", "Beacon"];
export const organizationKinds = [
  ["practice", 47, ["Associates", "Clinic", "Physicians", "Practice"]], ["group", 33, ["Group", "Partners", "Medical Group", "Specialists"]],
  ["hospital_department", 9, ["Department", "Institute"]], ["hospital_system", 5, ["Health System", "Hospital"]],
  ["vendor", 3, ["Consulting", "Solutions"]], ["staffing_agency", 2, ["Staffing", "Locums"]], ["payer", 1, ["Health Plan"]],
];
export const legalForms = [["", 55], [", LLC", 18], [" PC", 12], [", P.A.", 6], [" Inc.", 9]];
export const roles = [["administrator", 32], ["operations", 19], ["clinical_director", 15], ["coordinator", 10], ["front_desk", 9], ["it", 6], ["finance", 4], ["marketing", 5]];
export const seniorRoles = new Set(["administrator", "operations", "clinical_director", "finance"]);

export const needs = [
  "Patients wait on the phone for ten minutes and more.", "About one visit in six is a no-show.", "Referrals come by fax and some are lost.", "We open a third site in spring and want one calendar.",
  "Two schedulers left and we cannot replace them.", "Our current system cannot book two resources at once.", "Las llamadas no dan abasto por las mañanas.", "Necesitamos recordatorios en español.",
  "Prior authorizations hold up the schedule.", "New patients wait six weeks.", "Doctors want to see gaps in the day at a glance.", "We want patients to book online at night.",
];
export const messages = [
  "Could you tell us what it costs for about a dozen providers?", "A colleague saw you at a conference.", "We compare three systems and decide before the end of the year.", "Call after 3 pm, mornings are full.",
  "Is there a way to try it in one office first?", "Who owns our data when we leave?", "Does it work with the record system that we have?", "¿Tienen soporte en español?", "Send material first, a call later.", "Nothing urgent, I am only looking.",
];
/** What people should not have to write, and do: to show how it is marked. */
export const tooPersonal = ["I ask for my mother too, she has diabetes and cannot get an appointment.", "My own knee surgery was put off twice, so I know how it feels.", "Mi hijo tiene asma y esperamos dos meses."];
export const advertisements = [
  "We write guest posts on high ranking health blogs at a fair price for your page.", "Boost your ranking to page one in 30 days, guaranteed results.", "Best price for followers and backlinks, answer this mail for the offer.",
];
