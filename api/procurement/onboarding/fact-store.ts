import { sql } from 'kysely';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { OnboardingFactRow } from './table.ts';

type Filter = {
  asOfMs: EpochMs;
  contractIds: readonly string[] | undefined;
  freelancerIds: readonly string[] | undefined;
  after: Pick<OnboardingFactRow, 'contractId' | 'taskId'> | undefined;
  limit: number;
};

/** Of each task the newest up to an instant. */
export function listFacts(
  db: Executor,
  scope: TenantScope,
  { asOfMs, contractIds, freelancerIds, after, limit }: Filter,
): Promise<OnboardingFactRow[]> {
  return db
    .selectFrom('onboardingFacts')
    .selectAll()
    .where('tenantId', '=', scope.tenantId)
    .where('at', '<=', asOfMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('onboardingFacts as newer')
            .select(sql.lit(1).as('one'))
            .whereRef('newer.taskId', '=', 'onboardingFacts.taskId')
            .whereRef('newer.revision', '>', 'onboardingFacts.revision')
            .where('newer.at', '<=', asOfMs),
        ),
      ),
    )
    .$if(contractIds !== undefined, (query) => query.where('contractId', 'in', contractIds!))
    .$if(freelancerIds !== undefined, (query) => query.where('freelancerId', 'in', freelancerIds!))
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('contractId', '>', after!.contractId),
          eb.and([eb('contractId', '=', after!.contractId), eb('taskId', '>', after!.taskId)]),
        ]),
      ),
    )
    .orderBy('contractId')
    .orderBy('taskId')
    .limit(limit)
    .execute();
}
