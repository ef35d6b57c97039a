import { money } from '../../money/money.ts';
import type { ActingFreelancer } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { readUsableCodes } from '../activity-codes/read-codes.ts';
import { brandOf } from '../contracts/contract-answers.ts';
import { termsOfWeek } from '../contracts/read-contracts.ts';
import { readOwnContracts } from '../contracts/read-own-contracts.ts';
import { weekStartOf } from '../time-entries/time-entry.ts';
import { endOf } from '../time-entries/week-rules.ts';
import { readDiaries } from '../work-diary/read-diary.ts';
import type { AnswerDeps } from './deps.ts';
import { hourlyOf } from './open-week.ts';
import type { TimedContract } from './schema.ts';

/** The freelancer's contracts by the hour that go on, and whether each takes time now. */
export async function readTimedContracts(
  db: Executor,
  deps: AnswerDeps,
  acting: ActingFreelancer,
): Promise<TimedContract[]> {
  const nowMs = deps.clock.now();
  const contracts = await readOwnContracts(db, acting, ['active', 'paused', 'ending']);
  const terms = await termsOfWeek(
    db,
    contracts.map(({ id }) => id),
    weekStartOf(nowMs),
  );
  const hourly = contracts.flatMap((contract) => {
    const agreed = hourlyOf(terms.get(contract.id) ?? contract.terms);
    return agreed ? [{ contract, agreed }] : [];
  });
  const codes = await readUsableCodes(
    db,
    hourly.map(({ contract }) => contract),
  );
  const diaries = await readDiaries(
    db,
    hourly.map(({ contract }) => contract),
  );
  return Promise.all(
    hourly.map(async ({ contract, agreed }) => {
      const { id, title, state } = contract;
      const endsMs = endOf(contract);
      const isOver = endsMs !== null && nowMs >= endsMs;
      const { isActivityCodeRequired, screenshots } = diaries.get(id)!;
      return {
        id,
        title,
        client: await brandOf(deps, contract),
        rate: money(agreed.rateMinor, agreed.currency),
        limitMinutes: agreed.limitMinutes,
        manualTimeAllowed: agreed.manualTimeAllowed,
        takesTime: state !== 'active' ? `contract_${state}` : isOver ? 'after_contract_end' : null,
        isActivityCodeRequired: isActivityCodeRequired === 1,
        activityCodes: codes.get(id) ?? [],
        screenshots,
      };
    }),
  );
}
