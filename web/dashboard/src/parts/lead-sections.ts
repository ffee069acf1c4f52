// Sections of a lead that only show: readiness, consent, service level, questions, changes.
import { css, html, nothing, type TemplateResult } from "lit";
import type { Change, ProfileInfo, Truth, Verdict } from "prequal-engine";
import { clockText, clockTone } from "../lead/service-clock.ts";
import { fieldText, valueText } from "../lead/wording.ts";
import { icons } from "../styles/marks.ts";
import type { TextKey } from "../texts/en.ts";
import type { Speech } from "../texts/speech.ts";

type Section = TemplateResult | typeof nothing;

export function truthMark(state: Truth, speech: Speech): TemplateResult {
  const mark = { met: icons.met, not_met: icons.notMet, unknown: icons.unknown }[state];
  return html`<span class="truth" data-truth=${state}>${mark()}<span class="visually-hidden">${speech.code("truth", state)}:</span></span>`;
}

const truths: Readonly<Record<string, Truth>> = { yes: "met", no: "not_met", unknown: "unknown" };

export function readinessSection(verdict: Verdict, info: ProfileInfo, speech: Speech): Section {
  const { header, completeness, dimensions } = verdict;
  const of = (part: { readonly have: number; readonly of: number }): string => speech.say("ready.of", { have: part.have, of: part.of });
  const rows: (readonly [string, string])[] = [
    ...Object.entries(dimensions).map(([id, state]) => [speech.pick(info.dimensions.find((entry) => entry.id === id)?.plain) || id.replaceAll("_", " "), speech.code("dimension", state)] as const),
    [speech.say("ready.minimum"), of(completeness.minimum)],
    [speech.say("ready.context"), of(completeness.context)],
    [speech.say("ready.confidence"), speech.say("percent", { value: verdict.confidence })],
  ];
  return html`<section><h3>${speech.say("lead.ready")}</h3>
    <ul class="three">${(["fit", "intent", "handleable"] as const).map(
      (name) => html`<li>${truthMark(truths[header[name]] ?? "unknown", speech)}<span>${speech.say(`ready.${name}`)} <b>${speech.say(header[name] as TextKey)}</b></span></li>`,
    )}</ul>
    <dl class="facts">${rows.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}

export function consentSection(verdict: Verdict, speech: Speech): Section {
  const { permitted, blocked, preferred_blocked, internal_only, window } = verdict.outreach;
  return html`<section><h3>${speech.say("lead.consent")}</h3>
    ${internal_only ? html`<p class="warning">${icons.warn()}${speech.say("consent.internal")}</p>` : nothing}
    ${preferred_blocked ? html`<p class="warning">${icons.warn()}${speech.say("consent.preferred")}</p>` : nothing}
    <ul class="channels">
      ${permitted.map((channel) => html`<li>${truthMark("met", speech)}<span><b>${speech.code("channel", channel)}</b> <small>${speech.say("consent.may")}</small></span></li>`)}
      ${blocked.map((entry) => html`<li>${truthMark("not_met", speech)}<span><b>${speech.code("channel", entry.channel)}</b> <small>${speech.say("consent.may.not")}: ${speech.code("blocked", entry.because).toLowerCase()}</small></span></li>`)}
    </ul>
    ${window === undefined ? nothing : html`<p class="note">${speech.say("consent.window", { window })}</p>`}
  </section>`;
}

/** Seats of the buying committee, and what the account has besides this person. */
export function committeeSection(verdict: Verdict, speech: Speech, mates: number, onAccount: () => void): Section {
  const { committee, ownership } = verdict;
  const seat = (id: string): string => id.replaceAll("_", " ");
  if (committee === undefined && mates === 0) return nothing;
  const owners = Object.entries(ownership ?? {});
  return html`<section><h3>${speech.say("lead.account")}</h3>
    ${mates === 0 ? nothing : html`<p>${speech.say("account.mates", { count: mates })} <button class="button" type="button" @click=${onAccount}>${speech.say("account.show")}</button></p>`}
    ${committee === undefined ? nothing : html`<ul class="channels">
      ${committee.filled.map((id) => html`<li>${truthMark("met", speech)}<span><b>${seat(id)}</b> <small>${speech.say("account.filled")}</small></span></li>`)}
      ${committee.open.map((id) => html`<li>${truthMark("unknown", speech)}<span><b>${seat(id)}</b> <small>${speech.say("account.open")}</small></span></li>`)}</ul>`}
    ${owners.length === 0 ? nothing : html`<dl class="facts">${owners.map(([name, state]) => html`<div><dt>${seat(name)}</dt><dd>${speech.say(state === "filled" ? "account.filled" : "unknown")}</dd></div>`)}</dl>`}
  </section>`;
}

/** What the list itself says people did with the lead, and how it stood when it was put aside. */
export function actsSection(verdict: Verdict, speech: Speech): Section {
  const { history, recheck } = verdict;
  const { before, now } = recheck;
  if (history.length === 0 && before === undefined) return nothing;
  const stood = (standing: NonNullable<typeof before>): string => speech.say("acts.stood", { total: speech.plain(standing.total), band: speech.code("band", standing.band).toLowerCase(), status: speech.code("status", standing.status).toLowerCase() });
  return html`<section><h3>${speech.say("lead.acts")}</h3>
    ${before === undefined || now === undefined ? nothing : html`<p class="note">${speech.say("acts.before", { before: stood(before), now: stood(now) })}</p>`}
    <ol class="lines">${history.map((act) => html`<li><b>${act.action.replaceAll("_", " ")}</b>
      <small dir="auto">${[act.at === undefined ? "" : speech.moment(act.at), act.by, act.reason === undefined ? "" : speech.code("reason", act.reason), act.to, act.until].filter(Boolean).join(" \u00b7 ")}</small></li>`)}</ol></section>`;
}

/** Answers that contradict each other, with where each came from. */
export function conflictsSection(verdict: Verdict, info: ProfileInfo, speech: Speech, hidden: (field: string) => boolean): Section {
  const { conflicts } = verdict.data;
  if (conflicts.length === 0 && verdict.contradictions.length === 0) return nothing;
  return html`<section><h3>${speech.say("lead.conflicts")}</h3><ul class="lines">
    ${conflicts.map((conflict) => html`<li><b>${fieldText(conflict.field, info, speech)}</b><small dir="auto">${hidden(conflict.field) ? speech.say("masked") : conflict.versions.map((version) => `${valueText(conflict.field, version.value, info, speech)} (${[version.touch.replaceAll("_", " "), version.at === undefined ? "" : speech.moment(version.at)].filter(Boolean).join(", ")})`).join(" \u00b7 ")}</small></li>`)}
    ${verdict.contradictions.map((id) => html`<li><b>${id.replaceAll("_", " ")}</b></li>`)}</ul></section>`;
}

/** What the profile's lists of checks still want. */
export function checksSection(verdict: Verdict, speech: Speech): Section {
  const open = verdict.checklists.filter((list) => list.items.length > 0);
  const owed = verdict.deliverables ?? [];
  if (open.length === 0 && owed.length === 0) return nothing;
  const words = (id: string): string => id.replaceAll("_", " ");
  return html`<section><h3>${speech.say("lead.checks")}</h3>${open.map((list) => html`<h4>${words(list.id)}</h4><ul class="channels">${list.items.map((item) => html`<li>${truthMark(item.state, speech)}<span>${words(item.id)}</span></li>`)}</ul>`)}
    ${owed.length === 0 ? nothing : html`<ul class="lines">${owed.map((entry) => html`<li><b>${words(entry.what)}</b><small>${speech.say(`owed.${entry.state}`)}, ${words(entry.owed_by)}</small></li>`)}</ul>`}</section>`;
}

export function clockSection(verdict: Verdict, speech: Speech): Section {
  const level = verdict.route.service_level;
  if (level === null) return nothing;
  return html`<section><h3>${speech.say("lead.clock")}</h3>
    <p><span class="chip" data-tone=${clockTone(level.state)}>${speech.code("clock", level.state)}</span> ${clockText(level, verdict.as_of, speech)}</p></section>`;
}

export function questionsSection(verdict: Verdict, info: ProfileInfo, speech: Speech): Section {
  const asked = verdict.questions ?? verdict.missing.map((field) => ({ field, effect: "completeness", asked: "form" as const }));
  const [first] = asked;
  if (first === undefined) return nothing;
  const words = (field: string): string => speech.pick(info.fields.find((entry) => entry.id === field)?.question) || fieldText(field, info, speech);
  return html`<section><h3>${speech.say("lead.missing")}</h3>
    <p class="ask"><span>${speech.say("lead.question")}</span><b>${words(first.field)}</b></p>
    <ul class="lines">${asked.map((question) => html`<li><b>${fieldText(question.field, info, speech)}</b><small>${speech.code("effect", question.effect)}</small></li>`)}</ul></section>`;
}

export const outcomeText = (made: Change["with"], speech: Speech): string =>
  speech.say("changes.to", { total: speech.plain(made.total), band: speech.code("band", made.band).toLowerCase(), lane: speech.code("lane", made.lane) });

export function changesSection(verdict: Verdict, info: ProfileInfo, speech: Speech, onTry: (answers: Change["answers"]) => void): Section {
  const changes = verdict.changes;
  if (changes === undefined) return nothing;
  // One set of answers may reach several targets at once.
  const list = [...new Map(changes.list.map((change) => [JSON.stringify(change.answers), change])).values()];
  const words = (answers: Change["answers"]): string =>
    speech.list(Object.entries(answers).map(([field, value]) => `${fieldText(field, info, speech).replace(/\?$/, "")}: ${valueText(field, value, info, speech)}`));
  return html`<section><h3>${speech.say("lead.changes")}</h3>
    ${list.length === 0 ? html`<p class="soft">${speech.say("changes.none")}</p>` : html`<p class="soft">${speech.say("changes.some")}</p>
      <ul class="changes">${list.map(
        (change) => html`<li><span><b>${words(change.answers)}</b><small>${outcomeText(change.with, speech)}</small></span>
          <button class="button" type="button" aria-label="${speech.say("changes.try")}: ${words(change.answers)}" @click=${() => onTry(change.answers)}>${speech.say("changes.try")}</button></li>`,
      )}</ul>`}
    ${changes.complete ? nothing : html`<p class="note">${speech.say("changes.more")}</p>`}
  </section>`;
}

export const sectionStyles = css`
  .three, .channels { display: grid; gap: 0.25rem; }
  .three { margin-block-end: var(--pq-3); }
  .three li, .channels li { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--pq-2); align-items: center; }
  .three b, .channels b { font-weight: var(--pq-weight-medium); }
  .channels small { color: var(--pq-ink-3); }
  .warning { display: grid; grid-template-columns: auto 1fr; gap: var(--pq-2); margin-block-end: var(--pq-2); padding: var(--pq-2) var(--pq-3); border-radius: var(--pq-radius-sm); background: var(--pq-mid-soft); color: var(--pq-mid); }
  .ask { display: grid; gap: 0.125rem; margin-block-end: var(--pq-2); padding: var(--pq-2) var(--pq-3); border-radius: var(--pq-radius-sm); background: var(--pq-info-soft); color: var(--pq-info); }
  .ask span { font-size: var(--pq-text-xs); }
  .ask b { font-weight: var(--pq-weight-strong); }
  .changes { display: grid; gap: var(--pq-2); margin-block-start: var(--pq-2); }
  .changes li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: var(--pq-3); align-items: center; padding: var(--pq-2) var(--pq-3); border: 1px solid var(--pq-line); border-radius: var(--pq-radius-sm); }
  .changes b { font-weight: var(--pq-weight-medium); }
  .changes small { display: block; color: var(--pq-ink-3); font-size: var(--pq-text-xs); }
  .words { display: grid; gap: 0.25rem; font-size: var(--pq-text-md); line-height: 1.5; }
  .words p:first-child { font-weight: var(--pq-weight-medium); }
`;
