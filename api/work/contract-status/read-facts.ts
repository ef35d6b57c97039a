import { type ContractSum, readContractSums } from '../../money/ledger/read-contract-sums.ts';
import { readPayments } from '../../money/payments/read-payments.ts';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { type OpenOnboarding, readOpenOnboardings } from '../../procurement/onboarding/read-onboarding.ts';
import { type AmendmentRow, readOpenAmendments } from '../amendments/read-amendments.ts';
import { type ContractPauseRow, type ContractRow, readPauses } from '../contracts/read-contract-lists.ts';
import type { AgreedTerms } from '../contracts/schema.ts';
import { type MilestoneRow, readMilestones } from '../milestones/read-milestones.ts';
import { readFundingApprovals } from '../payment-requests/read-requests.ts';
import { readWeekFacts } from './read-weeks.ts';
import type { StepFacts } from './steps-of.ts';
import type { WeekFacts } from './week.ts';

/** All that a contract’s status is made of. */
export type ContractFacts = {
  contract: ContractRow;
  terms: AgreedTerms;
  pauses: readonly ContractPauseRow[];
  milestones: readonly MilestoneRow[];
  weeks: readonly WeekFacts[];
  amendment: AmendmentRow | undefined;
  unconfirmed: ReadonlySet<string>;
  awaitingApproval: ReadonlyMap<string, string>;
  sums: readonly ContractSum[];
  onboarding: OpenOnboarding | undefined;
};

/** Of contracts that the caller may see, in a constant number of queries, however many they are. */
export async function readFacts(
  db: Executor,
  { clock }: { clock: Clock },
  contracts: readonly ContractRow[],
): Promise<ContractFacts[]> {
  if (contracts.length === 0) return [];
  const ids = contracts.map(({ id }) => id);
  const [pauses, milestones, amendments, sums] = [
    Map.groupBy(await readPauses(db, ids), ({ contractId }) => contractId),
    await readMilestones(db, ids),
    await readOpenAmendments(db, ids),
    Map.groupBy(await readContractSums(db, ids), ({ contractId }) => contractId),
  ];
  const agreed = contracts.map((contract) => ({ contract, terms: JSON.parse(contract.terms) as AgreedTerms }));
  const weeks = await readWeekFacts(db, agreed, clock.now());
  const unconfirmed = await readUnconfirmed(db, contracts, milestones);
  const awaitingApproval = await readFundingApprovals(db, ids);
  const onboardings = await readOpenOnboardings(db, ids);
  return agreed.map(({ contract, terms }) => ({
    contract,
    terms,
    pauses: pauses.get(contract.id) ?? [],
    milestones: milestones.get(contract.id) ?? [],
    weeks: weeks.get(contract.id) ?? [],
    amendment: amendments.get(contract.id),
    unconfirmed,
    awaitingApproval,
    sums: sums.get(contract.id) ?? [],
    onboarding: onboardings.get(contract.id),
  }));
}

/** Milestones whose charge waits for the client; asked for only where one is being charged. */
async function readUnconfirmed(
  db: Executor,
  contracts: readonly ContractRow[],
  milestones: ReadonlyMap<string, readonly MilestoneRow[]>,
): Promise<ReadonlySet<string>> {
  const charging = contracts.filter(({ id }) => (milestones.get(id) ?? []).some(({ state }) => state === 'funding'));
  const byTenant = Map.groupBy(charging, ({ tenantId }) => tenantId);
  const found = new Set<string>();
  for (const [tenantId, some] of byTenant) {
    const contractIds = some.map(({ id }) => id);
    const states = ['actionNeeded'] as const;
    for (const { subjectId } of await readPayments(db, tenantScope(tenantId), { contractIds, states }))
      found.add(subjectId);
  }
  return found;
}

export function stepFactsOf(facts: ContractFacts): StepFacts {
  const { contract, terms, pauses, milestones, weeks, amendment, unconfirmed, awaitingApproval, onboarding } = facts;
  return {
    contract,
    kind: terms.payment.kind,
    pauses: pauses.map(({ kind }) => kind),
    milestones,
    weeks,
    amendment,
    unconfirmed,
    awaitingApproval,
    onboarding,
  };
}
