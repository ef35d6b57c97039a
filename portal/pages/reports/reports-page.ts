import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import {
  getExports,
  getReports,
  getSchedules,
  getViews,
  type ReportExport,
  type ReportOffer,
  type ReportSchedule,
  type ReportSlug,
  type ReportView,
  removeView,
  restoreView,
} from '../../api/reports.ts';
import { pageHead } from '../../elements/page-head.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { empty, loading } from '../../elements/states.ts';
import { tag } from '../../elements/tag.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { calendar, chartColumn, chevronRight, lock, trash, users } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { mayOpen } from '../../shell/session.ts';
import { watch } from '../../shell/state.ts';
import { atOnce } from '../../shell/toasts.ts';
import { t } from '../../strings/strings.ts';
import type { PlainKey } from '../../strings/text-keys.ts';
import { reportStyles } from '../../styles/reports.ts';
import { exportRows } from './export-rows.ts';
import { watchedExports } from './export-watch.ts';
import { reportPath } from './question-url.ts';
import { recentReports } from './recent.ts';
import { refused } from './report-states.ts';
import { reportName, reportQuestion } from './report-words.ts';
import { scheduleWhen } from './schedule-words.ts';
import { deliveryTag } from './schedules-page.ts';

/** Questions that belong together; each is shown to whom it may answer. */
const groups: readonly { label: PlainKey; slugs: readonly ReportSlug[] }[] = [
  {
    label: 'reports.group.money',
    slugs: [
      'budgets',
      'spend',
      'purchase-orders',
      'transactions',
      'weekly-summary',
      'consolidated-invoice',
      'escrow-ageing',
    ],
  },
  {
    label: 'reports.group.people',
    slugs: ['contracts', 'time-detail', 'hiring-funnel', 'talent-pools', 'rate-benchmark', 'tenure', 'onboarding'],
  },
  { label: 'reports.group.proof', slugs: ['approvals', 'disputes', 'service-levels', 'audit', 'earnings'] },
];

const shownMax = 5;

type Shelf = { offers: ReportOffer[]; views: ReportView[]; schedules: ReportSchedule[]; exports: ReportExport[] };

/** Every report by the question that it answers, and what of them is kept, sent and written. */
class ReportsPage extends PortalElement {
  static override pageStyles = [reportStyles];

  constructor() {
    super();
    watch(this, watchedExports);
  }

