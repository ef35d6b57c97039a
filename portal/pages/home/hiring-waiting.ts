import { Task } from '@lit/task';
import { html, nothing, type SVGTemplateResult, type TemplateResult } from 'lit';
import { type Approval, getApprovals } from '../../api/approvals.ts';
import { getJobPosts, type JobPostPage, type JobPostSummary } from '../../api/job-posts.ts';
import { getNotifications, type Notification } from '../../api/notices.ts';
import { getOffers, type OfferSummary } from '../../api/offers.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bell, circleCheck, clipboardCheck, inbox, repeat, timer } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { hasFeature, mayOpen, me } from '../../shell/session.ts';
import { formatMoney, formatNumber } from '../../strings/format.ts';
import { locale, t } from '../../strings/strings.ts';
import { recipientOf } from '../offers/offer-words.ts';
import '../contract-parts/waiting-contracts.ts';

type Waiting = {
  shape: SVGTemplateResult;
  path: string;
  title: string;
  note: string;
  since: string;
  sinceWords?: string;
};
type Work = {
  approvals: readonly Approval[];
  posts: JobPostPage;
  offers: readonly OfferSummary[];
  news: readonly Notification[];
};

const shownMax = 8;
const newsMax = 5;
/** A post that ends within these days is said to. */
const soonMs = 5 * 86_400_000;

/** What waits for somebody who hires, the oldest first; then what changed; then figures. */
class HiringWaiting extends PortalElement {
  #work = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Work> => {
      const [approvals, posts, offers, news] = await Promise.all([
        hasFeature('approvals') ? getApprovals({ view: 'waitingForMe', limit: shownMax }, signal) : { items: [] },
        getJobPosts(
          { state: ['open', 'paused'], owner: ownOnly() ? 'me' : undefined, sort: 'expires', limit: 100 },
          signal,
        ),
        getOffers({ state: 'countered' }, signal),
        getNotifications({ limit: newsMax, locale: locale() }, signal),
      ]);
      return { approvals: approvals.items, posts, offers: offers.items, news: news.items };
    },
  });

  protected override render(): TemplateResult {
    return html`${this.#work.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#work.run()),
      complete: (work) =>
        html`<div class="stack">${waitingList(waitingOf(work))}<portal-waiting-contracts .side=${'client'}></portal-waiting-contracts>${newsList(work.news)}${figures(work)}</div>`,
    })}`;
  }
}

function waitingOf({ approvals, posts, offers }: Work): Waiting[] {
  const all = [
    ...approvals.map(approvalWaits),
    ...(mayOpen('offerer') ? offers.map(counterWaits) : []),
    ...(mayOpen('hirer') ? posts.items.filter(({ proposals }) => proposals.unread > 0).map(proposalsWait) : []),
    ...(mayOpen('hirer') ? posts.items.filter(endsSoon).map(endWaits) : []),
  ];
  return all.sort((one, other) => one.since.localeCompare(other.since));
}

const approvalWaits = ({ id, title, amount, requester, requestedAt }: Approval): Waiting => ({
  shape: clipboardCheck,
  path: `/approvals/${id}`,
  title: t('waiting.approval', { title }),
  note: [requester.name, amount && formatMoney(amount)].filter(Boolean).join(' · '),
  since: requestedAt,
});

const counterWaits = (offer: OfferSummary): Waiting => ({
  shape: repeat,
  path: `/offers/${offer.id}`,
  title: t('waiting.counter', { name: recipientOf(offer) }),
  note: offer.title,
  since: offer.updatedAt,
});

const proposalsWait = ({ id, title, proposals, publishedAt, updatedAt }: JobPostSummary): Waiting => ({
  shape: inbox,
  path: `/job-posts/${id}/proposals?view=unread`,
  title: t('waiting.proposals', { n: proposals.unread }),
  note: title,
  since: publishedAt ?? updatedAt,
  sinceWords: '',
});

const endsSoon = ({ state, expiresAt }: JobPostSummary) =>
  state === 'open' && expiresAt !== null && Date.parse(expiresAt) - now() < soonMs;

const endWaits = ({ id, title, expiresAt, updatedAt }: JobPostSummary): Waiting => ({
  shape: timer,
  path: `/job-posts/${id}`,
  title: t('waiting.expires'),
  note: title,
  since: expiresAt ?? updatedAt,
});

/** A hiring manager looks after the own posts; recruiters and admins after everybody's. */
const ownOnly = () =>
  me.get()?.roles.includes('hiringManager') &&
  !me.get()?.roles.some((role) => ['recruiter', 'owner', 'accountAdmin'].includes(role));

const waitingList = (items: readonly Waiting[]) =>
  html`<section class="card">
    <header><h2>${t('waiting.title')}</h2>${items.length > 0 ? html`<span class="muted number">${formatNumber(items.length)}</span>` : nothing}</header>
    ${
      items.length === 0
        ? html`<p class="pad row muted">${icon(circleCheck)}${t('waiting.none')}</p>`
        : html`<ol class="rows">
            ${items.slice(0, shownMax).map(
              ({ shape, path, title, note, since, sinceWords }) => html`<li>
                ${icon(shape)}
                <div class="grow"><a class="quiet strong" href=${href(path)}>${title}</a><div class="muted small">${note}</div></div>
                ${sinceWords === '' ? nothing : html`<span class="muted small">${timeAgo(since)}</span>`}
              </li>`,
            )}
          </ol>`
    }
  </section>`;

const newsList = (news: readonly Notification[]) =>
  news.length === 0
    ? nothing
    : html`<section class="card">
        <header><h2>${t('waiting.changed')}</h2><a href=${href('/notifications')}>${t('home.all')}</a></header>
        <ul class="rows">
          ${news.map(
            ({ title, path, createdAt }) => html`<li>
              ${icon(bell)}
              <div class="grow"><a class="quiet" href=${href(path)}>${title}</a></div>
              <span class="muted small">${timeAgo(createdAt)}</span>
            </li>`,
          )}
        </ul>
      </section>`;

function figures({ posts: { counts, items } }: Work): TemplateResult {
  const total = items.reduce((sum, { proposals }) => sum + proposals.total, 0);
  const figure = (label: string, value: number, path: string) =>
    html`<div><dt>${label}</dt><dd><a class="quiet" href=${href(path)}>${formatNumber(value)}</a></dd></div>`;
  return html`<dl class="figures">
    ${figure(t('waiting.openPosts'), counts.open, '/job-posts?state=open')} ${figure(t('waiting.drafts'), counts.draft, '/job-posts?state=draft')}
    ${figure(t('waiting.proposalsIn'), total, '/job-posts?state=open')} ${figure(t('waiting.filled'), counts.filled, '/job-posts?state=ended')}
  </dl>`;
}

define('portal-hiring-waiting', HiringWaiting);
