// The whole engine: single leads and lists, problems with their texts.
import factory from "#glue/full";
import { copyColumns } from "./columns.js";
import { Core, type ProfileSource } from "./engine.js";
import { List } from "./list.js";
import { loadModule, type LoadOptions, type WasmSource } from "./load.js";
import { fail, succeed } from "./problem.js";
import { describe } from "./problems.js";
import { Profile } from "./profile.js";
import { PackedLeads } from "./packed-leads.js";
import type { RawFull } from "./raw.js";
import type { Duplicates, Handoff, HandoffOptions, Lead, ListOptions, OutcomeColumns, Problem, ProfilePage, ProfileSetup, Result } from "./types.js";

/** In the order of report::Page. */
const pages: readonly ProfilePage[] = ["profile", "scope", "buyer", "glossary", "setup"];

export class FullProfile extends Profile<RawFull> {
  /** Opens a list to push bytes into. */
  openList(options: ListOptions = {}): Result<List> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    if (typeof options !== "object" || options === null) {
      return this.core.fail({ code: "engine.argument", subject: "options", detail: "an object" });
    }
    return List.open(this, this.core, options);
  }

  /**
   * The compiled profile as bytes: what the small engines read. The same profile gives the same bytes. For
   * a page, without what a form does not use; only the page's engine takes that.
   */
  toPacked(options: { readonly for?: "page" } = {}): Result<Uint8Array> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    return this.core.run((instance) => succeed(instance.viewAnswer(instance.raw.pack(this.enter(instance), options.for === "page" ? 1 : 0)).slice()));
  }

  /** The profile in plain words, as Markdown. */
  describe(language: "en" | "es" = "en"): Result<string> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    return this.core.run((instance) => succeed(instance.answer(instance.raw.describe(this.enter(instance), language === "es" ? 1 : 0))));
  }

  /** One page of the profile: its scope sheet, ideal buyer, glossary or setup list, or all of it. */
  page(page: ProfilePage, options: { readonly format?: "markdown" | "html"; readonly language?: "en" | "es" } = {}): Result<string> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    const which = pages.indexOf(page);
    if (which < 0) return this.core.fail({ code: "engine.argument", subject: "page", detail: pages.join(", ") });
    const bits = (options.language === "es" ? 1 : 0) | (options.format === "html" ? 2 : 0);
    return this.core.run((instance) => succeed(instance.answer(instance.raw.describePage(this.enter(instance), which, bits))));
  }
  /** The whole document as JSON, to hand on: compiled again it is the same profile, and written out again the same bytes. */
  exported(): Result<string> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    return this.core.run((instance) => succeed(instance.answer(instance.raw.exportProfile(this.enter(instance)))));
  }
  /** SHA-256 of what the document says, whatever its spacing and the order of its members. */
  fingerprint(): Result<string> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    return this.core.run((instance) => succeed(instance.answer(instance.raw.fingerprint(this.enter(instance)))));
  }
  /** The six steps of setting up, and what each still lacks. */
  setup(): Result<ProfileSetup> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    return this.core.run((instance) => succeed(JSON.parse(instance.answer(instance.raw.setup(this.enter(instance)))) as ProfileSetup));
  }

  /** What a handoff needs: the note that a person reads, and the record for a CRM. Names and free texts only when asked for. */
  handoff(lead: Lead, options: HandoffOptions & { readonly asOf: string | Date }): Result<Handoff> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    if (typeof options !== "object" || options === null) {
      return this.core.fail({ code: "engine.argument", subject: "options", detail: "an object with asOf" });
    }
    const moment = this.core.moment(options.asOf);
    if (!moment.ok) return moment;
    return this.core.run((instance) => {
      const { raw } = instance;
      const handle = this.enter(instance);
      const bytes = this.pack(instance, lead);
      if (!bytes.ok) return bytes;
      const refused = this.decide(instance, handle, bytes.value, moment.value);
      if (refused !== 0) return { ok: false, problems: this.core.problems(instance, refused) };
      const bits = (options.language === "es" ? 1 : 0) | (options.personal === true ? 2 : 0);
      const note = instance.answer(raw.handoffNote(handle, bits));
      return succeed({ note, record: JSON.parse(instance.answer(raw.crmRecord(handle, bits))) as Handoff["record"] });
    });
  }

  /** Which of these leads are the same, by e-mail, phone, or organization with person. */
  findDuplicates(leads: readonly Lead[]): Result<Duplicates> {
    return this.#aboutLeads<Duplicates>(leads, (raw, handle, bytes) => raw.findDuplicates(handle, bytes));
  }
  /** One lead that stands for these, in whatever order they come: strictest consent, every act once. */
  merge(leads: readonly Lead[]): Result<Lead> {
    return this.#aboutLeads<Lead>(leads, (raw, handle, bytes) => raw.mergeLeads(handle, bytes));
  }

  #aboutLeads<T>(leads: readonly Lead[], work: (raw: RawFull, handle: number, bytes: number) => number): Result<T> {
    if (this.disposed) return this.core.fail({ code: "engine.closed", subject: "profile" });
    let text: string;
    try {
      text = leads.map((lead) => JSON.stringify(lead)).join("\n");
    } catch {
      return this.core.fail({ code: "engine.argument", subject: "leads", detail: "plain data without circles" });
    }
    const source = this.core.source(text);
    if (!source.ok) return source;
    return this.core.run((instance) => {
      const handle = this.enter(instance);
      const length = work(instance.raw, handle, instance.write(source.value));
      if (length === 0) return { ok: false, problems: this.core.problems(instance, instance.raw.length()) };
      return succeed(JSON.parse(instance.answer(length)) as T);
    });
  }

  /**
   * Understands many leads once and keeps them as columns in the engine, to be qualified as often as needed. Leads that cannot
   * be read are named by their row, from 1; then nothing is kept. Dispose of what it gives.
   */
  packLeads(leads: Iterable<Lead>, options: { readonly asOf: string | Date }): Result<PackedLeads> {
    return PackedLeads.pack(this, this.core, leads, options?.asOf);
  }

  /** Qualifies many leads at once, outcomes only. Leads that cannot be read are named by their row, from 1. */
  qualifyMany(leads: Iterable<Lead>, options: { readonly asOf: string | Date }): Result<OutcomeColumns> {
    const packed = this.packLeads(leads, options);
    if (!packed.ok) return packed;
    const columns = packed.value.qualify();
    const copied = columns.ok ? succeed(copyColumns(columns.value)) : columns;
    packed.value.dispose();
    return copied;
  }
}

