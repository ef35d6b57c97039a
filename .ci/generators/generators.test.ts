import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { checkArrows } from '../arrows/check-arrows.ts';
import { checkHouse } from '../house-rules/check-house.ts';
import { findOrInstallBrowser } from '../set-up/browser.mjs';
import { copyProject } from '../testing/project-copy.ts';
import { format } from './finish.ts';
import { sliceNames } from './names.ts';
import { newSlice } from './new-slice.ts';
import { newWidget } from './new-widget.ts';

describe('a generated slice and widget', () => {
  let copy: ReturnType<typeof copyProject>;
  let files: string[];

  before(() => {
    copy = copyProject();
    files = [...newSlice(copy.root, 'work/change-order'), ...newWidget(copy.root, 'change-order')];
    format(copy.root, files);
  });
  after(() => copy.remove());

  /** What a check says about the generated files; others may be in the middle of something. */
  const concerning = (sentences: readonly string[]) =>
    sentences.filter((sentence) => files.some((file) => sentence.includes(file)));

  function run(args: readonly string[], environment: Record<string, string> = {}) {
    // A test inside a test would report to the outer one.
    const { NODE_TEST_CONTEXT: _, ...rest } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: copy.root,
      encoding: 'utf8',
      env: { ...rest, ...environment },
    });
    return { status, output: `${stdout}\n${stderr}` };
  }

  test('are accepted by the compiler', () => {
    const { output } = run(['node_modules/typescript/bin/tsc', '--noEmit']);
    assert.deepEqual(concerning(output.split('\n')), []);
  });

  test('are accepted by the linter', () => {
    const sources = files.filter((file) => file.endsWith('.ts'));
    const { status, output } = run(['node_modules/@biomejs/biome/bin/biome', 'check', ...sources]);
    assert.equal(status, 0, output);
  });

  test('keep to the arrows', () => {
    assert.deepEqual(concerning(checkArrows(copy.root)), []);
  });

  test('keep the house rules', () => {
    const { errors, warnings } = checkHouse(copy.root);
    assert.deepEqual(concerning([...errors, ...warnings]), []);
  });

  test('pass their own tests of the API', () => {
    const tests = files.filter((file) => file.startsWith('api/') && file.endsWith('.test.ts'));
    const { status, output } = run(['--test', ...tests]);
    assert.equal(status, 0, output);
    assert.match(output, /pass \d\d/);
  });

  test('pass their own test in the browser', async () => {
    const tests = files.filter((file) => file.startsWith('widgets/') && file.endsWith('.test.ts'));
    const runner = ['node_modules/@web/test-runner/dist/bin.js', '--config', '.ci/browser-tests.config.mjs'];
    const { status, output } = run([...runner, '--files', ...tests], {
      CHROMIUM_PATH: await findOrInstallBrowser(),
      TEST_LINES: '1',
    });
    assert.equal(status, 0, output);
    assert.match(output, /"outcome":"passed"/);
  });

  test('are registered: routes, migration and the entry that the build finds', () => {
    const text = (file: string) => readFileSync(join(copy.root, file), 'utf8');
    assert.match(text('api/app.ts'), /http\.route\('\/', changeOrderRoutes\(deps\)\);/);
    assert.match(text('api/migrations.ts'), /migrations: .*= \[[^\]]*changeOrders,?\s*\]/);
    assert.match(text('vite.config.ts'), /globSync\('widgets\/loader\/widgets\/\*\.ts'/);
    assert.match(text('widgets/loader/widgets/change-order.ts'), /startWidget\(ChangeOrder, options, LATER_FILES\)/);
  });

  test('are not written twice', () => {
    assert.throws(() => newSlice(copy.root, 'work/change-order'), /api\/work\/change-orders exists already/);
    assert.throws(() => newWidget(copy.root, 'change-order'), /widgets\/change-order exists already/);
  });
});

describe('the names of a slice', () => {
  for (const [wish, folder, id] of [
    ['work/milestone', 'milestones', 'mil'],
    ['procurement/purchase-order', 'purchase-orders', 'po'],
    ['money/tax-entry', 'tax-entries', 'te'],
    ['hiring/batch', 'batches', 'bat'],
  ] as const) {
    test(`${wish} lives in ${folder}, its ids begin with ${id}_`, () => {
      const names = sliceNames(wish);
      assert.deepEqual([names.__kebabs__, names.__id__], [folder, id]);
    });
  }

  test('an irregular plural is said', () => {
    assert.equal(sliceNames('work/diary-of-work', 'work-diaries').__kebabs__, 'work-diaries');
  });

  for (const wish of ['', 'milestone', 'nowhere/thing', 'work/Thing', 'work/a/b', 'work/../x', 'platform/thing']) {
    test(`"${wish}" is refused in a sentence`, () => {
      assert.throws(() => sliceNames(wish), /^Unusable: (Say a wing and a noun|".*" is no name)/);
    });
  }
});
