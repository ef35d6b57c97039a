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
                  <td data-label=${t('differences.before')}><del>${valueWords(before, label)}</del></td>
                  <td data-label=${t('differences.after')}><ins>${valueWords(after, label)}</ins></td>
                </tr>`,
            )}
          </tbody>
        </table>`
      : nothing
  }
  ${
    isTextChanged
      ? html`<p class="text-difference">${text.map((piece, index) => pieceWords(piece, index === 0, index === text.length - 1))}</p>`
      : nothing
  }`;
}

const sameShown = 160;

/** Of what stayed the same, only what stands beside a change: the whole text is read elsewhere. */
function pieceWords(
  { kind, text }: OfferDifferences['text'][number],
  isFirst: boolean,
  isLast: boolean,
): TemplateResult | string {
  if (kind === 'added') return html`<ins>${text}</ins>`;
  if (kind === 'removed') return html`<del>${text}</del>`;
  const before = isFirst ? '' : text.slice(0, sameShown).replace(/\S*$/, '');
  const after = isLast ? '' : text.slice(-sameShown).replace(/^\S*/, '');
  if (before.length + after.length + sameShown > text.length) return text;
  return html`${before}<span class="muted">[…]</span>${after}`;
}

function fieldWords(path: string, label: string): string {
  const place = /\/milestones\/(\d+)/.exec(path)?.[1];
  const words = wordsFor('differenceField', label) ?? label;
  return place === undefined ? words : t('differences.ofMilestone', { n: Number(place) + 1, field: words });
}

/** A value of the terms in the reader's words, whatever its shape. */
function valueWords(value: unknown, label = ''): string {
  if (value === null && label === 'template') return t('differences.ownText');
  if (value === null || value === undefined || value === '') return t('differences.nothing');
  if (value === true) return t('propose.yes');
  if (value === false) return t('propose.no');
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDate(value) : (wordsFor('differenceValue', value) ?? value);
  if (isMoney(value)) return formatMoney(value);
  if (isMilestone(value)) return `${value.description}, ${formatMoney(value.amount)}`;
  if (Array.isArray(value)) return value.map((one) => valueWords(one)).join('; ');
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