export class FullEngine {
  readonly #core: Core<RawFull>;

  /** @internal Use loadEngine(). */
  constructor(core: Core<RawFull>) {
    this.#core = core;
  }
  /** Compiles a profile, or says everything that is wrong with it. */
  compile(profile: ProfileSource): Result<FullProfile> {
    return Profile.compile(this.#core, profile, FullProfile);
  }
  /** Everything there is to say about a profile, with advice on one that is usable. */
  check(profile: ProfileSource): Result<readonly Problem[]> {
    const source = this.#core.source(profile);
    if (!source.ok) return source;
    return this.#core.run((instance) => succeed(this.#core.problems(instance, instance.raw.check(instance.write(source.value)))));
  }
  /** The compiled module, to start another engine from, here or in a worker. */
  get module(): WebAssembly.Module {
    return this.#core.module;
  }
  /** Frees the memory. Everything made with this engine answers engine.closed from then on. */
  dispose(): void {
    this.#core.close();
  }
}

export async function loadFull(options: LoadOptions, beside: () => WasmSource): Promise<Result<FullEngine>> {
  const module = await loadModule(options, beside, describe);
  if (!module.ok) return module;
  try {
    return succeed(new FullEngine(await Core.start<RawFull>(factory, module.value, describe, options.rest)));
  } catch {
    return fail(describe, { code: "engine.load", detail: "it could not be started" });
  }
}
