// The list by organization: who belongs together and by what, the points of the account, whose the leads are, which seats are
// open.
import { css, html, nothing, type TemplateResult } from "lit";
import type { ProfileInfo } from "prequal-engine";
import type { Account } from "../engine/list-engine.ts";
import { accountRows, type AccountRow } from "../insights/accounts.ts";
import { maskName } from "../lead/masking.ts";
import { clockStates } from "../lead/service-clock.ts";
import { ownersOf } from "../review/trail.ts";
import { Part } from "../state/context.ts";
import type { OpenList } from "../state/store.ts";
import { bandMark, markStyles } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";
import { tableStyles } from "../styles/tables.ts";

const atOnce = 50;
/** Contacts of an account that are named. */
const mostNamed = 40;

export class AccountsPage extends Part {
  static override properties = { ...Part.properties, accounts: { state: true }, opened: { state: true }, several: { state: true }, most: { state: true } };
  declare accounts: readonly Account[] | null;
  /** The best lead of the account that stands open. */
  declare opened: number | null;
  /** Only organizations with more than one lead. */
  declare several: boolean;
  declare most: number;
  #list: OpenList | null = null;
  #rows: readonly AccountRow[] = [];
  #of: readonly unknown[] = [];

  constructor() {
    super();
    this.accounts = null;
    this.opened = null;
    this.several = true;
    this.most = atOnce;
  }

  static override styles = [
    shared,
    markStyles,
    tableStyles,
    css`
      :host { display: grid; gap: var(--pq-4); align-content: start; overflow: auto; min-inline-size: 0; font-size: var(--pq-text-sm); line-height: 1.45; }
      h2 { font-size: var(--pq-text-xl); }
      .lead { max-inline-size: 48rem; color: var(--pq-ink-2); font-size: var(--pq-text-md); }
      .row label { display: inline-flex; align-items: center; gap: 0.5rem; min-block-size: var(--pq-target-dense); }
      tbody th { min-inline-size: 11rem; }
      .n + :not(.n) { padding-inline-start: 1.25rem; }
      th small { display: block; color: var(--pq-ink-3); font-size: var(--pq-text-xs); }
      .inside td { padding: var(--pq-3) 0 var(--pq-4) var(--pq-4); }
      .inside ul { display: grid; gap: 0.25rem; }
      .inside li { display: flex; flex-wrap: wrap; gap: 0.25rem var(--pq-3); align-items: baseline; }
      .inside p { margin-block-start: var(--pq-2); color: var(--pq-ink-2); }
      .conflict { color: var(--pq-out); }
      .expand { display: inline-flex; align-items: baseline; gap: 0.375rem; }
      .expand::before { content: "\\25b8" / ""; color: var(--pq-ink-3); }
      .expand[aria-expanded="true"]::before { content: "\\25be" / ""; }
    `,
  ];