  #load = new Task(this, {
    args: () => [] as const,
    task: async (_, { signal }): Promise<Shelf> => {
      // What is kept beside them may be missing; the questions are what people come for.
      const [offers, ...kept] = await Promise.all([
        getReports(signal),
        getViews(undefined, signal).catch(() => []),
        getSchedules(signal).catch(() => []),
        getExports(signal).catch(() => []),
      ]);
      const [views, schedules, exports] = kept;
      return { offers, views, schedules, exports };
    },
  });

  protected override render(): TemplateResult {
    return html`${pageHead(t('reports.title'), t('reports.lead'))}
      ${this.#load.render({
        pending: () =>
          this.#load.value ? this.#shelf(this.#load.value) : html`<div class="card">${loading(10)}</div>`,
        error: (problem) =>
          html`<div class="card">${refused(problem, { retry: this.#again, withoutTeam: this.#again, shorter: this.#again })}</div>`,
        complete: (shelf) => this.#shelf(shelf),
      })}`;
  }

  #again = () => void this.#load.run();

  #shelf({ offers, views, schedules, exports }: Shelf): TemplateResult {
    if (offers.length === 0)
      return html`<div class="card">${empty(lock, t('reports.none'), t('reports.noneText'))}</div>`;
    const readable = new Set(offers.map(({ slug }) => slug));
    return html`<div class="columns">
      <div class="stack">
        ${groups.map(({ label, slugs }) =>
          group(
            t(label),
            slugs.filter((slug) => readable.has(slug)),
            offers,
          ),
        )}
      </div>
      <aside class="stack">
        ${mayOpen('policyReader') ? monthEndLink() : nothing}
        ${recentCard(readable)} ${this.#views(views)} ${schedulesCard(schedules)} ${exportsCard(exports)}
      </aside>
    </div>`;
  }

  #views(views: readonly ReportView[]): TemplateResult {
    return html`<section class="card">
      <header><h2>${t('reports.views')}</h2></header>
      ${
        views.length === 0
          ? html`<p class="pad muted">${t('reports.noViews')}</p>`
          : html`<ul class="rows tight-rows">
              ${views.map(
                (view) => html`<li>
                  ${icon(view.isShared ? users : lock)}
                  <div class="grow">
                    <a class="quiet strong" href=${href(reportPath(view.report, { filters: view.filters, asOf: undefined }))}>${view.name}</a>
                    <div class="muted small">${reportName(view.report)} · ${view.isShared ? (view.isOwn ? t('views.shared') : view.owner.name) : t('views.own')}</div>
                  </div>
                  ${view.isOwn ? html`<button class="button plain small icon-only" type="button" aria-label="${t('views.delete')}: ${view.name}" @click=${() => this.#remove(view)}>${icon(trash)}</button>` : nothing}
                </li>`,
              )}
            </ul>`
      }
    </section>`;
  }

  #remove({ id, name }: ReportView): void {
    const shown = () => this.#load.run();
    void atOnce({
      page: this,
      work: () => removeView(id).then(shown),
      said: t('views.deleted', { name }),
      undo: () => restoreView(id).then(shown),
    });
  }
}

const group = (
  label: string,
  slugs: readonly ReportSlug[],
  offers: readonly ReportOffer[],
): TemplateResult | typeof nothing =>
  slugs.length === 0
    ? nothing
    : html`<section class="card">
        <header><h2>${label}</h2></header>
        <ul class="rows report-questions">
          ${slugs.map(
            (slug) => html`<li>
              <a class="quiet grow" href=${href(`/reports/${slug}`)}>
                <span class="strong">${reportQuestion(slug)}</span>
                <span class="muted small">${reportName(slug)} · ${offers.find((one) => one.slug === slug)?.id}</span>
              </a>
              ${icon(chevronRight)}
            </li>`,
          )}
        </ul>
      </section>`;

const monthEndLink = (): TemplateResult =>
  html`<section class="card pad stack tight">
    <h2>${t('reports.monthEnd')}</h2>
    <p class="muted">${t('reports.monthEndText')}</p>
    <div><a class="button" href=${href('/reports/month-end')}>${t('reports.monthEnd')}</a></div>
  </section>`;

function recentCard(readable: ReadonlySet<ReportSlug>): TemplateResult | typeof nothing {
  const recent = recentReports().filter(({ report }) => readable.has(report));
  if (recent.length === 0) return nothing;
  return html`<section class="card">
    <header><h2>${t('reports.recent')}</h2></header>
    <ul class="rows tight-rows">
      ${recent.map(({ report, path, at }) => html`<li>${icon(chartColumn)}<a class="quiet grow" href=${href(path)}>${reportName(report)}</a><span class="muted small">${timeAgo(at)}</span></li>`)}
    </ul>
  </section>`;
}

const schedulesCard = (schedules: readonly ReportSchedule[]): TemplateResult =>
  html`<section class="card">
    <header>
      <h2>${t('reports.due')}</h2>
      ${schedules.length > 0 ? html`<a href=${href('/reports/schedules')}>${t('reports.allSchedules')}</a>` : nothing}
    </header>
    ${
      schedules.length === 0
        ? html`<p class="pad muted">${t('reports.noDue')}</p>`
        : html`<ul class="rows tight-rows">
            ${[...schedules]
              .sort((one, other) => (one.nextRunAt ?? '~').localeCompare(other.nextRunAt ?? '~'))
              .slice(0, shownMax)
              .map(
                (one) => html`<li>
                  ${icon(calendar)}
                  <div class="grow">
                    <a class="quiet strong" href=${href(`/reports/schedules?open=${one.id}`)}>${one.name}</a>
                    <div class="muted small">${one.nextRunAt ? timeAgo(one.nextRunAt) : scheduleWhen(one)}</div>
                  </div>
                  ${one.state === 'active' ? (one.lastDelivery ? deliveryTag(one.lastDelivery) : nothing) : tag('neutral', t('schedules.paused'))}
                </li>`,
              )}
          </ul>`
    }
  </section>`;

/** What is written right now stands in for what was known when the page was opened. */
const exportsCard = (exports: readonly ReportExport[]): TemplateResult => {
  const watched = watchedExports.get();
  const known = new Set(exports.map(({ id }) => id));
  const all = [
    ...[...watched.values()].filter(({ id }) => !known.has(id)),
    ...exports.map((one) => watched.get(one.id) ?? one),
  ];
  return html`<section class="card">
    <header><h2>${t('exports.recent')}</h2></header>
    ${all.length === 0 ? html`<p class="pad muted">${t('exports.noneText')}</p>` : exportRows(all.slice(0, shownMax))}
  </section>`;
};

define('portal-reports-page', ReportsPage);
