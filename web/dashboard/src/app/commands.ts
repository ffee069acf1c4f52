// Everything that can be done by its name: what the palette lists and the keys do.
import type { Session } from "../state/session.ts";
import type { ActName } from "../review/trail.ts";
import { pages, type Page } from "../state/store.ts";
import type { Speech } from "../texts/speech.ts";
import { keysOf } from "./keys.ts";

export interface Command {
  readonly id: string;
  readonly name: string;
  /** One key, or two pressed one after the other; as they are shown. */
  readonly keys: readonly string[];
  readonly run: () => void;
}

/** What the page itself does for commands. */
export interface Stage {
  move(by: number): void;
  moveBand(by: number): void;
  openLead(): void;
  closeLead(): void;
  focusSearch(): void;
  whatIf(): void;
  help(): void;
  palette(): void;
  export(): void;
  mapping(): void;
  views(): void;
  table(): void;
  /** Begins an act about the picked leads, else about the lead one stands on. */
  act(act: ActName): void;
  /** Does something with the lead one stands on, if there is one. */
  onLead(run: (lead: number) => void): void;
}

const actKeys: Readonly<Record<Exclude<ActName, "distinct">, string>> = {
  accept: "1", merge: "2", refuse: "3", nurture: "H", contacted: "E", assign: "A", note: "N", hold: "L", qualify: "Q", reroute: "R", disqualify: "D", override: "B",
};
/** The key of an act, as it is now. */
export const keyOf = (act: ActName, ownKeys: Readonly<Record<string, string>>): string => (act === "distinct" ? "" : (ownKeys[act] ?? actKeys[act]));
const pageKeys: Readonly<Record<Page, readonly string[]>> = { queue: ["G Q"], insights: ["G I", "G S", "G O"], review: ["G R"], accounts: ["G A"], duplicates: ["G D", "M"], trail: ["G T"], workbench: ["G M", "G P"] };

export function commandsOf(session: Session, stage: Stage, speech: Speech): readonly Command[] {
  const { masked, ownKeys } = session.store.state;
  const command = (id: string, name: string, keys: readonly string[], run: () => void): Command => ({ id, name, keys: keysOf(id, keys, ownKeys), run });
  return [
    command("next", speech.say("lead.next"), ["J", "\u2193"], () => stage.move(1)),
    command("previous", speech.say("lead.previous"), ["K", "\u2191"], () => stage.move(-1)),
    command("open", speech.say("keys.open"), ["O", "Enter"], () => stage.openLead()),
    command("close", speech.say("keys.close"), ["Esc"], () => stage.closeLead()),
    command("choose", speech.say("choose.one"), ["X"], () => stage.onLead((lead) => session.picked.toggle(lead))),
    command("choose.range", speech.say("choose.range"), ["Shift X"], () => stage.onLead((lead) => session.picked.extendTo(lead))),
    command("choose.all", speech.say("choose.all"), [], () => session.picked.all()),
    command("choose.none", speech.say("choose.none"), [], () => session.picked.none()),
    ...(Object.keys(actKeys) as (keyof typeof actKeys)[]).map((act) => command(act, speech.say(`act.${act}`), [actKeys[act]], () => stage.act(act))),
    command("undo", speech.say("keys.undo"), ["Z"], () => void session.decisions.undo()),
    command("what-if", speech.say("keys.what.if"), ["W"], () => stage.whatIf()),
    command("search", speech.say("keys.search"), ["/"], () => stage.focusSearch()),
    command("band.up", speech.say("keys.band.up"), ["["], () => stage.moveBand(-1)),
    command("band.down", speech.say("keys.band.down"), ["]"], () => stage.moveBand(1)),
    ...pages.map((page) => command(page, speech.say(`page.${page}`), pageKeys[page], () => session.show(page))),
    command("export", speech.say("keys.export"), ["S"], () => stage.export()),
    command("mapping", speech.say("map.change"), [], () => stage.mapping()),
    command("show-all", speech.say("filters.clear"), [], () => session.queue.showAll()),
    command("views", speech.say("views.title"), ["V"], () => stage.views()),
    command("table", speech.say("tb.title"), ["T"], () => stage.table()),
    command("mask", speech.say("mask"), [], () => session.mask(!masked)),
    command("restart", speech.say("app.new"), [], () => session.restart()),
    command("forget", speech.say("forget"), [], () => void session.forgetAll()),
    command("palette", speech.say("keys.palette"), ["Ctrl K"], () => stage.palette()),
    command("help", speech.say("keys.help"), ["?"], () => stage.help()),
  ];
}
