import { type MoveTable, predicates } from '../moves/move.ts';

/** A signed export of the audit log, or a look over its whole chain. Pure; the portal imports it too. */

export const auditRunKinds = ['export', 'verification'] as const;
export type AuditRunKind = (typeof auditRunKinds)[number];

export const auditRunStates = ['queued', 'running', 'done', 'broken', 'cancelled', 'failed'] as const;
export type AuditRunState = (typeof auditRunStates)[number];

export const auditRunMoves = {
  start: { by: ['clock'], from: ['queued'], to: 'running', after: 'a worker is free' },
  finish: { by: ['clock'], from: ['running'], to: 'done', after: 'the last entry' },
  break: { by: ['clock'], from: ['running'], to: 'broken', after: 'an entry that is not what it was' },
  cancel: { by: ['member'], from: ['queued', 'running'], to: 'cancelled' },
  fail: { by: ['clock'], from: ['queued', 'running'], to: 'failed', after: 'the last try' },
} as const satisfies MoveTable<AuditRunState, string>;
export type AuditRunMove = keyof typeof auditRunMoves;

export const auditRunCan = predicates<AuditRunState, AuditRunMove>(auditRunMoves);
