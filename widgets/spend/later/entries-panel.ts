import type { ReportEntries, ReportPage } from '@portico/api/insight/reports/schema.ts';
import { html, nothing } from 'lit-html';
import { formatDate, formatMoney } from '../../core/formats.ts';
import { icon } from '../../core/icon.ts';
import { laterWords } from '../../core/later-words.ts';
import { plural } from '../../core/locale.ts';
import { labelOf, type SpendRow, type SpendView } from '../spend-view.ts';
import type { EntriesPanel } from './later-parts.ts';
import type { EntriesStrings } from './strings.ts';

const files: Record<string, () => Promise<{ words: EntriesStrings }>> = {
  en: () => import('./locales/en.ts'),
  de: () => import('./locales/de.ts'),
  fr: () => import('./locales/fr.ts'),
  es: () => import('./locales/es.ts'),
  ja: () => import('./locales/ja.ts'),
  ar: () => import('./locales/ar.ts'),
};

/** The ledger's entries behind a figure, and their sum. */
export function createEntriesPanel(view: SpendView): EntriesPanel {
  const words = laterWords(view, 'spend', files);
  let entries: ReportEntries | undefined;
  let shown: { row: SpendRow; page: ReportPage } | undefined;

  async function read(cursor?: string): Promise<void> {
    const { row, page } = shown!;
    const { filters, asOf } = page;
    const query = new URLSearchParams({ row: row.key, column: 'total', asOf, ...(cursor && { cursor }) });
    for (const [name, value] of Object.entries(filters)) for (const one of [value].flat()) query.append(name, `${one}`);
    const found = await view.api.ask<ReportEntries>('/v1/reports/spend/entries', { query, locale: view.language });
    if (shown?.row !== row) return;
    entries = cursor ? { ...found, items: [...entries!.items, ...found.items] } : found;
    view.update();
  }

  return {
    async show(row, page) {
      entries = undefined;
      shown = { row, page };
      await words.speak();
      await read();
    },
    render() {
      const { opened } = view;
      const strings = words.now();
      if (!opened) return nothing;
      return html`<div class="stack" aria-busy=${!entries}>
        <div class="row spread">
          <h2 tabindex="-1">${labelOf(view, opened)}</h2>
          <button class="plain" @click=${view.close}>${icon('close')}${view.strings.close}</button>
        </div>
        ${entries && strings ? content(view, entries, strings, () => void read(entries!.nextCursor!).catch((reason) => view.fail(reason))) : html`<div class="bone"></div>`}
      </div>`;
    },
  };
}

function content(
  { language }: SpendView,
  { items, count, sums, nextCursor }: ReportEntries,
  strings: EntriesStrings,
  more: () => void,
) {
  return html`<p class="muted small" role="status">${plural(language, strings.found, count)}</p>
    <table>
      <thead>
        <tr class="muted small">
          <th scope="col">${strings.when}</th>
          <th scope="col">${strings.what}</th>
          <th scope="col" class="end">${strings.amount}</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(
          ({ at, account, amount, invoice }) => html`<tr>
            <td class="when">${formatDate(at, language)}</td>
            <td>
              ${strings.parts[partOf(account)]}
              ${invoice?.number ? html`<div class="muted small">${invoice.number}</div>` : nothing}
            </td>
            <td class="end">${formatMoney(amount, language)}</td>
          </tr>`,
        )}
      </tbody>
      <tfoot>
        ${sums.map(
          (sum) => html`<tr>
            <th scope="row" colspan="2">${strings.sum}</th>
            <td class="end"><b>${formatMoney(sum, language)}</b></td>
          </tr>`,
        )}
      </tfoot>
    </table>
    ${nextCursor ? html`<button @click=${more}>${strings.more}</button>` : nothing}`;
}

function partOf(account: string): keyof EntriesStrings['parts'] {
  if (account === 'taxes') return 'tax';
  return account === 'platformFees' ? 'fee' : 'work';
}
