import { type Doer, recordAudit } from '../../platform/audit/record-audit.ts';
import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict, Refusal } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PolicyDocument } from './approval-policy.ts';
import { policyHasGap, presentGaps } from './policy-refusals.ts';
import { findPolicyRow, insertVersion, listVersions, putPolicyRow } from './policy-store.ts';
import { proveCoverage } from './prove-coverage.ts';
import { readPolicyPeople } from './read-people.ts';
import type { ApprovalPolicyRow } from './table.ts';

export type PolicyDeps = { clock: Clock; newId: NewId };
/** Who changes it, and which revision they read. */
export type Change = { scope: TenantScope; doer: Doer; personId: string; revision: number };

/** Keeps a draft that leaves nobody without an approver. @throws 412 changed_meanwhile, 422 policy_has_gap */
export async function saveDraft(
  trx: Executor,
  deps: PolicyDeps,
  change: Change,
  document: PolicyDocument,
): Promise<void> {
  await requireCoverage(trx, deps, change.scope, document);
  await put(trx, deps, change, { draft: JSON.stringify(document) });
  await audit(trx, deps, change, 'approvalPolicy.drafted', { rules: document.rules.length });
}

/** @throws 412 */
export async function discardDraft(trx: Executor, deps: PolicyDeps, change: Change): Promise<void> {
  await put(trx, deps, change, { draft: null });
  await audit(trx, deps, change, 'approvalPolicy.draftDiscarded', {});
}

/** The draft becomes the next version, which is never changed. @throws 409 nothing_to_publish, 412, 422 policy_has_gap */
export async function publishPolicy(trx: Executor, deps: PolicyDeps, change: Change, note: string): Promise<number> {
  const { scope, personId } = change;
  const row = await findPolicyRow(trx, scope);
  if (!row || row.draft === null)
    throw conflict('nothing_to_publish', 'There is no draft of the rules; what is published stays. Save one first.');
  const document: PolicyDocument = JSON.parse(row.draft);
  await requireCoverage(trx, deps, scope, document);
  const version = ((await listVersions(trx, scope))[0]?.version ?? 0) + 1;
  await put(trx, deps, change, { draft: null, publishedVersion: version });
  await insertVersion(trx, {
    tenantId: scope.tenantId,
    version,
    document: row.draft,
    note,
    publishedBy: personId,
    publishedAt: deps.clock.now(),
  });
  await audit(trx, deps, change, 'approvalPolicy.published', { version, note });
  return version;
}

/** @throws 422 policy_has_gap */
async function requireCoverage(
  db: Executor,
  { clock }: PolicyDeps,
  scope: TenantScope,
  document: PolicyDocument,
): Promise<void> {
  const people = await readPolicyPeople(db, scope, clock.now());
  const gaps = presentGaps(proveCoverage(document, people), people);
  if (gaps.length > 0)
    throw policyHasGap(
      gaps,
      people,
      document.rules.map(({ id }) => id),
    );
}

async function put(
  trx: Executor,
  { clock }: PolicyDeps,
  { scope, personId, revision }: Change,
  change: Partial<Pick<ApprovalPolicyRow, 'draft' | 'publishedVersion'>>,
): Promise<void> {
  const before = await findPolicyRow(trx, scope);
  const row = {
    tenantId: scope.tenantId,
    draft: before?.draft ?? null,
    publishedVersion: before?.publishedVersion ?? null,
    changedBy: personId,
    changedAt: clock.now(),
    ...change,
  };
  if (!(await putPolicyRow(trx, row, revision))) throw changedMeanwhile();
}

function audit(
  trx: Executor,
  deps: PolicyDeps,
  { scope, doer }: Change,
  action: string,
  details: Record<string, unknown>,
): Promise<void> {
  return recordAudit(trx, deps, scope, doer, {
    action,
    object: { kind: 'approvalPolicy', id: scope.tenantId },
    details,
  });
}

const changedMeanwhile = () =>
  new Refusal(
    412,
    'changed_meanwhile',
    'Somebody changed the rules since you read them; yours were not saved. Read them again and repeat.',
  );
