import type { Executor } from '../../../platform/database/database.ts';
import type { TeamReach } from '../../../platform/tenants/teams.ts';
import type { TenantScope } from '../../../platform/tenants/tenant-scope.ts';
import { findSkillCategory } from '../../../talent/skills/taxonomy.ts';
import type { ChoiceFilter, ReportChoice } from './schema.ts';

const shownMax = 50;

/** Of the contracts that something was ever paid for; in a team, of that team's. */
export async function listChoices(
  db: Executor,
  scope: TenantScope,
  reach: TeamReach,
  { filter, q }: { filter: ChoiceFilter; q: string },
): Promise<{ items: ReportChoice[]; isMore: boolean }> {
  const found = await count(db, scope, reach, filter);
  const wanted = q.toLocaleLowerCase();
  const fitting = [...found.values()].filter(
    ({ value, label }) => label.toLocaleLowerCase().includes(wanted) || value.toLocaleLowerCase() === wanted,
  );
  fitting.sort((one, other) => other.contracts - one.contracts || one.label.localeCompare(other.label));
  return { items: fitting.slice(0, shownMax), isMore: fitting.length > shownMax };
}

/** Contracts change what they are booked on, so every payment says it anew. */
async function count(db: Executor, scope: TenantScope, reach: TeamReach, filter: ChoiceFilter) {
  const choices = new Map<string, ReportChoice>();
  const counted = new Set<string>();
  for (const row of await listPaid(db, scope, reach)) {
    for (const { value, label } of valuesOf(row, filter)) {
      const key = JSON.stringify([value, row.contractId]);
      if (counted.has(key)) continue;
      counted.add(key);
      const choice = choices.get(value) ?? { value, label, contracts: 0 };
      choices.set(value, { ...choice, contracts: choice.contracts + 1 });
    }
  }
  return choices;
}

type Paid = Awaited<ReturnType<typeof listPaid>>[number];

function valuesOf(row: Paid, filter: ChoiceFilter): { value: string; label: string }[] {
  switch (filter) {
    case 'team':
    case 'costCenter':
    case 'purchaseOrder':
      return [same(row[filter])];
    case 'country':
      return [same(row.country)];
    case 'category':
      return [
        {
          value: row.categoryId ?? '',
          label: row.categoryId ? (findSkillCategory(row.categoryId)?.name ?? row.categoryId) : '',
        },
      ];
    case 'freelancer':
      return [{ value: row.freelancerId, label: row.freelancerName ?? row.freelancerId }];
    case 'contract':
      return [{ value: row.contractId, label: row.title }];
    case 'customField':
      return Object.entries(JSON.parse(row.customFields ?? '{}') as Record<string, unknown>).map(([key, value]) =>
        same(`${key}:${value}`),
      );
  }
}

const same = (value: string | null) => ({ value: value ?? '', label: value ?? '' });

function listPaid(db: Executor, scope: TenantScope, reach: TeamReach) {
  return db
    .selectFrom('payments')
    .innerJoin('contracts', 'contracts.id', 'payments.contractId')
    .leftJoin('freelancers', 'freelancers.id', 'contracts.freelancerId')
    .leftJoin('jobPosts', 'jobPosts.id', 'contracts.jobPostId')
    .select([
      'contracts.id as contractId',
      'contracts.title',
      'contracts.freelancerId',
      'freelancers.name as freelancerName',
      'freelancers.country',
      'jobPosts.categoryId',
      'freelancers.categoryId as freelancerCategoryId',
      'jobPosts.customFields',
      'payments.team',
      'payments.costCenter',
      'payments.purchaseOrder',
    ])
    .distinct()
    .where('payments.tenantId', '=', scope.tenantId)
    .where('payments.settledAt', 'is not', null)
    .$if(reach !== 'all', (query) => query.where('payments.team', 'in', reach === 'all' ? [] : reach))
    .execute();
}
