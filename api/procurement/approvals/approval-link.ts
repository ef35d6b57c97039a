import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LinkState } from './schema.ts';
import { findDecisionByLink } from './step-store.ts';
import { findApproval, waitingStates } from './store.ts';

/**
 * What a mail carries: a signed reference to one step of one approval as it was, for one person, that ends by itself.
 * It gives no right: whoever opens it decides by their own session.
 */
export type ApprovalLink = {
  id: string;
  approvalId: string;
  step: number;
  hash: string;
  personId: string;
  untilMs: EpochMs;
};

export function signLink(secret: string, link: Omit<ApprovalLink, 'id'>): string {
  const { approvalId, step, hash, personId, untilMs } = link;
  const text = Buffer.from(JSON.stringify([randomUUID(), approvalId, step, hash, personId, untilMs])).toString(
    'base64url',
  );
  return `${text}.${signatureOf(secret, text)}`;
}

export function openLink(secret: string, signed: string): ApprovalLink | undefined {
  const [text = '', signature = ''] = signed.split('.');
  const expected = Buffer.from(signatureOf(secret, text));
  const given = Buffer.from(signature);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const [id, approvalId, step, hash, personId, untilMs] = JSON.parse(Buffer.from(text, 'base64url').toString());
  return { id, approvalId, step, hash, personId, untilMs };
}

/** What a link is worth to somebody now. */
export async function stateOfLink(
  db: Executor,
  { secret, nowMs }: { secret: string; nowMs: EpochMs },
  scope: TenantScope,
  personId: string,
  approvalId: string,
  signed: string,
): Promise<{ state: LinkState; linkId: string | null }> {
  const link = openLink(secret, signed);
  if (!link || link.approvalId !== approvalId) return { state: 'invalid', linkId: null };
  const approval = await findApproval(db, scope, approvalId);
  if (!approval) return { state: 'invalid', linkId: null };
  if (link.personId !== personId) return { state: 'otherPerson', linkId: null };
  if (await findDecisionByLink(db, scope, link.id)) return { state: 'used', linkId: null };
  if (!waitingStates.some((state) => state === approval.state)) return { state: 'over', linkId: null };
  if (link.hash !== approval.subjectHash) return { state: 'outdated', linkId: null };
  if (link.step !== approval.step) return { state: 'over', linkId: null };
  if (link.untilMs <= nowMs) return { state: 'expired', linkId: null };
  return { state: 'valid', linkId: link.id };
}

function signatureOf(secret: string, text: string): string {
  return createHmac('sha256', secret).update(`approval\0${text}`).digest('base64url').slice(0, 32);
}
