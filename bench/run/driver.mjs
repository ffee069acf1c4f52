// Runs works interleaved: every round asks each process in turn, so that a change of the machine's mood hits all alike.
import { fork } from "node:child_process";

const worker = new URL("./worker.mjs", import.meta.url).pathname;

const next = (child, name) => new Promise((resolve, reject) => {
  const gone = () => reject(new Error(`${name} ended`));
  child.once("exit", gone);
  child.once("message", (message) => {
    child.off("exit", gone);
    resolve(message);
  });
});

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length % 2 ? sorted[sorted.length >> 1] : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
};

/** Rounds of all named works of a kind; the first round only warms up. Gives, by name, the results of every counted round. */
export async function interleaved(kind, names, rounds, options) {
  const children = new Map();
  try {
    for (const name of names) {
      const child = fork(worker, [kind, name, JSON.stringify(options)], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
      children.set(name, child);
      await next(child, name);
    }
    const results = Object.fromEntries(names.map((name) => [name, []]));
    for (let round = 0; round <= rounds; round++) {
      for (const [name, child] of children) {
        const answer = next(child, name);
        child.send("run");
        const { result } = await answer;
        if (round > 0) results[name].push(result);
      }
    }
    return results;
  } finally {
    for (const child of children.values()) child.connected && child.send("end");
  }
}

/** Median, least and most of one number, and the ratio to another work inside the same rounds. */
export function summarize(results, key, against) {
  return Object.fromEntries(Object.entries(results).map(([name, rounds]) => {
    const values = rounds.map((round) => round[key]);
    const ratios = rounds.map((round, i) => round[key] / results[against][i][key]);
    return [name, { median: median(values), least: Math.min(...values), most: Math.max(...values), ratio: median(ratios),
      ratioLeast: Math.min(...ratios), ratioMost: Math.max(...ratios) }];
  }));
}
