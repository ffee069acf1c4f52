// Where a person decides: checks each act with the engine, writes the trail, takes back, and keeps the trail on this device
// when asked to.
import type { Problem, ReviewAct } from "prequal-engine";
import type { ListEngine } from "../engine/list-engine.ts";
import type { Store } from "../state/store.ts";
import { joined } from "./joined-trail.ts";
import { Lease } from "../storage/lease.ts";
import { nameOfList, type Vault } from "../storage/vault.ts";
import { isEngineAct, lastActive, sawOf, type ActName, type Decision, type Merged } from "./trail.ts";

/** What the form of an act asks for; empty texts are left out. */
export interface ActInput {
  readonly act: ActName;
  readonly reason: string;
  readonly to: string;
  readonly until: string;
  readonly resumeWhen: string;
  readonly note: string;
  readonly merged?: Merged;
  readonly distinctFrom?: readonly number[];
}
export const noInput: ActInput = { act: "accept", reason: "", to: "", until: "", resumeWhen: "", note: "" };

export type Decided = { readonly ok: true; readonly kept: boolean; readonly warnings: readonly Problem[]; readonly refused: readonly number[] } | { readonly ok: false; readonly problems: readonly Problem[] };

/** The moment of an act, in the offset of this device. */
export function momentOf(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const two = (value: number): string => String(Math.trunc(Math.abs(value))).padStart(2, "0");
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${two(offset / 60)}:${two(offset % 60)}`;
}

export class Desk {
  #list: string | null = null;
  readonly #lease = new Lease();

  constructor(
    private readonly store: Store,
    private readonly engine: ListEngine,
    private readonly vault: Vault,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Another list is open; what was kept about it comes back. */
  async open(list: Blob): Promise<void> {
    this.close();
    this.store.set({ trail: [], remember: false });
    if (!(await this.vault.holdsAny().catch(() => false))) return;
    const name = await nameOfList(list);
    const trail = await this.vault.read(name).catch(() => []);
    if (trail.length === 0) return;
    if (!(await this.#lease.take(name))) return this.#elsewhere(trail);
    this.#list = name;
    this.store.set({ trail, remember: true, said: { text: this.store.state.speech.say("trail.restored", { count: trail.length }), undo: false } });
  }

  /** Keeps the trail of this list on this device from now on, or only in memory again. */
  async remember(on: boolean, list: Blob): Promise<void> {
    if (!on) {
      this.close();
      this.store.set({ remember: false });
      return;
    }
    const name = await nameOfList(list);
    try {
      if (!(await this.#lease.take(name))) return this.#elsewhere(this.store.state.trail);
      // Another window may have kept more since this one opened the list.
      const kept = await this.vault.read(name);
      const trail = joined(kept, this.store.state.trail);
      // What is decided while these are written is written after them.
      this.#list = name;
      this.store.set({ trail });
      await this.vault.keep(name, trail);
      this.store.set({ remember: true, said: { text: this.store.state.speech.say("trail.kept"), undo: false } });
    } catch {
      this.#refused();
    }
  }
  /** No more is kept from now on. */
  close(): void {
    this.#list = null;
    this.#lease.free();
  }
  #elsewhere(trail: readonly Decision[]): void {
    this.close();
    this.store.set({ trail, remember: false, said: { text: this.store.state.speech.say("trail.elsewhere"), undo: false } });
  }
  async forget(): Promise<void> {
    this.close();
    await this.vault.forget();
    this.store.set({ remember: false });
  }
  #refused(): void {
    this.close();
    this.store.set({ remember: false, said: { text: this.store.state.speech.say("trail.full"), undo: false } });
  }

  /** Adds to the trail; resolves when it is kept as was asked for, to false when the device refused. */
  async #append(entries: readonly Decision[]): Promise<boolean> {
    this.store.set({ trail: [...this.store.state.trail, ...entries] });
    if (this.#list === null) return true;
    try {
      await this.vault.keep(this.#list, entries);
      return true;
    } catch {
      this.#refused();
      return false;
    }
  }

  /** Decides the same about each of the leads. Those for which it is not possible are left as they are and given back. */
  async decide(leads: readonly number[], input: ActInput): Promise<Decided> {
    const at = momentOf(this.now());
    const made: Decision[] = [];
    const refused: number[] = [];
    const problems: Problem[] = [];
    for (const lead of leads) {
      const one = await this.#consider(lead, input, at);
      if (one.entry === null) refused.push(lead);
      else made.push(one.entry);
      problems.push(...one.problems);
    }
    const unique = [...new Map(problems.map((problem) => [problem.code, problem])).values()];
    if (made.length === 0) return { ok: false, problems: unique };
    // Numbered only now: while these were considered, another act may have been written.
    const first = this.store.state.trail.length + 1;
    const entries = made.map((entry, i) => ({ ...entry, id: first + i, ...(leads.length > 1 && { batch: first }) }));
    return { ok: true, kept: await this.#append(entries), warnings: unique, refused };
  }

  async #consider(lead: number, input: ActInput, at: string): Promise<{ readonly entry: Decision | null; readonly problems: readonly Problem[] }> {
    const { phase, reviewer, info } = this.store.state;
    if (phase.kind !== "ready" || info === null) throw new Error("no list");
    const detail = await this.engine.detail(lead);
    if (!detail.ok) return { entry: null, problems: detail.problems };
    const { verdict, record } = detail.value;
    let after = { stage: verdict.stage.value, record: verdict.status.value, rejection: false, ops_error: false };
    let warnings: readonly Problem[] = [];
    if (isEngineAct(input.act)) {
      const parts = { by: reviewer, reason: input.reason, to: input.to, until: input.until, resume_when: input.resumeWhen, note: input.note };
      const act: ReviewAct = { action: input.act, at, ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== "")) };
      const reviewed = await this.engine.review(lead, act);
      if (!reviewed.ok) return { entry: null, problems: reviewed.problems };
      if (!reviewed.value.allowed) return { entry: null, problems: reviewed.value.problems };
      after = reviewed.value;
      warnings = reviewed.value.problems;
    }
    const entry: Decision = {
      id: 0,
      lead,
      record: phase.list.loaded.rows[lead] ?? 0,
      leadId: record.find((cell) => cell.field === "id")?.value ?? "",
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
      ...(input.merged !== undefined && { merged: input.merged }),
      ...(input.distinctFrom !== undefined && { distinctFrom: input.distinctFrom }),
    };
    return { entry, problems: warnings };
  }

  /** Takes back what was decided last and still counts; the trail keeps both. */
  async undo(): Promise<readonly Decision[]> {
    const { trail, reviewer } = this.store.state;
    const last = lastActive(trail);
    if (last.length === 0) return last;
    const at = momentOf(this.now());
    const first = trail.length + 1;
    await this.#append(last.map((entry, i) => {
      const { batch: _batch, ...rest } = entry;
      return { ...rest, id: first + i, act: "undo", undoes: entry.id, by: reviewer || entry.by, at, note: "" };
    }));
    return last;
  }
}
