import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { NoticeKind, NoticeWords } from '../../platform/notices/notice-kinds.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readFreelancerRows } from '../freelancers/read-freelancers.ts';
import { readPool } from '../talent-pools/read-membership.ts';
import { isInstallations, type VettingDeps } from './deps.ts';
import { reviewersOf } from './desk.ts';
import type { VettingReason } from './schema.ts';
import type { VettingApplicationRow } from './table.ts';

type VettingNotice = Extract<NoticeKind, `vetting.${string}`>;
/** `pool` and `freelancer` are filled in here. */
type Words<Kind extends VettingNotice> = Omit<NoticeWords<Kind>, 'pool' | 'freelancer'>;

/** To the freelancer, at the address of whose pool it is. */
export async function tellApplicant<Kind extends VettingNotice>(
  trx: Executor,
  deps: VettingDeps,
  application: VettingApplicationRow,
  kind: Kind,
  words: Words<Kind>,
): Promise<void> {
  const { id, personId } = application;
  await tell(trx, deps, application, kind, words, [personId], portalPaths.ownVetting(id));
}

/** To who looks after the case; to the whole desk while nobody does, never to the applicant among them. */
export async function tellDesk<Kind extends VettingNotice>(
  trx: Executor,
  deps: VettingDeps,
  application: VettingApplicationRow,
  kind: Kind,
  words: Words<Kind>,
  { except = [], everybody = false }: { except?: readonly string[]; everybody?: boolean } = {},
): Promise<void> {
  const { assigneeId, tenantId, personId } = application;
  const isAssignee = assigneeId !== null && !everybody && !except.includes(assigneeId);
  const all = isAssignee ? [assigneeId] : await reviewersOf(trx, tenantScope(tenantId));
  const personIds = all.filter((id) => id !== personId && !except.includes(id));
  await tell(trx, deps, application, kind, words, personIds, casePath(application));
}

/** To certain people at the desk. */
export function tellReviewers<Kind extends VettingNotice>(
  trx: Executor,
  deps: VettingDeps,
  application: VettingApplicationRow,
  kind: Kind,
  words: Words<Kind>,
  personIds: readonly string[],
): Promise<void> {
  return tell(trx, deps, application, kind, words, personIds, casePath(application));
}

function casePath({ id, tenantId }: VettingApplicationRow): string {
  return isInstallations({ tenantId }) ? portalPaths.operatorVettingCase(id) : portalPaths.vettingCase(id);
}

async function tell<Kind extends VettingNotice>(
  trx: Executor,
  deps: VettingDeps,
  { id, tenantId, poolId, freelancerId }: VettingApplicationRow,
  kind: Kind,
  words: Words<Kind>,
  personIds: readonly string[],
  path: string,
): Promise<void> {
  const pool = (await readPool(trx, poolId))?.name ?? '–';
  const freelancer = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId)?.name ?? '–';
  await notify(trx, deps, {
    personIds,
    kind,
    subject: { kind: 'vettingApplication', id },
    words: { pool, freelancer, ...words } as unknown as NoticeWords<Kind>,
    path,
    tenantId: isInstallations({ tenantId }) ? null : tenantId,
  });
}

export const dayText = (instantMs: number) => isoInstant(instantMs).slice(0, 10);

/** What of the reasons a notice says. */
export const reasonText = (reasons: readonly VettingReason[]) => reasons.map(({ text }) => text).join(' ') || '–';
