import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { insertMilestones } from './store.ts';
import type { MilestoneRow } from './table.ts';

/** What was signed of a fixed price; hourly work has none. */
export type SignedPayment =
  | { kind: 'hourly' }
  | {
      kind: 'fixed';
      milestones: readonly {
        description: string;
        dueOn: string | null;
        amount: { amountMinor: number; currency: string };
      }[];
    };

/** The signed milestones as plans, in the transaction that opens the contract. */
export async function planMilestones(
  trx: Executor,
  deps: { clock: Clock; newId: NewId },
  contract: { id: string; tenantId: string; freelancerId: string },
  payment: SignedPayment,
): Promise<void> {
  if (payment.kind !== 'fixed') return;
  const rows = payment.milestones.map(({ description, dueOn, amount }, index) =>
    newMilestone(deps, contract, { position: index + 1, description, dueOn, ...amount }),
  );
  await insertMilestones(trx, rows);
}

type Planned = Pick<MilestoneRow, 'position' | 'description' | 'dueOn' | 'amountMinor' | 'currency'>;

/** A plan, unless `begun` says that it has come further. */
export function newMilestone(
  { clock, newId }: { clock: Clock; newId: NewId },
  contract: { id: string; tenantId: string; freelancerId: string },
  planned: Planned,
  begun: Partial<MilestoneRow> = {},
): MilestoneRow {
  const nowMs = clock.now();
  return {
    id: newId('ms'),
    tenantId: contract.tenantId,
    contractId: contract.id,
    freelancerId: contract.freelancerId,
    position: planned.position,
    description: planned.description,
    dueOn: planned.dueOn,
    currency: planned.currency,
    amountMinor: planned.amountMinor,
    extraMinor: 0,
    state: 'planned',
    revision: 1,
    remainderOf: null,
    paymentId: null,
    fundingRefusal: null,
    fundedAt: null,
    releasingMinor: null,
    extraPaymentId: null,
    releaseRefusal: null,
    submissions: 0,
    submittedAt: null,
    autoReleaseAt: null,
    warnAt: null,
    changeReason: null,
    refundMinor: null,
    refundReason: null,
    refundAskedAt: null,
    refundAnswer: null,
    refundAnswerBy: null,
    refundId: null,
    bankDisputeId: null,
    frozenFrom: null,
    earningId: null,
    releasedAt: null,
    settledAt: null,
    createdAt: nowMs,
    updatedAt: nowMs,
    ...begun,
  };
}
