import { peopleById } from '../../platform/auth/people.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { ApprovalFacts, ApprovalSubject } from '../../procurement/approvals/approval-subjects.ts';
import { recordOutcome } from '../../procurement/approvals/end-approval.ts';
import { type AgreedContract, readContracts } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import type { ChargingDeps } from '../milestones/deps.ts';
import { getMilestone, type MilestoneRow } from '../milestones/read-milestones.ts';
import { carryOutPayment, moveRequest } from './carry-out-payment.ts';
import { hashOf } from './request-hash.ts';
import { findRequests } from './store.ts';
import type { PaymentRequestRow } from './table.ts';

/** How fundings and bonuses take part in approvals: an approved one is paid, any other ends where it is. */
export function paymentApprovals(deps: ChargingDeps): ApprovalSubject {
  return {
    decided: async (trx, scope, doer, { subjectId, approvalId, decision, reason }) => {
      const [row] = await findRequests(trx, scope, [subjectId]);
      if (row?.approvalId !== approvalId) return;
      const told = { reason, details: { approvalId, decision } };
      await touchContract(trx, deps, scope, row.contractId);
      if (decision === 'approved') {
        await moveRequest(trx, deps, scope, doer, row, 'approve', {}, told);
        await recordOutcome(trx, scope, approvalId, { state: 'underWay' });
        return;
      }
      const move = decision === 'rejected' || decision === 'changesRequested' ? 'decline' : 'cancel';
      await moveRequest(trx, deps, scope, doer, row, move, { settledAt: deps.clock.now() }, told);
    },
    carryOut: (scope, subjectId) => carryOutPayment(deps, scope, subjectId),
    describe: async (db, scope, ids) => {
      const rows = await findRequests(db, scope, ids);
      const contracts = await readContracts(
        db,
        rows.map(({ contractId }) => contractId),
      );
      const people = await peopleById(
        db,
        [...contracts.values()].map(({ freelancerPersonId }) => freelancerPersonId),
      );
      const described = new Map<string, ApprovalFacts>();
      for (const row of rows) {
        const contract = contracts.get(row.contractId)!;
        const milestone = await milestoneOf(db, scope, row);
        const freelancer = people.get(contract.freelancerPersonId)?.name ?? '–';
        described.set(row.id, { hash: hashNow(row, milestone), facts: factsOf(row, contract, freelancer, milestone) });
      }
      return described;
    },
  };
}

/** A milestone that was deleted, funded otherwise or changed is another payment than the one that was asked for. */
function hashNow(row: PaymentRequestRow, milestone: MilestoneRow | undefined): string {
  if (row.milestoneId === null || row.state !== 'pendingApproval') return hashOf(row);
  if (milestone?.state !== 'planned') return '';
  return hashOf({ ...row, amountMinor: milestone.amountMinor, currency: milestone.currency });
}

async function milestoneOf(
  db: Executor,
  scope: TenantScope,
  { milestoneId }: PaymentRequestRow,
): Promise<MilestoneRow | undefined> {
  if (milestoneId === null) return undefined;
  return getMilestone(db, scope, milestoneId).catch(() => undefined);
}

function factsOf(
  row: PaymentRequestRow,
  { title, terms, team, costCenter }: AgreedContract,
  freelancer: string,
  milestone: MilestoneRow | undefined,
): ApprovalFacts['facts'] {
  const { purchaseOrder } = terms;
  const facts: [label: string, value: string | null][] = [
    ['contract', title],
    ['freelancer', freelancer],
    ['milestone', milestone?.description ?? null],
    ['note', row.note || null],
    ['paidFrom', JSON.parse(row.source).kind],
    ['team', team],
    ['costCenter', costCenter],
    ['purchaseOrder', purchaseOrder?.kind === 'number' ? purchaseOrder.number : null],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]));
}
