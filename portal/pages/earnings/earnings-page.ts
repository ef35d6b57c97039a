import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnMoney, type OwnMoney, type OwnMoneyOfCurrency } from '../../api/payouts.ts';
import { barChart } from '../../elements/bar-chart.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { wallet } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatMoney, formatMonth } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { comingRows, moneyFigures } from './money-places.ts';

const comingMax = 50;
const monthsMax = 12;

/** What was earned and where it is, a currency each. */
class EarningsPage extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getOwnMoney(signal) });

  protected override render(): TemplateResult {
    return html`${pageHead(
      t('earnings.title'),
      t('earnings.lead'),
      this.#load.value?.currencies.length === 0
        ? nothing
        : html`<a class="button primary" href=${href('/payouts')}>${icon(wallet)}${t('earnings.takeOut')}</a>`,
    )}
    ${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (own) => this.#money(own),
    })}`;
  }

  #money({ currencies, isSandbox }: OwnMoney): TemplateResult {
    if (currencies.length === 0)
      return html`<div class="card">${nothingYet({ shape: wallet, title: t('earnings.none'), text: t('earnings.noneText'), next: html`<a class="button primary" href=${href('/jobs')}>${t('ownProposals.find')}</a>` })}</div>`;
    return html`<div class="stack">
      ${sandboxNote(isSandbox)} ${currencies.map((of) => this.#currency(of))}
    </div>`;
  }

  #currency(of: OwnMoneyOfCurrency): TemplateResult {
    const { currency, coming, underWay } = of;
    const months = of.months.slice(-monthsMax);
    return html`<div class="stack close">
      ${moneyFigures(of)}
      <section class="card">
        <header><h2>${t('earnings.coming')}</h2></header>
        ${coming.length + underWay.length === 0 ? html`<p class="pad muted">${t('earnings.nothingComing')}</p>` : comingRows(of, comingMax)}
      </section>
      ${
        months.length === 0
          ? nothing
          : html`<section class="card">
              <header><h2>${t('earnings.byMonth', { currency })}</h2><span class="muted small">${t('earnings.byMonthNote')}</span></header>
              <div class="pad">${barChart({
                label: t('earnings.byMonth', { currency }),
                bars: months.map(({ month, earned }) => ({
                  label: formatMonth(month),
                  value: earned.amountMinor,
                  text: formatMoney(earned),
                })),
              })}</div>
              ${monthTable(months)}
            </section>`
      }
    </div>`;
  }
}

function monthTable(months: OwnMoneyOfCurrency['months']): TemplateResult {
  return html`<table class="table cards">
    <thead>
      <tr>
        <th scope="col">${t('earnings.month')}</th>
        <th scope="col" class="end">${t('earnings.earned')}</th>
        <th scope="col" class="end">${t('earnings.fees')}</th>
        <th scope="col" class="end">${t('earnings.out')}</th>
      </tr>
    </thead>
    <tbody>
      ${[...months].reverse().map(
        ({ month, earned, fees, paidOut }) => html`<tr>
          <th scope="row">${formatMonth(month)}</th>
          <td class="end" data-label=${t('earnings.earned')}>${exactMoney(earned)}</td>
          <td class="end" data-label=${t('earnings.fees')}>${exactMoney(fees)}</td>
          <td class="end" data-label=${t('earnings.out')}>${exactMoney(paidOut)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

define('portal-earnings-page', EarningsPage);
