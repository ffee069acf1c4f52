// What happened with a lead: touches before and after it came, what the team did, what came of it. `heat` (0 to 99) is how much
// the person wants it; what comes of a lead follows from it, not from any score.
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** The moment at which the list was taken. */
export const newest = Date.UTC(2026, 10, 20, 20);
export const stamp = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;

const topics = ["scheduling", "referrals", "pricing", "implementation", "security", "blog"];
const asking = { demo: "demo_request", pricing: "pricing_request", consultation: "consultation_request", webinar: "webinar_registration", guide: "content_download", learn_more: "form_submission" };

/** Mostly in working hours of the last four months, more of late. */
export function arrivalOf(random) {
  const days = Math.min(random.below(120), random.below(150));
  const at = random.chance(82) ? 13 * hour + random.below(10 * 60) * minute : random.below(24 * 60) * minute;
  const time = newest - (days + 1) * day - 20 * hour + at + random.below(60) * 1000;
  const weekday = new Date(time).getUTCDay();
  return (weekday === 0 || weekday === 6) && random.chance(75) ? time - 2 * day : time;
}

export function touchesOf(random, arrived, interest, heat, attended) {
  const out = [];
  const add = (type, at, topic) => { if (at <= newest) out.push({ type, ...(topic && { topic }), at: stamp(at) }); };
  for (let i = random.below(2 + Math.floor(heat / 20)); i > 0; --i) add("page_view", arrived - random.below(21) * day - random.below(600) * minute, random.pick(topics));
  if (random.chance(30)) add("email_open", arrived - random.below(30) * day);
  add(asking[interest], arrived, interest === "webinar" || interest === "guide" ? random.pick(["scheduling", "referrals"]) : undefined);
  if (interest === "webinar" && attended) add("webinar_attendance", arrived + 3 * day, "scheduling");
  if (random.chance(heat / 2)) add("email_click", arrived + day + random.below(4 * day));
  if (random.chance(heat / 4)) add("page_view", arrived + day + random.below(6 * day), "pricing");
  if (random.chance(heat / 6)) add(random.chance(50) ? "security_question" : "technical_question", arrived + 5 * day + random.below(5 * day));
  return out;
}

const owners = ["j.alvarez", "m.chen", "r.osei", "k.novak", "t.brennan"];

/** Tries of the team from the arrival on, until somebody is reached or it gives up. */
function attemptsOf(random, arrived, heat, phone, email) {
  const out = [];
  // Some are answered in minutes, most the same day, a few never.
  let at = arrived + random.weighted([[2 + random.below(25), 22], [30 + random.below(210), 38], [300 + random.below(1200), 26], [1600 + random.below(9000), 14]]) * minute;
  for (let tries = 1 + random.below(5); tries > 0 && at < newest; --tries) {
    const channel = phone && (!email || random.chance(60)) ? "phone" : email ? "email" : null;
    if (channel === null) break;
    const reached = random.chance(12 + Math.floor(heat / 2));
    const result = reached ? random.weighted(channel === "phone" ? [["connected", 70], ["booked", 18], ["callback_requested", 12]] : [["replied", 80], ["declined", 20]])
      : channel === "phone" ? random.weighted([["no_answer", 50], ["voicemail", 46], ["wrong_number", 4]]) : "sent";
    out.push({ channel, result, at: stamp(at) });
    if (reached) break;
    at += (2 + random.below(4)) * day + random.below(8 * 60) * minute;
  }
  return out;
}

const reached = new Set(["connected", "booked", "replied", "callback_requested"]);

/** Attempts, history, outcomes and where the record stands. */
export function workOf(random, arrived, heat, { phone, email, misfit }) {
  const out = { attempts: [], history: [], outcomes: [] };
  if (newest - arrived < 90 * minute || random.chance(9)) return out;
  out.attempts = attemptsOf(random, arrived, heat, phone, email);
  if (out.attempts.length === 0) return out;
  const last = Date.parse(out.attempts.at(-1).at);
  const by = random.pick(owners);
  const event = (list, entry, days) => { const at = last + days * day + random.below(8 * 60) * minute; if (at <= newest) list.push({ ...entry, at: stamp(at) }); return at <= newest; };
  if (!reached.has(out.attempts.at(-1).result)) {
    if (newest - last > 12 * day && event(out.outcomes, { code: "no_response" }, 10) && random.chance(30)) event(out.history, { action: "nurture", by, until: stamp(last + 100 * day).slice(0, 10), resume_when: "form_submission" }, 11);
    return out;
  }
  event(out.outcomes, { code: "contacted" }, 0);
  if (misfit !== null) {
    if (random.chance(60)) { event(out.history, { action: "refuse", by, reason: misfit }, 1); event(out.outcomes, { code: "declined_eligibility" }, 1); }
    return out;
  }
  if (!random.chance(25 + Math.floor(heat / 2)) || !event(out.history, { action: "accept", by, to: by }, 1)) return out;
  if (!random.chance(45 + Math.floor(heat / 2)) || !event(out.outcomes, { code: "meeting" }, 5)) return out;
  const won = random.chance(Math.floor((heat * heat) / 90));
  if (random.chance(70)) event(out.outcomes, { code: won ? "closed_won" : "closed_lost", ...(!won && { reason: random.pick(["budget_absent", "no_timeline", "competitor"]) }) }, 24 + random.below(20));
  return out;
}
