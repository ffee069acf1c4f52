// The service worker of the hosted page: keeps the files of one version on the device, so that the page opens without a network.
// It keeps exactly what the build named, each file by its hash, and nothing that a page sends or receives later. A new version
// waits until a person asks for it and no other window works with the old one.
import type { PageMessage, WorkerMessage } from "./messages.ts";

/** Put in by the build: every file of the page with its SHA-256 as a subresource integrity value, and a name for all of it. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

interface Client {
  postMessage(message: WorkerMessage): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { matchAll(options: { type: "window"; includeUncontrolled: boolean }): Promise<readonly Client[]>; claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(name: "install" | "activate", run: (event: { waitUntil(done: Promise<unknown>): void }) => void): void;
  addEventListener(name: "fetch", run: (event: { readonly request: Request; respondWith(response: Promise<Response>): void }) => void): void;
  addEventListener(name: "message", run: (event: { readonly data: PageMessage; readonly source: Client | null; waitUntil(done: Promise<unknown>): void }) => void): void;
}
const scope = globalThis as unknown as Scope;

const prefix = "prequal-files-";
const current = `${prefix}${VERSION}`;
const addressOf = (path: string): string => new URL(path, scope.registration.scope).href;
const hashHeader = "x-prequal-hash";

/** A copy that says which hash it has, so that the next version takes over what did not change. */
async function marked(response: Response, hash: string): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set(hashHeader, hash);
  // What arrives here is decoded already.
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(await response.arrayBuffer(), { headers });
}

async function install(): Promise<void> {
  const cache = await caches.open(current);
  await Promise.all(Object.entries(FILES).map(async ([path, hash]) => {
    const address = addressOf(path);
    const old = await caches.match(address);
    if (old?.headers.get(hashHeader) === hash) return cache.put(address, old);
    // A file that is not the one that was built is refused, and with it the whole version; the one before stays.
    const fresh = await fetch(address, { integrity: hash, cache: "no-cache", credentials: "same-origin" });
    if (!fresh.ok) throw new TypeError(`${path} is not there`);
    return cache.put(address, await marked(fresh, hash));
  }));
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== current).map((name) => caches.delete(name)));
  // A page that was opened before this worker was there can go on without a network as well.
  await scope.clients.claim();
}

async function answer(address: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(current)).match(address);
  return kept ?? fetch(request);
}

scope.addEventListener("install", (event) => event.waitUntil(install()));
scope.addEventListener("activate", (event) => event.waitUntil(activate()));
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET") return;
  const url = new URL(request.url);
  url.search = "";
  url.hash = "";
  const path = url.href.startsWith(scope.registration.scope) ? url.href.slice(scope.registration.scope.length) : null;
  if (path === "") event.respondWith(answer(addressOf("index.html"), request));
  else if (path !== null && Object.hasOwn(FILES, path)) event.respondWith(answer(url.href, request));
});
scope.addEventListener("message", (event) => {
  if (event.data !== "use") return;
  event.waitUntil((async () => {
    const windows = await scope.clients.matchAll({ type: "window", includeUncontrolled: true });
    // Another window may hold a list that is nowhere else, and still need files of its own version.
    if (windows.length > 1) event.source?.postMessage("others");
    else await scope.skipWaiting();
  })());
});
