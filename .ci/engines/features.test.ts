import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { root } from '../test/run-command.ts';
import { features, notUsed } from './features.ts';
import { featuresNow, readRecord, tableFile, withTable } from './record.ts';
import { filesUsing, usedBy } from './used-features.ts';

const again = 'run `npm run test:engines -- features --record`';

test('what the table says is used is used, and nothing that it does not know', () => {
  for (const feature of features) assert.notDeepEqual(usedBy(feature), [], `${feature.name} is used no more`);
  for (const feature of notUsed)
    assert.deepEqual(
      filesUsing(feature),
      [],
      `${feature.name} is young: give it a probe and a fallback in features.ts`,
    );
});

test('each engine has what has to be there, and lacks only what has a fallback with tests', () => {
  const { engines } = readRecord();
  assert.deepEqual(
    engines.map(({ name }) => name),
    ['Chromium', 'Firefox', 'WebKitGTK'],
  );
  for (const { name: engine, lacks } of engines)
    for (const name of lacks) {
      const { fallback, tests = [] } = features.find((feature) => feature.name === name) ?? {};
      assert.ok(fallback && tests.length > 0, `${engine} lacks ${name}`);
    }
});

test('the tests of a fallback are there', () => {
  for (const { name, tests = [] } of features)
    for (const [file, words] of tests) {
      if (file === 'hosts') continue;
      assert.ok(existsSync(root + file), `${name}: no ${file}`);
      assert.ok(readFileSync(root + file, 'utf8').includes(words), `${name}: no test “${words}” in ${file}`);
    }
});

test('record and table are those of the last run', () => {
  const record = readRecord();
  assert.deepEqual(record.features, featuresNow(), again);
  const text = readFileSync(tableFile, 'utf8');
  assert.equal(text, withTable(text, record), again);
});
