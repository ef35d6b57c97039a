import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnMoney, type OwnMoney } from '../../api/payouts.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { href } from '../../router.ts';
import { t } from '../../strings/strings.ts';
import { comingRows, moneyFigures } from '../earnings/money-places.ts';

const shownMax = 5;

/** Where my money is and when it arrives: answered at home, without a click. */
class MoneyCard extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getOwnMoney(signal) });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading(3)}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (money) => card(money),
    })}`;
  }
}

function card({ currencies, isSandbox }: OwnMoney): TemplateResult {
  return html`<section class="stack close" aria-labelledby="own-money">
    <div class="row apart">
      <h2 id="own-money">${t('earnings.where')}</h2>
      <a href=${href('/earnings')}>${t('earnings.all')}</a>
    </div>
    ${
      currencies.length === 0
        ? html`<p class="card pad muted">${t('earnings.noneText')}</p>`
        : currencies.map(
            (of) =>
              html`${moneyFigures(of)} ${of.coming.length + of.underWay.length > 0 ? html`<div class="card">${comingRows(of, shownMax)}</div>` : nothing}`,
          )
    }
    ${isSandbox ? html`<p class="muted small">${t('earnings.sandbox')}</p>` : nothing}
  </section>`;
}

define('portal-money-card', MoneyCard);
