import type { FreeWeek } from '@portico/api/talent/talent-pools/week.ts';
import { html, type TemplateResult } from 'lit';
import { formatDate, formatDay, formatNumber } from '../../strings/format.ts';
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

/** The same with room: every week with its first day and its word. */
export const weekRow = (weeks: readonly FreeWeek[]): TemplateResult =>
  html`<ul class="week-row">
    ${weeks.map(
      ({ startsOn, freeHours, state }) => html`<li>
        <span class="muted small">${formatDay(startsOn)}</span>
        <span class="figure ${state}">${t('poolMember.weekHours', { hours: formatNumber(freeHours) })}</span>
        <span class="small">${wordsFor('weekState', state) ?? state}</span>
      </li>`,
    )}
  </ul>`;

export const weekWords = ({ startsOn, freeHours, state }: FreeWeek): string =>
  t('poolBoard.weekWords', {
    date: formatDate(startsOn),
    hours: formatNumber(freeHours),
    state: wordsFor('weekState', state) ?? state,
  });
