import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { planted } from '../testing/planted.ts';
import { inWords, sum } from './counts.ts';
import type { TestLine } from './node-reporter.ts';
import { countLines } from './node-tests.ts';
import { tally } from './progress.ts';

/** What the reporter says of one test file. */
const reported = (text: string): TestLine[] => ran(text).lines;

function ran(text: string): { lines: TestLine[]; status: number | null } {
  return planted({ 'package.json': '{ "type": "module" }', 'a.test.ts': text }, (root) => {
    // A test inside a test would report to the outer one.
    const { NODE_TEST_CONTEXT: _, ...environment } = process.env;
    const reporter = `--test-reporter=${join(import.meta.dirname, 'node-reporter.ts')}`;
    const { stdout, status } = spawnSync(process.execPath, ['--test', '--test-isolation=none', reporter, 'a.test.ts'], {
      cwd: root,
      encoding: 'utf8',
      env: environment,
    });
    const lines = stdout
      .split('\n')
      .filter(Boolean)
      .map((line): TestLine => JSON.parse(line));
    return { lines, status };
  });
}

const outcomes = (text: string) => reported(text).map(({ name, outcome }) => `${name} ${outcome}`);

describe('of a test file', () => {
  test('each test counts, its suites do not', () => {
    const text = `import { describe, test } from 'node:test';
      describe('suite', () => { test('one', () => {}); test('two', () => { throw new Error('no'); }); });
      test.skip('three', () => {});`;
    assert.deepEqual(outcomes(text), ['one passed', 'two failed', 'three skipped']);
  });

  test('a crash is a failure with its reason', () => {
    const [line] = reported(`throw new Error('out of order');`);
    assert.equal(line?.outcome, 'failed');
    assert.match(line?.why ?? '', /out of order/);
  });

  test('no test at all is a failure', () => {
    assert.deepEqual(
      reported('export {};').map(({ outcome, why }) => [outcome, why]),
      [['failed', 'the file has no test']],
    );
  });

  test('a file that is not reached is a failure', () => {
    const said: string[] = [];
    const counts = tally((text) => said.push(text));
    const lines = countLines(counts, ['a.test.ts', 'b.test.ts']);
    for (const line of reported(`import { test } from 'node:test'; test('one', () => {});`))
      lines.read(JSON.stringify(line));
    lines.end();
    assert.deepEqual(said, ['✖ b.test.ts\n    no test of this file ran']);
    assert.deepEqual(counts.end(), { passed: 1, failed: 1, skipped: 0 });
  });

  test('an end in the middle is a failure', () => {
    const text = `import { test } from 'node:test'; test('one', () => {}); setTimeout(() => process.exit(3), 20);`;
    const { status } = ran(text);
    const counts = tally(() => {});
    counts.add('passed', 'one');
    assert.equal(counts.end(status ?? 1).failed, 1);
  });
});

describe('of a part', () => {
  const quiet = () => {};

  test('nothing that ran is a failure', () => {
    assert.equal(tally(quiet).end().failed, 1);
  });

  test('skipped tests alone are no success', () => {
    const counts = tally(quiet);
    counts.add('skipped', 'one');
    assert.equal(counts.end().failed, 1);
  });

  test('a bad exit after good tests is a failure', () => {
    const counts = tally(quiet);
    counts.add('passed', 'one');
    assert.deepEqual(counts.end(139), { passed: 1, failed: 1, skipped: 0 });
  });

  test('a failure is said at once, with its reason', () => {
    const said: string[] = [];
    const counts = tally((text) => said.push(text));
    counts.add('failed', 'a.test.ts: one', 'expected 1');
    assert.deepEqual(said, ['✖ a.test.ts: one\n    expected 1']);
    assert.equal(counts.end(1).failed, 1);
  });
});

test('the last line adds the parts up and names skipped tests only when there are some', () => {
  const parts = [
    { passed: 2, failed: 1, skipped: 0 },
    { passed: 3, failed: 0, skipped: 0 },
  ];
  assert.equal(inWords(sum(parts)), '5 passed, 1 failed');
  assert.equal(inWords({ passed: 5, failed: 0, skipped: 2 }), '5 passed, 0 failed, 2 skipped');
});
