import { sql } from 'kysely';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

/** A post with what is as people last wrote it. */
export type ReportedPost = {
  id: string;
  postedAt: number;
  title: string;
  team: string | null;
  costCenter: string | null;
  categoryId: string | null;
};

/** First published within the period and by the instant asked for, the oldest first. */
export async function listPosts(reading: TenantReading): Promise<ReportedPost[]> {
  const { db, scope, params, asOfMs } = reading;
  const { rows } = await sql<ReportedPost>`
    select p."id", o."postedAt", p."title", p."team", p."costCenter", p."categoryId"
    from (select m."subjectId", min(m."occurredAt") as "postedAt" from "moves" as m
      where m."tenantId" = ${scope.tenantId} and m."subjectKind" = 'jobPost' and m."toState" = 'open'
      group by m."subjectId") as o
    inner join "jobPosts" as p on p."id" = o."subjectId"
    where o."postedAt" >= ${params.fromMs} and o."postedAt" < ${Math.min(params.toMs, asOfMs + 1)}
      and ${params.categories.length === 0 ? sql`1 = 1` : oneOf('p.categoryId', params.categories)}
    order by o."postedAt", p."id"`.execute(db);
  const stood = await reading.names.at(
    'jobPost.facts',
    new Map(rows.map(({ id, title, team, costCenter }) => [id, JSON.stringify({ title, team, costCenter })])),
  );
  return rows
    .map((row): ReportedPost => ({ ...row, ...JSON.parse(stood.get(row.id)!) }))
    .filter(({ team, costCenter }) => isAsked(reading, team, costCenter));
}

function isAsked({ params, reach }: TenantReading, team: string | null, costCenter: string | null): boolean {
  return (
    (params.teams.length === 0 || params.teams.includes(team ?? '')) &&
    (params.costCenters.length === 0 || params.costCenters.includes(costCenter ?? '')) &&
    (reach === 'all' || (team !== null && reach.includes(team)))
  );
}
