import { readBankDisputes } from '../../money/bank-disputes/read-disputes.ts';
import type { Proof } from '../../money/ledger/prove-ledger.ts';
import { readPayments } from '../../money/payments/read-payments.ts';
import { readRefunds } from '../../money/refunds/read-refunds.ts';
import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { openAsOf } from '../../procurement/purchase-orders/put-commitment.ts';
import { type Commitment, readAllCommitments } from '../../procurement/purchase-orders/read-spending.ts';
import { readContracts } from '../../work/contracts/read-contracts.ts';
import { fundedOf } from '../../work/milestones/book-commitment.ts';
import { findOffers } from './store.ts';
import { termsOf } from './terms-document.ts';

const rowsAtOnce = 500;

/** What is bound is what offers that wait, contracts with their milestones, and payments come to when told anew. */
export const proveCommitments: Proof = async (db) => {
  const breaks: string[] = [];
  let after = '';
  for (;;) {
    const rows = await readAllCommitments(db, after, rowsAtOnce);
    for (const row of rows) breaks.push(...(await breaksOf(db, row)));
    if (rows.length < rowsAtOnce) return breaks;
    after = rows.at(-1)!.id;
  }
};

async function breaksOf(db: Executor, row: Commitment): Promise<string[]> {
  if (row.subjectKind === 'offer') return breaksOfOffer(db, row);
  if (row.subjectKind === 'contract') return breaksOfContract(db, row);
  return [];
}

async function breaksOfOffer(db: Executor, row: Commitment): Promise<string[]> {
  const [offer] = await findOffers(db, tenantScope(row.tenantId), [row.subjectId]);
  if (!offer) return [`Commitment ${row.id}: there is no offer ${row.subjectId}.`];
  const isOpen = offer.state === 'sent';
  if (isOpen === (row.isEnded === 1))
    return [`Offer ${offer.id} is ${offer.state} and its commitment is ${row.isEnded ? 'released' : 'bound'}.`];
  return isOpen
    ? differs(`Offer ${offer.id}`, row.openMinor, await openAsOf(db, { ...row, ...priced(row, offer) }))
    : [];
}

async function breaksOfContract(db: Executor, row: Commitment): Promise<string[]> {
  const scope = tenantScope(row.tenantId);
  const contract = (await readContracts(db, [row.subjectId])).get(row.subjectId);
  if (!contract) return [`Commitment ${row.id}: there is no contract ${row.subjectId}.`];
  const isOver = ['ended', 'feedbackOpen', 'closed', 'cancelled'].includes(contract.state);
  if (isOver && row.openMinor !== 0)
    return [`Contract ${contract.id} is ${contract.state} and ${row.openMinor} stay bound.`];
  const payments = await readPayments(db, scope, { contractIds: [contract.id] });
  const spent = payments
    .filter(({ state }) => state !== 'voided')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const refunds = await readRefunds(
    db,
    payments.map(({ id }) => id),
  );
  const returned = refunds
    .filter(({ state }) => state === 'posted')
    .reduce((sum, { amountMinor, feeMinor, taxMinor }) => sum + amountMinor + feeMinor + taxMinor, 0);
  const lost = (await readBankDisputes(db, [contract.id]))
    .filter(({ state }) => state === 'lost')
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const breaks = differs(`Contract ${contract.id}, spent`, row.spentMinor, spent - returned - lost);
  // While a processor gives back, its milestone is out of escrow already, and what it cost still spent.
  if (refunds.some(({ state }) => state === 'pending')) return breaks;
  const { amountMinor: fundedMinor } = await fundedOf(db, contract);
  const open = await openAsOf(db, { ...row, fundedMinor });
  return [...breaks, ...differs(`Contract ${contract.id}, open`, row.openMinor, open)];
}

/** With the price that the terms name. */
function priced(row: Commitment, offer: { terms: string }): Pick<Commitment, 'exposure'> {
  const { payment } = termsOf(offer);
  const exposure = JSON.parse(row.exposure);
  if (payment?.kind !== 'fixed') return { exposure: row.exposure };
  return { exposure: JSON.stringify({ ...exposure, principalMinor: payment.total.amountMinor }) };
}

function differs(what: string, keptMinor: number, countedMinor: number): string[] {
  return keptMinor === countedMinor ? [] : [`${what}: ${keptMinor} is kept; counted anew it is ${countedMinor}.`];
}
