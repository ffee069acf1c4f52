// The session for parts deeper in the tree, handed down as a property.
import { LitElement } from "lit";
import type { Session } from "./session.ts";
import { Watch, type State } from "./store.ts";
import type { Speech } from "../texts/speech.ts";

/** A part of the page that follows the store. */
export abstract class Part extends LitElement {
  static override properties: Record<string, object> = { session: { attribute: false } };
  declare session: Session;
  #watch: Watch | undefined;

  override connectedCallback(): void {
    this.#watch ??= new Watch(this, this.session.store);
    super.connectedCallback();
  }
  protected get state(): State {
    return this.session.store.state;
  }
  protected get speech(): Speech {
    return this.state.speech;
  }
}
