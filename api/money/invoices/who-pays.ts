import type { MemberRole } from '../../platform/auth/actor.ts';
import { isoInstant } from '../../platform/clock/clock.ts';

/** Who pays invoices, writes whom they are made out to, and hears of those that are due. */
export const whoPays = ['owner', 'accountAdmin', 'financeAdmin'] as const satisfies MemberRole[];
/** Everybody but a recruiter, who needs to know of no money. */
export const whoReadsBilling = [
  ...whoPays,
  'approver',
  'hiringManager',
  'viewer',
  'auditor',
] as const satisfies MemberRole[];

/** `2026-12-31`, UTC. */
export function isoDate(epochMs: number): string {
  return isoInstant(epochMs).slice(0, 10);
}
