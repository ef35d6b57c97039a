import { html, type TemplateResult } from 'lit';
import type { ReportPage } from '../../api/reports.ts';
import { copyButton } from '../../elements/copy-button.ts';
import { popoverMenu } from '../../elements/popover-menu.ts';
import { timeAgo } from '../../elements/time.ts';
import { icon } from '../../icons/icon.ts';
import { clock } from '../../icons/icons.generated.ts';
import { formatInstant } from '../../strings/format.ts';
import { t } from '../../strings/strings.ts';

const shownHash = 12;

/** What makes an answer repeatable: its instant, how many rows, the hash of all of them. */
export const proofLine = ({ asOf, rowCount, contentHash }: ReportPage): TemplateResult =>
  html`<p class="report-proof">
    <span>${t('reports.asOf')} ${timeAgo(asOf)}</span>
    <span class="number">${t('reports.rows', { n: rowCount })}</span>
    <span title=${t('reports.hashHint')}>${t('reports.hash')} <code>${contentHash.slice(0, shownHash)}…</code></span>
    <span class="no-print">${copyButton(contentHash, t('reports.copyHash'))}</span>
    <span class="only-print">${formatInstant(asOf)} · ${contentHash}</span>
  </p>`;

export const asOfMenu = (asOf: string | undefined, onChange: (asOf: string | undefined) => void): TemplateResult =>
  popoverMenu(
    'as-of',
    html`${icon(clock)}${t('reports.asOf')}: ${asOf ? html`<strong>${formatInstant(asOf)}</strong>` : t('reports.asOfNow')}`,
    html`<form
      class="menu-head stack tight"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const form = event.currentTarget as HTMLFormElement;
        const at = Date.parse(String(new FormData(form).get('asOf')));
        form.closest<HTMLElement>('[popover]')?.hidePopover();
        onChange(Number.isNaN(at) ? undefined : new Date(at).toISOString());
      }}
    >
      <label class="field"><span class="strong">${t('reports.asOfThen')}</span>
        <input class="input" type="datetime-local" step="1" name="asOf" .value=${localTime(asOf)} /></label>
      <p class="muted small">${t('reports.asOfHint')}</p>
      <button class="button small primary">${t('reports.asOfChange')}</button>
    </form>`,
    asOf ? 'small is-set' : 'small',
  );

/** As the field takes it: the reader's own zone, without one. */
function localTime(asOf: string | undefined): string {
  if (!asOf) return '';
  const at = new Date(asOf);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
