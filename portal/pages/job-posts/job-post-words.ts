import type { Budget } from '@portico/api/hiring/job-posts/budget.ts';
import type { JobPostState } from '@portico/api/hiring/job-posts/job-post.ts';
import type { JobPost } from '../../api/job-posts.ts';
import { now } from '../../shell/now.ts';
import { formatMoney, formatRelative } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

export function budgetWords(budget: Budget | null): string {
  if (!budget) return t('jobPost.noBudget');
  if (budget.kind === 'fixed') return formatMoney(budget.amount);
  const { min, max } = budget;
  return min.amountMinor === max.amountMinor
    ? t('jobPost.perHour', { rate: formatMoney(min) })
    : t('jobPost.perHourBetween', { min: formatMoney(min), max: formatMoney(max) });
}

/** What the post waits for, in one sentence. */
export function nextStep(post: Pick<JobPost, 'state' | 'expiresAt' | 'hires' | 'hired'>, unread: number): string {
  switch (post.state) {
    case 'draft':
      return t('jobPost.nextDraft');
    case 'pendingApproval':
      return t('jobPost.nextApproval');
    case 'open':
      if (unread > 0) return t('jobPost.nextUnread', { n: unread });
      return post.expiresAt ? t('jobPost.nextOpen', { when: formatRelative(post.expiresAt, now()) }) : '';
    case 'paused':
      return t('jobPost.nextPaused');
    case 'filled':
      return t('jobPost.nextFilled');
    case 'closed':
    case 'expired':
    case 'removed':
      return t('jobPost.nextEnded');
  }
}

/** Tabs of the list; the ended states stand together. */
export const statesOfTab = {
  all: [],
  open: ['open'],
  draft: ['draft'],
  pendingApproval: ['pendingApproval'],
  paused: ['paused'],
  ended: ['filled', 'closed', 'expired', 'removed'],
} as const satisfies Record<string, readonly JobPostState[]>;
export type JobPostTab = keyof typeof statesOfTab;
