import { html, type TemplateResult } from 'lit';
import { type BrandVersion, getVersions } from '../../../api/brand.ts';
import { showOnce } from '../../../elements/dialog.ts';
import { timeAgo } from '../../../elements/time.ts';
import { t, wordsFor } from '../../../strings/strings.ts';

export const partWords = (parts: readonly string[]): string =>
  parts.map((part) => wordsFor('brandPart', part) ?? part).join(', ');

/** What was worn, newest first, and the way back to each. */
export async function openHistory(restore: (version: BrandVersion) => void): Promise<void> {
  const versions = await getVersions();
  showOnce(
    t('brand.history'),
    versions.length === 0
      ? html`<p class="muted">${t('brand.noHistory')}</p>`
      : html`<ol class="rows brand-versions">${versions.map((version) => row(version, restore))}</ol>`,
  );
}

function row(version: BrandVersion, restore: (version: BrandVersion) => void): TemplateResult {
  const { number, changes, restoredFrom, publishedBy, publishedAt, isWorn } = version;
  const close = (event: Event) => (event.target as HTMLElement).closest('dialog')?.close();
  const what =
    restoredFrom !== null
      ? t('brand.restoredFrom', { number: restoredFrom })
      : changes.length > 0
        ? partWords(changes)
        : t('brand.asItWas');
  return html`<li>
    <div class="grow">
      <strong>${t('brand.version', { number })}</strong>
      <div class="small">${what}</div>
      <div class="muted small">${publishedBy?.name ?? ''} ${timeAgo(publishedAt)}</div>
    </div>
    ${
      isWorn
        ? html`<span class="tag success">${t('brand.wornNow')}</span>`
        : html`<button class="button small" type="button" @click=${(event: Event) => {
            close(event);
            restore(version);
          }}>${t('brand.restore')}</button>`
    }
  </li>`;
}
