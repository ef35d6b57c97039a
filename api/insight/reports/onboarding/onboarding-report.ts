import { sql } from 'kysely';
import { isoInstant } from '../../../platform/clock/clock.ts';
import { taskStates } from '../../../procurement/onboarding/onboarding-task.ts';
import type { OnboardingFactRow } from '../../../procurement/onboarding/table.ts';
import { oneOf } from '../charges.ts';
import { namesOfPeople } from '../contracts/contracts-report.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { dayName } from '../periods.ts';
import type { ReportRow } from '../report.ts';

const tasksAtOnce = 500;

/** R10: what had to be done before work, as each task stood. */
export const onboarding: TenantReport = {
  slug: 'onboarding',
  audience: 'tenant',
  readers: figureReaders,
  filters: ['team', 'category', 'country', 'freelancer', 'contract', 'status', 'customField'],
  statuses: taskStates,
  columns: [
    { key: 'contract', type: 'text' },
    { key: 'freelancer', type: 'text' },
    { key: 'task', type: 'text' },
    { key: 'kind', type: 'code' },
    { key: 'owner', type: 'code' },
    { key: 'status', type: 'code' },
    { key: 'due', type: 'day' },
    { key: 'completed', type: 'instant' },
    { key: 'documentHash', type: 'id' },
    { key: 'validUntil', type: 'day' },
    { key: 'classification', type: 'code' },
    { key: 'ruleVersion', type: 'text' },
    { key: 'overrideBy', type: 'text' },
  ],
  async *rows(reading) {
    const facts = createFacts(reading);
    const isKept = factFilter(reading, facts);
    for await (const tasks of listTasks(reading)) {
      const kept = await isKept(tasks);
      const contracts = await facts.contracts(tasks.map(({ contractId }) => contractId));
      const freelancers = await facts.freelancers(tasks.map(({ freelancerId }) => freelancerId));
      const people = await namesOfPeople(
        reading,
        tasks.map(({ overrideBy }) => overrideBy),
      );
      yield tasks
        .filter((_, index) => kept[index])
        .map(
          (task): ReportRow => ({
            key: task.taskId,
            cells: {
              contract: contracts.get(task.contractId)?.title ?? null,
              freelancer: freelancers.get(task.freelancerId)?.name ?? null,
              task: task.title,
              kind: task.kind,
              owner: task.owner,
              status: task.state,
              due: dayName(task.dueAt),
              completed: task.completedAt === null ? null : isoInstant(task.completedAt),
              documentHash: task.documentHash,
              validUntil: task.validUntil === null ? null : dayName(task.validUntil),
              classification: task.classification,
              ruleVersion: task.ruleVersion,
              overrideBy: task.overrideBy === null ? null : (people.get(task.overrideBy) ?? null),
            },
          }),
        );
    }
  },
};

/** Each task as its newest fact by the instant has it. */
async function* listTasks(reading: TenantReading): AsyncGenerator<OnboardingFactRow[]> {
  const { db, scope, asOfMs, params, reach } = reading;
  const asked = [
    ['o.team', params.teams],
    ['f.freelancerId', params.freelancerIds],
    ['f.contractId', params.contractIds],
    ['f.state', params.statuses],
  ] as const;
  const conditions = [
    sql<boolean>`f."tenantId" = ${scope.tenantId} and f."at" <= ${asOfMs} and not exists (
      select 1 from "onboardingFacts" as n
      where n."taskId" = f."taskId" and n."revision" > f."revision" and n."at" <= ${asOfMs})`,
    ...asked.filter(([, values]) => values.length > 0).map(([column, values]) => oneOf(column, values)),
    ...(reach === 'all' ? [] : [oneOf('o.team', reach)]),
  ];
  let after = { contractId: '', taskId: '' };
  while (true) {
    const further = sql`f."contractId" >= ${after.contractId} and (f."contractId" > ${after.contractId} or f."taskId" > ${after.taskId})`;
    const { rows } = await sql<OnboardingFactRow>`
      select f.* from "onboardingFacts" as f inner join "onboardings" as o on o."contractId" = f."contractId"
      where ${sql.join([...conditions, further], sql` and `)}
      order by f."contractId", f."taskId" limit ${tasksAtOnce}`.execute(db);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < tasksAtOnce) return;
    after = last;
  }
}
