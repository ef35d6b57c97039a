import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Money } from '../../money/money.ts';
import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { personOf } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, notFound, unprocessable } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { peopleWithRolesFor } from '../../platform/tenants/teams.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalSubject } from '../approvals/approval-subjects.ts';
import { cancelApproval, requestApprovalIfNeeded } from '../approvals/request-approval.ts';
import type { SpendingDeps } from '../purchase-orders/deps.ts';
import { keepers, type SpendingMember } from '../spending/grants.ts';
import { getRateCard } from './keep-rate-card.ts';
import { type RateExceptionMove, type RateExceptionState, rateExceptionMoves } from './rate-card.ts';
import { insertException, listExceptions, updateException } from './store.ts';
import type { RateExceptionRow } from './table.ts';

export type Asked = {
  cardId: string;
  freelancer: { id: string; name: string; country: string };
  role: string;
  rate: Money;
  validThrough: string;
  reason: string;
};

/**
 * Asks for a rate above a card. The approval rules decide who says yes; where none does, somebody else of finance.
 * @throws 404, 422 within_card, currency_mixed, last_day_passed
 */
export async function requestException(
  trx: Executor,
  deps: SpendingDeps,
  { scope, person }: SpendingMember,
  doer: Doer,
  { cardId, freelancer, role, rate, validThrough, reason }: Asked,
): Promise<RateExceptionRow> {
  const card = await getRateCard(trx, scope, cardId);
  const nowMs = deps.clock.now();
  if (card.currency !== rate.currency)
    throw refused('currency_mixed', '/rate/currency', `The card is in ${card.currency}.`);
  if (rate.amountMinor <= card.maxMinor)
    throw refused('within_card', '/rate/amountMinor', 'This rate is within the card; it needs no exception.');
  if (validThrough < isoInstant(nowMs).slice(0, 10))
    throw refused('last_day_passed', '/validThrough', 'Name a day that has not passed.');
  const row: RateExceptionRow = {
    id: deps.newId('re'),
    tenantId: scope.tenantId,
    state: 'requested',
    cardId,
    cardVersion: card.version,
    freelancerId: freelancer.id,
    role,
    currency: rate.currency,
    rateMinor: rate.amountMinor,
    validThrough,
    reason,
    requestedBy: person.personId,
    approvalId: null,
    decidedBy: null,
    decisionReason: null,
    decidedAt: null,
    revision: 1,
    createdAt: nowMs,
  };
  await insertException(trx, row);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'rateException', id: row.id },
    move: 'request',
    to: 'requested',
    reason,
    audience: 'team',
    details: { cardId, freelancerId: freelancer.id, rate },
  });
  const needed = await requestApprovalIfNeeded(trx, deps, scope, doer, {
    kind: 'rateException',
    id: row.id,
    hash: hashOf(row),
    title: `${role}: ${freelancer.name}`,
    amount: rate,
    requesterId: person.personId,
    path: portalPaths.rateCards(),
    team: null,
    costCenter: null,
    purchaseOrder: null,
    categoryId: card.categoryId,
    rate,
    country: freelancer.country,
    freelancerId: freelancer.id,
  });
  if (needed === 'notNeeded') {
    await askFinance(trx, deps, scope, row);
    return row;
  }
  await updateException(trx, scope, row.id, ['requested'], needed);
  return { ...row, ...needed };
}

/** Where no rule named anybody. @throws 404, 409 by state, own_request, decided_by_approval */
export async function decideException(
  trx: Executor,
  deps: SpendingDeps,
  { scope, person }: SpendingMember,
  doer: Doer,
  id: string,
  decision: 'approved' | 'rejected',
  reason: string | null,
): Promise<void> {
  const row = await getException(trx, scope, id);
  if (row.approvalId)
    throw conflict('decided_by_approval', 'An approval decides on this; nothing was changed. Decide there.');
  if (row.requestedBy === person.personId)
    throw conflict('own_request', 'You asked for this, so somebody else of finance decides. Nothing was changed.');
  await end(trx, deps, scope, doer, row, decision === 'approved' ? 'approve' : 'reject', reason, person.personId);
}

