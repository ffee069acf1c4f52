// A list of invented leads, made on this device by a worker of its own.
import type { Assets } from "../app/assets.ts";

export function inventLeads(makeWorker: Assets["makeWorker"]): Promise<Blob> {
  const worker = makeWorker("samples");
  return new Promise<Blob>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Blob>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error("the worker could not start"));
    };
    worker.postMessage(null);
  }).finally(() => worker.terminate());
}
