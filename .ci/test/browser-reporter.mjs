import { relative } from 'node:path';

/** For @web/test-runner: one line of JSON for each test that really ran, as node-reporter.ts writes them. */
export function lineReporter() {
  return {
    reportTestFileResults({ testFile, sessionsForTestFile }) {
      const file = relative(process.cwd(), testFile);
      for (const { testResults, errors, request404s, logs } of sessionsForTestFile) {
        const ran = testResults ? [...testsIn(testResults)] : [];
        for (const { name, passed, skipped, error } of ran) {
          const outcome = skipped ? 'skipped' : passed ? 'passed' : 'failed';
          print({ outcome, name, file, ...(error && { why: inWords(error) }) });
        }
        const said = logs.flat().map((part) => part?.stack ?? String(part));
        for (const error of errors)
          print({
            outcome: 'failed',
            name: 'the file',
            file,
            why: [inWords(error), ...said, ...request404s].join('\n'),
          });
        if (errors.length > 0 || ran.length > 0) continue;
        print({ outcome: 'failed', name: 'the file', file, why: 'the file has no test' });
      }
    },
  };
}

function* testsIn({ name, tests, suites }, above = '') {
  const path = [above, name].filter(Boolean).join(' › ');
  for (const test of tests) yield { ...test, name: [path, test.name].filter(Boolean).join(' › ') };
  for (const suite of suites) yield* testsIn(suite, path);
}

function inWords({ message, expected, actual, stack }) {
  const difference = expected === undefined ? '' : `\nexpected ${expected}\nactual   ${actual}`;
  return `${message}${difference}${stack ? `\n${stack}` : ''}`;
}

function print(result) {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
