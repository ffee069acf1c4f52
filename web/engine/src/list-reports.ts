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
}
export interface NamedMetrics extends GroupMetrics {
  readonly name: string;
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
  readonly referrers: readonly NamedMetrics[];
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
