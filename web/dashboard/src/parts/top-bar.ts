// The bar at the top: where one is, which profile counts, language and theme.
import { css, html, nothing, type TemplateResult } from "lit";
import { Part } from "../state/context.ts";
import type { Theme } from "../state/store.ts";
import { icons } from "../styles/marks.ts";
import { shared } from "../styles/shared.ts";

const themes: readonly Theme[] = ["auto", "light", "dark"];

export class TopBar extends Part {
  static override styles = [
    shared,
    css`
      :host { background: var(--pq-surface); border-block-end: 1px solid var(--pq-line); }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: var(--pq-1) var(--pq-4); padding: var(--pq-2) var(--pq-page); min-block-size: 3.25rem; }
      .name { display: inline-flex; align-items: center; gap: var(--pq-2); font-size: var(--pq-text-base); letter-spacing: -0.015em; }
      .name .logo { inline-size: 1.25rem; color: var(--pq-accent); }
      .name span { color: var(--pq-ink-3); font-weight: var(--pq-weight-regular); }
      .local { display: inline-flex; align-items: center; gap: 0.375rem; color: var(--pq-ink-2); font-size: var(--pq-text-sm); margin-inline-end: auto; }
      .local svg { color: var(--pq-high); }
      label { display: inline-flex; align-items: center; gap: var(--pq-2); font-size: var(--pq-text-sm); color: var(--pq-ink-2); min-inline-size: 0; }
      label select { color: var(--pq-ink); }
      .profile select { inline-size: 17rem; }
      .languages { display: inline-flex; }
      .languages button { min-block-size: var(--pq-target-dense); padding: 0 0.5rem; border: 0; background: none; cursor: pointer; font-size: var(--pq-text-sm); color: var(--pq-ink-2); border-radius: var(--pq-radius-sm); }
      .languages button:hover { background: var(--pq-hover); }
      .languages [aria-pressed="true"] { color: var(--pq-ink); font-weight: var(--pq-weight-strong); }
      @media (max-width: 45rem) {
        .local { margin-inline-end: 0; order: 3; inline-size: 100%; }
        .name { margin-inline-end: auto; }
        .profile { inline-size: 100%; order: 2; }
        .profile select { flex: 1; inline-size: auto; min-inline-size: 0; }
      }
    `,
  ];

  override render(): TemplateResult {
    const { speech, theme, profileId, info } = this.state;
    const own = this.session.usesOwn;
    const profiles = this.session.assets.profiles;
    return html`<header class="row">
      <h1 class="name">
        <svg class="logo" viewBox="0 0 20 20" aria-hidden="true"><path fill="currentColor" d="M3 2h14a1 1 0 0 1 .8 1.6L12 11.3V17l-4 1.6v-7.3L2.2 3.6A1 1 0 0 1 3 2Z"/></svg>
        prequal <span>${speech.say("app.title")}</span>
      </h1>
      <span class="local">${icons.lock()}${speech.say("app.local")}</span>
      <label class="profile">${speech.say("app.profile")}
        <select @change=${(event: Event) => this.session.chooseProfile((event.target as HTMLSelectElement).value)}>
          ${own && info !== null ? html`<option value="" selected>${speech.say("wb.draft", { name: speech.pick(info.name), version: info.version })}</option>` : nothing}
          ${profiles.map((profile) => html`<option value=${profile.id} .selected=${!own && profile.id === profileId}>${speech.pick(profile.name)}</option>`)}
        </select>
      </label>
      <span class="languages" role="group" aria-label=${speech.say("app.language")}>
        ${this.#language("en", "English")}${this.#language("es", "Español")}
      </span>
      <label><span class="visually-hidden">${speech.say("app.theme")}</span>
        <select @change=${(event: Event) => this.session.setTheme((event.target as HTMLSelectElement).value as Theme)}>
          ${themes.map((name) => html`<option value=${name} .selected=${name === theme}>${speech.say(`theme.${name}`)}</option>`)}
        </select>
      </label>
    </header>`;
  }

  #language(code: "en" | "es", name: string): TemplateResult {
    const on = this.speech.language === code;
    return html`<button type="button" lang=${code} aria-pressed=${on ? "true" : "false"} @click=${() => this.session.setLanguage(code)}>${name}</button>`;
  }
}
customElements.define("pq-top-bar", TopBar);
