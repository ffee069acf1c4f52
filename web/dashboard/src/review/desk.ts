// Where a person decides: checks each act with the engine, writes the trail, takes back, and keeps the trail on this device
// when asked to.
import type { Problem, ReviewAct } from "prequal-engine";
import type { ListEngine } from "../engine/list-engine.ts";
import type { Store } from "../state/store.ts";
import { nameOfList, type Vault } from "../storage/vault.ts";
import { lastActive, sawOf, type ActName, type Decision } from "./trail.ts";

/** What the form of an act asks for; empty texts are left out. */
export interface ActInput {
  readonly act: ActName;
  readonly reason: string;
  readonly to: string;
  readonly until: string;
  readonly resumeWhen: string;
  readonly note: string;
}
export const noInput: ActInput = { act: "accept", reason: "", to: "", until: "", resumeWhen: "", note: "" };

export type Decided = { readonly ok: true; readonly kept: boolean; readonly warnings: readonly Problem[] } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The moment of an act, in the offset of this device. */
export function momentOf(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

export class Desk {
  #list: string | null = null;

  constructor(
    private readonly store: Store,
    private readonly engine: ListEngine,
    private readonly vault: Vault,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Another list is open; what was kept about it comes back. */
  async open(list: Blob): Promise<void> {
    this.#list = null;
    this.store.set({ trail: [], remember: false });
    if (!(await this.vault.holdsAny().catch(() => false))) return;
    const name = await nameOfList(list);
    const trail = await this.vault.read(name).catch(() => []);
    if (trail.length === 0) return;
    this.#list = name;
    this.store.set({ trail, remember: true, said: { text: this.store.state.speech.say("trail.restored", { count: trail.length }), undo: false } });
  }

  /** Keeps the trail of this list on this device from now on, or only in memory again. */
  async remember(on: boolean, list: Blob): Promise<void> {
    if (!on) {
      this.#list = null;
      this.store.set({ remember: false });
      return;
    }
    const name = await nameOfList(list);
    try {
      await this.vault.keep(name, this.store.state.trail);
      this.#list = name;
      this.store.set({ remember: true, said: { text: this.store.state.speech.say("trail.kept"), undo: false } });
    } catch {
      this.#refused();
    }
  }
  async forget(): Promise<void> {
    this.#list = null;
    await this.vault.forget();
    this.store.set({ remember: false });
  }
  #refused(): void {
    this.#list = null;
    this.store.set({ remember: false, said: { text: this.store.state.speech.say("trail.full"), undo: false } });
  }

  /** Adds to the trail; resolves when it is kept as was asked for, to false when the device refused. */
  async #append(entry: Decision): Promise<boolean> {
    this.store.set({ trail: [...this.store.state.trail, entry] });
    if (this.#list === null) return true;
    try {
      await this.vault.keep(this.#list, [entry]);
      return true;
    } catch {
      this.#refused();
      return false;
    }
  }

  async decide(lead: number, input: ActInput): Promise<Decided> {
    const { phase, reviewer, info } = this.store.state;
    if (phase.kind !== "ready" || info === null) throw new Error("no list");
    const at = momentOf(this.now());
    const detail = await this.engine.detail(lead);
    if (!detail.ok) return { ok: false, problems: detail.problems };
    const { verdict, record } = detail.value;
    let after = { stage: verdict.stage.value, record: verdict.status.value, rejection: false, ops_error: false };
    let warnings: readonly Problem[] = [];
    if (input.act !== "override") {
      const parts = { by: reviewer, reason: input.reason, to: input.to, until: input.until, resume_when: input.resumeWhen, note: input.note };
      const act: ReviewAct = { action: input.act, at, ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== "")) };
      const reviewed = await this.engine.review(lead, act);
      if (!reviewed.ok) return { ok: false, problems: reviewed.problems };
      if (!reviewed.value.allowed) return { ok: false, problems: reviewed.value.problems };
      after = reviewed.value;
      warnings = reviewed.value.problems;
    }
    const kept = await this.#append({
      id: this.store.state.trail.length + 1,
      lead,
      record: phase.list.loaded.rows[lead] ?? 0,
      leadId: record.find((entry) => entry.field === "id")?.value ?? "",
      act: input.act,
      undoes: null,
      by: reviewer,
      at,
      reason: input.reason,
      to: input.to,
      until: input.until,
      resumeWhen: input.resumeWhen,
      note: input.note,
      stage: after.stage,
      standing: after.record,
      rejection: after.rejection,
      opsError: after.ops_error,
      saw: sawOf(verdict),
      profile: `${verdict.profile.id}@${verdict.profile.version}`,
      engine: verdict.engine,
    });
    return { ok: true, kept, warnings };
  }

  /** Takes the newest decision back that still counts; the trail keeps both. */
  async undo(): Promise<Decision | null> {
    const { trail, reviewer } = this.store.state;
    const last = lastActive(trail);
    if (last === null) return null;
    await this.#append({ ...last, id: trail.length + 1, act: "undo", undoes: last.id, by: reviewer || last.by, at: momentOf(this.now()), note: "" });
    return last;
  }
}
