// The worker's order of answers.
import { expect, test } from "@playwright/test";
import { Turns } from "../../../web/dashboard/src/worker/turns.ts";

/** Takes calls by name; each ends when it is told to. */
function bench() {
  const turns = new Turns();
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const ask = (call: Parameters<Turns["take"]>[0]): void => turns.take(call, () => {
    began.push(call);
    return new Promise((resolve) => { ends.set(call, resolve); });
  });
  const settle = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });
  return { began, ask, settle, end: async (call: string) => { ends.get(call)?.(); await settle(); } };
}

test("titles and a lead do not wait for the clocks of all leads", async () => {
  const { began, ask, settle } = bench();
  ask("clocks");
  await settle();
  ask("titles");
  ask("values");
  ask("detail");
  await settle();
  expect(began).toEqual(["clocks", "titles", "detail"]);
});

test("nothing overtakes a list that is being read, or a profile", async () => {
  const { began, ask, settle, end } = bench();
  ask("clocks");
  ask("load");
  ask("titles");
  await settle();
  expect(began).toEqual(["clocks"]);
  await end("clocks");
  expect(began).toEqual(["clocks", "load"]);
  await end("load");
  expect(began).toEqual(["clocks", "load", "titles"]);
});
