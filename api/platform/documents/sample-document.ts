import { createPageFlow, faint } from './page-flow.ts';
import type { Letterhead } from './printed-brand.ts';

const words = {
  en: {
    title: 'Sample document',
    text: 'Offers, statements of work, invoices and reports are printed on this paper.',
    heads: ['Description', 'Hours', 'Amount'],
    rows: [
      ['Design review of the customer portal', '12.5', '1,187.50 EUR'],
      ['Accessibility check of two flows', '6', '570.00 EUR'],
    ],
    total: 'Total',
    sum: '1,757.50 EUR',
    band: 'Paid',
    page: 'Page 1 of 1',
  },
  de: {
    title: 'Beispieldokument',
    text: 'Angebote, Leistungsbeschreibungen, Rechnungen und Berichte werden auf diesem Papier gedruckt.',
    heads: ['Beschreibung', 'Stunden', 'Betrag'],
    rows: [
      ['Design-Review des Kundenportals', '12,5', '1.187,50 EUR'],
      ['Prüfung zweier Abläufe auf Barrierefreiheit', '6', '570,00 EUR'],
    ],
    total: 'Summe',
    sum: '1.757,50 EUR',
    band: 'Bezahlt',
    page: 'Seite 1 von 1',
  },
};

/** What a brand’s paper looks like, by the same renderer as every document. */
export function printSample(brand: Letterhead, language: 'en' | 'de', createdAtMs: number): Promise<Uint8Array> {
  const { title, text, heads, rows, total, sum, band, page } = words[language];
  const bold = (line: string) => [{ text: line, isBold: true }];
  const columns = [{ width: 0.56 }, { width: 0.18, align: 'end' }, { width: 0.26, align: 'end' }] as const;
  const flow = createPageFlow({ title, author: brand.name, language, createdAtMs, brand });
  flow.letterhead();
  flow.space(18);
  flow.text(bold(title), { size: 18, leading: 1.3, role: 'H1', spaceAfter: 8 });
  flow.band(band, brand.accent, brand.accentContrast);
  flow.text(text, { color: faint, spaceAfter: 14 });
  flow.table([heads.map(bold), ...rows, [bold(total), '', bold(sum)]], columns, { size: 9.5, hasHead: true });
  return flow.end(() => `${brand.name} · ${page}`);
}
