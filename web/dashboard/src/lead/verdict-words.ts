// The verdict as sentences. Everything said here stands in the verdict; nothing is judged anew.
import type { ProfileInfo, Verdict } from "prequal-engine";
import type { Speech } from "../texts/speech.ts";
import { fieldText } from "./wording.ts";

const mostNamed = 3;

function why(verdict: Verdict, info: ProfileInfo, speech: Speech): string {
  const stops = verdict.eligibility.stops.map((stop) => speech.pick(info.stops.find((entry) => entry.id === stop.id)?.plain) || stop.id);
  const unmet = verdict.eligibility.criteria
    .filter((entry) => entry.kind === "must_have" && entry.state === "not_met")
    .map((entry) => speech.pick(info.criteria.find((criterion) => criterion.id === entry.id)?.plain) || entry.id);
  const named = (stops.length > 0 ? stops : unmet).slice(0, mostNamed).map(asClause);
  return named.length === 0 ? speech.code("status", verdict.status.value).toLowerCase() : speech.list(named);
}

/** A sentence of a profile inside another sentence. */
const asClause = (text: string): string => {
  const bare = text.replace(/[.:]$/, "");
  return /^\p{Lu}\p{Ll}/u.test(bare) ? bare[0]!.toLowerCase() + bare.slice(1) : bare;
};

function openFields(verdict: Verdict, info: ProfileInfo, speech: Speech): string {
  const asked = (verdict.questions ?? []).filter((question) => question.effect === "eligibility").map((question) => question.field);
  const fields = [...new Set(asked.length > 0 ? asked : verdict.missing)].slice(0, mostNamed);
  return speech.list(fields.map((field) => fieldText(field, info, speech).replace(/[?¿]/g, "").toLowerCase()));
}

export function verdictSentences(verdict: Verdict, info: ProfileInfo, speech: Speech): string[] {
  const { fit, intent, total } = verdict.scores;
  const out = [
    `${speech.say("say.band", { band: speech.code("band", verdict.band.value), total: speech.plain(total.value), max: total.max })} ${speech.say("say.fit", { fit: fit.value, fitMax: fit.max, intent: intent.value, intentMax: intent.max })}`,
  ];
  const state = verdict.eligibility.value;
  if (state === "eligible") out.push(speech.say("say.eligible"));
  else if (state === "ineligible") out.push(speech.say("say.ineligible", { why: why(verdict, info, speech) }));
  else {
    const fields = openFields(verdict, info, speech);
    out.push(speech.say("say.undetermined", { why: fields === "" ? why(verdict, info, speech) : speech.say("say.open", { fields }) }));
  }
  const action = speech.code("action", verdict.next_step.action).toLowerCase();
  const team = speech.pick(info.teams.find((entry) => entry.id === verdict.route.team)?.name) || speech.code("lane", verdict.route.lane);
  out.push(verdict.route.lane === "none" ? speech.say("say.nobody", { action }) : speech.say("say.work", { team, action }));
  if (verdict.attention === "human_now") out.push(speech.say("say.attention"));
  if (verdict.settled) out.push(speech.say("say.settled"));
  return out;
}
