import { relative, resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** One line of JSON for each test that really ran; read by node-tests.ts. */
export type TestLine = { outcome: 'passed' | 'failed' | 'skipped'; name: string; file: string; why?: string };

export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, file = '', details, skip, todo } = event.data;
    const isSuite = details.type === 'suite';
    if (event.type === 'test:fail') {
      // A suite that failed only because of the tests within it says nothing new.
      const { error } = event.data.details;
      if (isSuite && /subtests? failed/.test(String(error.cause ?? error.message))) continue;
      yield line({ outcome: 'failed', name, file, why: inspect(error.cause ?? error, { depth: 4 }) });
    } else if (resolve(name) === file && !skip) {
      // A file stands for itself only where it has nothing else to say.
      yield line({ outcome: 'failed', name, file, why: 'the file has no test' });
    } else if (!isSuite) {
      yield line({ outcome: skip || todo ? 'skipped' : 'passed', name, file });
    }
  }
}

function line(result: TestLine): string {
  return `${JSON.stringify({ ...result, file: relative(process.cwd(), result.file) })}\n`;
}
