// Files below one folder, and nothing outside it.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { headers } from "./headers.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".ndjson": "application/x-ndjson; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
  ".pack": "application/octet-stream",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

async function isFile(path) {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** The file for an address, or null. An address that ends in a slash means its index.html. */
export async function findFile(folder, pathname) {
  let decoded;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (decoded.includes("\0")) return null;
  const path = normalize(join(folder, decoded.endsWith("/") ? `${decoded}index.html` : decoded));
  if (!path.startsWith(folder + sep)) return null;
  return (await isFile(path)) ? path : null;
}

export function sendFile(response, path, extra = {}) {
  response.writeHead(200, { ...headers, "Content-Type": types[extname(path)] ?? "application/octet-stream", ...extra });
  createReadStream(path).pipe(response);
}
