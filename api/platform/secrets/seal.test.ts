import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSeal } from './seal.ts';

const secret = 'a secret for tests that is long enough';
const text = 'DE89370400440532013000 · Ada Okafor';

describe('what is sealed', () => {
  const seal = createSeal(secret, 'payout methods');

  test('opens where it belongs, and shows nothing of what it holds', () => {
    const sealed = seal.seal(text, 'payoutMethod 1');
    assert.equal(seal.open(sealed, 'payoutMethod 1'), text);
    assert.ok(!sealed.includes('DE89') && !Buffer.from(sealed.slice(3), 'base64url').includes('Ada'));
    assert.notEqual(seal.seal(text, 'payoutMethod 1'), sealed, 'twice the same is not seen');
  });

  test('opens nowhere else: another row, purpose or secret, or when one bit of it was changed', () => {
    const sealed = seal.seal(text, 'payoutMethod 1');
    assert.throws(() => seal.open(sealed, 'payoutMethod 2'));
    assert.throws(() => createSeal(secret, 'wire files').open(sealed, 'payoutMethod 1'));
    assert.throws(() => createSeal(`${secret}!`, 'payout methods').open(sealed, 'payoutMethod 1'));
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at]! ^= 1;
      assert.throws(() => seal.open(`v1.${changed.toString('base64url')}`, 'payoutMethod 1'), `byte ${at}`);
    }
    assert.throws(() => seal.open(`v2${sealed.slice(2)}`, 'payoutMethod 1'), /version/);
    assert.throws(() => seal.open(`v1.${bytes.subarray(0, 20).toString('base64url')}`, 'payoutMethod 1'));
  });

  test('a fingerprint is the same for the same, and another for another purpose or secret', () => {
    assert.equal(seal.fingerprint(text), createSeal(secret, 'payout methods').fingerprint(text));
    assert.notEqual(seal.fingerprint(text), createSeal(secret, 'wire files').fingerprint(text));
    assert.notEqual(seal.fingerprint(text), createSeal(`${secret}!`, 'payout methods').fingerprint(text));
  });
});
