import type { Executor } from '../../platform/database/database.ts';
import { type InvoiceKind, invoiceNumber, seriesOfKind } from './invoice.ts';
import * as store from './series-store.ts';
import type { InvoiceOwner } from './store.ts';

export type GivenNumber = { series: string; sequence: number; number: string };

/**
 * The next of its owner's series, taken in the transaction that issues: what is rolled back leaves no gap, and whoever
 * issues at the same moment waits.
 * @param slug of a tenant: the beginning of its numbers
 */
export async function giveNumber(
  trx: Executor,
  owner: InvoiceOwner,
  kind: InvoiceKind,
  slug: string | undefined,
): Promise<GivenNumber> {
  const series = seriesOfKind[kind];
  const taken = await store.takeNext(trx, owner, series);
  if (taken) return { series, sequence: taken.last, number: invoiceNumber(taken.code, series, taken.last) };
  await openSeries(trx, owner, series, slug);
  return giveNumber(trx, owner, kind, slug);
}

const codeMin = 6;

/** Numbers are the seller's to tell apart, so no two owners share a code. */
async function openSeries(trx: Executor, owner: InvoiceOwner, series: string, slug: string | undefined): Promise<void> {
  const text = (slug ?? owner.id.slice(owner.id.indexOf('_') + 1)).toUpperCase();
  const lengths = slug ? [text.length] : [];
  for (let length = codeMin; length <= text.length; length++) lengths.push(length);
  for (const length of lengths)
    if (await store.insertSeriesOnce(trx, { ownerId: owner.id, series, code: text.slice(0, length), last: 0 })) return;
  await store.insertSeriesOnce(trx, { ownerId: owner.id, series, code: owner.id.toUpperCase(), last: 0 });
}
