import { html, nothing } from 'lit';
import type { JobPostSummary } from '../../api/job-posts.ts';
import type { Column } from '../../elements/data-list.ts';
import { jobPostStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { href } from '../../router.ts';
import { formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { budgetWords } from './job-post-words.ts';

/** A draft opens in its editor, everything else as an object. */
export const pathOfPost = ({ id }: { id: string }): string => `/job-posts/${id}`;

export const jobPostColumns = (): readonly Column<JobPostSummary>[] => [
  {
    id: 'title',
    label: t('jobPost.title'),
    isLead: true,
    sort: { up: 'title' },
    cell: (
      post,
    ) => html`<a class="quiet strong" href=${href(pathOfPost(post))}>${post.title || t('jobPost.untitled')}</a>
      <div class="muted small">${[post.owner.name, post.team].filter(Boolean).join(' · ')}</div>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => jobPostStatus(state) },
  {
    id: 'proposals',
    label: t('jobPost.proposals'),
    isEnd: true,
    cell: ({ id, state, proposals: { total, unread } }) =>
      state === 'draft'
        ? nothing
        : html`<a class="quiet" href=${href(`/job-posts/${id}/proposals`)}>${formatNumber(total)}</a>${unread > 0 ? html` <span class="new">${t('jobPost.unread', { n: unread })}</span>` : nothing}`,
  },
  {
    id: 'budget',
    label: t('jobPost.budget'),
    isEnd: true,
    cell: ({ budget }) => html`<span class="money">${budgetWords(budget)}</span>`,
  },
  {
    id: 'hires',
    label: t('jobPost.hires'),
    isEnd: true,
    isWide: true,
    cell: ({ hired, hires }) => t('jobPost.hiredOf', { hired, hires }),
  },
  {
    id: 'expires',
    label: t('jobPost.expires'),
    sort: { up: 'expires' },
    isWide: true,
    cell: ({ expiresAt, endedAt }) =>
      expiresAt && !endedAt ? html`<span class="muted">${timeAgo(expiresAt)}</span>` : nothing,
  },
  {
    id: 'updated',
    label: t('jobPost.updated'),
    sort: { down: 'updated' },
    cell: ({ updatedAt }) => html`<span class="muted">${timeAgo(updatedAt)}</span>`,
  },
  {
    id: 'published',
    label: t('jobPost.published'),
    sort: { down: 'newest' },
    isExtra: true,
    cell: ({ publishedAt }) => (publishedAt ? html`<span class="muted">${timeAgo(publishedAt)}</span>` : nothing),
  },
  {
    id: 'visibility',
    label: t('jobPost.visibility'),
    isExtra: true,
    cell: ({ visibility }) => wordsFor('jobVisibility', visibility) ?? visibility,
  },
];
