import { feePolicy } from '../../money/fees/policy.ts';
import { money } from '../../money/money.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { Refusal } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { SpendingMember } from '../spending/grants.ts';
import { findCommitment } from './commitment-store.ts';
import { exposureOf, openOf, type PricedTerms } from './exposure.ts';
import { weeksLeft } from './purchase-order.ts';
import { isFor, requireRoom, type User } from './require-usable.ts';
import type { CommitmentQuote, PurchaseOrderChoice } from './schema.ts';
import { findByNumber, keepsAny, listPurchaseOrders } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';

type Wanted = { team?: string | undefined; costCenter?: string | undefined; currency?: string | undefined };

/** Open and valid now; what cannot be chosen here comes last and says why. */
export async function readChoices(
  db: Executor,
  { scope, person }: SpendingMember,
  wanted: Wanted,
  nowMs: EpochMs,
): Promise<{ items: PurchaseOrderChoice[]; keepsAny: boolean }> {
  const rows = await listPurchaseOrders(db, scope, ['open', 'exhausted']);
  const items = rows
    .filter(({ startsAt, endsAt }) => startsAt <= nowMs && endsAt > nowMs)
    .map((row) => ({
      id: row.id,
      number: row.number,
      title: row.title,
      left: money(row.amountMinor - row.committedMinor - row.spentMinor, row.currency),
      validThrough: row.validThrough,
      costCenters: JSON.parse(row.costCenters) as string[],
      whyNot: whyNot(row, person.personId, wanted),
    }));
  const sorted = items.toSorted((one, other) => Number(one.whyNot !== null) - Number(other.whyNot !== null));
  return { items: sorted, keepsAny: await keepsAny(db, scope) };
}

function whyNot(row: PurchaseOrderRow, personId: string, wanted: Wanted): PurchaseOrderChoice['whyNot'] {
  if (!isFor(row, { personId, team: wanted.team ?? null })) return 'not_yours';
  const costCenters: string[] = JSON.parse(row.costCenters);
  if (costCenters.length > 0 && wanted.costCenter && !costCenters.includes(wanted.costCenter))
    return 'other_cost_center';
  if (wanted.currency && wanted.currency !== row.currency) return 'other_currency';
  return row.overrun === 'refused' && row.amountMinor <= row.committedMinor + row.spentMinor ? 'exhausted' : null;
}

export type Quoted = Omit<User, 'personId'> & { number: string; offerId: string | null } & PricedTerms;

/** What terms would commit, by the same arithmetic that binds them, and what would keep them off. */
export async function quoteCommitment(
  db: Executor,
  { scope, person }: SpendingMember,
  { number, offerId, team, costCenter, ...terms }: Quoted,
  nowMs: EpochMs,
): Promise<CommitmentQuote> {
  const { client } = await readPolicy(db, scope, feePolicy);
  const exposure = await exposureOf(db, scope, terms, client, nowMs);
  const row = await findByNumber(db, scope, number);
  const horizonMs = row?.endsAt ?? nowMs;
  const commits = openOf(exposure, { fundedMinor: 0, isFresh: true, horizonMs, nowMs });
  const bound = offerId === null ? undefined : await findCommitment(db, scope, { kind: 'offer', id: offerId });
  const before = bound && bound.purchaseOrder === number ? bound.openMinor : 0;
  const left = row ? row.amountMinor - row.committedMinor - row.spentMinor + before - commits : 0;
  const user = { personId: person.personId, team, costCenter };
  const purchaseOrder = { kind: 'number', number } as const;
  const refusal = await refusalOf(() => requireRoom(db, scope, { offerId, purchaseOrder, exposure, ...user }, nowMs));
  const isHourly = exposure.kind === 'hourly';
  const endsAtMs = isHourly ? Math.min(exposure.endsAtMs ?? horizonMs, horizonMs) : 0;
  return {
    number,
    commits: money(commits, exposure.currency),
    left: money(left, row?.currency ?? exposure.currency),
    weeks: isHourly ? weeksLeft({ startsAtMs: exposure.startsAtMs, endsAtMs }, nowMs) : null,
    refusal,
  };
}

async function refusalOf(check: () => Promise<void>): Promise<CommitmentQuote['refusal']> {
  try {
    await check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, detail: error.message };
    throw error;
  }
}
