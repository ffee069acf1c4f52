// For servers at the edge, which know fetch() and nothing of Node: a function of a Request that gives a Response.
//
//   import wasm from "prequal-engine/form.wasm";         // bundlers for the edge give a compiled WebAssembly.Module
//   import profile from "./my-profile.pack";             // packed, as bytes
//   const handle = makeHandler({ wasm, documents: [profile], keep: (entry, env) => env.LEADS.put(crypto.randomUUID(), JSON.stringify(entry)) });
//   export default { fetch: (request, env) => handle(request, env) };
import { loadEngine } from "prequal-engine/form";
import { makeRecompute } from "./recompute.mjs";

const largest = 256 * 1024;

async function load(wasm, documents, options) {
  const engine = await loadEngine({ wasm });
  if (!engine.ok) throw new Error(engine.problems[0].message);
  return makeRecompute(engine.value, documents, options);
}

/**
 * `keep(entry, env)` stores { fields, own, received }; own is what makeRecompute() found, or null. The visitor is led to
 * `thanks` once it is stored, whatever was found.
 */
export function makeHandler({ wasm, documents, keep, thanks = "/thanks", ...options }) {
  // Loaded with the first submission, then kept while the instance lives.
  let loading;

  return async function handle(request, env) {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
    const type = request.headers.get("content-type") ?? "";
    if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return new Response(null, { status: 415 });
    const body = await request.text();
    if (body.length > largest) return new Response(null, { status: 413 });
    const fields = [...new URLSearchParams(body)];
    const received = new Date();
    let own = null;
    try {
      loading ??= load(wasm, documents, options);
      own = (await loading)(fields, received);
    } catch {
      // The lead is worth more than our opinion of it.
      loading = undefined;
    }
    await keep({ fields, own, received: received.toISOString() }, env);
    return new Response(null, { status: 303, headers: { Location: thanks } });
  };
}
