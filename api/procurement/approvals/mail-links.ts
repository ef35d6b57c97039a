import type { Clock } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { signLink } from './approval-link.ts';
import { approvalsPolicy } from './policy.ts';
import { findApproval, waitingStates } from './store.ts';

const hourMs = 3_600_000;

/**
 * Where the second button of a request’s mail leads: the approval with the yes preselected. Made when the mail is
 * written, so that it is of the step and the terms of that moment; nothing once it is decided.
 */
export async function approvalMailPath(
  db: Executor,
  { secret, clock }: { secret: string; clock: Clock },
  told: { kind: string; subjectId: string; tenantId: string | null; personId: string },
): Promise<string | undefined> {
  if (told.kind !== 'approval.requested' || told.tenantId === null) return undefined;
  const scope = tenantScope(told.tenantId);
  const approval = await findApproval(db, scope, told.subjectId);
  if (!approval || !waitingStates.some((state) => state === approval.state)) return undefined;
  const { linkHours } = await readPolicy(db, scope, approvalsPolicy);
  const link = signLink(secret, {
    approvalId: approval.id,
    step: approval.step,
    hash: approval.subjectHash,
    personId: told.personId,
    untilMs: clock.now() + linkHours * hourMs,
  });
  return `${portalPaths.approval(approval.id)}?decide=approve&link=${encodeURIComponent(link)}`;
}
