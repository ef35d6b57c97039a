import type { Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { AgreedContract } from './read-contracts.ts';
import type { AgreedTerms } from './schema.ts';

export type ContractFacts = {
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  categoryId: string | null;
  rate: Money | null;
  country: string | null;
  freelancerId: string;
};

/** What approval rules look at besides the amount. @param terms as they would be, where that is what is asked about */
export async function approvalFactsOf(
  db: Executor,
  {
    team,
    costCenter,
    freelancerId,
    terms: agreed,
  }: Pick<AgreedContract, 'team' | 'costCenter' | 'freelancerId' | 'terms'>,
  { payment, purchaseOrder }: AgreedTerms = agreed,
): Promise<ContractFacts> {
  const freelancer = (await readFreelancerRows(db, [freelancerId])).get(freelancerId);
  return {
    team,
    costCenter,
    purchaseOrder: purchaseOrder?.kind === 'number' ? purchaseOrder.number : null,
    categoryId: freelancer?.categoryId ?? null,
    rate: payment.kind === 'hourly' ? payment.rate : null,
    country: freelancer?.country ?? null,
    freelancerId,
  };
}
