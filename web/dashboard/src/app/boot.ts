// Starts the page with what is shipped with it.
import { Session } from "../state/session.ts";
import { Store } from "../state/store.ts";
import { chooseLanguage, Speech } from "../texts/speech.ts";
import { WorkerEngine } from "../engine/worker-engine.ts";
import { Vault } from "../storage/vault.ts";
import { IdleClear } from "./idle.ts";
import type { Assets } from "./assets.ts";
import "./dashboard-app.ts";
import type { DashboardApp } from "./dashboard-app.ts";

export function boot(assets: Assets): Session {
  const asked = new URLSearchParams(location.search).get("lang") ?? navigator.language;
  const speech = new Speech(chooseLanguage(asked));
  const first = assets.profiles.find((profile) => profile.id === "b2b-scheduling") ?? assets.profiles[0];
  const session = new Session(new Store(speech, first?.id ?? ""), new WorkerEngine(assets), assets, new Vault());
  new IdleClear(session);
  const app = document.createElement("pq-dashboard") as DashboardApp;
  app.session = session;
  session.setLanguage(speech.language);
  document.body.append(app);
  return session;
}
