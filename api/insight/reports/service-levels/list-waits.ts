import { type RawBuilder, sql } from 'kysely';
import { oneOf } from '../charges.ts';
import type { TenantReading } from '../definition.ts';

/** One wait of somebody for the company: when it began, and ended if it has. */
export type Wait = { askedAt: number; answeredAt: number | null };

type Asking = {
  subjectKind: string;
  begins: string;
  ends: readonly string[];
  /** To where the team stands, from the beginning move `b`. */
  joins: RawBuilder<unknown>;
  team: string;
};

const ofContract = (table: string) =>
  sql`inner join ${sql.table(table)} as s on s."id" = b."subjectId" inner join "contracts" as c on c."id" = s."contractId"`;

/** Moves that begin and end each kind of wait; another beginning of the same subject is another wait. */
const askings = {
  approval: {
    subjectKind: 'approval',
    begins: 'request',
    ends: ['approve', 'reject', 'requestChanges', 'cancel', 'expire'],
    joins: sql`inner join "approvals" as c on c."id" = b."subjectId"`,
    team: 'c.team',
  },
  timesheetReview: {
    subjectKind: 'timesheet',
    begins: 'submit',
    ends: ['accept', 'dispute', 'loseToBank'],
    joins: ofContract('timesheets'),
    team: 'c.team',
  },
  milestoneAnswer: {
    subjectKind: 'milestone',
    begins: 'submit',
    ends: ['release', 'autoRelease', 'requestChanges', 'requestRefund', 'giveBack', 'freeze'],
    joins: ofContract('milestones'),
    team: 'c.team',
  },
  proposalAnswer: {
    subjectKind: 'proposal',
    begins: 'submit',
    ends: ['reply', 'decline', 'offer', 'withdraw', 'close'],
    joins: sql`inner join "proposals" as s on s."id" = b."subjectId" inner join "jobPosts" as c on c."id" = s."jobPostId"`,
    team: 'c.team',
  },
} as const satisfies Record<string, Asking>;
export type WaitKind = keyof typeof askings;
export const waitKinds = Object.keys(askings) as WaitKind[];

/** Those that began within the period, with their first end by the instant asked for. */
export async function listWaits(reading: TenantReading, kind: WaitKind): Promise<Wait[]> {
  const { db, scope, params, asOfMs, reach } = reading;
  const { subjectKind, begins, ends, joins, team } = askings[kind];
  const conditions = [
    sql<boolean>`b."tenantId" = ${scope.tenantId} and b."subjectKind" = ${subjectKind} and b."move" = ${begins}`,
    sql<boolean>`b."occurredAt" >= ${params.fromMs} and b."occurredAt" < ${Math.min(params.toMs, asOfMs + 1)}`,
    ...(params.teams.length > 0 ? [oneOf(team, params.teams)] : []),
    ...(reach === 'all' ? [] : [oneOf(team, reach)]),
  ];
  const { rows } = await sql<Wait>`
    select b."occurredAt" as "askedAt", (
      select min(e."occurredAt") from "moves" as e
      where e."tenantId" = b."tenantId" and e."subjectKind" = b."subjectKind" and e."subjectId" = b."subjectId"
        and e."sequence" > b."sequence" and e."move" in (${sql.join([...ends])}) and e."occurredAt" <= ${asOfMs}
    ) as "answeredAt"
    from "moves" as b ${joins} where ${sql.join(conditions, sql` and `)}`.execute(db);
  return rows;
}
