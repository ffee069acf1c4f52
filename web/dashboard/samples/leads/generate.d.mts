// Types of generate.mjs for the page.
export interface Options {
  readonly count: number;
  readonly seed: number;
  readonly errors: number;
  readonly duplicates: number;
}
export interface Truth {
  readonly id: string;
  /** Equal for leads of one person; null for an advertisement. */
  readonly person: string | null;
  /** Equal for leads of one organization. */
  readonly account: string | null;
  readonly spam: boolean;
  /** The person is in the list more than once, and this is not the first time. */
  readonly again: boolean;
  readonly mistakes: readonly string[];
}
export const standard: Options;
export function generate(options?: Partial<Options>): { readonly leads: readonly Readonly<Record<string, unknown>>[]; readonly truth: readonly Truth[] };
export function ndjson(records: readonly object[]): string;
