import type { FreeWeek } from '@portico/api/talent/talent-pools/week.ts';
import { html, type TemplateResult } from 'lit';
import { formatDate, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** Free hours of the next weeks, each a figure, a shape and a word: never a colour alone. */
export const weekStrip = (weeks: readonly FreeWeek[], asked?: number): TemplateResult =>
  html`<span class="week-strip" role="list" aria-label=${t('poolBoard.weeks')}>
    ${weeks.map((week, at) => {
      const words = weekWords(week);
      return html`<span role="listitem" class="${week.state} ${at === asked ? 'asked' : ''}" title=${words}
        ><span aria-hidden="true">${formatNumber(week.freeHours)}</span><span class="visually-hidden">${words}</span></span
      >`;
    })}
  </span>`;

export const weekWords = ({ startsOn, freeHours, state }: FreeWeek): string =>
  t('poolBoard.weekWords', {
    date: formatDate(startsOn),
    hours: formatNumber(freeHours),
    state: wordsFor('weekState', state) ?? state,
  });
