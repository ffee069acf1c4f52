/** Runs in a page before anything else: on a busy machine a form waits longer for its engine than a visitor's would. */
export function waitLonger() {
  const { setTimeout: wait } = globalThis;
  globalThis.setTimeout = (work, milliseconds, ...more) => wait(work, milliseconds === 1500 ? 90_000 : milliseconds, ...more);
}
