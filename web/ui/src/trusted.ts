// The one Trusted Types policy of our pages. It makes script addresses only, and only for those that were named to it; it
// makes no HTML.

interface Policy {
  createScriptURL(url: string): unknown;
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): Policy;
}

const ours = new Set<string>();
let policy: Policy | undefined;

/** A script address of ours, in the form that a page which demands Trusted Types accepts. */
export function trustScriptUrl(url: string): string | URL {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  if (factory === undefined) return url;
  ours.add(url);
  policy ??= factory.createPolicy("prequal", {
    createScriptURL(asked) {
      if (!ours.has(asked)) throw new TypeError("not an address of ours");
      return asked;
    },
  });
  return policy.createScriptURL(url) as string;
}
