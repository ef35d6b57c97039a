import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import { type ActingFreelancer, tenantOfFound } from '../../platform/auth/freelancer-scope.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, Refusal } from '../../platform/http/problem.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import { type AgreedContract, getOwnContract, requireLive } from '../contracts/read-contracts.ts';
import { touchContract } from '../contracts/touch-contract.ts';
import type { TimeDeps } from '../timesheets/deps.ts';
import { hourlyOf, notHourly } from '../timesheets/open-week.ts';
import { timesheetsPolicy } from '../timesheets/policy.ts';
import { readDiary } from './read-diary.ts';
import { putDiary } from './store.ts';
import type { WorkDiaryRow } from './table.ts';

type DiaryChange = { isActivityCodeRequired?: boolean | undefined; wantsScreenshots?: boolean | undefined };

/**
 * What the client asks for. Pictures begin when the freelancer agrees, and end when either side says so.
 * @throws 409 contract_not_hourly, contract_ended …, screenshots_not_allowed, 412
 */
export async function changeDiary(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  doer: Doer,
  contract: AgreedContract,
  diary: WorkDiaryRow,
  { isActivityCodeRequired, wantsScreenshots }: DiaryChange,
  clientName: string,
): Promise<WorkDiaryRow> {
  requireLive(contract);
  if (!hourlyOf(contract.terms)) throw notHourly();
  const isAsking = wantsScreenshots === true && (diary.screenshots === 'off' || diary.screenshots === 'declined');
  if (isAsking && !(await readPolicy(trx, scope, timesheetsPolicy)).screenshotsAllowed) throw notAllowed();
  const asked = {
    screenshots: 'asked',
    askedBy: actorId(doer.actor),
    askedAt: deps.clock.now(),
    answeredAt: null,
  } as const;
  const changed: WorkDiaryRow = {
    ...diary,
    ...(isActivityCodeRequired !== undefined && { isActivityCodeRequired: isActivityCodeRequired ? 1 : 0 }),
    ...(wantsScreenshots === false && { screenshots: 'off' as const }),
    ...(isAsking && asked),
  };
  await keep(trx, deps, scope, doer, contract, changed, { isActivityCodeRequired, wantsScreenshots });
  if (isAsking)
    await notify(trx, deps, {
      personIds: [contract.freelancerPersonId],
      kind: 'diary.screenshotsAsked',
      subject: { kind: 'contract', id: contract.id },
      words: { client: clientName, title: contract.title },
      path: portalPaths.ownContract(contract.id),
      tenantId: scope.tenantId,
    });
  return { ...changed, revision: diary.revision + 1 };
}

/** @throws 404, 409 screenshots_not_asked */
export async function answerScreenshots(
  trx: Executor,
  deps: TimeDeps,
  acting: ActingFreelancer,
  doer: Doer,
  contractId: string,
  accepts: boolean,
): Promise<AgreedContract> {
  const contract = await getOwnContract(trx, acting, contractId);
  const scope = tenantOfFound(acting.freelancer, contract);
  const diary = await readDiary(trx, contract);
  if (diary.screenshots === 'off') throw notAsked();
  const screenshots = accepts ? 'on' : 'declined';
  if (diary.screenshots === screenshots) return contract;
  await keep(trx, deps, scope, doer, contract, { ...diary, screenshots, answeredAt: deps.clock.now() }, { accepts });
  const freelancer = (await readFreelancerRows(trx, [contract.freelancerId])).get(contract.freelancerId);
  await notify(trx, deps, {
    personIds: [diary.askedBy ?? contract.clientPersonId],
    kind: 'diary.screenshotsAnswered',
    subject: { kind: 'contract', id: contract.id },
    words: { freelancer: freelancer?.name ?? '', title: contract.title, answer: accepts ? '✓' : '✗' },
    path: portalPaths.contract(contract.id),
    tenantId: scope.tenantId,
  });
  return contract;
}

async function keep(
  trx: Executor,
  deps: TimeDeps,
  scope: TenantScope,
  doer: Doer,
  { id }: AgreedContract,
  diary: WorkDiaryRow,
  details: Record<string, unknown>,
): Promise<void> {
  if (!(await putDiary(trx, scope, diary)))
    throw new Refusal(
      412,
      'changed_meanwhile',
      'This was changed since you read it; your change was not saved. Read it again and repeat.',
    );
  await recordMove(trx, deps, scope, doer, { subject: { kind: 'contract', id }, move: 'workDiaryChanged', details });
  await touchContract(trx, deps, scope, id);
}

const notAllowed = () =>
  conflict(
    'screenshots_not_allowed',
    'Your company does not take pictures of screens; nothing was changed. An account admin can allow it under policies.',
  );
const notAsked = () =>
  conflict(
    'screenshots_not_asked',
    'The client does not ask for pictures, so there is nothing to answer; none are taken.',
  );
