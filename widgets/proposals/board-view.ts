import type { BoardSort } from '@portico/api/hiring/proposals/proposal.ts';
import type { ProposalCard } from '@portico/api/hiring/proposals/schema.ts';
import { html, nothing } from 'lit-html';
import { errorNotice } from '../core/error-notice.ts';
import { formatDate, formatMoney, formatNumber, formatPercent } from '../core/formats.ts';
import { icon } from '../core/icon.ts';
import { fill, plural } from '../core/locale.ts';
import type { Tab } from './board-parts.ts';
import type { ProposalsView } from './proposals-view.ts';

const pauseAfterTypingMs = 200;
let timer: ReturnType<typeof setTimeout>;

export function boardView(view: ProposalsView, panel: unknown) {
  const { strings, board, language, failure, sort } = view;
  const typed = ({ target }: Event) => {
    clearTimeout(timer);
    timer = setTimeout(() => view.look({ q: (target as HTMLInputElement).value.trim() }), pauseAfterTypingMs);
  };
  return html`<div class="row spread" part="bar">
      <div class="row" role="group" aria-label=${strings.label}>
        ${(Object.keys(strings.tabs) as Tab[]).map(
          (tab) => html`<button aria-pressed=${tab === view.tab} @click=${() => view.look({ tab })}>
            ${strings.tabs[tab]} <span class="muted small">${board ? formatNumber(count(view, tab), language) : ''}</span>
          </button>`,
        )}
      </div>
      <div class="row">
        <input class="field" type="search" aria-label=${strings.find} placeholder=${strings.find} @input=${typed} />
        <select aria-label=${strings.sort} @change=${({ target }: Event) => view.look({ sort: (target as HTMLSelectElement).value as BoardSort })}>
          ${Object.entries(strings.sorts).map(
            ([each, label]) => html`<option value=${each} .selected=${each === sort}>${label}</option>`,
          )}
        </select>
      </div>
    </div>
    <p class="muted small" role="status">
      ${view.said || (board ? plural(language, strings.found, board.items.length) : '')}
    </p>
    ${failure ? failureView(view) : nothing}
    <div class=${panel === nothing ? 'board' : 'board split'} aria-busy=${view.isBusy}>
      ${list(view)} ${panel === nothing ? nothing : html`<aside class="card" part="panel" aria-label=${strings.parts.proposal}>${panel}</aside>`}
    </div>
    ${view.compared.size ? tray(view) : nothing} ${keys(view)}`;
}

const count = ({ board }: ProposalsView, tab: Tab) => {
  const { counts, total } = board!;
  return tab === 'all' ? total - counts.archived : counts[tab];
};

function list(view: ProposalsView) {
  const { board, strings, failure } = view;
  if (!board) return failure ? nothing : skeleton();
  if (!board.items.length)
    return html`<slot name="empty"><p class="notice muted">${board.total ? strings.noneFits : strings.none}</p></slot>`;
  return html`<ul class="card" part="list">
    ${board.items.filter(({ isArchived }) => isArchived === (view.tab === 'archived')).map((card) => row(view, card))}
  </ul>`;
}

/** One proposal: who, for how much, how well it fits, where it stands, and what to do next. */
function row(view: ProposalsView, card: ProposalCard) {
  const { strings, language, proposal, compared } = view;
  const { id, freelancer, fit, rating } = card;
  const { matchedSkills, missingSkills } = fit;
  const skills = { n: matchedSkills.length, of: matchedSkills.length + missingSkills.length };
  const toggle = (word: string, pressed: boolean, press: () => void) =>
    html`<button class="small" aria-pressed=${pressed} @click=${press}>${word}<span class="sr"> ${freelancer.name}</span></button>`;
  const facts = [
    freelancer.jobSuccess === null ? '' : `${formatPercent(freelancer.jobSuccess, language)} ${strings.jobSuccess}`,
    skills.of
      ? fill(strings.skills, { n: formatNumber(skills.n, language), of: formatNumber(skills.of, language) })
      : '',
    rating.average === null ? '' : `★ ${formatNumber(Math.round(rating.average * 10) / 10, language)}`,
    card.noteCount ? plural(language, strings.notes, card.noteCount) : '',
    formatDate(card.submittedAt, language),
  ];
  return html`<li class="item" part="item" data-id=${id} aria-current=${id === proposal || nothing}>
    <div class="row spread">
      <h2><button class="link large name" @click=${() => view.open(id)}>${freelancer.name}</button></h2>
      <b class="bid">${bid(view, card)}</b>
    </div>
    <p dir="auto">${freelancer.headline}</p>
    <p class="row small">
      <span class="state">${strings.states[card.state]}</span>
      ${card.isShortlisted ? html`<span class="row state">${icon('save')}${strings.tabs.shortlisted}</span>` : nothing}
      ${card.viewedAt ? nothing : html`<b>${strings.isNew}</b>`}
      ${card.unreadMessages ? html`<b>${plural(language, strings.messages, card.unreadMessages)}</b>` : nothing}
    </p>
    <p class="excerpt muted" dir="auto">${card.letterExcerpt}</p>
    <p class="muted small">${facts.filter(Boolean).join(' · ')}</p>
    <div class="row">
      ${
        view.may('decide')
          ? [
              toggle(strings.shortlist, card.isShortlisted, () => view.flag(card, 'isShortlisted')),
              toggle(strings.archive, card.isArchived, () => view.flag(card, 'isArchived')),
            ]
          : nothing
      }
      ${toggle(strings.compare, compared.has(id), () => view.compare(card))}
      <slot name=${`item-actions:${id}`}></slot>
    </div>
  </li>`;
}

export function bid(
  { strings, language }: Pick<ProposalsView, 'strings' | 'language'>,
  { bid: it }: Pick<ProposalCard, 'bid'>,
) {
  if (it.kind === 'hourly') return `${formatMoney(it.rate, language)} ${strings.perHour}`;
  return formatMoney(it.total, language);
}

const tray = ({ strings, language, compared, openCompare }: ProposalsView) =>
  html`<div class="row spread card tray">
    <p role="status">${plural(language, strings.chosen, compared.size)}</p>
    <button class="primary" ?disabled=${compared.size < 2} @click=${openCompare}>${strings.compareNow}</button>
  </div>`;

/** In sight, because nobody guesses keys. */
const keys = ({ strings }: ProposalsView) =>
  html`<p class="row keys muted small" part="keys" aria-label=${strings.keys} role="group">
    ${Object.entries(strings.keyNames).map(([key, what]) => html`<span><kbd>${key}</kbd> ${what}</span>`)}
  </p>`;

export const failureView = ({
  failure,
  strings,
}: Pick<ProposalsView, 'failure'> & { strings: ProposalsView['strings'] | undefined }) =>
  html`<slot name="error">${errorNotice(failure!.error, strings, failure!.retry)}</slot>`;

/** Rows about as high as proposals will be, so that nothing moves when they come. */
export const skeleton = () => html`<div class="card" aria-hidden="true">
  ${Array.from({ length: 5 }, () => html`<div class="bone"></div>`)}
</div>`;
