import { html, type TemplateResult } from 'lit';
import type { JobPost } from '../../api/job-posts.ts';
import { copyButton } from '../../elements/copy-button.ts';
import { timeAgo } from '../../elements/time.ts';
import { now } from '../../shell/now.ts';
import { countryName, formatTimezone } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { budgetWords } from './job-post-words.ts';

type Fact = [name: string, value: unknown];

/** What only the team sees stands here, beside what freelancers read. */
export function jobPostFacts(post: JobPost): TemplateResult {
  const facts: Fact[] = [
    [t('jobPost.budget'), budgetWords(post.budget)],
    [t('jobPost.hires'), t('jobPost.hiredOf', { hired: post.hired, hires: post.hires })],
    [t('jobPost.visibility'), wordsFor('jobVisibility', post.visibility) ?? post.visibility],
    ...known(t('jobPost.duration'), post.duration && wordsFor('jobDuration', post.duration)),
    ...known(t('jobPost.level'), post.experienceLevel && wordsFor('jobLevel', post.experienceLevel)),
    ...known(t('jobPost.weeklyHours'), post.weeklyHours && t('freelancer.hours', { n: post.weeklyHours })),
    ...known(t('jobPost.where'), whereWords(post)),
    [t('jobPost.owner'), post.owner.name],
    ...known(t('jobPost.team'), post.team),
    ...known(t('jobPost.costCenter'), post.costCenter),
    ...known(t('jobPost.purchaseOrder'), purchaseOrderWords(post.purchaseOrder)),
    ...known(t('jobPost.published'), post.publishedAt && timeAgo(post.publishedAt)),
    ...known(t('jobPost.expires'), !post.endedAt && post.expiresAt && timeAgo(post.expiresAt)),
    ...known(t('jobPost.ended'), post.endedAt && timeAgo(post.endedAt)),
    ...known(t('jobPost.endReason'), post.endReason && (wordsFor('reason', post.endReason) ?? post.endReason)),
  ];
  return html`<dl class="facts number">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
    <div>${copyButton(post.id, t('jobPost.copyId'))}</div>`;
}

const known = (name: string, value: unknown): Fact[] => (value ? [[name, value]] : []);

export function purchaseOrderWords(order: JobPost['purchaseOrder']): string {
  if (!order) return '';
  return order.kind === 'notYet' ? t('jobPost.purchaseOrderLater') : order.number;
}

export function whereWords({
  countries,
  timezone,
  overlapHours,
}: Pick<JobPost, 'countries' | 'timezone' | 'overlapHours'>): string {
  const places = countries.map(countryName).join(', ');
  const overlap =
    timezone && overlapHours
      ? t('jobPost.overlap', { hours: overlapHours, zone: formatTimezone(timezone, now()) })
      : '';
  return [places, overlap].filter(Boolean).join('; ');
}
