// What the form of each act asks for. Whether an act is allowed says the engine; this only says what to ask.
import type { ActName } from "./trail.ts";

export type Ask = "reason" | "owner" | "team" | "instead" | "into" | "until" | "resume" | "note";

export const asks: Readonly<Record<ActName, readonly Ask[]>> = {
  accept: ["owner", "note"],
  qualify: ["note"],
  refuse: ["reason", "note"],
  nurture: ["reason", "until", "resume", "note"],
  hold: ["reason", "resume", "until", "note"],
  disqualify: ["reason", "note"],
  reroute: ["team", "note"],
  override: ["instead", "reason", "until", "note"],
  merge: ["into", "note"],
  distinct: [],
  assign: ["owner", "note"],
  contacted: ["note"],
  note: ["note"],
};

/** Events that end a hold or a nurture (R15-03), as the engine's profiles name them. */
export const events = ["engagement_rises", "new_request", "coverage_change", "decision_maker_identified", "approval_finished", "budget_cycle", "offer_change"] as const;
