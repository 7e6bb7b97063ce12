// A reporter that writes "PASSED FAILED SKIPPED" to the file named by QINZHENG_COUNTS, for ./test
// to add up, and prints the same in words.
import { writeFileSync } from "node:fs";

export default class Counts {
  #passed = 0;
  #failed = 0;
  #skipped = 0;
  #errors = 0;

  onBegin(_config, suite) {
    this.suite = suite;
  }

  // A fault outside any test, such as a product that does not start.
  onError() {
    this.#errors += 1;
  }

  onEnd() {
    for (const test of this.suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === "skipped") {
        this.#skipped += 1;
      } else if (outcome === "expected") {
        this.#passed += 1;
      } else {
        this.#failed += 1;
      }
    }
    const failed = this.#failed + this.#errors;
    const { QINZHENG_COUNTS: file } = process.env;
    if (file) {
      writeFileSync(file, `${this.#passed} ${failed} ${this.#skipped}\n`);
    }
    console.log(`in the browser: passed ${this.#passed}, failed ${failed}, skipped ${this.#skipped}`);
  }

  printsToStdio() {
    return false;
  }
}
