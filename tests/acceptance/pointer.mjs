// JSON pointers (RFC 6901) with two additions: "key=value" finds the entry of a list whose key has that value, and "*"
// gives what the rest of the pointer finds in every entry of a list.

const plain = (token) => token.replaceAll("~1", "/").replaceAll("~0", "~");
export const tokens = (pointer) => {
  if (pointer === "") return [];
  if (!pointer.startsWith("/")) throw new Error(`not a pointer: ${pointer}`);
  return pointer.slice(1).split("/").map(plain);
};

/** Position of a token in a list or object; undefined where there is nothing. */
export function position(value, token) {
  if (Array.isArray(value)) {
    if (/^\d+$/.test(token)) return Number(token) < value.length ? Number(token) : undefined;
    if (token === "-") return value.length;
    const at = token.indexOf("=");
    if (at < 0) return undefined;
    const found = value.findIndex((entry) => String(entry?.[token.slice(0, at)]) === token.slice(at + 1));
    return found < 0 ? undefined : found;
  }
  return value !== null && typeof value === "object" && Object.hasOwn(value, token) ? token : undefined;
}

/** What a pointer finds; undefined where there is nothing. */
export function find(value, pointer) {
  return walk(value, tokens(pointer));
}

function walk(value, path) {
  if (path.length === 0) return value;
  const [token, ...rest] = path;
  if (token === "*") {
    if (!Array.isArray(value)) return undefined;
    return value.map((entry) => walk(entry, rest)).filter((entry) => entry !== undefined);
  }
  const at = position(value, token);
  return at === undefined ? undefined : walk(value[at], rest);
}

/** Sets or removes (value undefined) what a pointer names; "-" at the end appends. The place must exist. */
export function change(document, pointer, value) {
  const path = tokens(pointer);
  const last = path.pop();
  const parent = walk(document, path);
  if (parent === undefined || parent === null || typeof parent !== "object") throw new Error(`nothing at ${pointer}`);
  let at = position(parent, last);
  if (at === undefined && !Array.isArray(parent)) at = last;
  if (at === undefined || (value === undefined && parent[at] === undefined)) throw new Error(`nothing at ${pointer}`);
  if (value !== undefined) parent[at] = value;
  else if (Array.isArray(parent)) parent.splice(at, 1);
  else delete parent[at];
}
