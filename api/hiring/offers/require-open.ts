import { conflict } from '../../platform/http/problem.ts';
import type { OfferRow } from './table.ts';

/** The clock ends offers once a minute; the instant itself decides. @throws 409 offer_expired */
export function requireOpen({ expiresAt }: Pick<OfferRow, 'expiresAt'>, nowMs: number): void {
  if (expiresAt === null || expiresAt > nowMs) return;
  throw conflict('offer_expired', 'The time to answer this offer is over; nothing was signed. Ask for a new offer.');
}
