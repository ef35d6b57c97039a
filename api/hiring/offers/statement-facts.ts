import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readAssignedNumber } from '../../procurement/purchase-orders/assign-number.ts';
import type { StatementFacts } from '../../procurement/statements-of-work/statement.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { readContracts } from '../../work/contracts/read-contracts.ts';
import { readMilestones } from '../../work/milestones/read-milestones.ts';
import { findOffers } from './store.ts';
import { termsOf } from './terms-document.ts';

/** What a statement of work says of an offer as it stands now. */
export async function statementOfOffer(
  db: Executor,
  scope: TenantScope,
  id: string,
): Promise<StatementFacts | undefined> {
  const [offer] = await findOffers(db, scope, [id]);
  if (!offer) return undefined;
  const { payment, startsOn, endsOn, text, purchaseOrder } = termsOf(offer);
  const { freelancerId, invitedName, costCenter, team, termsHash, title } = offer;
  const named = freelancerId ? (await readFreelancerRows(db, [freelancerId])).get(freelancerId)?.name : invitedName;
  const number = purchaseOrder?.kind === 'number' ? purchaseOrder.number : null;
  const milestones = payment?.kind === 'fixed' ? payment.milestones : [];
  return {
    ...{ title, freelancer: named ?? '–', scope: text, payment, milestones, startsOn, endsOn },
    ...{ costCenter, team, termsHash },
    purchaseOrder: number ?? (await readAssignedNumber(db, scope, { kind: 'offer', id })),
  };
}

/** What it says of a contract: with the milestones that are planned by now. */
export async function statementOfContract(
  db: Executor,
  scope: TenantScope,
  id: string,
): Promise<StatementFacts | undefined> {
  const contract = (await readContracts(db, [id])).get(id);
  if (!contract || contract.tenantId !== scope.tenantId) return undefined;
  const { freelancerId, costCenter, team, termsHash, title, terms } = contract;
  const { payment, startsOn, endsOn, text, purchaseOrder } = terms;
  const freelancer = (await readFreelancerRows(db, [freelancerId])).get(freelancerId)?.name ?? '–';
  const number = purchaseOrder?.kind === 'number' ? purchaseOrder.number : null;
  const milestones = ((await readMilestones(db, [id])).get(id) ?? []).map(
    ({ description, dueOn, amountMinor, currency }) => ({ description, dueOn, amount: { amountMinor, currency } }),
  );
  return {
    ...{ title, freelancer, scope: text, payment, milestones, startsOn, endsOn, costCenter, team, termsHash },
    purchaseOrder: number ?? (await readAssignedNumber(db, scope, { kind: 'contract', id })),
  };
}
