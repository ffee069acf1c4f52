// One work in one process, told by the driver when to run. Slow works run over fewer leads: a round lasts about `milliseconds`.
import { bulk, csv, fileBytes, ndjson, sample, singles } from "./works.mjs";

const [kind, name, options] = [process.argv[2], process.argv[3], JSON.parse(process.argv[4])];
const now = () => performance.now();

async function single() {
  const score = await singles[name]();
  const objects = sample(options.leads);
  const one = (lead) => score(lead);
  const isAsync = score(objects[0]) instanceof Promise;
  const pass = async (milliseconds) => {
    const end = now() + milliseconds;
    let count = 0;
    const began = now();
    for (;;) {
      for (let i = 0; i < 64; i++, count++) isAsync ? await one(objects[count % objects.length]) : one(objects[count % objects.length]);
      if (now() >= end) break;
    }
    return { seconds: (now() - began) / 1000, count };
  };
  const latency = async (calls) => {
    const times = new Float64Array(calls);
    for (let i = 0; i < calls; i++) {
      const lead = objects[(i * 7) % objects.length];
      const began = now();
      isAsync ? await one(lead) : one(lead);
      times[i] = now() - began;
    }
    times.sort();
    return { p50: times[calls >> 1] * 1000, p99: times[Math.floor(calls * 0.99)] * 1000 };
  };
  return async () => {
    const { seconds, count } = await pass(options.milliseconds);
    return { leadsPerSecond: count / seconds, ...(await latency(Math.min(3000, Math.max(200, Math.floor(count / 4))))) };
  };
}

async function bytes(works, path) {
  const run = await works[name]();
  let data = fileBytes(path, options.bytes);
  let began = now();
  const first = await run(fileBytes(path, Math.min(options.bytes, 1 << 20)));
  const perByte = (now() - began) / Math.min(options.bytes, 1 << 20);
  // As much of the file as takes about half a second, so that slow engines do not hold up the others.
  if (perByte * data.length > 1500) data = data.subarray(0, data.lastIndexOf(10, Math.floor(1500 / perByte)) + 1);
  return async () => {
    began = now();
    const result = await run(data);
    const seconds = (now() - began) / 1000;
    return { leadsPerSecond: result.count / seconds, megabytesPerSecond: data.length / 1e6 / seconds, leads: result.count, rss: process.memoryUsage().rss / 1048576, first };
  };
}

async function many() {
  const objects = sample(options.leads);
  const run = await bulk[name](objects);
  return async () => {
    const began = now();
    let times = 0;
    let total;
    do {
      total = run();
      times++;
    } while (now() - began < options.milliseconds);
    return { leadsPerSecond: (objects.length * times) / ((now() - began) / 1000), total };
  };
}

const made = kind === "single" ? await single() : kind === "bulk" ? await many() : await bytes(kind === "csv" ? csv : ndjson, options.path);
process.send({ ready: true });
process.on("message", async (message) => {
  if (message === "end") process.exit(0);
  process.send({ result: await made() });
});
