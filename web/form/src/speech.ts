// Sentences for codes, in the language of the form; single texts may be replaced by attributes of the form.
import type { Text } from "prequal-engine/page";
import { fill, type Params } from "prequal-ui/messages";
import { en, type TextKey, type Texts } from "../texts/en.ts";
import { es } from "../texts/es.ts";

const catalogues: Readonly<Record<string, Texts>> = { en, es };

export interface Speech {
  readonly language: "en" | "es";
  say(key: TextKey, params?: Params): string;
  /** The text for `key` when there is one, else the one for `otherwise`. */
  sayOr(key: string, otherwise: TextKey, params?: Params): string;
  /** A text of the profile. */
  pick(text: Text): string;
  duration(minutes: number): string;
}

const minutesAnHour = 60;
const minutesADay = 24 * minutesAnHour;

export function makeSpeech(locale: string, override: (key: string) => string | null = () => null): Speech {
  const language = locale.toLowerCase().startsWith("es") ? "es" : "en";
  const texts = catalogues[language] ?? en;
  const say = (key: TextKey, params: Params = {}): string => fill(language, override(key) ?? texts[key], params);
  return {
    language,
    say,
    sayOr: (key, otherwise, params) => say(key in texts ? (key as TextKey) : otherwise, params),
    pick: (text) => text[language] || text.en,
    duration(minutes) {
      if (minutes >= minutesADay) return say("days", { count: Math.round(minutes / minutesADay) });
      if (minutes >= minutesAnHour) return say("hours", { count: Math.round(minutes / minutesAnHour) });
      return say("minutes", { count: minutes });
    },
  };
}
