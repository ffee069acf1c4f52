// The panel: what is known, missing and doubtful, and what happens next. Neutral in look, never an error, never in the way.
import type { Text } from "prequal-engine/page";
import type { Doubt, Guidance, Mended } from "./guidance.ts";
import { make, masked, maskedClasses, newId } from "./dom.ts";
import type { Theme } from "./options.ts";
import type { Speech } from "./speech.ts";

export interface PanelActions {
  goTo(field: string): void;
  use(doubt: Doubt): void;
  keep(doubt: Doubt): void;
  /** Puts back what was typed before "use". */
  putBack(field: string): void;
}

export interface Panel {
  readonly element: HTMLElement;
  show(guidance: Guidance | null): void;
  /** The one sentence that somebody who cannot see the panel hears. */
  summary(guidance: Guidance): string;
}

export function makePanel(speech: Speech, actions: PanelActions, theme: Theme = "auto"): Panel {
  const headingId = newId();
  const body = make("div", { class: "prequal-body" });
  const element = make(
    "div",
    { class: `prequal ${maskedClasses}`, attributes: { part: "panel", role: "group", "aria-labelledby": headingId, ...masked } },
    make("p", { class: "prequal-heading", text: speech.say("heading"), attributes: { id: headingId, part: "heading" } }),
    body,
    make("p", { class: "prequal-privacy", text: speech.say("privacy") }),
  );

  if (theme !== "auto") element.dataset["theme"] = theme;

  const part = (name: string, title: string, ...content: Node[]): HTMLElement =>
    make("div", { class: `prequal-part prequal-${name}` }, make("p", { class: "prequal-title", text: title }), ...content);
  const list = (items: readonly Node[]): HTMLElement => make("ul", {}, ...items.map((item) => make("li", {}, item)));
  const button = (text: string, act: () => void): HTMLButtonElement => {
    const made = make("button", { text, attributes: { type: "button", part: "action" } });
    made.addEventListener("click", act);
    return made;
  };

  function doubtText(doubt: Doubt): string {
    const field = speech.pick(doubt.label);
    if (doubt.suggestion !== undefined) return speech.say("doubt.suggestion", { field, value: speech.pick(doubt.suggestion.label) });
    if (doubt.ending !== undefined) return speech.say("doubt.ending", { field, value: doubt.ending });
    return speech.sayOr(`doubt.${doubt.code}`, "doubt.other", { field });
  }
  const proposed = (doubt: Doubt): string | null => (doubt.suggestion !== undefined ? speech.pick(doubt.suggestion.label) : (doubt.ending ?? null));

  function doubtEntry(doubt: Doubt): Node {
    const buttons = make("span", { class: "prequal-choices" });
    const value = proposed(doubt);
    if (value !== null) buttons.append(button(speech.say("use", { value }), () => actions.use(doubt)));
    const keep = button(speech.say("keep"), () => actions.keep(doubt));
    keep.setAttribute("aria-label", `${speech.say("keep")}: ${speech.pick(doubt.label)}`);
    buttons.append(keep);
    return make("div", {}, make("span", { text: doubtText(doubt) }), buttons);
  }

  function mendedEntry(mended: Mended): Node {
    const undo = button(speech.say("undo"), () => actions.putBack(mended.field));
    undo.setAttribute("aria-label", `${speech.say("undo")}: ${speech.pick(mended.label)}`);
    return make("div", {}, make("span", { text: speech.say("mended", { field: speech.pick(mended.label) }) }), make("span", { class: "prequal-choices" }, undo));
  }
  const goTo = (entry: { readonly field: string; readonly label: Text }): HTMLButtonElement =>
    button(speech.pick(entry.label), () => actions.goTo(entry.field));

  function nextTexts(guidance: Guidance): string[] {
    if (guidance.outcome === "unlikely") {
      return [speech.sayOr(`instead.${guidance.instead ?? ""}`, "instead.other"), speech.say("next.anyway")];
    }
    if (guidance.whatNext.length > 0) {
      const said = guidance.whatNext.map((text) => speech.pick(text));
      return guidance.askConsent && guidance.outcome === "likely" ? [speech.say("next.consent"), ...said] : said;
    }
    const promise =
      guidance.withinMinutes === null ? speech.say("next.start") : speech.say("next.within", { time: speech.duration(guidance.withinMinutes) });
    return guidance.askConsent && guidance.outcome === "likely" ? [speech.say("next.consent"), promise] : [promise];
  }

  function parts(guidance: Guidance): Node[] {
    const out: Node[] = [make("p", { class: "prequal-outcome", text: speech.say(`outcome.${guidance.outcome}`) })];
    if (guidance.outcome === "urgent") {
      out.push(make("p", { class: "prequal-care", text: speech.say("urgent.where") }), make("p", { text: speech.say("next.anyway") }));
      return out;
    }
    if (guidance.because.length > 0) {
      const items = guidance.because.map((text) => make("span", { text: speech.pick(text) }));
      const name = guidance.outcome === "unlikely" ? "why" : "known";
      out.push(part(name, speech.say(`because.${guidance.outcome}`), list(items)));
    }
    if (guidance.alternatives.length > 0) {
      out.push(part("alternatives", speech.say("alternatives"), list(guidance.alternatives.map((text) => make("span", { text: speech.pick(text) })))));
    }
    if (guidance.sensitive.length > 0) {
      const items = guidance.sensitive.map((entry) =>
        make("div", {}, make("span", { text: speech.sayOr(`doubt.${entry.code}`, "doubt.sensitive.health", { field: speech.pick(entry.label) }) }),
          make("span", { class: "prequal-choices" }, goTo(entry))));
      out.push(part("sensitive", speech.say("sensitive"), list(items)));
    }
    if (guidance.mended.length > 0) out.push(part("mended", speech.say("mended.title"), list(guidance.mended.map(mendedEntry))));
    if (guidance.doubts.length > 0) out.push(part("doubts", speech.say("doubts"), list(guidance.doubts.map(doubtEntry))));
    if (guidance.missing.length > 0) {
      const asked = guidance.nextQuestion === null ? [] : [make("p", { class: "prequal-question", text: speech.pick(guidance.nextQuestion) })];
      out.push(part("missing", speech.say("missing"), ...asked, list(guidance.missing.map(goTo))));
    }
    // Beside what fits: together they are the rules for what was chosen.
    if (guidance.depends.length > 0 && guidance.because.length > 0) {
      out.push(part("depends", speech.say("depends"), list(guidance.depends.map((text) => make("span", { text: speech.pick(text) })))));
    }
    out.push(part("next", speech.say("next"), ...nextTexts(guidance).map((text) => make("p", { text }))));
    return out;
  }

  let shown = "";
  return {
    element,
    show(guidance) {
      // Only a change is drawn, so that a button somebody is about to press stays where it is.
      const key = JSON.stringify(guidance);
      if (key === shown) return;
      shown = key;
      element.dataset["outcome"] = guidance?.outcome ?? "start";
      body.replaceChildren(...(guidance === null ? [make("p", { class: "prequal-outcome", text: speech.say("outcome.start") })] : parts(guidance)));
    },
    summary(guidance) {
      if (guidance.outcome !== "urgent" && guidance.sensitive.length > 0) return speech.say("sensitive");
      const doubt = guidance.doubts[0];
      return doubt === undefined || guidance.outcome === "urgent" ? speech.say(`outcome.${guidance.outcome}`) : doubtText(doubt);
    },
  };
}
