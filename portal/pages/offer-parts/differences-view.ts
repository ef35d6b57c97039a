import type { OfferDifferences } from '@portico/api/hiring/offers/schema.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDate, formatMoney } from '../../strings/format.ts';
import { t, wordsFor } from '../../strings/strings.ts';

/** What one version has other than another: field by field, and the text word by word. */
export function differencesView({ changes, text }: OfferDifferences): TemplateResult {
  const isTextChanged = text.some(({ kind }) => kind !== 'same');
  if (changes.length === 0 && !isTextChanged) return html`<p class="muted">${t('differences.none')}</p>`;
  return html`${
    changes.length > 0
      ? html`<table class="table cards differences" aria-label=${t('differences.title')}>
          <thead>
            <tr><th scope="col">${t('differences.field')}</th><th scope="col">${t('differences.before')}</th><th scope="col">${t('differences.after')}</th></tr>
          </thead>
          <tbody>
            ${changes.map(
              ({ path, label, before, after }) =>
                html`<tr>
                  <td class="strong">${fieldWords(path, label)}</td>
                  <td data-label=${t('differences.before')}><del>${valueWords(before)}</del></td>
                  <td data-label=${t('differences.after')}><ins>${valueWords(after)}</ins></td>
                </tr>`,
            )}
          </tbody>
        </table>`
      : nothing
  }
  ${
    isTextChanged
      ? html`<p class="text-difference">${text.map(({ kind, text: piece }) => (kind === 'added' ? html`<ins>${piece}</ins>` : kind === 'removed' ? html`<del>${piece}</del>` : piece))}</p>`
      : nothing
  }`;
}

function fieldWords(path: string, label: string): string {
  const place = /\/milestones\/(\d+)/.exec(path)?.[1];
  const words = wordsFor('differenceField', label) ?? label;
  return place === undefined ? words : t('differences.ofMilestone', { n: Number(place) + 1, field: words });
}

/** A value of the terms in the reader's words, whatever its shape. */
function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return t('differences.nothing');
  if (value === true) return t('propose.yes');
  if (value === false) return t('propose.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : (wordsFor('differenceValue', value) ?? value);
  if (isMoney(value)) return formatMoney(value);
  if (isMilestone(value)) return `${value.description}, ${formatMoney(value.amount)}`;
  if (Array.isArray(value)) return value.map(valueWords).join('; ');
  const { number, kind, version } = value as { number?: string; kind?: string; version?: number };
  if (version !== undefined) return t('offer.versionOf', { version });
  return number ?? wordsFor('differenceValue', kind ?? '') ?? JSON.stringify(value);
}

const isMoney = (value: object): value is { amountMinor: number; currency: string } =>
  'amountMinor' in value && 'currency' in value;
const isMilestone = (
  value: object,
): value is { description: string; amount: { amountMinor: number; currency: string } } =>
  'description' in value && 'amount' in value;
