// Within how many minutes leads are answered, and which hours count: a form over the draft of the profile.
import { css, html, nothing, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import { shared } from "../styles/shared.ts";
import { tableStyles } from "../styles/tables.ts";
import { parseDraft, withoutMember, withValue } from "../workbench/profile-draft.ts";
import { calendarDrafts, days, levelDrafts, withCalendar, type CalendarDraft, type HoursDraft, type LevelDraft } from "../workbench/service-draft.ts";

export class ServiceHours extends Part {
  static override styles = [
    shared,
    tableStyles,
    css`
      .levels { display: grid; gap: var(--pq-3); }
      .level { display: grid; grid-template-columns: minmax(0, 1fr) 8rem minmax(8rem, 11rem); gap: 0.25rem var(--pq-3); align-items: end; font-size: var(--pq-text-sm); }
      .level > span { align-self: center; overflow-wrap: anywhere; }
      label { display: grid; gap: 0.125rem; font-size: var(--pq-text-xs); color: var(--pq-ink-2); min-inline-size: 0; }
      input[type="number"], input[type="text"], input[type="time"], select, textarea { inline-size: 100%; min-inline-size: 0; min-block-size: var(--pq-target-dense); padding: 0.25rem 0.5rem; border: 1px solid var(--pq-line-control); border-radius: var(--pq-radius-sm); background: var(--pq-surface); font-size: var(--pq-text-sm); font-variant-numeric: tabular-nums; }
      .calendar { display: grid; gap: var(--pq-2); margin: 0; padding: var(--pq-3) 0 0; border: 0; border-block-start: 1px solid var(--pq-line-soft); min-inline-size: 0; }
      .calendar legend { float: inline-start; inline-size: 100%; padding: 0; font-size: var(--pq-text-sm); font-weight: var(--pq-weight-medium); }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); gap: var(--pq-2) var(--pq-3); }
      .days { display: flex; flex-wrap: wrap; gap: 0 var(--pq-3); margin: 0; padding: 0; border: 0; }
      .days legend { padding: 0; font-size: var(--pq-text-xs); color: var(--pq-ink-2); }
      .days label { display: inline-flex; align-items: center; gap: 0.375rem; min-block-size: var(--pq-target-dense); color: inherit; font-size: var(--pq-text-sm); }
      textarea { min-block-size: 3.5rem; }
      @media (max-width: 34rem) { .level { grid-template-columns: 6rem minmax(0, 1fr); } .level > span { grid-column: 1 / -1; } }
    `,
  ];

  get #draft(): string {
    return this.state.draft ?? this.state.profileText;
  }
  #set(text: string): void {
    this.session.setDraft(text === this.state.profileText ? null : text);
  }
  #put(path: readonly (string | number)[], value: unknown): void {
    this.#set(value === undefined ? withoutMember(this.#draft, path) : withValue(this.#draft, path, value));
  }

  override render(): TemplateResult {
    const { speech } = this;
    const document = parseDraft(this.#draft);
    if (document === null) return html``;
    const levels = levelDrafts(document);
    const calendars = calendarDrafts(document);
    const add = (): void => this.#set(`${JSON.stringify(withCalendar(document), null, 2)}\n`);
    return html`<section class="card" data-card="hours"><h3>${speech.say("sh.title")}</h3>
      <p class="finding">${levels.length === 0 ? speech.say("sh.none") : speech.say("sh.finding", { count: levels.length, open: levels.filter((level) => level.calendar !== "").length })}</p>
      ${levels.length === 0 ? nothing : html`<div class="levels">${levels.map((level) => this.#level(level, calendars))}</div>
        ${calendars.map((calendar) => this.#calendar(calendar))}
        <div><button class="button" type="button" @click=${add}>${speech.say("sh.add")}</button></div><p class="note">${speech.say("sh.hint")}</p>`}</section>`;
  }

  #level(level: LevelDraft, calendars: readonly CalendarDraft[]): TemplateResult {
    const { speech } = this;
    const name = typeof level.plain === "string" ? level.plain : speech.pick(level.plain as { en: string; es: string });
    const onMinutes = (event: Event): void => {
      const value = Number((event.target as HTMLInputElement).value);
      if (Number.isInteger(value) && value > 0) this.#put([...level.path, "within_minutes"], value);
    };
    const onHours = (event: Event): void => {
      const { value } = event.target as HTMLSelectElement;
      this.#put([...level.path, "calendar"], value === "" ? undefined : value);
    };
    return html`<div class="level"><span>${name}</span>
      <label>${speech.say("sh.within")}<input type="number" min="1" step="1" data-name="within.${level.id}" aria-label="${speech.say("sh.within")}: ${name}" .value=${String(level.within)} @change=${onMinutes} /></label>
      <label>${speech.say("sh.counts")}<select data-name="calendar.${level.id}" aria-label="${speech.say("sh.counts")}: ${name}" @change=${onHours}><option value="" .selected=${level.calendar === ""}>${speech.say("sh.always")}</option>
        ${calendars.map(({ id }) => html`<option value=${id} .selected=${id === level.calendar}>${speech.say("sh.open.hours", { name: id.replaceAll("_", " ") })}</option>`)}</select></label></div>`;
  }

  #calendar(calendar: CalendarDraft): TemplateResult {
    const { speech } = this;
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    const onHolidays = (event: Event): void => {
      const closed = value(event).split(/[\s,]+/).filter((entry) => entry !== "");
      this.#put([...calendar.path, "holidays"], closed.length === 0 ? undefined : closed);
    };
    return html`<fieldset class="calendar"><legend>${speech.say("sh.calendar", { name: calendar.id.replaceAll("_", " ") })}</legend>
      <label>${speech.say("sh.zone")}<input type="text" autocomplete="off" data-name="zone.${calendar.id}" .value=${calendar.zone} placeholder="America/Chicago" @change=${(event: Event) => this.#put([...calendar.path, "zone"], value(event).trim())} /></label>
      ${calendar.hours.map((hours) => this.#hours(hours))}
      <label>${speech.say("sh.holidays")}<textarea autocomplete="off" spellcheck="false" .value=${calendar.holidays.join("\n")} @change=${onHolidays}></textarea></label></fieldset>`;
  }

  #hours(hours: HoursDraft): TemplateResult {
    const { speech } = this;
    const time = (name: "from" | "to"): TemplateResult => html`<label>${speech.say(`sh.${name}`)}<input type="time" .value=${hours[name]} @change=${(event: Event) => this.#put([...hours.path, name], (event.target as HTMLInputElement).value)} /></label>`;
    const toggle = (day: (typeof days)[number], on: boolean): void => {
      const open = days.filter((entry) => (entry === day ? on : hours.days.includes(entry)));
      if (open.length > 0) this.#put([...hours.path, "days"], open);
      else this.requestUpdate();
    };
    return html`<fieldset class="days"><legend>${speech.say("sh.days")}</legend>${days.map((day) => html`<label><input type="checkbox" .checked=${hours.days.includes(day)} @change=${(event: Event) => toggle(day, (event.target as HTMLInputElement).checked)} />${speech.say(`day.${day}`)}</label>`)}</fieldset>
      <div class="pair">${time("from")}${time("to")}</div>`;
  }
}
customElements.define("pq-service-hours", ServiceHours);
