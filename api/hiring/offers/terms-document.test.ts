import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { requireOwnName } from '../../platform/signatures/own-name.ts';
import { differencesOf } from '../../work/contracts/terms-differences.ts';
import { costOf, factsToApprove } from './approval-facts.ts';
import type { OfferTerms } from './schema.ts';
import { termsDocument, termsOf } from './terms-document.ts';

const money = fc.record({ amountMinor: fc.nat(10 ** 9), currency: fc.constantFrom('USD', 'EUR', 'JPY') });
const date = fc.constantFrom(null, '2026-12-01', '2027-01-31');
const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const terms: fc.Arbitrary<OfferTerms> = fc.record({
  title: words,
  payment: fc.oneof(
    fc.record({
      kind: fc.constant('fixed' as const),
      total: money,
      milestones: fc.array(fc.record({ description: words, dueOn: date, amount: money }), { maxLength: 4 }),
    }),
    fc.record({
      kind: fc.constant('hourly' as const),
      rate: money,
      weeklyLimitHours: fc.option(fc.integer({ min: 1, max: 168 })),
      manualTimeAllowed: fc.boolean(),
    }),
  ),
  startsOn: date,
  endsOn: date,
  purchaseOrder: fc.oneof(
    fc.constant(null),
    fc.constant({ kind: 'notYet' as const }),
    fc.record({ kind: fc.constant('number' as const), number: words }),
  ),
  nda: fc.boolean(),
  text: words,
  template: fc.option(fc.record({ id: words, version: fc.nat(9), hash: words })),
});

/** The same content with every object's fields in another order. */
function shuffled<T>(value: T): T {
  if (Array.isArray(value)) return value.map(shuffled) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, shuffled(inner)]),
  ) as T;
}

describe('the hash of terms', () => {
  test('is the same for the same terms, in whatever order they were written', () => {
    fc.assert(
      fc.property(terms, (one) => {
        assert.deepEqual(termsDocument('of_1', shuffled(one)), termsDocument('of_1', one));
      }),
    );
  });

  test('is another for other terms, and only then', () => {
    fc.assert(
      fc.property(terms, terms, (one, other) => {
        const [a, b] = [termsDocument('of_1', one), termsDocument('of_1', other)];
        assert.equal(a.termsHash === b.termsHash, a.terms === b.terms);
        const { changes, text } = differencesOf({ version: 1, terms: one }, { version: 2, terms: other });
        const differs = changes.length > 0 || text.some(({ kind }) => kind !== 'same');
        assert.equal(differs, a.terms !== b.terms);
      }),
    );
  });

  test('changes with each single field', () => {
    const plain: OfferTerms = {
      title: 'A',
      payment: { kind: 'fixed', total: { amountMinor: 1, currency: 'USD' }, milestones: [] },
      startsOn: null,
      endsOn: null,
      purchaseOrder: null,
      nda: false,
      text: 'T',
      template: null,
    };
    const others: Partial<OfferTerms>[] = [
      { title: 'B' },
      { payment: { kind: 'fixed', total: { amountMinor: 2, currency: 'USD' }, milestones: [] } },
      { payment: { kind: 'fixed', total: { amountMinor: 1, currency: 'EUR' }, milestones: [] } },
      { startsOn: '2026-12-01' },
      { endsOn: '2026-12-01' },
      { purchaseOrder: { kind: 'notYet' } },
      { nda: true },
      { text: 'T ' },
      { template: { id: 't', version: 1, hash: 'h' } },
    ];
    const hashes = [plain, ...others.map((change) => ({ ...plain, ...change }))].map(
      (each) => termsDocument('of_1', each).termsHash,
    );
    assert.equal(new Set(hashes).size, hashes.length);
    assert.notEqual(termsDocument('of_2', plain).termsHash, hashes[0], 'and with the offer');
  });

  test('what is kept reads back as the terms', () => {
    fc.assert(
      fc.property(terms, (one) => {
        assert.deepEqual(termsOf(termsDocument('of_1', one)), JSON.parse(JSON.stringify(one)));
      }),
    );
  });
});

test('the newer text is what is left without the removed pieces, the older what is left without the added', () => {
  const plain = termsOf({
    terms:
      '{"title":"","payment":null,"startsOn":null,"endsOn":null,"purchaseOrder":null,"nda":false,"text":"","template":null}',
  });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'é', '王', '.'), maxLength: 60 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const pieces = differencesOf(
        { version: 1, terms: { ...plain, text: before } },
        { version: 2, terms: { ...plain, text: after } },
      ).text;
      const without = (kind: string) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      assert.deepEqual([without('added'), without('removed')], [before, after]);
    }),
  );
});

test('an approval is asked for again for rate, amount, limit, end or order; not for words', () => {
  const hourly = { kind: 'hourly', rate: { amountMinor: 100, currency: 'USD' }, weeklyLimitHours: 10 } as const;
  const plain = {
    title: 'A',
    payment: { ...hourly, manualTimeAllowed: true },
    startsOn: null,
    endsOn: '2026-12-31',
    purchaseOrder: null,
    nda: false,
    text: 'T',
    template: null,
  } satisfies OfferTerms;
  const asksAgain = (change: Partial<OfferTerms>) => factsToApprove({ ...plain, ...change }) !== factsToApprove(plain);
  const { payment } = plain;
  assert.equal(asksAgain({ payment: { ...payment, rate: { amountMinor: 101, currency: 'USD' } } }), true);
  assert.equal(asksAgain({ payment: { ...payment, weeklyLimitHours: 11 } }), true);
  assert.equal(asksAgain({ endsOn: '2027-01-01' }), true);
  assert.equal(asksAgain({ purchaseOrder: { kind: 'number', number: '1' } }), true);
  for (const words of [{ title: 'B' }, { text: 'U' }, { nda: true }, { startsOn: '2026-12-01' }])
    assert.equal(asksAgain(words), false);
});

test('hourly work costs rate × limit × begun weeks; without a limit or an end nobody can say', () => {
  const todayMs = Date.UTC(2026, 10, 23, 12);
  const cost = (startsOn: string | null, endsOn: string | null, weeklyLimitHours: number | null) =>
    costOf(
      {
        title: '',
        payment: {
          kind: 'hourly',
          rate: { amountMinor: 5_000, currency: 'USD' },
          weeklyLimitHours,
          manualTimeAllowed: true,
        },
        startsOn,
        endsOn,
        purchaseOrder: null,
        nda: false,
        text: '',
        template: null,
      },
      todayMs,
    )?.amountMinor ?? null;
  assert.equal(cost('2026-12-01', '2026-12-07', 10), 50_000, 'seven days are one week');
  assert.equal(cost('2026-12-01', '2026-12-08', 10), 100_000, 'the eighth begins another');
  assert.equal(cost('2026-12-01', '2026-12-01', 10), 50_000);
  assert.equal(cost(null, '2026-11-29', 10), 50_000);
  assert.equal(cost('2026-12-01', '2026-12-07', null), null);
  assert.equal(cost('2026-12-01', null, 10), null);
});

test('a name is the own one whatever its spaces, capitals and composition; not without its letters', () => {
  for (const typed of ['Zoë Łuk', ' zoë  łuk ', 'ZOË ŁUK', 'Zoe\u0308 Łuk']) requireOwnName(typed, 'Zoë Łuk');
  for (const typed of ['', ' ', 'Zoe Łuk', 'Zoë Luk', 'Zoë', 'Zoë Łuk Jr'])
    assert.throws(() => requireOwnName(typed, 'Zoë Łuk'), { code: 'name_differs' });
  assert.throws(() => requireOwnName('', ''), { code: 'name_differs' });
});
