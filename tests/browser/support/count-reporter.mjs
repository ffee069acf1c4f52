// Ends the run with the three lines of Node's test runner, by which build-scripts/test counts.

export default class CountReporter {
  #counts = { passed: 0, failed: 0, skipped: 0 };

  printsToStdio() {
    return false;
  }
  onTestEnd(test, result) {
    const kind = result.status === "skipped" ? "skipped" : test.ok() ? "passed" : "failed";
    this.#counts[kind] += 1;
  }
  onEnd() {
    const { passed, failed, skipped } = this.#counts;
    console.log(`# pass ${passed}\n# fail ${failed}\n# skipped ${skipped}`);
  }
}
