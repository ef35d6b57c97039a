import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type BillingOverview, getBillingOverview, getInvoices, type InvoicePage } from '../../api/invoices.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { failed, loading, notice } from '../../elements/states.ts';
import { invoiceStatus } from '../../elements/status.ts';
import { icon } from '../../icons/icon.ts';
import { building, fileText, list, scrollText, triangleAlert } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { formatDate } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { exact, exactWords } from '../invoices/figures.ts';
import './spend-section.ts';

/** What a company has, may still buy, and owes; and what it spent on whom. */
class BillingPage extends PortalElement {
  #load = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }) => {
      const [overview, latest] = await Promise.all([
        getBillingOverview(signal),
        getInvoices(false, { limit: 5 }, signal),
      ]);
      return { overview, latest };
    },
  });

  protected override render(): TemplateResult {
    return html`${pageHead(t('billingHome.title'), t('billingHome.lead'), links())}
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#load.run()),
        complete: ({ overview, latest }) => this.#view(overview, latest),
      })}`;
  }

  #view(overview: BillingOverview, latest: InvoicePage): TemplateResult {
    return html`<div class="stack">
      ${overview.processor.isSandbox ? html`<p class="muted small">${t('invoices.sandbox')}</p>` : nothing}
      ${overdueNotice(overview)} ${figures(overview)}
      <portal-spend-section></portal-spend-section>
      ${latestCard(latest)}
    </div>`;
  }
}

const links = (): TemplateResult => html`
  ${mayOpen('payer') ? html`<a class="button" href=${href('/billing/details')}>${icon(building)}${t('billingDetails.title')}</a>` : nothing}
  <a class="button" href=${href('/billing/transactions')}>${icon(list)}${t('transactions.title')}</a>
  ${mayOpen('policyReader') ? html`<a class="button" href=${href('/billing/statements')}>${icon(scrollText)}${t('statements.title')}</a>` : nothing}
  <a class="button" href=${href('/billing/invoices')}>${icon(fileText)}${t('invoices.title')}</a>`;

function overdueNotice({ due, credit }: BillingOverview): TemplateResult | typeof nothing {
  const late = due.filter(({ overdue }) => overdue.amountMinor > 0);
  if (late.length === 0) return nothing;
  const amount = late.map(({ overdue }) => exactWords(overdue)).join(', ');
  const words = credit ? t('billingHome.overdueCredit', { amount }) : t('billingHome.overdue', { amount });
  return notice(
    'danger',
    triangleAlert,
    html`${words} <a href=${href('/billing/invoices?state=overdue')}>${t('billingHome.seeOverdue')}</a>`,
  );
}

function figures({ balances, credit, due }: BillingOverview): TemplateResult {
  return html`<dl class="figures">
    ${
      balances.length > 0
        ? balances.map(
            ({ available }) => html`<div><dt>${t('billingHome.balance')}</dt><dd>${exact(available)}</dd></div>`,
          )
        : html`<div><dt>${t('billingHome.balance')}</dt><dd>${t('billingHome.nothing')}</dd></div>`
    }
    ${
      credit
        ? html`<div>
              <dt>${t('billingHome.credit')}</dt>
              <dd>${exact(credit.available)}<p class="muted small">${t('billingHome.ofLimit', { limit: exactWords(credit.limit), n: credit.days })}</p></dd>
            </div>
            <div>
              <dt>${t('billingHome.gathered')}</dt>
              <dd>${credit.draftId ? html`<a class="quiet" href=${href(`/billing/invoices/${credit.draftId}`)}>${exact(credit.gathered)}</a>` : exact(credit.gathered)}<p class="muted small">${t('billingHome.invoicedOn', { date: formatDate(credit.nextInvoiceAt.slice(0, 10)) })}</p></dd>
            </div>`
        : nothing
    }
    ${due.map(
      ({ open, invoices, nextDueAt }) => html`<div>
        <dt>${t('billingHome.due', { n: invoices })}</dt>
        <dd>${exact(open)}${nextDueAt ? html`<p class="muted small">${t('billingHome.nextDue', { date: formatDate(nextDueAt) })}</p>` : nothing}</dd>
      </div>`,
    )}
  </dl>`;
}

function latestCard({ items }: InvoicePage): TemplateResult | typeof nothing {
  if (items.length === 0) return nothing;
  return html`<section class="card">
    <header><h2>${t('billingHome.latest')}</h2><a href=${href('/billing/invoices')}>${t('billingHome.all')}</a></header>
    <ul class="rows">
      ${items.map(
        ({ id, number, state, kind, total }) => html`<li>
          <a class="grow quiet strong" href=${href(`/billing/invoices/${id}`)}>${number ?? t('invoices.draft')}</a>
          ${kind === 'creditNote' ? nothing : invoiceStatus(state)}
          <span class="money">${exactWords(total)}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}

define('portal-billing-page', BillingPage);
