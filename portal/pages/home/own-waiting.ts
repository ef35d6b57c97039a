import { Task } from '@lit/task';
import { html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { getConnects, getOwnInvitations, getOwnOffers, getOwnProposals } from '../../api/own-work.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { mail, messageSquare, signature } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

type Waiting = { shape: SVGTemplateResult; title: string; what: string; path: string; since: string };

const shownMax = 8;

/** What waits for the freelancer, the oldest first, and the figures that decide what they can do next. */
class OwnWaiting extends PortalElement {
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }) => {
      const [offers, invitations, proposals, connects] = await Promise.all([
        getOwnOffers({ open: true }, signal),
        getOwnInvitations({ state: 'sent' }, signal),
        getOwnProposals({ state: ['submitted', 'active', 'offered'] }, signal),
        getConnects(undefined, signal),
      ]);
      const waiting: Waiting[] = [
        ...offers.items
          .filter(({ state }) => state === 'sent')
          .map(({ id, title, client, sentAt }) => ({
            shape: signature,
            title,
            what: t('ownHome.offerFrom', { client: client.name }),
            path: `/my/offers/${id}`,
            since: sentAt,
          })),
        ...invitations.items.map(({ id, jobPost, client, sentAt }) => ({
          shape: mail,
          title: jobPost.title,
          what: t('ownHome.invitationFrom', { client: client.name }),
          path: `/my/invitations/${id}`,
          since: sentAt,
        })),
        ...proposals.items
          .filter(({ unreadMessages }) => unreadMessages > 0)
          .map(({ id, jobPost, client, submittedAt }) => ({
            shape: messageSquare,
            title: jobPost.title,
            what: t('ownHome.messageFrom', { client: client.name }),
            path: `/my/proposals/${id}`,
            since: submittedAt,
          })),
      ];
      waiting.sort((one, other) => one.since.localeCompare(other.since));
      const { submitted, active, offered } = proposals.counts;
      return { waiting, open: submitted + active + offered, balance: connects.balance };
    },
  });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading(3)}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: ({ waiting, open, balance }) => html`<div class="stack">
        <section class="card">
          <header>
            <h2>${t('ownHome.waits')}</h2>
            <a class="button small" href=${href('/jobs')}>${t('ownProposals.find')}</a>
          </header>
          ${waiting.length === 0 ? html`<p class="pad muted">${t('ownHome.nothingWaits')}</p>` : html`<ul class="rows">${waiting.slice(0, shownMax).map(row)}</ul>`}
        </section>
        <dl class="figures">
          <div><dt><a href=${href('/my/proposals')}>${t('ownHome.openProposals')}</a></dt><dd>${formatNumber(open)}</dd></div>
          <div><dt><a href=${href('/connects')}>${t('ownHome.connects')}</a></dt><dd>${formatNumber(balance)}</dd></div>
        </dl>
      </div>`,
    })}`;
  }
}

const row = ({ shape, title, what, path, since }: Waiting): TemplateResult =>
  html`<li>
    ${icon(shape)}
    <div class="grow"><a class="quiet strong" href=${href(path)}>${title}</a><div class="muted small">${what}</div></div>
    <span class="muted small">${timeAgo(since)}</span>
  </li>`;

define('portal-own-waiting', OwnWaiting);
