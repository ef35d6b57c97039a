import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { type TenantScope, tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { insertCommitment, lockCommitment, type Subject, updateCommitment } from './commitment-store.ts';
import type { SpendingDeps } from './deps.ts';
import { type Exposure, openOf } from './exposure.ts';
import { bookDeltas, type Delta, type Guarding, type Place, type Why } from './keep-sums.ts';
import { type CommitmentPart, nextChargeOf } from './purchase-order.ts';
import { findByNumber } from './store.ts';
import type { CommitmentRow } from './table.ts';

/** As terms name it. */
export type PurchaseOrderChoice = { kind: 'number'; number: string } | { kind: 'notYet' } | null;

/** What is bound, where, and for whom. */
export type Placing = {
  subject: Subject;
  /** By its offer's, a contract takes over what the offer bound. */
  title: string;
  purchaseOrder: PurchaseOrderChoice;
  costCenter: string | null;
  team: string | null;
  personId: string | null;
  exposure: Exposure;
};

/** Binds what terms may still cost, in place of what was bound for the same subject before. @throws as bookDeltas */
export async function putCommitment(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  placing: Placing,
  why: Why,
  guarding: Guarding,
): Promise<CommitmentRow> {
  const known = await takeOrMake(trx, deps, scope, placing);
  const { title, costCenter, team, personId, exposure } = placing;
  const purchaseOrder = numberOf(placing.purchaseOrder, known.assigned);
  const next = {
    title,
    costCenter,
    team,
    personId,
    purchaseOrder,
    isWaiting: placing.purchaseOrder?.kind === 'notYet' && purchaseOrder === null ? 1 : 0,
    currency: exposure.currency,
    exposure: JSON.stringify(exposure),
    part: partOf(known.subjectKind, exposure),
    isEnded: 0,
  } as const;
  return putOpen(trx, deps, scope, doer, known, next, why, guarding);
}

/** What the same commitment leaves open now, with what is changed of it. */
export async function putOpen(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  before: CommitmentRow,
  change: Partial<CommitmentRow>,
  why: Why,
  guarding: Guarding,
  spent?: { place: Place; amountMinor: number },
): Promise<CommitmentRow> {
  const nowMs = deps.clock.now();
  const after: CommitmentRow = { ...before, ...change, updatedAt: nowMs };
  after.spentMinor += spent?.amountMinor ?? 0;
  Object.assign(after, await openNow(trx, scope, after, nowMs));
  const deltas: Delta[] = [
    ...(before.part ? [{ place: before, part: before.part, amountMinor: -before.openMinor }] : []),
    ...(after.part ? [{ place: after, part: after.part, amountMinor: after.openMinor }] : []),
    ...(spent ? [{ place: spent.place, part: 'spent', amountMinor: spent.amountMinor } as const] : []),
  ];
  await bookDeltas(trx, deps, scope, doer, after, merged(deltas), why, guarding);
  const { id: _id, tenantId: _tenantId, revision: _revision, ...columns } = after;
  await updateCommitment(trx, scope, before.id, columns);
  return after;
}

/** What a commitment leaves open by its own exposure, counted anew as of when it was last counted. */
export async function openAsOf(db: Executor, row: CommitmentRow): Promise<number> {
  return (await openNow(db, tenantScope(row.tenantId), row, row.updatedAt)).openMinor;
}

/** `{ openMinor, recountAt }` as of now. */
async function openNow(
  db: Executor,
  scope: TenantScope,
  row: CommitmentRow,
  nowMs: number,
): Promise<Pick<CommitmentRow, 'openMinor' | 'recountAt'>> {
  if (row.isEnded || row.part === null) return { openMinor: 0, recountAt: null };
  const exposure: Exposure = JSON.parse(row.exposure);
  const horizonMs = await horizonOf(db, scope, row, exposure);
  const isFresh = row.spentMinor === 0;
  const openMinor = openOf(exposure, { fundedMinor: row.fundedMinor, isFresh, horizonMs, nowMs });
  const isDwindling = exposure.kind === 'hourly' && openMinor > 0;
  return { openMinor, recountAt: isDwindling ? nextChargeOf(Math.max(nowMs, exposure.startsAtMs)) : null };
}

/** A purchase order pays no week after its last day; without one, work without an end counts for some weeks. */
async function horizonOf(
  db: Executor,
  scope: TenantScope,
  { purchaseOrder }: CommitmentRow,
  exposure: Exposure,
): Promise<number> {
  if (exposure.kind === 'fixed') return Number.POSITIVE_INFINITY;
  const order = purchaseOrder === null ? undefined : await findByNumber(db, scope, purchaseOrder);
  return order?.endsAt ?? exposure.endsAtMs ?? exposure.assumedEndMs;
}

/** @param offerId of a contract: its offer's row becomes its own */
async function takeOrMake(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  { subject, title, exposure }: Placing,
): Promise<CommitmentRow> {
  const known = await lockCommitment(trx, scope, subject);
  if (known) return known;
  const nowMs = deps.clock.now();
  const row: CommitmentRow = {
    ...blankCommitment,
    id: deps.newId('cm'),
    tenantId: scope.tenantId,
    subjectKind: subject.kind,
    subjectId: subject.id,
    offerId: subject.kind === 'offer' ? subject.id : null,
    contractId: subject.kind === 'contract' ? subject.id : null,
    title,
    currency: exposure.currency,
    exposure: JSON.stringify(exposure),
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  await insertCommitment(trx, row);
  return row;
}

export function partOf(kind: CommitmentRow['subjectKind'], exposure: Exposure): CommitmentPart {
  if (kind === 'offer') return 'openOffers';
  return exposure.kind === 'fixed' ? 'fixedRest' : 'weeklyExposure';
}

function numberOf(choice: PurchaseOrderChoice, assigned: string | null): string | null {
  if (choice?.kind === 'number') return choice.number;
  return choice?.kind === 'notYet' ? assigned : null;
}

/** One entry for what stays in its place. */
function merged(deltas: readonly Delta[]): Delta[] {
  const keyOf = ({ place, part }: Delta) => JSON.stringify([part, place.purchaseOrder, place.costCenter, place.team]);
  return [...Map.groupBy(deltas, keyOf).values()].map((same) => ({
    ...same[0]!,
    amountMinor: same.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
  }));
}

export const blankCommitment = {
  offerId: null,
  contractId: null,
  purchaseOrder: null,
  assigned: null,
  isWaiting: 0,
  costCenter: null,
  team: null,
  personId: null,
  part: null,
  fundedMinor: 0,
  openMinor: 0,
  spentMinor: 0,
  isEnded: 0,
  recountAt: null,
  revision: 1,
} as const;
