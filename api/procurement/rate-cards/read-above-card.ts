import { formatMoney, type Money, money } from '../../money/money.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { closestCard, type Work } from './rate-card.ts';
import { listCards, listExceptions, type RateCard } from './store.ts';

export type RatedWork = Work & { rate: Money; freelancerId?: string | null | undefined };
export type AboveCard = { cardId: string; title: string; max: Money; by: Money };

/**
 * By how much an hour is above the card that fits the work most closely; nothing when it is within, when no card is for
 * it, and when an approved exception lets this person through at this rate.
 */
export async function readAboveCard(
  db: Executor,
  scope: TenantScope,
  { rate, freelancerId, ...work }: RatedWork,
  nowMs: EpochMs,
): Promise<AboveCard | undefined> {
  const card = await readCardFor(db, scope, work, rate.currency, nowMs);
  if (!card || rate.amountMinor <= card.maxMinor) return undefined;
  if (freelancerId && (await isExcepted(db, scope, card.cardId, freelancerId, rate, nowMs))) return undefined;
  const of = (amountMinor: number) => money(amountMinor, card.currency);
  return { cardId: card.cardId, title: card.title, max: of(card.maxMinor), by: of(rate.amountMinor - card.maxMinor) };
}

/** The card that counts for some work today, in this currency. */
export async function readCardFor(
  db: Executor,
  scope: TenantScope,
  work: Work,
  currency: string,
  nowMs: EpochMs,
): Promise<RateCard | undefined> {
  const today = isoInstant(nowMs).slice(0, 10);
  const cards = (await listCards(db, scope)).filter(
    (card) =>
      card.isActive &&
      card.currency === currency &&
      card.validFrom <= today &&
      (card.validThrough === null || card.validThrough >= today),
  );
  return closestCard(cards, work);
}

/** Nobody approved what is above the card, so an exception must have been. @throws 409 rate_above_card */
export async function requireOnCard(db: Executor, scope: TenantScope, work: RatedWork, nowMs: EpochMs): Promise<void> {
  const above = await readAboveCard(db, scope, work, nowMs);
  if (!above) return;
  throw conflict(
    'rate_above_card',
    `${formatMoney(work.rate, 'en')} an hour is above ${formatMoney(above.max, 'en')} of the rate card “${above.title}”; nothing was sent. Offer within it, or ask for an exception.`,
  );
}

async function isExcepted(
  db: Executor,
  scope: TenantScope,
  cardId: string,
  freelancerId: string,
  rate: Money,
  nowMs: EpochMs,
): Promise<boolean> {
  const today = isoInstant(nowMs).slice(0, 10);
  return (await listExceptions(db, scope, { state: 'approved', freelancerId })).some(
    (exception) =>
      exception.cardId === cardId &&
      exception.currency === rate.currency &&
      exception.rateMinor >= rate.amountMinor &&
      exception.validThrough >= today,
  );
}
