// What stands in the cells of a lead, in the table as in the cards.
import { css, html, nothing, type TemplateResult } from "lit";
import type { OutcomeColumns, ProfileInfo } from "prequal-engine";
import type { Title } from "../engine/list-engine.ts";
import { clockStates } from "../lead/service-clock.ts";
import type { Decision } from "../review/trail.ts";
import type { Session } from "../state/session.ts";
import type { State } from "../state/store.ts";
import { maskName } from "../lead/masking.ts";
import type { LeadColumn } from "../state/lead-columns.ts";
import { reasonsOf, type SortKey } from "../state/view.ts";
import type { Speech } from "../texts/speech.ts";
import { bandMark } from "../styles/marks.ts";
import { scoreBar } from "../styles/score-bar.ts";
import "./live-time.ts";

export interface Row {
  readonly lead: number;
  readonly row: number;
  readonly title: Title | undefined;
  readonly columns: OutcomeColumns;
  readonly info: ProfileInfo;
  readonly state: State;
  /** Where clocks may run. */
  readonly session?: Session;
  /** What people have decided so far. */
  readonly standing?: ReadonlyMap<number, Decision>;
}

export function titleText({ title, row, state }: Row): string {
  if (title === undefined || title.title === "") return state.speech.say("title.unnamed", { row });
  return state.masked ? maskName(title.title) : title.title;
}

export function titleCell(row: Row): TemplateResult {
  const known = row.title !== undefined;
  const { state, lead, standing } = row;
  const decision = standing?.get(lead);
  return html`<span class="named"><span class="title ${known ? "" : "waiting"}" dir="auto">${titleText(row)}</span>${decision === undefined ? nothing : html`<span class="chip decision" data-tone="ours">${state.speech.say(`act.${decision.act}` as "act.accept")}</span>`}</span>
    <span class="sub" dir="auto">${row.state.masked ? "" : (row.title?.sub ?? "")}</span>`;
}

export function bandCell({ columns, lead, info, state }: Row): TemplateResult {
  const band = columns.band[lead] ?? 0;
  const name = info.levels[band] ?? "low";
  const stopped = info.eligibilities[columns.eligibility[lead] ?? 0] === "ineligible";
  return html`<span class="band" data-band=${name}>${bandMark(band)}${state.speech.code("band", name)}</span>
    ${stopped ? html`<span class="sub out">${state.speech.code("eligibility", "ineligible")}</span>` : nothing}`;
}

export function scoreCell({ columns, lead, info, state }: Row, kind: "total" | "fit" | "intent"): TemplateResult {
  const { speech } = state;
  const value = columns[kind][lead] ?? 0;
  const low = columns[`${kind}Low`][lead] ?? value;
  const high = columns[`${kind}High`][lead] ?? value;
  const max = kind === "total" ? 100 : info.caps[kind];
  const marks = kind === "total" ? [info.thresholds.total.mid, info.thresholds.total.high] : [];
  const open = low !== high;
  return html`<span class="score"><b>${speech.plain(value)}</b><span class="visually-hidden"> ${speech.say("score.of", { value: "", max }).trim()}</span>
      ${open
        ? html`<span class="visually-hidden">, ${speech.say("score.bounds", { low: speech.plain(low), high: speech.plain(high) })}</span>
            <span class="range" aria-hidden="true">${speech.plain(low)}–${speech.plain(high)}</span>`
        : nothing}</span>
    ${scoreBar({ value, low, high, max }, kind, marks)}`;
}

export function statusCell(row: Row): TemplateResult {
  const { state, lead } = row;
  const clock = state.clocks === null ? "none" : (clockStates[state.clocks.state[lead] ?? 0] ?? "none");
  const running = row.session !== undefined && state.live && (clock === "open" || clock === "breached");
  return html`<span class="cut">${statusText(row)}</span>${clock === "none" || clock === "met" ? nothing : html`<span class="sub clock" data-clock=${clock}>${running ? html`<pq-live .session=${row.session} .due=${state.clocks?.due[lead] ?? 0}></pq-live>` : state.speech.code("clock", clock)}</span>`}`;
}
export function statusText({ columns, lead, info, state }: Row): string {
  return state.speech.code("status", info.statuses[columns.status[lead] ?? 0] ?? "");
}
export function laneText({ columns, lead, info, state }: Row): string {
  return state.speech.code("lane", info.lanes[columns.lane[lead] ?? 0] ?? "");
}

const mostReasons = 2;

export function reasonsCell({ columns, lead, info, state }: Row): TemplateResult {
  const { speech } = state;
  const reasons = reasonsOf(columns, lead);
  if (reasons.length === 0) return html`<span class="soft" aria-label=${speech.say("reasons.none")}>–</span>`;
  const text = (index: number): string => {
    const reason = info.reasons[index];
    return reason === undefined ? "" : speech.pick(reason.plain) || speech.code("reason", reason.code);
  };
  // How many fit is a question of room: the narrow form shows one, the wide one two.
  const more = (shown: number, form: string): TemplateResult | typeof nothing =>
    reasons.length > shown ? html`<span class="soft more ${form}">${speech.say("reasons.more", { count: reasons.length - shown })}</span>` : nothing;
  return html`<span class="reasons">${reasons.slice(0, mostReasons).map((index) => html`<span class="chip" data-tone=${info.reasons[index]?.cause === "ours" ? "ours" : ""}><span class="cut">${text(index)}</span></span>`)}
    ${more(mostReasons, "in-wide")}${more(1, "in-narrow")}</span>`;
}

/** What stands in a column of the verdict. */
export function cellOf(key: Exclude<LeadColumn["key"], "title" | "list">, row: Row): TemplateResult | string {
  switch (key) {
    case "band": return bandCell(row);
    case "total": case "fit": case "intent": return scoreCell(row, key);
    case "status": return statusCell(row);
    case "reasons": return reasonsCell(row);
    case "lane": return laneText(row);
  }
}
export const columnName = (column: LeadColumn, speech: Speech): string => (column.key === "list" ? column.name : speech.say(`column.${column.key}`));

/** Orders by a column: the other way round where it already orders; with `also` only what the order so far leaves equal. */
export function orderBy(session: Session, key: SortKey | null, also: boolean): void {
  if (key === null) return;
  const { sort, thenBy } = session.store.state;
  const before = [sort, ...thenBy].find((entry) => entry.key === key);
  const text = key === "title" || key === "status" || key === "lane";
  void session.queue.sortBy({ key, down: before !== undefined && (also || before === sort) ? !before.down : !text }, also);
}

export const cellStyles = css`
  .title, .sub { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .named { display: flex; align-items: center; gap: 0.375rem; min-inline-size: 0; }
  .named .chip { flex: none; min-block-size: 1.125rem; padding-block: 0; }
  .sub.clock[data-clock="breached"], .sub.clock[data-clock="late"] { color: var(--pq-out); }
  .title { font-weight: var(--pq-weight-medium); }
  .title.waiting { color: var(--pq-ink-3); }
  .sub { font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
  .sub.out { color: var(--pq-out); }
  .score { display: flex; align-items: baseline; justify-content: space-between; gap: 0.375rem; font-variant-numeric: tabular-nums; }
  .score b { font-weight: var(--pq-weight-strong); }
  .range { font-size: var(--pq-text-xs); color: var(--pq-ink-3); }
  .reasons { display: flex; align-items: center; gap: 0.25rem; min-inline-size: 0; overflow: hidden; }
  .reasons .chip { flex: 0 1 auto; min-inline-size: 3rem; }
  .reasons .chip + .chip, .in-wide { display: none; }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .more { font-size: var(--pq-text-xs); flex: none; }
`;
