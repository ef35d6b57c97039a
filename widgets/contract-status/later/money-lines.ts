import type { Money } from '@portico/api/money/money.ts';
import type { MoneyStep } from '@portico/api/work/milestones/money-schema.ts';
import { html, nothing } from 'lit-html';
import { formatMoney } from '../../core/formats.ts';
import type { LaterStrings } from './strings.ts';

/** Exactly what will happen, before the button: how much, for what, from which account to which. */
export const moneyLines = (words: LaterStrings, language: string, steps: readonly MoneyStep[], total?: Money) =>
  html`<table class="lines">
    <caption class="small muted">${words.happens}</caption>
    <tbody>
      ${steps.map(
        ({ what, from, to, amount }) => html`<tr>
          <th scope="row">
            ${words.whats[what]}
            <span class="muted small">${words.accounts[from] ?? from} → ${words.accounts[to] ?? to}</span>
          </th>
          <td>${formatMoney(amount, language)}</td>
        </tr>`,
      )}
      ${
        total
          ? html`<tr>
              <th scope="row"><b>${words.total}</b></th>
              <td><b>${formatMoney(total, language)}</b></td>
            </tr>`
          : nothing
      }
    </tbody>
  </table>`;
