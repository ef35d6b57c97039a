import { formatMoney, money } from '../../money/money.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { conflict, type FieldProblem, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused } from '../../platform/moves/require-move.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { readTeams } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { requireCostCenters } from '../cost-centers/require-cost-centers.ts';
import type { SpendingMember } from '../spending/grants.ts';
import { peopleOf } from '../spending/people-of.ts';
import type { SpendingDeps } from './deps.ts';
import { changedMeanwhile } from './get-purchase-order.ts';
import { procurementPolicy } from './policy.ts';
import { endOfDay, startOfDay } from './purchase-order.ts';
import { recountHorizons } from './recount.ts';
import type { NewPurchaseOrder, PurchaseOrderChange } from './schema.ts';
import { findPurchaseOrder, insertPurchaseOrder, insertRevision, updatePurchaseOrder } from './store.ts';
import type { PurchaseOrderRow } from './table.ts';
import { noticeUse } from './watch-use.ts';

/** @throws 409 purchase_order_number_taken, 422 dates_reversed, cost_center_unknown, team_unknown, person_unknown */
export async function createPurchaseOrder(
  trx: Executor,
  deps: SpendingDeps,
  { scope, person }: SpendingMember,
  doer: Doer,
  { amount, ...given }: Omit<NewPurchaseOrder, 'open'>,
): Promise<PurchaseOrderRow> {
  await requireFits(trx, scope, given);
  const nowMs = deps.clock.now();
  const row: PurchaseOrderRow = {
    id: deps.newId('po'),
    tenantId: scope.tenantId,
    number: given.number,
    title: given.title ?? '',
    supplierName: given.supplierName ?? '',
    supplierReference: given.supplierReference ?? '',
    ...amount,
    validFrom: given.validFrom,
    validThrough: given.validThrough,
    startsAt: startOfDay(given.validFrom),
    endsAt: endOfDay(given.validThrough),
    state: 'draft',
    overrun: given.overrun ?? 'refused',
    thresholds: JSON.stringify(await thresholdsOf(trx, scope, given.thresholds)),
    costCenters: JSON.stringify(given.costCenters ?? []),
    teams: JSON.stringify(given.teams ?? []),
    personIds: JSON.stringify(given.personIds ?? []),
    committedMinor: 0,
    spentMinor: 0,
    toldPercent: 0,
    warnedFor: null,
    openedAt: null,
    revision: 1,
    createdBy: person.personId,
    createdAt: nowMs,
    updatedAt: nowMs,
  };
  try {
    await insertPurchaseOrder(trx, row);
  } catch (error) {
    throw isUniqueViolation(error) ? numberTaken(row.number) : error;
  }
  await keepRevision(trx, row, person.personId, null, nowMs);
  const subject = { kind: 'purchaseOrder', id: row.id };
  await recordMove(trx, deps, scope, doer, {
    subject,
    move: 'create',
    to: 'draft',
    audience: 'team',
    details: { number: row.number, amount },
  });
  return row;
}

/**
 * @throws 404, 409 purchase_order_closed, changed_meanwhile, amount_below_commitments, 422 reason_missing,
 * currency_fixed, dates_reversed, cost_center_unknown, team_unknown, person_unknown
 */
export async function changePurchaseOrder(
  trx: Executor,
  deps: SpendingDeps,
  { scope, person }: SpendingMember,
  doer: Doer,
  before: PurchaseOrderRow,
  { reason = null!, amount, costCenters, teams, personIds, thresholds, ...plain }: PurchaseOrderChange,
): Promise<PurchaseOrderRow> {
  if (before.state === 'closed') throw moveRefused('purchaseOrder', 'change', 'closed');
  if (before.state !== 'draft' && !reason)
    throw unprocessable('reason_missing', 'Say why it is changed; the reason is kept. Nothing was changed.', [
      { pointer: '/reason', code: 'reason_missing', message: 'Say why it is changed.' },
    ]);
  if (amount && amount.currency !== before.currency && before.state !== 'draft')
    throw unprocessable('currency_fixed', `It is in ${before.currency} for good; nothing was changed.`);
  const { validFrom, validThrough } = { ...before, ...definedOf(plain) };
  await requireFits(trx, scope, { validFrom, validThrough, costCenters, teams, personIds });
  const change = {
    ...definedOf(plain),
    ...amount,
    ...(costCenters && { costCenters: JSON.stringify(costCenters) }),
    ...(teams && { teams: JSON.stringify(teams) }),
    ...(personIds && { personIds: JSON.stringify(personIds) }),
    ...(thresholds && { thresholds: JSON.stringify(await thresholdsOf(trx, scope, thresholds)) }),
    startsAt: startOfDay(validFrom),
    endsAt: endOfDay(validThrough),
    revision: before.revision + 1,
    updatedAt: deps.clock.now(),
  };
  const { state, revision } = before;
  if (!(await updatePurchaseOrder(trx, scope, before.id, { from: [state], revision }, change)))
    throw changedMeanwhile();
  if (change.endsAt !== before.endsAt) await recountHorizons(trx, deps, scope, doer, before.number);
  const after = (await findPurchaseOrder(trx, scope, before.id))!;
  requireCovered(before, after);
  await keepRevision(trx, after, person.personId, reason ?? null, change.updatedAt);
  await recordAudit(trx, deps, scope, doer, {
    action: 'purchaseOrder.changed',
    object: { kind: 'purchaseOrder', id: before.id },
    details: { reason: reason ?? null, before: factsOf(before), after: factsOf(after) },
  });
  await noticeUse(trx, deps, scope, doer, after);
  return (await findPurchaseOrder(trx, scope, before.id))!;
}

