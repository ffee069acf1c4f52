// The values of the list's columns that a table shows, asked for when they are first needed.
import type { ReactiveController, ReactiveControllerHost } from "lit";
import type { ColumnValues } from "../engine/list-engine.ts";
import type { LeadColumn } from "../state/lead-columns.ts";
import type { Session } from "../state/session.ts";
import type { OpenList } from "../state/store.ts";

export class ShownValues implements ReactiveController {
  #list: OpenList | null = null;
  #values = new Map<number, ColumnValues | null>();

  constructor(private readonly host: ReactiveControllerHost & { readonly session: Session }) {
    host.addController(this);
  }
  hostConnected(): void {}

  /** Asks for what is not known yet. */
  want(list: OpenList, columns: readonly LeadColumn[]): void {
    if (list !== this.#list) {
      this.#list = list;
      this.#values.clear();
    }
    for (const { at } of columns) {
      if (at < 0 || this.#values.has(at)) continue;
      this.#values.set(at, null);
      void this.host.session.queue.values(at).then((values) => {
        if (this.#list !== list) return;
        this.#values.set(at, values);
        this.host.requestUpdate();
      });
    }
  }
  of(at: number, lead: number): string {
    const values = this.#values.get(at);
    return values?.values[values.codes[lead] ?? 0] ?? "";
  }
}
