import { type BoardSort, boardSorts, proposalStates } from '@portico/api/hiring/proposals/proposal.ts';
import type { Query } from '../../api/client.ts';
import type { ProposalBoard } from '../../api/proposals.ts';
import type { CountTab } from '../../elements/count-tabs.ts';
import { t, wordsFor } from '../../strings/strings.ts';

export const boardViews = ['current', 'unread', 'shortlisted', 'offered', 'ended', 'archived'] as const;
export type BoardView = (typeof boardViews)[number];

/** What the board shows; the URL holds it under the same names. */
export type BoardFilter = { view: BoardView; sort: BoardSort; q: string };

const ended = ['hired', 'declined', 'withdrawn', 'closed'] as const;

export function filterFromUrl(url: URLSearchParams): BoardFilter {
  return {
    view: boardViews.find((view) => view === url.get('view')) ?? 'current',
    sort: boardSorts.find((sort) => sort === url.get('sort')) ?? 'bestMatch',
    q: url.get('q') ?? '',
  };
}

export function urlFromFilter({ view, sort, q }: BoardFilter, open: string | undefined): URLSearchParams {
  const url = new URLSearchParams();
  if (view !== 'current') url.set('view', view);
  if (sort !== 'bestMatch') url.set('sort', sort);
  if (q) url.set('q', q);
  if (open) url.set('proposal', open);
  return url;
}

export function queryOf({ view, sort, q }: BoardFilter): Query {
  const common = { sort, q: q || undefined };
  switch (view) {
    case 'current':
      return { ...common, state: proposalStates.filter((state) => !(ended as readonly string[]).includes(state)) };
    case 'unread':
      return { ...common, unread: 'true' };
    case 'shortlisted':
      return { ...common, shortlisted: 'true' };
    case 'offered':
      return { ...common, state: ['offered', 'hired'] };
    case 'ended':
      return { ...common, state: ended };
    case 'archived':
      return { ...common, archived: 'only' };
  }
}

export function boardTabs(counts: ProposalBoard['counts'] | undefined): CountTab<BoardView>[] {
  return boardViews.map((value) => ({
    value,
    label: wordsFor('boardView', value) ?? value,
    n: counts && countOf(value, counts),
  }));
}

function countOf(view: BoardView, counts: ProposalBoard['counts']): number | undefined {
  switch (view) {
    case 'current':
      return counts.submitted + counts.active + counts.offered;
    case 'unread':
      return counts.unread;
    case 'shortlisted':
      return counts.shortlisted;
    case 'offered':
      return counts.offered + counts.hired;
    case 'ended':
      return ended.reduce((sum, state) => sum + counts[state], 0);
    case 'archived':
      return counts.archived;
  }
}

export const sortChoices = () =>
  boardSorts.map((value) => ({ value, label: wordsFor('boardSort', value) ?? t('proposal.sort') }));
