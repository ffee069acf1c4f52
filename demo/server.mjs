#!/usr/bin/env node
// Serves the built demo on 127.0.0.1 and shows what its forms send. usage: node demo/server.mjs [--port N] [--folder DIR]
import { createServer } from "node:http";
import { access } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findLeadPath, profileFile } from "./landing-pages.mjs";
import { loadRecompute } from "./recompute/node.mjs";
import { findFile, sendFile } from "./server/files.mjs";
import { readForm } from "./server/form-body.mjs";
import { headers } from "./server/headers.mjs";
import { Inbox } from "./server/inbox.mjs";
import { missingPage, receivedPage } from "./server/pages.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

function argument(name, otherwise) {
  const at = process.argv.indexOf(name);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
}

function sendPage(response, status, page) {
  response.writeHead(status, { ...headers, "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" });
  response.end(page);
}

/** A server for the demo in `folder`; it keeps what it receives in memory. */
export function makeServer(folder) {
  const inbox = new Inbox();
  // Loaded with the first submission to each page. A server that cannot recompute still receives.
  const recomputes = new Map();

  async function own(page, fields) {
    if (!recomputes.has(page)) recomputes.set(page, loadRecompute([profileFile(page)]).catch(() => () => null));
    return (await recomputes.get(page))(fields);
  }

  async function receive(request, response, { page, lang }) {
    if (request.method === "POST") {
      const body = await readForm(request);
      if (body.fields === undefined) return sendPage(response, body.status, missingPage(lang));
      // To an address of its own, so that loading the page again does not send the form again.
      response.writeHead(303, { ...headers, Location: `?id=${inbox.add(page, body.fields, await own(page, body.fields)).id}`, "Cache-Control": "no-store" });
      return response.end();
    }
    const id = new URL(request.url, "http://localhost").searchParams.get("id");
    const entry = id === null ? undefined : inbox.find(Number(id));
    if (id !== null && entry === undefined) return sendPage(response, 404, missingPage(lang));
    return sendPage(response, 200, receivedPage(lang, page, inbox, entry));
  }

  async function answer(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    const lead = findLeadPath(pathname);
    if (lead !== null) return receive(request, response, lead);
    const lang = pathname.includes("/es/") ? "es" : "en";
    if (request.method !== "GET" && request.method !== "HEAD") return sendPage(response, 405, missingPage(lang));
    // The one-file dashboard is to be opened from the disk; its own policy is inside it.
    const offline = pathname === "/prequal-offline.html";
    const path = await findFile(offline ? dirname(folder) : folder, pathname);
    if (path === null) return sendPage(response, 404, missingPage(lang));
    return sendFile(response, path, offline ? { "Content-Disposition": 'attachment; filename="prequal-offline.html"' } : {});
  }

  return createServer((request, response) => {
    answer(request, response).catch(() => {
      if (!response.headersSent) response.writeHead(500, headers);
      response.end();
    });
  });
}

async function main() {
  const folder = resolve(argument("--folder", join(root, "dist", "demo")));
  const port = Number(argument("--port", "0"));
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    console.error("error: --port takes a number from 0 to 65535");
    process.exit(2);
  }
  try {
    await access(join(folder, "index.html"));
  } catch {
    console.error("error: the demo is not built yet; run build-scripts/demo");
    process.exit(1);
  }
  const server = makeServer(folder);
  server.on("error", (error) => {
    console.error(error.code === "EADDRINUSE" ? `error: port ${port} is taken; choose another with --port` : `error: ${error.message}`);
    process.exit(1);
  });
  server.listen(port, "127.0.0.1", () => {
    console.log(`prequal demo: http://127.0.0.1:${server.address().port}/   (stop with Ctrl+C)`);
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(0));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await main();
