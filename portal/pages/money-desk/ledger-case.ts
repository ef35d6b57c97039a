import { Task } from '@lit/task';
import { html, type TemplateResult } from 'lit';
import { getLedgerHealth } from '../../api/payouts.ts';
import { money } from '../../elements/money-field.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { formatNumber } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

type Health = Awaited<ReturnType<typeof getLedgerHealth>>;

/** How the ledger stands: counts, sums by kind of account, and whether everything holds. */
class LedgerCase extends PortalElement {
  #load = new Task(this, { args: () => [], task: (_, { signal }) => getLedgerHealth(signal) });

  protected override render(): TemplateResult {
    return html`${this.#load.render({
      pending: () => html`<div class="card">${loading()}</div>`,
      error: (problem) => failed(problem, () => void this.#load.run()),
      complete: (health) => page(health),
    })}`;
  }
}

function page({ counts, sums, verification }: Health): TemplateResult {
  const broken = verification?.broken.length ?? 0;
  return html`<div class="stack">
    <dl class="figures">
      <div><dt>${t('desk.transfers')}</dt><dd>${formatNumber(counts.transfers)}</dd></div>
      <div><dt>${t('desk.entries')}</dt><dd>${formatNumber(counts.entries)}</dd></div>
      <div><dt>${t('desk.pending')}</dt><dd>${formatNumber(counts.pending)}</dd></div>
      <div><dt>${t('desk.accounts')}</dt><dd>${formatNumber(counts.accounts)}</dd></div>
    </dl>
    <section class="card">
      <header>
        <h2>${t('desk.verified')}</h2>
        ${verification ? (broken > 0 ? tag('danger', t('desk.broken', { n: broken })) : tag('success', t('desk.whole'))) : tag('neutral', t('desk.neverVerified'))}
      </header>
      <table class="table cards">
        <thead>
          <tr>
            <th scope="col">${t('desk.kind')}</th>
            <th scope="col" class="end">${t('desk.accounts')}</th>
            <th scope="col" class="end">${t('desk.balance')}</th>
          </tr>
        </thead>
        <tbody>
          ${sums
            .filter(({ currency }) => currency.length === 3)
            .map(
              ({ kind, accounts, sum }) => html`<tr>
                <th scope="row">${kind}</th>
                <td class="end number" data-label=${t('desk.accounts')}>${formatNumber(accounts)}</td>
                <td class="end" data-label=${t('desk.balance')}>${money(sum)}</td>
              </tr>`,
            )}
        </tbody>
      </table>
    </section>
  </div>`;
}

define('portal-ledger-case', LedgerCase);
