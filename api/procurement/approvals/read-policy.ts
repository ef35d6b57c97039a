import { hasRole, type Person } from '../../platform/auth/actor.ts';
import { peopleById } from '../../platform/auth/people.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { PolicyDocument } from './approval-policy.ts';
import { mayEverDecide } from './eligible.ts';
import { gapSentence, presentGaps } from './policy-refusals.ts';
import type { ApprovalCoverage, ApprovalPolicyBody } from './policy-schema.ts';
import { findPolicyRow, findVersion, listVersions } from './policy-store.ts';
import { proveCoverage } from './prove-coverage.ts';
import { readPolicyPeople } from './read-people.ts';
import type { ApprovalPolicyVersionRow } from './table.ts';

/** Who writes the rules. */
export const policyWriters = ['owner', 'accountAdmin'] as const;

export async function readApprovalPolicy(
  db: Executor,
  scope: TenantScope,
  person: Person,
  nowMs: EpochMs,
): Promise<ApprovalPolicyBody> {
  const [row, versions, people] = await Promise.all([
    findPolicyRow(db, scope),
    listVersions(db, scope),
    readPolicyPeople(db, scope, nowMs),
  ]);
  const published = versions.find(({ version }) => version === row?.publishedVersion);
  const named = await namesOf(db, [row?.changedBy, ...versions.map(({ publishedBy }) => publishedBy)]);
  return {
    revision: row?.revision ?? 0,
    published: published ? { version: published.version, document: documentOf(published) } : null,
    draft: row?.draft ? JSON.parse(row.draft) : null,
    versions: versions.map((one) => presentVersion(one, named)),
    mayChange: hasRole(person, ...policyWriters),
    changedBy: named(row?.changedBy),
    changedAt: row ? isoInstant(row.changedAt) : null,
    choices: {
      teams: [...people.teams],
      people: people.people.filter(mayEverDecide).map(({ id, name }) => ({ id, name })),
      currencies: ['USD', 'EUR', 'GBP'],
    },
  };
}

/** @throws 404 */
export async function readVersion(db: Executor, scope: TenantScope, version: number) {
  const row = await findVersion(db, scope, version);
  if (!row) throw notFound();
  const named = await namesOf(db, [row.publishedBy]);
  return { ...presentVersion(row, named), document: documentOf(row) };
}

export async function provePolicy(
  db: Executor,
  scope: TenantScope,
  document: PolicyDocument,
  nowMs: EpochMs,
): Promise<ApprovalCoverage> {
  const people = await readPolicyPeople(db, scope, nowMs);
  const coverage = proveCoverage(document, people);
  const gaps = presentGaps(coverage, people);
  return { gaps, sentence: gapSentence(gaps, people), checked: coverage.checked };
}

type Named = (id: string | null | undefined) => { id: string; name: string } | null;

async function namesOf(db: Executor, ids: readonly (string | null | undefined)[]): Promise<Named> {
  const people = await peopleById(db, [...new Set(ids.filter((id) => id != null))]);
  return (id) => (id == null ? null : { id, name: people.get(id)?.name ?? '–' });
}

function presentVersion(row: ApprovalPolicyVersionRow, named: Named) {
  return {
    version: row.version,
    publishedAt: isoInstant(row.publishedAt),
    publishedBy: named(row.publishedBy),
    note: row.note,
    rules: documentOf(row).rules.length,
  };
}

function documentOf({ document }: ApprovalPolicyVersionRow): ApprovalPolicyBody['draft'] & {} {
  return JSON.parse(document);
}
