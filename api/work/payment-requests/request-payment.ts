import type { Money } from '../../money/money.ts';
import type { FundingSource } from '../../money/payments/payment.ts';
import type { Doer } from '../../platform/audit/record-audit.ts';
import { type Executor, isUniqueViolation } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { requireMove } from '../../platform/moves/require-move.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalDeps } from '../../procurement/approvals/approval-deps.ts';
import { mayNeedApproval, requestApprovalIfNeeded } from '../../procurement/approvals/request-approval.ts';
import { approvalFactsOf } from '../contracts/approval-facts.ts';
import { type AgreedContract, getContract, requireWorking } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import { amountOf } from '../milestones/amounts.ts';
import { milestoneMoves } from '../milestones/milestone.ts';
import { getMilestone } from '../milestones/read-milestones.ts';
import { readWaitingPayments } from './read-requests.ts';
import { hashOf } from './request-hash.ts';
import type { ApprovalAsked } from './schema.ts';
import { insertRequest } from './store.ts';
import type { PaymentRequestRow } from './table.ts';

/**
 * Asks for a yes where the tenant's rules want one before a milestone is funded. What could not be funded now is
 * refused now.
 * @throws 404, 409 as funding it, funding_awaits_approval
 */
export async function askToFund(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  { id, source, requesterId }: { id: string; source: FundingSource; requesterId: string },
): Promise<'notNeeded' | ApprovalAsked> {
  if (!(await mayNeedApproval(trx, scope, 'funding'))) return 'notNeeded';
  const milestone = await getMilestone(trx, scope, id);
  requireMove(milestoneMoves, 'milestone', 'fund', milestone.state);
  const contract = await getContract(trx, scope, milestone.contractId);
  requireWorking(contract);
  return ask(trx, deps, scope, doer, contract, {
    kind: 'funding',
    milestoneId: id,
    amount: amountOf(milestone),
    note: '',
    source,
    requesterId,
    title: `${contract.title}: ${milestone.description}`,
  });
}

/**
 * The same before a bonus. Another one may wait beside it, but not one that is the same in everything.
 * @param contract in which a bonus may be paid now, in its currency
 * @throws 409 bonus_awaits_approval
 */
export async function askToPayBonus(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  bonus: { amount: Money; note: string; source: FundingSource; requesterId: string },
): Promise<'notNeeded' | ApprovalAsked> {
  if (!(await mayNeedApproval(trx, scope, 'bonus'))) return 'notNeeded';
  return ask(trx, deps, scope, doer, contract, { ...bonus, kind: 'bonus', milestoneId: null, title: contract.title });
}

type Asked = Pick<PaymentRequestRow, 'kind' | 'milestoneId' | 'note' | 'requesterId'> & {
  amount: Money;
  source: FundingSource;
  title: string;
};

async function ask(
  trx: Executor,
  deps: ApprovalDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  { amount, source, title, ...asked }: Asked,
): Promise<'notNeeded' | ApprovalAsked> {
  const row: PaymentRequestRow = {
    id: deps.newId('pq'),
    tenantId: scope.tenantId,
    contractId: contract.id,
    ...asked,
    ...amount,
    source: JSON.stringify(source),
    approvalId: null,
    state: 'pendingApproval',
    failure: null,
    paymentId: null,
    bonusId: null,
    createdAt: deps.clock.now(),
    settledAt: null,
  };
  const hash = hashOf(row);
  const approval = await requestApprovalIfNeeded(trx, deps, scope, doer, {
    kind: row.kind,
    id: row.id,
    hash,
    title,
    amount,
    requesterId: row.requesterId,
    path: portalPaths.contract(contract.id),
    ...(await approvalFactsOf(trx, contract)),
  });
  if (approval === 'notNeeded') return 'notNeeded';
  const { approvalId } = approval;
  // Its row is held until this is through: of two that ask at once the second finds what the first asked for.
  await touchContract(trx, deps, scope, contract.id);
  if (row.kind === 'bonus') await requireNoTwin(trx, contract.id, hash);
  await insertOne(trx, { ...row, approvalId });
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'paymentRequest', id: row.id },
    move: 'request',
    to: 'pendingApproval',
    audience: 'team',
    details: { kind: row.kind, contractId: contract.id, milestoneId: row.milestoneId, amount, approvalId },
  });
  return { state: 'pendingApproval', approvalId, amount };
}

async function requireNoTwin(trx: Executor, contractId: string, hash: string): Promise<void> {
  const waiting = await readWaitingPayments(trx, [contractId]);
  if (waiting.some((one) => one.kind === 'bonus' && hashOf(one) === hash)) throw bonusAwaits();
}

async function insertOne(trx: Executor, row: PaymentRequestRow): Promise<void> {
  try {
    await insertRequest(trx, row);
  } catch (error) {
    throw isUniqueViolation(error) ? fundingAwaits() : error;
  }
}

const fundingAwaits = () =>
  conflict(
    'funding_awaits_approval',
    'Funding of this milestone waits for approval already; nothing was asked again and nothing was paid.',
  );

const bonusAwaits = () =>
  conflict(
    'bonus_awaits_approval',
    'The same bonus waits for approval already; nothing was asked again and nothing was paid. For another one, write another note.',
  );