/** By who asked. @throws 404, 409 by state, not_your_request */
export async function withdrawException(
  trx: Executor,
  deps: SpendingDeps,
  { scope, person }: SpendingMember,
  doer: Doer,
  id: string,
): Promise<void> {
  const row = await getException(trx, scope, id);
  if (row.requestedBy !== person.personId)
    throw conflict('not_your_request', 'Somebody else asked for this; nothing was changed.');
  await end(trx, deps, scope, doer, row, 'withdraw', null, null);
  await cancelApproval(trx, deps, scope, doer, { kind: 'rateException', id }, 'Withdrawn');
}

/** How exceptions take part in approvals. */
export function rateExceptionApprovals(deps: SpendingDeps): ApprovalSubject {
  return {
    decided: async (trx, scope, doer, { subjectId, hash, decision, reason, approverId }) => {
      const row = await getException(trx, scope, subjectId);
      if (hashOf(row) !== hash) throw changedMeanwhile();
      await end(trx, deps, scope, doer, row, decision === 'approved' ? 'approve' : 'reject', reason, approverId);
    },
    describe: async (db, scope, ids) => {
      const rows = await listExceptions(db, scope, { ids });
      const described = rows.map(async (row) => {
        const card = await getRateCard(db, scope, row.cardId);
        const rate = { amountMinor: row.rateMinor, currency: row.currency };
        const facts = [
          { label: 'rate', value: rate },
          { label: 'rateCardMax', value: { amountMinor: card.maxMinor, currency: card.currency } },
          { label: 'rateCard', value: card.title },
          { label: 'role', value: row.role },
          { label: 'validThrough', value: row.validThrough },
          { label: 'reason', value: row.reason },
        ];
        return [row.id, { hash: hashOf(row), facts }] as const;
      });
      return new Map(await Promise.all(described));
    },
  };
}

/** @throws 404 */
export async function getException(db: Executor, scope: TenantScope, id: string): Promise<RateExceptionRow> {
  const [row] = await listExceptions(db, scope, { ids: [id] });
  if (!row) throw notFound();
  return row;
}

async function end(
  trx: Executor,
  deps: SpendingDeps,
  scope: TenantScope,
  doer: Doer,
  row: RateExceptionRow,
  name: RateExceptionMove,
  reason: string | null,
  decidedBy: string | null,
): Promise<void> {
  const { from, to } = requireMove<RateExceptionState, RateExceptionMove>(
    rateExceptionMoves,
    'rateException',
    name,
    row.state,
  );
  const change = { state: to, decidedBy, decisionReason: reason, decidedAt: deps.clock.now() };
  if (!(await updateException(trx, scope, row.id, from, change)))
    throw moveRefused('rateException', name, (await getException(trx, scope, row.id)).state);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'rateException', id: row.id },
    move: name,
    from: row.state,
    to,
    reason,
    audience: 'team',
  });
  if (actorId(doer.actor) === row.requestedBy) return;
  await notify(trx, deps, {
    personIds: [row.requestedBy],
    kind: 'rateException.decided',
    subject: { kind: 'rateException', id: row.id },
    words: { role: row.role, decision: to },
    path: portalPaths.rateCards(),
    tenantId: scope.tenantId,
  });
}

async function askFinance(trx: Executor, deps: SpendingDeps, scope: TenantScope, row: RateExceptionRow): Promise<void> {
  const finance = await peopleWithRolesFor(trx, scope, keepers, null);
  await notify(trx, deps, {
    personIds: finance.filter((personId) => personId !== row.requestedBy),
    kind: 'rateException.requested',
    subject: { kind: 'rateException', id: row.id },
    words: { requester: (await personOf(trx, row.requestedBy))?.name ?? '–', role: row.role },
    path: portalPaths.rateCards(),
    tenantId: scope.tenantId,
  });
}

/** Of everything that is decided on. */
function hashOf({
  cardId,
  cardVersion,
  freelancerId,
  role,
  currency,
  rateMinor,
  validThrough,
  reason,
}: RateExceptionRow) {
  const facts = { cardId, cardVersion, freelancerId, role, currency, rateMinor, validThrough, reason };
  return createHash('sha256').update(canonicalize(facts)!, 'utf8').digest('hex');
}

const changedMeanwhile = () =>
  conflict('changed_meanwhile', 'This was changed at the same moment; nothing was done. Look at it again.');

function refused(code: string, pointer: string, message: string) {
  return unprocessable(code, `${message} Nothing was asked for.`, [{ pointer, code, message }]);
}
