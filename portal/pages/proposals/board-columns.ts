import { html, nothing, type TemplateResult } from 'lit';
import type { ProposalCard } from '../../api/proposals.ts';
import { avatar } from '../../elements/avatar.ts';
import type { Column } from '../../elements/data-list.ts';
import { proposalStatus } from '../../elements/status.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, messageSquare, star } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatNumber, formatPercent } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { bidWords, ratingWords } from './proposal-words.ts';

export const proposalName = (card: ProposalCard, open: (id: string) => void): TemplateResult => {
  const { id, freelancer, viewedAt, isShortlisted } = card;
  return html`<div class="person">
    ${avatar(freelancer.name, freelancer.photoUrl)}
    <div>
      <a
        class="quiet strong"
        href=${href(`/proposals/${id}`)}
        @click=${(event: MouseEvent) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || isPhone()) return;
          event.preventDefault();
          open(id);
        }}
        >${freelancer.name}</a
      >
      ${viewedAt ? nothing : html`<span class="new">${t('proposal.new')}</span>`}
      ${isShortlisted ? html`<span class="flag" title=${t('proposal.shortlisted')}>${icon(bookmark)}<span class="visually-hidden">${t('proposal.shortlisted')}</span></span>` : nothing}
      <div class="muted small">${freelancer.headline}</div>
    </div>
  </div>`;
};

export const boardColumns = (open: (id: string) => void): readonly Column<ProposalCard>[] => [
  { id: 'person', label: t('lists.person'), isLead: true, cell: (card) => proposalName(card, open) },
  {
    id: 'bid',
    label: t('proposal.bid'),
    isEnd: true,
    sort: { up: 'bidLow', down: 'bidHigh' },
    cell: ({ bid }) => html`<span class="money">${bidWords(bid)}</span>`,
  },
  { id: 'fit', label: t('proposal.fit'), isEnd: true, sort: { down: 'bestMatch' }, cell: fit },
  {
    id: 'jobSuccess',
    label: t('freelancer.jobSuccess'),
    isEnd: true,
    isWide: true,
    sort: { down: 'jobSuccess' },
    cell: ({ freelancer: { jobSuccess } }) => (jobSuccess === null ? nothing : formatPercent(jobSuccess)),
  },
  {
    id: 'rating',
    label: t('proposal.rating'),
    isEnd: true,
    isExtra: true,
    sort: { down: 'rating' },
    cell: ({ rating }) =>
      rating.average === null ? nothing : html`<span class="row tight-row">${icon(star)}${ratingWords(rating)}</span>`,
  },
  { id: 'state', label: t('jobPost.state'), isPlain: true, cell: ({ state }) => proposalStatus(state) },
  { id: 'talk', label: t('proposal.messages'), isEnd: true, isWide: true, cell: talk },
  {
    id: 'sent',
    label: t('proposal.sent'),
    sort: { down: 'newest' },
    cell: ({ submittedAt }) => html`<span class="muted">${timeAgo(submittedAt)}</span>`,
  },
];

const fit = ({ fit: { matchedSkills, missingSkills, score } }: ProposalCard) => {
  const all = matchedSkills.length + missingSkills.length;
  const title =
    missingSkills.length > 0 ? t('proposal.lacks', { skills: missingSkills.join(', ') }) : t('proposal.lacksNone');
  return html`<span title=${title}>${formatPercent(Math.round(score * 100))}</span>${all > 0 ? html`<div class="muted small">${t('proposal.skillsOf', { n: matchedSkills.length, all })}</div>` : nothing}`;
};

const talk = ({ messageCount, unreadMessages }: ProposalCard) =>
  messageCount === 0
    ? nothing
    : html`<span class="row tight-row">${icon(messageSquare)}${formatNumber(messageCount)}${unreadMessages > 0 ? html`<span class="new">${t('jobPost.unread', { n: unreadMessages })}</span>` : nothing}</span>`;

/** There the proposal is a page of its own; beside a queue it would have no room. */
export const isPhone = (): boolean => matchMedia('(max-width: 960px)').matches;
