import type { Timesheet } from '@portico/api/work/timesheets/schema.ts';
import { html, nothing } from 'lit-html';
import { formatMoney } from '../../core/formats.ts';
import type { ReviewView } from '../review-view.ts';
import type { LaterStrings } from './strings.ts';

const lines = ['amount', 'fee', 'initiation', 'tax', 'total'] as const;

/** What the week costs, line by line. */
export const costs = ({ language }: Pick<ReviewView, 'language'>, words: LaterStrings, { quote }: Timesheet) =>
  html`<table class="lines">
    <caption class="muted small">${words.costs}</caption>
    <tbody>
      ${lines.map((line) =>
        quote[line].amountMinor || line === 'total'
          ? html`<tr>
              <th scope="row">${words.lines[line]}</th>
              <td>${formatMoney(quote[line], language)}</td>
            </tr>`
          : nothing,
      )}
    </tbody>
  </table>`;
