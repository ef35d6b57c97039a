import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getOwnMoney, getTax, type TaxForm, type TaxOverview } from '../../api/payouts.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { exactMoney } from '../../elements/money-field.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { sandboxNote } from '../../elements/sandbox-note.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { fileText } from '../../icons/icons.generated.ts';
import { formatDate, formatPercent } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openSignForm } from './sign-form-dialog.ts';

type Loaded = TaxOverview & { isSandbox: boolean };

/** The tax form that counts, those before it, and what was withheld. */
class TaxPage extends PortalElement {
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Loaded> => {
      const [overview, { isSandbox }] = await Promise.all([getTax(signal), getOwnMoney(signal)]);
      return { ...overview, isSandbox };
    },
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`${pageHead(
      t('tax.title'),
      t('tax.lead'),
      known
        ? html`<button class=${known.current ? 'button' : 'button primary'} type="button" @click=${() => openSignForm(known, () => void this.#load.run())}>${known.current ? t('tax.signAnother') : t('tax.sign')}</button>`
        : nothing,
    )}
    ${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (overview) => page(overview),
    })}`;
  }
}

function page({ current, former, withheld, isSandbox }: Loaded): TemplateResult {
  return html`<div class="stack">
    ${sandboxNote(isSandbox)}
    <section class="card">
      <header><h2>${t('tax.current')}</h2></header>
      ${current ? html`<ul class="rows">${row(current)}</ul>` : nothingYet({ shape: fileText, title: t('tax.none'), text: t('tax.noneText'), next: 'beside' })}
    </section>
    ${
      withheld.length === 0
        ? nothing
        : html`<section class="card">
            <header><h2>${t('tax.withheld')}</h2></header>
            <table class="table cards">
              <thead>
                <tr>
                  <th scope="col">${t('tax.year')}</th>
                  <th scope="col" class="end">${t('tax.paidOut')}</th>
                  <th scope="col" class="end">${t('tax.amount')}</th>
                </tr>
              </thead>
              <tbody>
                ${withheld.map(
                  ({ year, paidOut, amount }) => html`<tr>
                    <th scope="row" class="number">${year}</th>
                    <td class="end" data-label=${t('tax.paidOut')}>${exactMoney(paidOut)}</td>
                    <td class="end" data-label=${t('tax.amount')}>${exactMoney(amount)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </section>`
    }
    ${
      former.length === 0
        ? nothing
        : html`<section class="card">
            <header><h2>${t('tax.former')}</h2></header>
            <ul class="rows">${former.map(row)}</ul>
          </section>`
    }
  </div>`;
}

const row = ({ kind, state, signedAt, signature, expiresAt, tinMask, withholdingBasisPoints }: TaxForm) => html`<li>
  <div class="grow">
    <strong>${wordsFor('taxForm', kind)}</strong>
    <div class="muted small">${t('tax.signed', { date: formatDate(signedAt), name: signature })}${expiresAt ? html`, ${t('tax.until', { date: formatDate(expiresAt) })}` : nothing}</div>
    <div class="small">
      ${tinMask ? html`<div>${t('tax.tin')}: <span class="number">${tinMask}</span></div>` : nothing} ${t('tax.rate')}: ${withholdingBasisPoints === 0 ? t('tax.nothing') : formatPercent(withholdingBasisPoints / 100)}
    </div>
  </div>
  ${tag(state === 'valid' ? 'success' : 'neutral', wordsFor('taxState', state) ?? state)}
</li>`;

define('portal-tax-page', TaxPage);
