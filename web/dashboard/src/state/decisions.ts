// What a reviewer does about leads: one or many at once, and taken back. What it may be is checked by the desk.
import type { ActInput, Decided, Desk } from "../review/desk.ts";
import type { ActName } from "../review/trail.ts";
import type { Arranging } from "./arranging.ts";
import type { Store } from "./store.ts";

export class Decisions {
  constructor(
    private readonly store: Store,
    private readonly desk: Desk,
    private readonly queue: Arranging,
  ) {}

  setReviewer(reviewer: string): void {
    this.store.set({ reviewer });
  }
  /** Opens the form of an act for the leads that are picked, else for the one that stands open. */
  startAct(act: ActName | null): void {
    const { selected, chosen } = this.store.state;
    this.store.set({ acting: selected === null && chosen.size === 0 ? null : act });
  }
  /** Decides about the leads that are picked, else about the one that stands open, and goes on to the next. */
  async decide(input: ActInput): Promise<Decided> {
    const { selected, shown, chosen } = this.store.state;
    const leads = chosen.size > 0 ? [...chosen] : selected === null ? [] : [selected];
    if (leads.length === 0) return { ok: false, problems: [] };
    return this.decideAbout(leads, input, chosen.size > 0 || selected === null ? null : (shown[shown.indexOf(selected) + 1] ?? null));
  }
  /** Decides the same about leads; those for which it is not possible stay picked. */
  async decideAbout(leads: readonly number[], input: ActInput, next: number | null = null): Promise<Decided> {
    const decided = await this.desk.decide(leads, input);
    if (!decided.ok) return decided;
    const { speech, selected, chosen } = this.store.state;
    const act = speech.say(`act.${input.act}`);
    const done = leads.length - decided.refused.length;
    const text = leads.length === 1 ? speech.say("act.done", { act })
      : decided.refused.length === 0 ? speech.say("act.done.many", { act, count: done }) : speech.say("act.done.some", { act, count: done, refused: decided.refused.length });
    // That the device refused to keep it is more than that it is done.
    this.store.set({ acting: null, selected: next ?? selected, ...(chosen.size > 0 && { chosen: new Set(decided.refused) }), ...(decided.kept && { said: { text, undo: true } }) });
    await this.queue.decided();
    return decided;
  }
  async undo(): Promise<void> {
    const undone = await this.desk.undo();
    const { speech } = this.store.state;
    const [first] = undone;
    const act = first === undefined ? "" : speech.say(`act.${first.act}`);
    const text = first === undefined ? speech.say("undo.nothing") : undone.length > 1 ? speech.say("undo.done.many", { act, count: undone.length }) : speech.say("undo.done", { act, row: first.record });
    this.store.set({ said: { text, undo: false } });
    await this.queue.decided();
  }
}