/** What is bound and spent already stays covered: less would break a promise somebody signed. */
function requireCovered(before: PurchaseOrderRow, after: PurchaseOrderRow): void {
  const used = after.committedMinor + after.spentMinor;
  const isWorse = after.amountMinor < before.amountMinor || used > before.committedMinor + before.spentMinor;
  if (after.state === 'draft' || used <= after.amountMinor || !isWorse) return;
  const words = formatMoney(money(used, after.currency), 'en');
  throw conflict(
    'amount_below_commitments',
    `${words} are charged and committed on ${after.number} by then; nothing was changed. Name at least that, or end offers and contracts first.`,
  );
}

async function requireFits(
  db: Executor,
  scope: TenantScope,
  given: Pick<PurchaseOrderChange, 'costCenters' | 'teams' | 'personIds'> & { validFrom: string; validThrough: string },
): Promise<void> {
  const errors: FieldProblem[] = [];
  if (given.validThrough < given.validFrom)
    errors.push({ pointer: '/validThrough', code: 'dates_reversed', message: 'The last day is before the first.' });
  const teams = new Set((await readTeams(db, scope)).map(({ name }) => name));
  for (const team of given.teams ?? [])
    if (!teams.has(team))
      errors.push({ pointer: '/teams', code: 'team_unknown', message: `There is no team ${team}.` });
  const people = given.personIds?.length ? await peopleOf(db, scope) : new Set();
  for (const id of given.personIds ?? [])
    if (!people.has(id))
      errors.push({ pointer: '/personIds', code: 'person_unknown', message: `Nobody has id ${id}.` });
  const [first] = errors;
  if (first) throw unprocessable(first.code, `${first.message} Nothing was changed.`, errors);
  await requireCostCenters(db, scope, given.costCenters ?? [], '/costCenters');
}

async function thresholdsOf(db: Executor, scope: TenantScope, given: readonly number[] | undefined): Promise<number[]> {
  const { warnAtPercent, fullAtPercent } = await readPolicy(db, scope, procurementPolicy);
  const named = given?.length ? given : [warnAtPercent, fullAtPercent];
  return [...new Set(named)].toSorted((one, other) => one - other);
}

export async function keepRevision(
  trx: Executor,
  row: PurchaseOrderRow,
  personId: string,
  reason: string | null,
  at: number,
): Promise<void> {
  const { id, tenantId, revision, number, currency, amountMinor, validFrom, validThrough } = row;
  const { title, supplierName, supplierReference, overrun, thresholds, costCenters, teams, personIds } = row;
  await insertRevision(trx, {
    purchaseOrderId: id,
    version: revision,
    tenantId,
    number,
    currency,
    amountMinor,
    validFrom,
    validThrough,
    settings: JSON.stringify({
      ...{ title, supplierName, supplierReference, overrun },
      ...Object.fromEntries(
        Object.entries({ thresholds, costCenters, teams, personIds }).map(([name, text]) => [name, JSON.parse(text)]),
      ),
    }),
    reason,
    personId,
    at,
  });
}

const factsOf = ({ amountMinor, currency, validFrom, validThrough, overrun }: PurchaseOrderRow) => ({
  amount: { amountMinor, currency },
  validFrom,
  validThrough,
  overrun,
});

const numberTaken = (number: string) =>
  conflict('purchase_order_number_taken', `There is a purchase order ${number} already; nothing was put in.`);

function definedOf<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
