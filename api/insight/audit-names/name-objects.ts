import type { Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';

type AuditObject = { kind: string; id: string };
/** What an object is called now, by its id; one that was deleted, or never had a name, is missing. */
export type ObjectNames = ReadonlyMap<string, string>;

/** Kinds whose own row holds what people call them. */
const named = {
  approval: ['approvals', 'title'],
  classificationQuestionnaire: ['classificationQuestionnaires', 'name'],
  contract: ['contracts', 'title'],
  costCenter: ['costCenters', 'name'],
  invoice: ['invoices', 'number'],
  jobPost: ['jobPosts', 'title'],
  jobTemplate: ['jobTemplates', 'name'],
  key: ['apiKeys', 'name'],
  memberInvitation: ['memberInvitations', 'email'],
  offer: ['offers', 'title'],
  onboardingTask: ['onboardingTasks', 'title'],
  onboardingTemplate: ['onboardingTemplates', 'name'],
  purchaseOrder: ['purchaseOrders', 'number'],
  rateCard: ['rateCards', 'title'],
  reportSchedule: ['reportSchedules', 'name'],
  reportView: ['reportViews', 'name'],
  talentPool: ['talentPools', 'name'],
  team: ['teams', 'name'],
  termsTemplate: ['termsTemplates', 'name'],
  vettingProgram: ['vettingPrograms', 'name'],
} as const;

/** Kinds that people know by the contract they belong to. */
const ofContract = {
  amendment: 'amendments',
  bankDispute: 'bankDisputes',
  bonus: 'bonuses',
  earning: 'earnings',
  milestone: 'milestones',
  payment: 'payments',
  paymentRequest: 'paymentRequests',
  refund: 'refunds',
  refundRequest: 'refundRequests',
  retainer: 'retainers',
  retainerPeriod: 'retainerPeriods',
  timesheet: 'timesheets',
} as const;

/** Kinds that people know by whom they are about. */
const ofFreelancer = {
  invitation: 'invitations',
  poolShare: 'talentPoolShares',
  proposal: 'proposals',
  rateException: 'rateExceptions',
  vettingApplication: 'vettingApplications',
} as const;

/** Names of a page's objects: one query for each of their kinds. */
export async function nameObjects(
  db: Executor,
  scope: TenantScope,
  objects: readonly AuditObject[],
): Promise<ObjectNames> {
  const names = new Map<string, string>();
  for (const [kind, some] of Map.groupBy(objects, (object) => object.kind)) {
    const ids = [...new Set(some.map(({ id }) => id))];
    for (const { id, name } of await namesOf(db, scope, kind, ids)) if (name) names.set(id, name);
  }
  return names;
}

type Named = { id: string; name: string | null };

async function namesOf(
  db: Executor,
  { tenantId }: TenantScope,
  kind: string,
  ids: readonly string[],
): Promise<readonly Named[]> {
  if (isKey(named, kind)) {
    // Each of these pairs is a table with this column, which is text in all of them; the types of one stand for all.
    const [table, column] = named[kind] as readonly ['teams', 'name'];
    return db
      .selectFrom(table)
      .select(['id', `${column} as name`])
      .where('tenantId', '=', tenantId)
      .where('id', 'in', ids)
      .execute();
  }
  if (isKey(ofContract, kind))
    return db
      .selectFrom(`${ofContract[kind] as 'milestones'} as part`)
      .innerJoin('contracts', 'contracts.id', 'part.contractId')
      .select(['part.id', 'contracts.title as name'])
      .where('part.tenantId', '=', tenantId)
      .where('part.id', 'in', ids)
      .execute();
  if (isKey(ofFreelancer, kind))
    return db
      .selectFrom(`${ofFreelancer[kind] as 'proposals'} as part`)
      .innerJoin('freelancers', 'freelancers.id', 'part.freelancerId')
      .select(['part.id', 'freelancers.name'])
      .where('part.tenantId', '=', tenantId)
      .where('part.id', 'in', ids)
      .execute();
  if (kind === 'poolMember') return namesOfPoolMembers(db, ids);
  if (kind === 'member')
    return db
      .selectFrom('members')
      .innerJoin('people', 'people.id', 'members.personId')
      .select(['members.id', 'people.name'])
      .where('members.tenantId', '=', tenantId)
      .where('members.id', 'in', ids)
      .execute();
  return [];
}

/** A member of a pool is `pool.freelancer`. */
async function namesOfPoolMembers(db: Executor, keys: readonly string[]): Promise<readonly Named[]> {
  const freelancerOf = (key: string) => key.slice(key.indexOf('.') + 1);
  const rows = await db
    .selectFrom('freelancers')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(keys.map(freelancerOf))])
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return keys.map((id) => ({ id, name: names.get(freelancerOf(id)) ?? null }));
}

const isKey = <Kinds extends object>(kinds: Kinds, kind: string): kind is Extract<keyof Kinds, string> =>
  Object.hasOwn(kinds, kind);
