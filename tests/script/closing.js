// Prints a dot for each test, what failed, and a last line with the counts.
import { dot } from "node:test/reporters";

/** @param {AsyncGenerator<import("node:test/reporters").TestEvent, void>} events */
export default async function* closing(events) {
  let last = "The tests were not run to their end.\n";

  async function* noted() {
    for await (const event of events) {
      if (event.type === "test:summary" && event.data.file === undefined) {
        const { tests, passed } = event.data.counts;
        last = `JavaScript: ${passed} passed, ${tests - passed} failed\n`;
      }
      yield event;
    }
  }

  yield* dot(noted());
  yield last;
}
