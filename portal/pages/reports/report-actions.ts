import { exportFormats } from '@portico/api/insight/reports/report.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { ownEarningsFile, type Question, type ReportPage } from '../../api/reports.ts';
import { actionButton, actionItem } from '../../elements/action-button.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { icon } from '../../icons/icon.ts';
import { bookmark, calendar, download, ellipsis, link, printer } from '../../icons/icons.generated.ts';
import { href } from '../../router.ts';
import { toast } from '../../shell/toasts.ts';
import { formatInstant } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';
import { openExport } from './export-dialog.ts';
import { urlFromQuestion } from './question-url.ts';
import { openSaveView } from './save-view-dialog.ts';
import { openSchedule } from './schedule-dialog.ts';

type Kept = { page: ReportPage; question: Question; own: boolean; mayKeep: boolean };

/** The files, links and repetitions of what is on the page, as of the instant it shows. */
export function reportActions({ page, question, own }: Kept): TemplateResult {
  const asked: Question = { ...question, asOf: page.asOf };
  const share = { label: t('reports.share'), shape: link, run: () => void copyLink(asked, page) };
  if (own)
    return html`${actionButton(share)}
      ${popoverMenu(
        'own-export',
        html`${icon(download)}${t('reports.export')}`,
        exportFormats.map(
          (format) =>
            html`<a class="menu-item" href=${href(ownEarningsFile(format, asked))} download>${wordsFor('exports', format)}</a>`,
        ),
        'primary',
      )}`;
  return html`${popoverMenu(
    'report-more',
    html`${icon(ellipsis)}${t('reports.actions')}`,
    html`${actionItem(share)}
      ${actionItem({ label: t('reports.save'), shape: bookmark, run: () => openSaveView(page.slug, question.filters) })}
      ${actionItem({ label: t('reports.schedule'), shape: calendar, run: () => openSchedule({ report: page.slug, filters: question.filters }) })}
      ${actionItem({ label: t('reports.print'), shape: printer, run: () => print() })}`,
  )}
  ${page.rowCount === 0 ? nothing : actionButton({ label: t('reports.export'), shape: download, kind: 'primary', run: () => openExport(page.slug, asked) })}`;
}

/** The same rows for whoever opens it: period in days and the instant are in it. */
async function copyLink(asked: Question, page: ReportPage): Promise<void> {
  const { period: _, ...filters } = asked.filters;
  const { from, to } = page.filters;
  const query = urlFromQuestion({ filters: { ...filters, ...(from && { from }), ...(to && { to }) }, asOf: page.asOf });
  try {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}?${query}`);
    toast(t('reports.shared', { when: formatInstant(page.asOf) }));
  } catch (problem) {
    console.warn('The clipboard refused', problem);
  }
}
