// SPDX-License-Identifier: EUPL-1.2
// What a run of the browser tests prints: each failure whole and at once, every other test in one short line. A log that is
// cut in the middle still tells what failed.
import { inspect } from "node:util";

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

function failure({ name, file, line, details }) {
  const { error } = details;
  const cause = inspect(error?.cause ?? error, { depth: 4 });
  return `FAILED ${name} (${file?.split("/").at(-1)}:${line}, ${seconds(details.duration_ms)})\n${cause}\n`;
}

export default async function* report(source) {
  const failed = [];
  let passed = 0;
  for await (const { type, data } of source) {
    if (type === "test:stdout" || type === "test:stderr") yield data.message;
    if (data?.details?.type === "suite") continue;
    if (type === "test:fail") {
      failed.push(data.name);
      yield failure(data);
    }
    if (type === "test:pass") {
      passed += 1;
      yield `ok ${data.name} (${seconds(data.details.duration_ms)})\n`;
    }
  }
  yield `${passed} passed, ${failed.length} failed${failed.map((name) => `\n  FAILED ${name}`).join("")}\n`;
}
