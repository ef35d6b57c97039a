import { type Money, money } from '../../money/money.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import { percentOf } from '../spending/percent.ts';
import type { ForecastFacts } from './forecast.ts';
import type { Use } from './read-use.ts';
import type {
  Commitment,
  PurchaseOrder,
  PurchaseOrderRevision,
  PurchaseOrderSummary,
  SpendingEntry,
  WaitingForPurchaseOrder,
} from './schema.ts';
import type { CommitmentRow, PurchaseOrderRevisionRow, PurchaseOrderRow, SpendingEntryRow } from './table.ts';

type Names = ReadonlyMap<string, { name: string }>;
const dayMs = 86_400_000;

export function presentSummary(
  row: PurchaseOrderRow,
  { nowMs, warningDays }: { nowMs: number; warningDays: number },
): PurchaseOrderSummary {
  const of = (amountMinor: number): Money => money(amountMinor, row.currency);
  const used = row.committedMinor + row.spentMinor;
  const usedPercent = percentOf(used, row.amountMinor);
  const isLive = row.state === 'open' || row.state === 'exhausted';
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    supplierName: row.supplierName,
    state: row.state,
    amount: of(row.amountMinor),
    committed: of(row.committedMinor),
    spent: of(row.spentMinor),
    left: of(row.amountMinor - used),
    usedPercent,
    threshold: reachedOf(row.thresholds, usedPercent),
    validFrom: row.validFrom,
    validThrough: row.validThrough,
    isEndingSoon: isLive && row.endsAt - nowMs <= warningDays * dayMs,
    costCenters: JSON.parse(row.costCenters),
    teams: JSON.parse(row.teams),
  };
}

export function presentPurchaseOrder(
  row: PurchaseOrderRow,
  summary: PurchaseOrderSummary,
  use: Use,
  forecast: ForecastFacts,
  names: Names,
  mayChange: boolean,
): PurchaseOrder {
  const of = (amountMinor: number): Money => money(amountMinor, row.currency);
  const personIds: string[] = JSON.parse(row.personIds);
  return {
    ...summary,
    supplierReference: row.supplierReference,
    overrun: row.overrun,
    thresholds: JSON.parse(row.thresholds),
    people: personIds.map((id) => ({ id, name: names.get(id)?.name ?? '' })),
    use: {
      paid: of(use.paidMinor),
      held: of(use.heldMinor),
      openOffers: of(use.openOffersMinor),
      fixedRest: of(use.fixedRestMinor),
      weeklyExposure: of(use.weeklyExposureMinor),
      left: summary.left,
      usedPercent: summary.usedPercent,
    },
    forecast: { perDay: of(forecast.perDayMinor), sinceDays: forecast.sinceDays, exhaustedOn: forecast.exhaustedOn },
    createdBy: names.get(row.createdBy)?.name ?? '',
    createdAt: isoInstant(row.createdAt),
    mayChange,
  };
}

export function presentCommitment(row: CommitmentRow, names: Names): Commitment {
  return {
    id: row.id,
    subject: { kind: row.subjectKind, id: row.subjectId },
    title: row.title,
    part: row.part,
    open: money(row.openMinor, row.currency),
    spent: money(row.spentMinor, row.currency),
    costCenter: row.costCenter,
    team: row.team,
    person: (row.personId && names.get(row.personId)?.name) || null,
    isEnded: row.isEnded === 1,
    since: isoInstant(row.createdAt),
  };
}

export function presentWaiting(row: CommitmentRow): WaitingForPurchaseOrder {
  return {
    id: row.id,
    subject: { kind: row.subjectKind, id: row.subjectId },
    title: row.title,
    open: money(row.openMinor, row.currency),
    spent: money(row.spentMinor, row.currency),
    team: row.team,
    costCenter: row.costCenter,
    since: isoInstant(row.createdAt),
  };
}

export function presentEntry(row: SpendingEntryRow & { title: string }): SpendingEntry {
  return {
    id: row.id,
    at: isoInstant(row.at),
    part: row.part,
    cause: row.cause,
    amount: money(row.amountMinor, row.currency),
    title: row.title,
    offerId: row.offerId,
    contractId: row.contractId,
    paymentId: row.paymentId,
  };
}

export function presentRevision(row: PurchaseOrderRevisionRow, names: Names): PurchaseOrderRevision {
  return {
    version: row.version,
    at: isoInstant(row.at),
    person: names.get(row.personId)?.name ?? '',
    reason: row.reason,
    amount: money(row.amountMinor, row.currency),
    validFrom: row.validFrom,
    validThrough: row.validThrough,
  };
}

/** The highest of its thresholds that a percentage reaches. */
export function reachedOf(thresholds: string, usedPercent: number): number | null {
  return (JSON.parse(thresholds) as number[]).filter((percent) => percent <= usedPercent).at(-1) ?? null;
}
