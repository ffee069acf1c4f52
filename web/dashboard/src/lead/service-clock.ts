// How a service clock stands, in words. Times are those of the verdict; the moment is that of the list.
import type { ServiceLevel } from "prequal-engine";
import type { Speech } from "../texts/speech.ts";

/** States of a clock by their numbers (ClockColumns). */
export const clockStates = ["none", "open", "met", "late", "breached"] as const;

const minute = 60_000;

export function clockText(level: ServiceLevel, asOf: string, speech: Speech): string {
  const within = speech.duration(level.within_minutes);
  if (level.due_at === undefined) return speech.say("clock.none", { within });
  const time = speech.moment(level.due_at);
  const apart = Math.round((Date.parse(level.due_at) - Date.parse(asOf)) / minute);
  switch (level.state) {
    case "open": return speech.say("clock.due", { time, left: speech.duration(Math.max(0, apart)) });
    case "breached": return speech.say("clock.over", { time, left: speech.duration(Math.max(0, -apart)) });
    case "met": return speech.say("clock.met", { time: speech.moment(level.answered_at ?? level.due_at) });
    case "late": return speech.say("clock.late", { time: speech.moment(level.answered_at ?? level.due_at) });
    default: return speech.say("clock.none", { within });
  }
}

const minuteSeconds = 60;
const hourSeconds = 3600;

/** What is left until a lead is due, or how long it is over: by the second within an hour. */
export function leftText(seconds: number, speech: Speech): string {
  const apart = Math.abs(seconds);
  const left = apart < hourSeconds ? `${Math.floor(apart / minuteSeconds)}:${String(apart % minuteSeconds).padStart(2, "0")}` : speech.duration(Math.floor(apart / minuteSeconds));
  return speech.say(seconds < 0 ? "live.over" : "live.left", { left });
}

export const clockTone = (state: string): string => ({ open: "mid", breached: "out", late: "out", met: "high" })[state] ?? "";
