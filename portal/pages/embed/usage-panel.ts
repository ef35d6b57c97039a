import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { type EmbedUsage, getEmbedUsage, usageFilePath } from '../../api/embed.ts';
import { chart } from '../../elements/charts/chart.ts';
import { nothingYet } from '../../elements/empty-state.ts';
import { define, PortalElement } from '../../elements/portal-element.ts';
import { segments } from '../../elements/segments.ts';
import { failed, loading } from '../../elements/states.ts';
import { icon } from '../../icons/icon.ts';
import { chartColumn, download } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { formatDate, formatNumber } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

type Days = '7' | '30' | '90';
type Counts = Pick<EmbedUsage['widgets'][number], 'sessions' | 'people' | 'requests' | 'actions' | 'errors'>;

class UsagePanel extends PortalElement {
  static override properties = { days: { state: true } };
  declare days: Days;
  #usage = new Task(this, {
    args: () => [this.days],
    task: ([days], { signal }) => getEmbedUsage(Number(days), signal),
  });

  constructor() {
    super();
    this.days = '30';
  }

  protected override render(): TemplateResult {
    return html`<div class="stack">
      <div class="row spread">
        ${segments<Days>(
          t('embedConsole.period'),
          this.days,
          (['7', '30', '90'] as const).map((value) => ({ value, label: t('embedConsole.days', { n: Number(value) }) })),
          (days) => {
            this.days = days;
          },
        )}
        <a class="button small" href=${href(usageFilePath(Number(this.days)))} download>${icon(download)}CSV</a>
      </div>
      ${this.#usage.render({
        pending: () => html`<div class="card">${loading(8)}</div>`,
        error: (problem) => failed(problem, () => void this.#usage.run()),
        complete: (usage) => this.#shown(usage),
      })}
    </div>`;
  }

  #shown(usage: EmbedUsage): TemplateResult {
    const { days, widgets, origins, errors, versions } = usage;
    const isEmpty = days.every(({ pageLoads, sessions }) => pageLoads + sessions === 0);
    if (isEmpty)
      return html`<div class="card">${nothingYet({ shape: chartColumn, title: t('embedConsole.usageEmpty'), text: t('embedConsole.usageEmptyText'), next: 'itself' })}</div>`;
    const series = [
      { key: 'pageLoads', label: t('embedConsole.pageLoads') },
      { key: 'sessions', label: t('embedConsole.sessions') },
      { key: 'errors', label: t('embedConsole.errors') },
    ] as const;
    return html`<section class="card">
        <header><h2>${t('embedConsole.perDay')}</h2></header>
        <div class="pad">
          ${chart({
            label: t('embedConsole.perDay'),
            kind: 'lines',
            places: days.map(({ day }) => ({ key: day, label: formatDate(`${day}T12:00:00Z`) })),
            series: [...series],
            points: days.flatMap((day) => series.map(({ key }) => ({ place: day.day, series: key, value: day[key] }))),
            format: formatNumber,
            formatShort: formatNumber,
          })}
        </div>
      </section>
      ${table(
        t('embedConsole.perWidget'),
        t('embedConsole.widget'),
        widgets.map((one) => ({ name: wordsFor('widgetName', one.widget) ?? one.widget, ...one })),
      )}
      ${table(
        t('embedConsole.perOrigin'),
        t('origins.add'),
        origins.map((one) => ({ name: one.origin, ...one })),
      )}
      <div class="two-cards">
        ${small(
          t('embedConsole.errorsByCode'),
          errors.map(({ widget, code, count }) => [
            widget ? `${wordsFor('widgetName', widget) ?? widget} · ${code}` : code,
            count,
          ]),
        )}
        ${small(
          t('embedConsole.versions'),
          versions.map(({ version, loads }) => [version, loads]),
          t('embedConsole.versionsNote'),
        )}
      </div>`;
  }
}

function table(title: string, first: string, rows: readonly (Counts & { name: string })[]): TemplateResult {
  const columns = ['sessions', 'people', 'requests', 'actions', 'errors'] as const;
  const names = {
    sessions: t('embedConsole.sessions'),
    people: t('embedConsole.people'),
    requests: t('embedConsole.requests'),
    actions: t('embedConsole.actions'),
    errors: t('embedConsole.errors'),
  };
  return html`<section class="card">
    <header><h2>${title}</h2></header>
    <table class="table cards">
      <thead>
        <tr><th scope="col">${first}</th>${columns.map((key) => html`<th scope="col" class="end">${names[key]}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">${row.name}</th>
            ${columns.map((key) => html`<td class="end number" data-label=${names[key]}>${formatNumber(row[key])}</td>`)}
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function small(title: string, rows: readonly (readonly [string, number])[], note?: string): TemplateResult {
  return html`<section class="card">
    <header><h2>${title}</h2></header>
    ${
      rows.length === 0
        ? html`<p class="pad muted">${t('embedConsole.nothing')}</p>`
        : html`<ul class="rows">
            ${rows.slice(0, 12).map(([name, n]) => html`<li><span class="grow">${name}</span><span class="number">${formatNumber(n)}</span></li>`)}
          </ul>`
    }
    ${note ? html`<p class="pad muted small">${note}</p>` : nothing}
  </section>`;
}

define('portal-embed-usage', UsagePanel);
