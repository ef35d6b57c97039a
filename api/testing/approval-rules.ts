import type { Database } from '../platform/database/database.ts';
import {
  type ApprovalSubjectKind,
  anything,
  type PolicyDocument,
  type PolicyStep,
} from '../procurement/approvals/approval-policy.ts';

/** From these amounts on, in US cents, one of those who approve says yes. */
export function simpleRules(from: { jobPostsFromMinor?: number; offersFromMinor?: number }): PolicyDocument {
  const rule = (kinds: readonly ApprovalSubjectKind[], fromMinor: number | undefined) =>
    fromMinor === undefined
      ? []
      : [
          {
            id: kinds[0]!,
            name: '',
            conditions: { ...anything, kinds, amount: { currency: 'USD', fromMinor, toMinor: null } },
            steps: [oneApprover],
          },
        ];
  return {
    rules: [...rule(['jobPost'], from.jobPostsFromMinor), ...rule(['offer', 'amendment'], from.offersFromMinor)],
    otherwise: { steps: [] },
  };
}

export const oneApprover: PolicyStep = {
  approvers: (['approver', 'financeAdmin', 'owner'] as const).map((role) => ({ kind: 'role', role, where: 'tenant' })),
  needs: 'any',
  escalation: null,
};

/** Publishes rules as they are, without a proof, in place of those before. */
export async function publishRules(
  { database }: { database: Pick<Database, 'db'> },
  tenantId: string,
  document: PolicyDocument,
): Promise<void> {
  const { db } = database;
  for (const table of ['approvalPolicies', 'approvalPolicyVersions'] as const)
    await db.deleteFrom(table).where('tenantId', '=', tenantId).execute();
  await db
    .insertInto('approvalPolicyVersions')
    .values({ tenantId, version: 1, document: JSON.stringify(document), note: '', publishedBy: null, publishedAt: 0 })
    .execute();
  await db
    .insertInto('approvalPolicies')
    .values({ tenantId, revision: 1, draft: null, publishedVersion: 1, changedBy: null, changedAt: 0 })
    .execute();
}
