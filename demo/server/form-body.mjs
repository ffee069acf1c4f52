// What a browser sends for an ordinary form: names and values in the order of the page, or a status that says why not.

const most = 256 * 1024;

/** Resolves to { fields } or { status }. */
export async function readForm(request) {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers["content-type"] ?? "")) return { status: 415 };
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > most) return { status: 413 };
    chunks.push(chunk);
  }
  return { fields: [...new URLSearchParams(Buffer.concat(chunks).toString("utf8"))] };
}
