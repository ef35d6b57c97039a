import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { openTaskStates } from './onboarding-task.ts';
import type { OnboardingTaskRow } from './table.ts';

/* Of every tenant: the clock has none. Each row is then worked on in its own tenant's scope. */

export function listToRemind(db: Executor, nowMs: EpochMs, limit: number): Promise<OnboardingTaskRow[]> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('remindAt', '<=', nowMs)
    .where('state', 'in', openTaskStates)
    .orderBy('remindAt')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** @returns false when somebody was faster */
export async function clearReminder(trx: Executor, { id, tenantId, remindAt }: OnboardingTaskRow): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('onboardingTasks')
    .set({ remindAt: null })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .where('remindAt', '=', remindAt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Accepted ones of contracts that are not over, whose validity ends by then and that nothing continues yet. */
export function listToRenew(
  db: Executor,
  byMs: EpochMs,
  after: (Pick<OnboardingTaskRow, 'id'> & { validUntil: number | null }) | undefined,
  limit: number,
): Promise<OnboardingTaskRow[]> {
  return ofLiving(db)
    .where('onboardingTasks.validUntil', '<=', byMs)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('onboardingTasks as renewal')
            .select('renewal.id')
            .whereRef('renewal.renewalOf', '=', 'onboardingTasks.id'),
        ),
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('onboardingTasks.validUntil', '>', after!.validUntil),
          eb.and([eb('onboardingTasks.validUntil', '=', after!.validUntil), eb('onboardingTasks.id', '>', after!.id)]),
        ]),
      ),
    )
    .orderBy('onboardingTasks.validUntil')
    .orderBy('onboardingTasks.id')
    .limit(limit)
    .execute();
}

export function listToExpire(db: Executor, nowMs: EpochMs, limit: number): Promise<OnboardingTaskRow[]> {
  return ofLiving(db)
    .where('onboardingTasks.validUntil', '<=', nowMs)
    .orderBy('onboardingTasks.validUntil')
    .orderBy('onboardingTasks.id')
    .limit(limit)
    .execute();
}

function ofLiving(db: Executor) {
  return db
    .selectFrom('onboardingTasks')
    .innerJoin('onboardings', 'onboardings.contractId', 'onboardingTasks.contractId')
    .selectAll('onboardingTasks')
    .where('onboardingTasks.state', '=', 'accepted')
    .where('onboardings.state', '!=', 'closed');
}

/** Background checks that a provider does for the client. */
export function listChecks(db: Executor, afterId: string, limit: number): Promise<OnboardingTaskRow[]> {
  return db
    .selectFrom('onboardingTasks')
    .selectAll()
    .where('owner', '=', 'client')
    .where('kind', '=', 'backgroundCheck')
    .where('state', '=', 'open')
    .where('id', '>', afterId)
    .orderBy('id')
    .limit(limit)
    .execute();
}

export async function setCheckReference(
  trx: Executor,
  { id, tenantId }: OnboardingTaskRow,
  checkReference: string,
): Promise<void> {
  await trx
    .updateTable('onboardingTasks')
    .set({ checkReference })
    .where('tenantId', '=', tenantId)
    .where('id', '=', id)
    .execute();
}
