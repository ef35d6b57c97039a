import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { getReport, type NamedPeriod, type ReportPage } from '../../api/reports.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { chartColumn } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { t } from '../../strings/strings.ts';
import { exactWords } from '../invoices/figures.ts';
import { isMoney } from '../reports/cell-words.ts';
import { reportPath } from '../reports/question-url.ts';

type Figures = { now: ReportPage; before: ReportPage };

/** What was spent, and the question that finance asks next; every figure leads to its report. */
class ReportsHome extends PortalElement {
  #load = new Task(this, {
    args: () => [],
    task: async (_, { signal }): Promise<Figures> => {
      const read = (period: NamedPeriod) =>
        getReport({ report: 'spend', own: false, question: asked(period), limit: 100 }, signal);
      const [now, before] = await Promise.all([read('monthToDate'), read('lastMonth')]);
      return { now, before };
    },
  });

  protected override render(): TemplateResult {
    return html`<section class="stack close" aria-labelledby="home-figures">
      <div class="row apart">
        <h2 id="home-figures">${t('homeReports.title')}</h2>
        <a href=${href('/reports')}>${t('homeReports.all')}</a>
      </div>
      ${this.#load.render({
        pending: () => html`<div class="card">${loading(2)}</div>`,
        // Without figures the home still leads on; the report itself says what is wrong.
        error: () => nothing,
        complete: figures,
      })}
      <div class="row">
        <a class="button" href=${href('/reports/budgets')}>${icon(chartColumn)}${t('homeReports.question')}</a>
        ${mayOpen('policyReader') ? html`<a class="button" href=${href('/reports/month-end')}>${t('reports.monthEnd')}</a>` : nothing}
      </div>
    </section>`;
  }
}

const asked = (period: NamedPeriod) => ({ filters: { period, groupBy: 'team' }, asOf: undefined });

function figures({ now, before }: Figures): TemplateResult {
  const top = topOf(now);
  return html`<dl class="figures">
    <div><dt>${t('homeReports.spent')}</dt><dd>${total(now, 'monthToDate')}</dd></div>
    <div><dt>${t('homeReports.before')}</dt><dd>${total(before, 'lastMonth')}</dd></div>
    ${top ? html`<div><dt>${t('homeReports.top')}: ${top.team}</dt><dd><a class="quiet money" href=${href(reportPath('spend', { ...asked('monthToDate'), filters: { ...asked('monthToDate').filters, team: [top.team] } }))}>${exactWords(top.total)}</a></dd></div>` : nothing}
  </dl>`;
}

function total({ totals }: ReportPage, period: NamedPeriod): TemplateResult {
  const sums = Array.isArray(totals.total) ? totals.total : [];
  const words = sums.length > 0 ? sums.map(exactWords).join(' + ') : '—';
  return html`<a class="quiet money" href=${href(reportPath('spend', asked(period)))}>${words}</a>`;
}

function topOf({ rows }: ReportPage) {
  const teams = rows.flatMap(({ cells: { dimension, total } }) =>
    typeof dimension === 'string' && dimension !== '' && isMoney(total) ? [{ team: dimension, total }] : [],
  );
  return teams.sort((one, other) => other.total.amountMinor - one.total.amountMinor)[0];
}

define('portal-reports-home', ReportsHome);
