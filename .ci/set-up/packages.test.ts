import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Files, planted } from '../testing/planted.ts';
import { checkNode, packagesAreCurrent } from './packages.mjs';

describe('the machine’s Node', () => {
  for (const version of ['20.0.0', '22.11.0', '26.10.0']) {
    test(`${version} will do`, () => assert.doesNotThrow(() => checkNode(version)));
  }
  for (const version of ['18.20.4', '8.9.0']) {
    test(`${version} is refused in one sentence that says what to do`, () => {
      assert.throws(() => checkNode(version), { message: /^Node \S+ is too old .*: install Node 20 or newer .*\.$/ });
    });
  }
});

describe('packages are', () => {
  const lock = (packages: object) => JSON.stringify({ packages: { '': {}, ...packages } });
  const wanted = lock({
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
    'node_modules/@portico/api': { resolved: 'api', link: true },
    'api/node_modules/c': { version: '3.0.0' },
    api: { version: '1.0.0' },
  });
  const all = { 'node_modules/a': { version: '1.0.0' }, 'api/node_modules/c': { version: '3.0.0' } };

  for (const [name, installed, isCurrent] of [
    ['current when all are there, an optional one for another machine left out', all, true],
    ['not current when one is missing', { 'node_modules/a': { version: '1.0.0' } }, false],
    ['not current when one has another version', { ...all, 'node_modules/a': { version: '1.0.1' } }, false],
    ['not current when an optional one has another version', { ...all, 'node_modules/b': { version: '1.9.0' } }, false],
  ] as const) {
    test(name, () => {
      const files: Files = { 'package-lock.json': wanted, 'node_modules/.package-lock.json': lock(installed) };
      assert.equal(planted(files, packagesAreCurrent), isCurrent);
    });
  }

  test('not current on a fresh machine, and not where npm was interrupted', () => {
    assert.equal(planted({ 'package-lock.json': wanted }, packagesAreCurrent), false);
    const torn = { 'package-lock.json': wanted, 'node_modules/.package-lock.json': '{ "packages"' };
    assert.equal(planted(torn, packagesAreCurrent), false);
  });
});
