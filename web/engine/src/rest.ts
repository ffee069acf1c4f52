// An engine in two parts: the first one does what nearly every page needs, the rest is loaded when a function of it is first
// called. Both are one program with one memory, so that nothing comes out otherwise than in the whole engine.

/** Gives the second part, compiled; called at most once, and only when something of it is needed. */
export type RestSource = () => WebAssembly.Module;

/** Whence the parts take what they share; for what splits an engine (web/dashboard/build/split-engine.mjs). */
export const restNames = { placeholders: "rest", first: "first", prefix: "%" } as const;

/** The table in which functions of the rest stand: one of its own, or the only one. */
function tableOf(exports: WebAssembly.Exports): WebAssembly.Table {
  const tables = Object.entries(exports).filter((entry): entry is [string, WebAssembly.Table] => entry[1] instanceof WebAssembly.Table);
  return (tables.find(([name]) => name.startsWith(restNames.prefix)) ?? tables[0]!)[1];
}

/** What the first part is given besides its imports: functions that bring the rest, and then are what stands in the table. */
export function withRest(imports: WebAssembly.Imports, rest: RestSource, first: () => WebAssembly.Instance): WebAssembly.Imports {
  let there = false;
  const call = (at: number) => (...values: unknown[]): unknown => {
    const { exports } = first();
    if (!there) {
      new WebAssembly.Instance(rest(), { ...imports, [restNames.first]: exports });
      there = true;
    }
    return (tableOf(exports).get(at) as (...values: unknown[]) => unknown)(...values);
  };
  return { ...imports, [restNames.placeholders]: new Proxy({}, { get: (_, name) => call(Number(name)) }) };
}
