// Makes the sample of many leads. The same list as samples/make-leads.mjs writes with its own options.
import { generate, ndjson } from "../../samples/leads/generate.mjs";

globalThis.onmessage = (): void => {
  (globalThis as unknown as Worker).postMessage(new Blob([ndjson(generate().leads)], { type: "application/x-ndjson" }));
};
