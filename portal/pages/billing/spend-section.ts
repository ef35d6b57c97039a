import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getSpend, type Spend } from '../../api/invoices.ts';
import { barChart } from '../../elements/bar-chart.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { chartColumn } from '../../icons/icons.generated.ts';
import { formatMonth } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';
import { exact, exactWords } from '../invoices/figures.ts';

const spans = ['6', '12', '24'] as const;
type Span = (typeof spans)[number];

/** Spent each month, and on which team; the table holds every figure of the chart. */
class SpendSection extends PortalElement {
  static override properties = { months: { state: true }, currency: { state: true } };
  declare months: Span;
  declare currency: string | undefined;

  constructor() {
    super();
    this.months = '6';
  }

  #load = new Task(this, {
    args: () => [this.months, this.currency] as const,
    task: ([months, currency], { signal }) => getSpend({ months, currency }, signal),
  });

  protected override render(): TemplateResult {
    const known = this.#load.value;
    return html`<section class="card" aria-labelledby="spend-title">
      <header>
        <h2 id="spend-title">${t('spend.title')}</h2>
        <div class="row">
          ${known && known.currencies.length > 1 ? this.#currencies(known) : nothing}
          ${segments<Span>(
            t('spend.months'),
            this.months,
            spans.map((value) => ({ value, label: t('spend.lastMonths', { n: Number(value) }) })),
            (value) => {
              this.months = value;
            },
          )}
        </div>
      </header>
      <div class="pad">
        ${this.#load.render({
          pending: () => (known ? view(known) : loading(6)),
          error: (problem) => failed(problem, () => void this.#load.run()),
          complete: view,
        })}
      </div>
    </section>`;
  }

  #currencies({ currency, currencies }: Spend): TemplateResult {
    return segments<string>(
      t('statements.currency'),
      currency,
      currencies.map((value) => ({ value, label: value })),
      (value) => {
        this.currency = value;
      },
    );
  }
}

function view(spend: Spend): TemplateResult {
  if (spend.groups.length === 0)
    return nothingYet({ shape: chartColumn, title: t('spend.none'), text: t('spend.noneText'), next: 'itself' });
  const { currency, months, groups } = spend;
  const sumOf = (index: number) => groups.reduce((sum, { amountsMinor }) => sum + amountsMinor[index]!, 0);
  return html`<div class="stack close">
    ${barChart({
      label: t('spend.title'),
      bars: months.map((month, index) => ({
        label: formatMonth(month),
        value: sumOf(index),
        text: exactWords({ amountMinor: sumOf(index), currency }),
      })),
    })}
    ${teamTable(spend)}
  </div>`;
}

const teamTable = ({ groups, months, currency, total }: Spend): TemplateResult =>
  html`<div class="scroll-x" role="region" tabindex="0" aria-label=${t('spend.byTeam')}>
    <table class="table" aria-label=${t('spend.byTeam')}>
      <thead>
        <tr>
          <th scope="col">${t('invoices.team')}</th>
          ${months.map((month) => html`<th scope="col" class="end spend-month">${formatMonth(month)}</th>`)}
          <th scope="col" class="end">${t('invoices.total')}</th>
        </tr>
      </thead>
      <tbody>
        ${groups.map(
          ({ name, amountsMinor, total: sum }) => html`<tr>
            <th scope="row">${name ?? t('spend.noTeam')}</th>
            ${amountsMinor.map((amountMinor) => html`<td class="end spend-month">${exact({ amountMinor, currency })}</td>`)}
            <td class="end"><strong>${exact(sum)}</strong></td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">${t('invoices.total')}</th>
          ${months.map((_, index) => html`<td class="end spend-month">${exact({ amountMinor: groups.reduce((sum, { amountsMinor }) => sum + amountsMinor[index]!, 0), currency })}</td>`)}
          <td class="end"><strong>${exact(total)}</strong></td>
        </tr>
      </tfoot>
    </table>
  </div>`;

define('portal-spend-section', SpendSection);
