import { html, nothing, type TemplateResult } from 'lit';
import type { PoolMember, SharedMember } from '../../api/pools.ts';
import { avatar } from '../../elements/avatar.ts';
import type { Column } from '../../elements/data-list.ts';
import { money } from '../../elements/money-field.ts';
import { poolMemberStatus } from '../../elements/pool-status.ts';
import { starsWords } from '../../elements/star-rating.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { badgeCheck, signature, star } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { now } from '../../shell/now.ts';
import { mayOpen } from '../../shell/session.ts';
import { countryName, formatRelative } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { weekStrip } from './week-strip.ts';

type Shown = PoolMember | SharedMember;

const skillsShown = 3;

/** What a board shows of each person; internal columns only where the pool is one's own. */
export function memberColumns<Row extends Shown>(options: {
  pathOf: (member: Row) => string;
  week: number;
  isKept: boolean;
  hasVetted: boolean;
}): readonly Column<Row>[] {
  const { pathOf, week, isKept, hasVetted } = options;
  const columns: (Column<Row> | false)[] = [
    {
      id: 'person',
      label: t('poolBoard.person'),
      isLead: true,
      cell: (member) => html`<div class="person">
        ${avatar(member.name, member.photoUrl)}
        <div>
          <a class="quiet strong" href=${href(pathOf(member))}>${member.name}</a>
          <div class="muted small one-line" title=${member.headline}>${member.headline}</div>
          <div class="muted small one-line">${[countryName(member.country), ...member.skills.slice(0, skillsShown).map(({ name }) => name)].join(' · ')}</div>
        </div>
      </div>`,
    },
    { id: 'weeks', label: t('poolBoard.weeks'), isPlain: true, cell: ({ weeks }) => weekStrip(weeks, week) },
    { id: 'rate', label: t('poolBoard.rate'), isEnd: true, cell: rateOf },
    { id: 'withUs', label: t('poolBoard.withUs'), isWide: true, cell: withUs },
    hasVetted && { id: 'vetting', label: t('poolBoard.vetting'), isWide: true, cell: vetting },
    isKept && { id: 'internal', label: t('poolBoard.internal'), isWide: true, cell: internal },
    isKept && { id: 'state', label: t('poolBoard.state'), isExtra: true, cell: ({ state }) => poolMemberStatus(state) },
    mayOpen('offerer') && { id: 'offer', label: '', isEnd: true, cell: offerLink },
  ];
  return columns.filter((column): column is Column<Row> => column !== false);
}

/** To the form of a direct offer, with the rate that was agreed. */
export function offerPath(member: Shown): string {
  const agreed = 'internal' in member && member.internal?.agreedRate?.isValid ? member.internal.agreedRate.rate : null;
  const query = new URLSearchParams({ freelancer: member.freelancerId });
  if (agreed) query.set('rate', `${agreed.amountMinor}-${agreed.currency}`);
  return `/offers/new?${query}`;
}

const offerLink = (member: Shown) =>
  html`<a class="button small" href=${href(offerPath(member))}>${icon(signature)}${t('poolBoard.offer')}</a>`;

function rateOf(member: Shown): TemplateResult | typeof nothing {
  const agreed = 'internal' in member && member.internal?.agreedRate?.isValid ? member.internal.agreedRate.rate : null;
  if (agreed) return html`${money(agreed)}<div class="muted small">${t('poolBoard.agreed')}</div>`;
  return member.hourlyRate ? money(member.hourlyRate) : nothing;
}

function withUs({ withUs: { contracts, spend, lastWorkedAt } }: Shown): TemplateResult {
  if (contracts === 0) return html`<span class="muted">${t('poolBoard.neverWorked')}</span>`;
  return html`<div>${t('poolBoard.contracts', { n: contracts })}</div>
    ${spend.map((sum) => html`<div class="small">${money(sum)}</div>`)}
    ${lastWorkedAt ? html`<div class="muted small">${t('poolBoard.lastWorked', { when: formatRelative(lastWorkedAt, now()) })}</div>` : nothing}`;
}

export function vetting({ vetting: known }: Shown): TemplateResult | typeof nothing {
  if (!known) return nothing;
  const band = known.scoreBand ? (wordsFor('scoreBand', known.scoreBand) ?? known.scoreBand) : t('badge.expertVetted');
  return html`${tag('success', known.score === null ? band : `${band} ${known.score}`, badgeCheck)}
    ${known.vettedAt ? html`<div class="muted small">${timeAgo(known.vettedAt)}</div>` : nothing}`;
}

function internal(member: Shown): TemplateResult | typeof nothing {
  if (!('internal' in member) || !member.internal) return nothing;
  const { tags, rating, noteCount } = member.internal;
  return html`${rating ? html`<span class="nowrap" title=${starsWords(rating.stars)}>${icon(star)} ${rating.stars}</span>` : nothing}
    ${tags.length > 0 ? html`<div class="chips">${tags.map((word) => html`<span class="chip">${word}</span>`)}</div>` : nothing}
    ${noteCount > 0 ? html`<div class="muted small">${t('poolBoard.notes', { n: noteCount })}</div>` : nothing}`;
}
