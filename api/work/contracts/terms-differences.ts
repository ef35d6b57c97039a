import { diffWordsWithSpace } from 'diff';
import type { AgreedTerms, TermsDifferences } from './schema.ts';

/** A draft of an offer may not say yet what is paid. */
type Terms = Omit<AgreedTerms, 'payment'> & { payment: PaymentTerms | null };
type PaymentTerms = AgreedTerms['payment'];

type Change = TermsDifferences['changes'][number];

/** What `after` has other than `before`: the fields people read, and the text in words. */
export function differencesOf(
  before: { version: number; terms: Terms },
  after: { version: number; terms: Terms },
): TermsDifferences {
  return {
    from: before.version,
    to: after.version,
    changes: [...plainChanges(before.terms, after.terms), ...paymentChanges(before.terms.payment, after.terms.payment)],
    text: textDifferences(before.terms.text, after.terms.text),
  };
}

const plainFields = ['title', 'startsOn', 'endsOn', 'purchaseOrder', 'nda', 'template'] as const;

function plainChanges(before: Terms, after: Terms): Change[] {
  return plainFields.flatMap((field) => changed(`/${field}`, field, before[field], after[field]));
}

function paymentChanges(before: PaymentTerms | null, after: PaymentTerms | null): Change[] {
  if (!before || !after || before.kind !== after.kind) return changed('/payment', 'payment', before, after);
  const fields = (payment: PaymentTerms): Record<string, unknown> =>
    payment.kind === 'fixed'
      ? { total: payment.total }
      : {
          rate: payment.rate,
          weeklyLimitHours: payment.weeklyLimitHours,
          manualTimeAllowed: payment.manualTimeAllowed,
        };
  const [one, other] = [fields(before), fields(after)];
  const plain = Object.keys(one).flatMap((name) => changed(`/payment/${name}`, name, one[name], other[name]));
  return before.kind === 'fixed' && after.kind === 'fixed'
    ? [...plain, ...milestoneChanges(before.milestones, after.milestones)]
    : plain;
}

type Milestones = (PaymentTerms & { kind: 'fixed' })['milestones'];

/** By their place, as they are numbered on the document. */
function milestoneChanges(before: Milestones, after: Milestones): Change[] {
  const places = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index);
  return places.flatMap((index) => {
    const [one, other] = [before[index], after[index]];
    const path = `/payment/milestones/${index}`;
    if (!one || !other) return changed(path, 'milestone', one ?? null, other ?? null);
    return (['description', 'dueOn', 'amount'] as const).flatMap((field) =>
      changed(`${path}/${field}`, `milestone.${field}`, one[field], other[field]),
    );
  });
}

function changed(path: string, label: string, before: unknown, after: unknown): Change[] {
  // Both come from canonical JSON, so equal values have equal texts.
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, label, before, after }];
}

const wordsMax = 20_000;

/** Word by word; of two long texts that share little, the whole of each, so that no request takes seconds. */
function textDifferences(before: string, after: string): TermsDifferences['text'] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }];
  const parts = diffWordsWithSpace(before, after, { maxEditLength: wordsMax, timeout: 80 });
  if (!parts)
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  return parts.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}
