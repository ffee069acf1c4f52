// What is said about the leads of a list together (docs/metrics.md). Shares are in hundredths of a percent.

/** How many out of how many, with the 95 % Wilson interval; null when it is out of none. */
export interface Share {
  readonly count: number;
  readonly of: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface GroupMetrics {
  readonly leads: number;
  readonly qualified: Share;
  readonly contacted: Share;
  readonly converted: Share;
  /** With all of the minimum. */
  readonly complete: Share;
  /** Not eligible, of those of which that is known. */
  readonly misfit: Share;
  readonly booked: Share;
  /** Missed a meeting, of those whose meeting was due. */
  readonly missed: Share;
}
export interface NamedMetrics extends GroupMetrics {
  readonly name: string;
}
export interface ReferrerMetrics extends NamedMetrics {
  /** By month of submission, "2026-11". */
  readonly months?: readonly { readonly month: string; readonly leads: number; readonly qualified: Share; readonly booked: Share; readonly converted: Share }[];
}

export interface ListMetrics {
  readonly leads: number;
  readonly profile: { readonly id: string; readonly version: string };
  readonly excluded: { readonly spam: number; readonly duplicate: number };
  readonly early: Readonly<Record<"contact_success" | "disqualified" | "qualified" | "booking", Share>>;
  readonly late: Readonly<Record<"acceptance" | "meeting" | "consult_booked" | "completed_intake" | "closed_won", Share>>;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly unknown_outcomes: number;
  readonly rejections: {
    readonly all: number;
    readonly lead: number;
    readonly ours: number;
    readonly uncoded: number;
    readonly misrouted: number;
    readonly reasons: Readonly<Record<string, { readonly count: number; readonly cause: "lead" | "ours"; readonly family: string }>>;
  };
  readonly bands: Readonly<Record<"high" | "mid" | "low", GroupMetrics>>;
  readonly stages: Readonly<Record<string, GroupMetrics>>;
  readonly sources: readonly NamedMetrics[];
  readonly campaigns: readonly NamedMetrics[];
  readonly pages: readonly NamedMetrics[];
  readonly referrers: readonly ReferrerMetrics[];
  readonly speed_to_lead: {
    readonly answered: number;
    readonly waiting: number;
    readonly untimed: number;
    readonly median_minutes: number | null;
    readonly p90_minutes: number | null;
  };
  readonly alerts: readonly {
    readonly alert: string;
    readonly action: string;
    /** Of "tier_inversion": the bands, and whether it is beyond chance. */
    readonly higher?: string;
    readonly lower?: string;
    readonly certain?: boolean;
  }[];
}

export interface ListAllocation {
  readonly leads: number;
  readonly teams: readonly {
    readonly team: string;
    readonly owner: string | null;
    readonly capacity: number | null;
    readonly routed: number;
    readonly queued: number;
    readonly unassigned: number;
  }[];
  readonly alarms: readonly { readonly alarm: string; readonly count: number; readonly action: string }[];
  /** The leads that somebody should work, by their position in the list; best first. */
  readonly order: readonly {
    readonly lead: number;
    readonly id: string | null;
    readonly team: string | null;
    readonly state: "routed" | "queued" | "unassigned";
    readonly order: number;
    readonly due: string;
    readonly reason?: "capacity";
    readonly delay?: "ours";
  }[];
}

export interface ListStanding {
  readonly band: string;
  readonly stage: string;
  readonly route: string;
  readonly eligibility: string;
  readonly status: string;
  readonly fit: number;
  readonly intent: number;
  readonly total: number;
}

/** From which value to which, and how many leads. */
export type Migration = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ListComparison {
  readonly before: { readonly id: string; readonly version: string };
  readonly after: { readonly id: string; readonly version: string };
  readonly categories: readonly string[];
  readonly warnings: readonly { readonly code: string; readonly about: string }[];
  readonly differences: readonly {
    readonly what: "added" | "removed" | "changed";
    readonly category: string;
    readonly section: string;
    readonly id?: string;
    readonly members?: readonly string[];
  }[];
  readonly leads: number;
  readonly unread: number;
  readonly moved: number;
  readonly bands: Migration;
  readonly stages: Migration;
  readonly routes: Migration;
  readonly sources: Readonly<Record<string, { readonly leads: number; readonly moved: number; readonly routed_otherwise: number }>>;
  /** The first thousand. */
  readonly movers: readonly {
    readonly row: number;
    readonly id: string | null;
    readonly source: string;
    readonly before: ListStanding;
    readonly after: ListStanding;
    readonly reasons_gained: readonly string[];
    readonly reasons_lost: readonly string[];
    readonly rules: readonly string[];
  }[];
}

export interface AuditOptions {
  /** Of the sample: the same seed and leads give the same sample. */
  readonly seed?: number;
  /** Ids of fields to compare people by, besides those that must not be scored. */
  readonly groups?: readonly string[];
}
export interface CriterionFailures {
  readonly stage: string;
  readonly reason: string | null;
  readonly share: Share;
  /** Criteria and stops that say this reason. */
  readonly criteria: readonly string[];
}
export interface GroupGap {
  readonly measure: "contacted" | "qualified" | "sales_ready";
  readonly above: string;
  readonly below: string;
  /** In hundredths of a percent. */
  readonly gap: number;
  readonly beyond: boolean;
}
export interface ListAudit {
  readonly leads: number;
  readonly profile: { readonly id: string; readonly version: string };
  readonly review: { readonly agreed_on: string | null; readonly review_on: string | null; readonly pilot_reviewed_on: string | null; readonly due: boolean };
  readonly failures: readonly CriterionFailures[];
  readonly traits: readonly { readonly feature: string; readonly value: string; readonly moved: Share }[];
  readonly sample: {
    readonly seed: number;
    readonly of: number;
    readonly leads: readonly { readonly lead: number; readonly id: string | null; readonly without_fit: readonly string[]; readonly without_intent: readonly string[] }[];
  };
  readonly missed_sql: {
    readonly share: Share;
    readonly leads: readonly { readonly lead: number; readonly id: string | null; readonly turned_away: string; readonly reason: string | null }[];
  };
  readonly feedback: {
    readonly uncoded: number;
    readonly codes: readonly { readonly code: string; readonly helped: number; readonly hindered: number; readonly feeds: "rules" | "form" }[];
  };
  readonly fairness: readonly {
    readonly field: string;
    /** A rule reads the field, which it should not. */
    readonly scored: boolean;
    readonly groups: readonly { readonly value: string; readonly leads: number; readonly contacted: Share; readonly qualified: Share; readonly sales_ready: Share }[];
    /** Mean points of a rule in hundredths; of must-haves and stops the share turned away, in hundredths of a percent. */
    readonly gaps: readonly (GroupGap & {
      readonly driven_by: readonly { readonly rule?: string; readonly must_have?: string; readonly hard_stop?: string; readonly above: number; readonly below: number }[];
    })[];
  }[];
  readonly alerts: readonly { readonly alert: string; readonly action: string }[];
}

/** One organization and its leads. */
export interface ListAccount {
  readonly key: string;
  /** How its leads were found to belong together; of them, what says least. */
  readonly by: "site" | "email" | "name";
  readonly rows: readonly number[];
  readonly people: number;
  readonly engaged: number;
  readonly contactable: number;
  readonly fit: number;
  readonly intent: number;
  readonly total: number;
  readonly lifecycle: "researching" | "evaluating";
  readonly committee: { readonly filled: readonly string[]; readonly open: readonly string[] };
}