  override willUpdate(): void {
    const { phase, shown, clocks, trail, info } = this.state;
    const list = phase.kind === "ready" ? phase.list : null;
    if (list === null || info === null) return;
    if (list !== this.#list) {
      this.#list = list;
      this.accounts = null;
      this.opened = null;
      void this.session.accounts().then((accounts) => {
        if (this.#list === list) this.accounts = accounts;
      });
    }
    const of = [this.accounts, shown, clocks, trail];
    if (this.accounts === null || of.every((part, i) => part === this.#of[i])) return;
    this.#of = of;
    const wanted = new Uint8Array(list.loaded.size);
    for (const lead of shown) wanted[lead] = 1;
    this.#rows = accountRows(this.accounts, list.loaded.columns, clocks, ownersOf(trail), (lead) => wanted[lead] === 1, clockStates.indexOf("breached"));
  }

  override render(): TemplateResult {
    const { speech, phase, info, shown } = this.state;
    if (phase.kind !== "ready" || info === null) return html``;
    const head = html`<div><h2 tabindex="-1" id="main">${speech.say("ac.title")}</h2><p class="lead">${speech.say("ac.about", { count: shown.length })} ${speech.say("ac.rule")}</p></div>`;
    // The heading has the focus: it stays the same element when what is below it comes.
    return html`${head}${this.accounts === null ? html`<p role="status">${speech.say("ac.wait")}</p>` : this.#found(info)}`;
  }

  #found(info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const rows = this.several ? this.#rows.filter((row) => row.leads.length > 1) : this.#rows;
    const several = this.#rows.filter((row) => row.leads.length > 1);
    const joined = several.reduce((sum, row) => sum + row.leads.length, 0);
    const drawn = rows.slice(0, this.most);
    void this.session.wantTitles(drawn.map((row) => row.best));
    return html`<section class="card"><p class="finding">${several.length === 0 ? speech.say("ac.none", { count: this.#rows.length }) : speech.say("ac.finding", { accounts: several.length, leads: joined, all: this.#rows.length })}</p>
        <div class="row"><label><input type="checkbox" .checked=${this.several} @change=${(event: Event) => { this.several = (event.target as HTMLInputElement).checked; this.most = atOnce; }} />${speech.say("ac.several")}</label></div>
        ${rows.length === 0 ? nothing : html`<div class="scroll" tabindex="0" role="region" aria-label=${speech.say("ac.title")}><table>
          <thead><tr><th scope="col">${speech.say("ac.name")}</th><th scope="col" class="n">${speech.say("in.leads")}</th><th scope="col">${speech.say("ac.band")}</th><th scope="col" class="n">${speech.say("ac.total")}</th><th scope="col" class="n">${speech.say("ac.fit")}</th><th scope="col" class="n">${speech.say("ac.intent")}</th><th scope="col" class="n">${speech.say("so.overdue")}</th><th scope="col">${speech.say("facet.owner")}</th><th><span class="visually-hidden">${speech.say("ac.show")}</span></th></tr></thead>
          <tbody>${drawn.map((row) => this.#row(row, info))}</tbody></table></div>`}
        ${rows.length > drawn.length ? html`<div><button class="button" type="button" @click=${() => { this.most += atOnce; }}>${speech.say("ac.more", { count: rows.length - drawn.length })}</button></div>` : nothing}
      </section>`;
  }

  #name(lead: number): string {
    const { phase, masked, speech } = this.state;
    if (phase.kind !== "ready") return "";
    const title = phase.list.titles.get(lead)?.title ?? "";
    return title === "" ? speech.say("title.unnamed", { row: phase.list.loaded.rows[lead] ?? 0 }) : masked ? maskName(title) : title;
  }

  #row(row: AccountRow, info: ProfileInfo): TemplateResult {
    const { speech } = this;
    const open = this.opened === row.best;
    const band = info.levels[row.band] ?? "low";
    const name = this.#name(row.best);
    return html`<tr><th scope="row"><button class="link expand" type="button" aria-expanded=${open ? "true" : "false"} @click=${() => { this.opened = open ? null : row.best; }}><span dir="auto">${name}</span></button><small>${speech.say(`ac.by.${row.account.by}`)}</small></th>
      <td class="n">${speech.number(row.leads.length)}</td><td><span class="band" data-band=${band}>${bandMark(row.band)}${speech.code("band", band)}</span></td>
      <td class="n">${speech.plain(row.account.total)}</td><td class="n">${speech.plain(row.account.fit)}</td><td class="n">${speech.plain(row.account.intent)}</td><td class="n">${speech.number(row.overdue)}</td>
      <td dir="auto">${row.owners.length > 1 ? html`<span class="conflict">${speech.say("ac.conflict", { owners: speech.list(row.owners) })}</span>` : (row.owners[0] ?? "")}</td>
      <td><button class="link" type="button" aria-label="${speech.say("ac.show")}: ${name}" @click=${() => this.session.queue.showSome(row.leads)}>${speech.say("ac.show")}</button></td></tr>
      ${open ? html`<tr class="inside"><td colspan="9">${this.#inside(row, info)}</td></tr>` : nothing}`;
  }

  #inside(row: AccountRow, info: ProfileInfo): TemplateResult {
    const { speech, phase } = this.state;
    if (phase.kind !== "ready") return html``;
    const { columns } = phase.list.loaded;
    const { account } = row;
    const shown = row.leads.slice(0, mostNamed);
    void this.session.wantTitles(shown);
    const seat = (id: string): string => id.replaceAll("_", " ");
    const list = (ids: readonly string[]): string => (ids.length === 0 ? speech.say("lead.nothing") : speech.list(ids.map(seat)));
    return html`<ul>${shown.map((lead) => {
      const sub = this.state.masked ? "" : (phase.list.titles.get(lead)?.sub ?? "");
      return html`<li><button class="link" type="button" @click=${() => this.#show(lead)}><span dir="auto">${this.#name(lead)}</span></button><span class="soft" dir="auto">${sub}</span>
        <span class="number">${speech.plain(columns.total[lead] ?? 0)}, ${speech.code("band", info.levels[columns.band[lead] ?? 0] ?? "").toLowerCase()}</span></li>`;
    })}</ul>
      ${row.leads.length > shown.length ? html`<p>${speech.say("notes.more", { count: row.leads.length - shown.length })}</p>` : nothing}
      <p>${speech.say("ac.people", { people: account.people, engaged: account.engaged, contactable: account.contactable })} ${speech.say(`ac.${account.lifecycle}`)}
        ${account.committee.filled.length + account.committee.open.length === 0 ? nothing : speech.say("ac.seats", { filled: list(account.committee.filled), open: list(account.committee.open) })}</p>`;
  }

  #show(lead: number): void {
    this.session.show("queue");
    this.session.select(lead);
  }
}
customElements.define("pq-accounts", AccountsPage);
