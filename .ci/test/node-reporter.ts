import { relative, resolve } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** One line of JSON for each test that really ran; read by node-tests.ts. */
export type TestLine = { outcome: 'passed' | 'failed' | 'skipped'; name: string; file: string; why?: string };

export default async function* reporter(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const filesWithTests = new Set<string>();
  const lastWords = new Map<string, string>();
  for await (const event of events) {
    if (event.type === 'test:stderr') {
      const { message } = event.data;
      const file = resolve(event.data.file);
      lastWords.set(file, ((lastWords.get(file) ?? '') + message).slice(-3000));
    }
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    const { name, file = '', details, skip, todo } = event.data;
    const isFileItself = resolve(name) === file;
    const isSuite = details.type === 'suite' || isFileItself;
    if (!isSuite) filesWithTests.add(file);
    if (event.type === 'test:fail') {
      // A suite that failed only because of the tests within it says nothing new.
      const { error } = event.data.details;
      if (isSuite && /subtests? failed/.test(String(error.cause ?? error.message))) continue;
      const why = inspect(error.cause ?? error, { depth: 4 });
      // A file that crashed has said the reason only there.
      yield line({ outcome: 'failed', name, file, why: isFileItself ? `${why}\n${lastWords.get(file) ?? ''}` : why });
    } else if (isFileItself && !filesWithTests.has(file) && !skip) {
      yield line({ outcome: 'failed', name, file: name, why: 'the file has no test' });
    } else if (!isSuite) {
      yield line({ outcome: skip || todo ? 'skipped' : 'passed', name, file });
    }
  }
}

function line(result: TestLine): string {
  return `${JSON.stringify({ ...result, file: relative(process.cwd(), result.file) })}\n`;
}
