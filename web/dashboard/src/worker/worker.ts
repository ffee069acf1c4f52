// The worker: answers one request after the other. A cancel overtakes, and what is short overtakes what only reads for long.
import { columnBuffersOf } from "./transfer.ts";
import type { Answer, CallName, Request } from "./protocol.ts";
import { recordCells, rewriteList } from "../import/rewrite.ts";
import { Qualifier } from "./qualifier.ts";
import { Rest } from "./rest.ts";
import { Turns } from "./turns.ts";

/** What the second part of the engine is for; the list stands without it. */
const rare: ReadonlySet<CallName> = new Set<CallName>(["accounts", "audit", "checkProfile", "compare", "courses", "criterion", "crm", "detail", "drift", "duplicates", "mergeMap", "metrics", "note", "preview", "review", "whatIf"]);
let rest: Rest | null = null;
let qualifier: Qualifier | null = null;
const turns = new Turns();
const cancelled = new Set<number>();

const send = (answer: Answer, transfer: Transferable[] = []): void => (globalThis as unknown as Worker).postMessage(answer, transfer);

async function answer(request: Exclude<Request, { cancel: true }>): Promise<unknown> {
  if (request.call === "start") {
    rest = request.argument.rest === undefined ? null : new Rest(request.argument.rest);
    qualifier = await Qualifier.start(request.argument.first, rest?.source);
    return null;
  }
  if (qualifier === null) throw new Error("not started");
  // A part that cannot be fetched must not end the engine, and the list with it.
  if (rest !== null && rare.has(request.call) && !(await rest.ready())) throw new Error("the rest of the engine is not there");
  switch (request.call) {
    case "openProfile": return qualifier.openProfile(request.argument);
    case "checkProfile": return qualifier.checkProfile(request.argument);
    case "compare": return qualifier.compare(request.argument.profile, request.argument.list, request.argument.mapping);
    case "preview": return qualifier.preview(request.argument.list, request.argument.mapping);
    case "rewrite": return new Blob([rewriteList(await request.argument.list.text(), request.argument.shape, request.argument.edits)]);
    case "recordCells": return recordCells(await request.argument.list.text(), request.argument.shape.delimiter, request.argument.record);
    case "load": return qualifier.load(request.argument.list, request.argument.mapping, () => cancelled.has(request.id), (progress) => send({ id: request.id, progress }));
    case "titles": return qualifier.titles(request.argument);
    case "detail": return qualifier.detail(request.argument);
    case "whatIf": return qualifier.whatIf(request.argument.lead, request.argument.answers);
    case "review": return qualifier.review(request.argument.lead, request.argument.act);
    case "note": return qualifier.note(request.argument.lead, request.argument.options);
    case "crm": return qualifier.crm(request.argument.leads, request.argument.options);
    case "records": return qualifier.records(request.argument);
    case "values": return qualifier.values(request.argument);
    case "accounts": return qualifier.accounts();
    case "audit": return qualifier.audit(request.argument);
    case "courses": return qualifier.courses();
    case "criterion": return qualifier.criterion(request.argument.id, request.argument.state);
    case "drift": return qualifier.drift(request.argument);
    case "duplicates": return qualifier.duplicates();
    case "mergeMap": return qualifier.mergeMap(request.argument);
    case "metrics": return qualifier.metrics();
    case "clocks": return qualifier.clocks().finally(() => void rest?.fetch());
    case "search": return qualifier.search(request.argument);
    case "orderByTitle": return qualifier.orderByTitle(request.argument);
  }
}

async function serve(request: Exclude<Request, { cancel: true }>): Promise<void> {
  try {
    const value = await answer(request);
    send({ id: request.id, value }, columnBuffersOf(value));
  } catch {
    send({ id: request.id, failed: true });
  }
}

globalThis.onmessage = (event: MessageEvent<Request>): void => {
  const request = event.data;
  if ("cancel" in request) {
    cancelled.add(request.id);
    return;
  }
  turns.take(request.call, () => serve(request));
};
