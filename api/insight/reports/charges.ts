import { type RawBuilder, sql } from 'kysely';
import type { TenantReading } from './definition.ts';
import type { Span } from './periods.ts';
import { none } from './report.ts';

/**
 * What a tenant was charged for work and what of it went back, from when it was settled on: rows that never change
 * again. Everything about spend stands on these, so that reports agree with each other.
 */

/** Of work; topping up a balance and paying an invoice are no spend. */
export const spendPurposes = {
  weeklyTime: 'hourly',
  milestoneFunding: 'fixed',
  milestoneExtra: 'fixed',
  retainer: 'fixed',
  bonus: 'bonus',
} as const satisfies Record<string, 'hourly' | 'fixed' | 'bonus'>;
export type SpendKind = (typeof spendPurposes)[keyof typeof spendPurposes];

export function spendKindOf(purpose: string): SpendKind | undefined {
  return (spendPurposes as Record<string, SpendKind>)[purpose];
}

const purposes = Object.keys(spendPurposes);

/** Minutes of a ten-minute segment. */
export const segmentMinutes = 10;

/** One row a payment or refund, money as it changed what was spent: below zero what went back. */
export type Charge = {
  id: string;
  kind: 'payment' | 'refund';
  transferId: string;
  at: number;
  purpose: string;
  subjectKind: string;
  subjectId: string;
  contractId: string | null;
  freelancerId: string | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  currency: string;
  principalMinor: number;
  feeMinor: number;
  initiationMinor: number;
  taxMinor: number;
};

/** A table to select from, `(…) as c`: charges and refunds of the span, by the filters that their columns decide. */
export function chargesIn(reading: TenantReading, span: Span): RawBuilder<Charge> {
  const purpose = sql`p."purpose" in (${sql.join(purposes)})`;
  const about = sql`p."purpose", p."subjectKind", p."subjectId", p."contractId", p."freelancerId", p."team", p."costCenter", p."purchaseOrder", p."currency"`;
  return sql<Charge>`(
    select p."id", 'payment' as "kind", p."transferId", p."settledAt" as "at", ${about},
      p."principalMinor", p."feeMinor", p."initiationMinor", p."taxMinor"
    from "payments" as p
    where ${settledIn('p', reading, span)} and ${purpose} and ${columnFilters(reading)}
    union all
    select r."id", 'refund' as "kind", r."transferId", r."settledAt" as "at", ${about},
      0 - r."amountMinor", 0 - r."feeMinor", 0, 0 - r."taxMinor"
    from "refunds" as r inner join "payments" as p on p."id" = r."paymentId"
    where ${settledIn('r', reading, span)} and ${purpose} and ${columnFilters(reading)}
  ) as c`;
}

/** Posted in the span and known by the instant as of which it is asked. */
export function settledIn(
  alias: string,
  { scope, asOfMs }: TenantReading,
  { fromMs, toMs }: Span,
): RawBuilder<boolean> {
  const at = sql.ref(`${alias}.settledAt`);
  const [tenant, state] = [sql.ref(`${alias}.tenantId`), sql.ref(`${alias}.state`)];
  return sql<boolean>`${tenant} = ${scope.tenantId} and ${at} >= ${fromMs} and ${at} < ${Math.min(toMs, asOfMs + 1)} and ${state} = 'posted'`;
}

/** Team, cost center, order, freelancer and contract of the payment `p`, and whose figures the reader sees. */
export function columnFilters({ params, reach }: TenantReading): RawBuilder<boolean> {
  const asked = [
    filter('p.team', params.teams),
    filter('p.costCenter', params.costCenters),
    filter('p.purchaseOrder', params.purchaseOrders),
    filter('p.freelancerId', params.freelancerIds),
    filter('p.contractId', params.contractIds),
    reach === 'all' ? undefined : oneOf('p.team', reach),
  ].filter((condition) => condition !== undefined);
  return asked.length === 0 ? sql<boolean>`1 = 1` : sql<boolean>`${sql.join(asked, sql` and `)}`;
}

const filter = (column: string, values: readonly string[]) => (values.length === 0 ? undefined : oneOf(column, values));

/** An empty value asks for what has none. */
export function oneOf(column: string, values: readonly string[]): RawBuilder<boolean> {
  const named = values.filter((value) => value !== none);
  const parts = [
    ...(named.length > 0 ? [sql<boolean>`${sql.ref(column)} in (${sql.join(named)})`] : []),
    ...(named.length < values.length ? [sql<boolean>`${sql.ref(column)} is null`] : []),
  ];
  return parts.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
