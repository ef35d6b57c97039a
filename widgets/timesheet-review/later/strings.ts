import type { ProtectionGap } from '@portico/api/work/time-entries/time-entry.ts';

/** The words of one week and of accepting it. */
export type LaterStrings = {
  costs: string;
  lines: Record<'amount' | 'fee' | 'initiation' | 'tax' | 'total', string>;
  days: string;
  kinds: Record<'tracked' | 'manual', string>;
  noMemo: string;
  overLimit: string;
  disputed: string;
  gaps: Record<ProtectionGap, string>;
  segments: string;
  choose: string;
  dispute: string;
  disputeMeans: string;
  reason: string;
  send: string;
  disputedDone: string;
  why: Record<'role_reads_only' | 'week_not_closed' | 'week_decided' | 'week_review_over', string>;
  acceptTitle: string;
  acceptMeans: string;
  acceptDone: string;
  cancel: string;
  earlierDispute: string;
};
