import { currencyDecimals, decimalText, type Money } from '../../../money/money.ts';
import { createPageFlow } from '../../../platform/documents/page-flow.ts';
import type { Summary } from '../answer-question.ts';
import { type Cell, type Column, type ReportRow, reports } from '../report.ts';
import { codeWords } from './codes.ts';
import { hoursOf, lacksCurrency } from './csv.ts';
import type { FileOf, Put } from './file-of.ts';
import { columnLabel, fileWords, filterWords, reportTitle } from './labels.ts';
import { widthsOf } from './pdf-widths.ts';

const wideFrom = 7;
const chunkBytes = 256 * 1024;
/** Of the usual character, in sizes of the type. */
const charWidth = 0.55;

/** A tagged document with its totals, on its side where it is wide. Each page is laid out in memory, so rows are bounded. */
export async function writePdf(file: FileOf, put: Put): Promise<void> {
  const { definition, head, columns, rows } = file;
  const all: ReportRow[] = [];
  for await (const batch of rows) all.push(...batch);
  const summary = file.end();
  const words = fileWords(head.locale);
  const title = reportTitle(definition.slug, head.locale);
  const asOf = `${new Intl.DateTimeFormat(head.locale, { dateStyle: 'long', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(head.asOf))} UTC`;
  const flow = createPageFlow({
    title,
    author: head.brand.name || title,
    language: head.locale,
    createdAtMs: Temporal.Instant.from(head.asOf).epochMilliseconds,
    isLandscape: columns.length >= wideFrom,
    brand: head.brand,
  });
  const { name } = head.brand;
  flow.letterhead(11);
  flow.space(12);
  flow.text([{ text: `${reports[definition.slug]} ${title}`, isBold: true }], { size: 16, role: 'H1', spaceAfter: 8 });
  const facts = [
    [words.asOf, asOf],
    ...head.filters.map((filter) => filterWords(filter, head.locale)),
    [words.rows, String(summary.rowCount)],
    [words.contentHash, summary.contentHash],
  ];
  flow.table(
    facts.map(([label, value]) => [label!, [{ text: value!, isBold: true }]]),
    [{ width: 0.2 }, { width: 0.8 }],
    { size: 8 },
  );
  flow.space(12);
  const size = columns.length > 12 ? 6 : columns.length >= wideFrom ? 7 : 8.5;
  const labels = columns.map(({ key }) => columnLabel(definition.slug, key, head.locale));
  const heads = labels.map((text) => [{ text, isBold: true }]);
  const cellText = textOf(head.locale, words, lacksCurrency(columns));
  const body = all.map(({ cells }) => columns.map((column) => cellText(column, cells[column.key] ?? null)));
  const totals = totalRows(columns, summary, words.total, cellText);
  const totalTexts = totals.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : cell[0]!.text)));
  // Bold is wider, by about one letter of a head.
  const boldTexts = labels.map((text) => text.replaceAll(/\S+/g, '$&n'));
  const lineChars = (columns.length >= wideFrom ? 730 : 485) / (size * charWidth);
  flow.table([heads, ...body, ...totals], widthsOf(columns, [boldTexts, ...body, ...totalTexts], lineChars), {
    size,
    hasHead: true,
    repeatsHead: true,
  });
  const bytes = await flow.end((page, pages) =>
    [name, title, asOf, words.page.replace('{page}', String(page)).replace('{pages}', String(pages))]
      .filter(Boolean)
      .join(' · '),
  );
  for (let at = 0; at < bytes.length; at += chunkBytes) await put(bytes.subarray(at, at + chunkBytes));
}

type CellText = (column: Column, cell: Cell) => string;

function totalRows(columns: readonly Column[], { totals }: Summary, word: string, cellText: CellText) {
  const sums = Object.values(totals);
  if (sums.length === 0) return [];
  const currencies = [
    ...new Set(sums.flatMap((sum) => (Array.isArray(sum) ? sum.map(({ currency }) => currency) : []))),
  ];
  return (currencies.length === 0 ? [undefined] : currencies.toSorted()).map((currency, row) =>
    columns.map((column, index) => {
      const sum = totals[column.key];
      const bold = (text: string) => [{ text, isBold: true }];
      if (Array.isArray(sum)) return bold(cellText(column, sum.find((one) => one.currency === currency) ?? null));
      if (sum !== undefined) return bold(row === 0 ? cellText(column, sum) : '');
      if (column.key === 'currency') return bold(currency ?? '');
      return index === 0 ? bold(word) : '';
    }),
  );
}

/** @param saysCurrency with each amount, where no column of its own says it */
function textOf(locale: string, words: { yes: string; no: string }, saysCurrency: boolean): CellText {
  const plain = new Intl.NumberFormat(locale);
  const formats = new Map<string, Intl.NumberFormat>();
  const moneyFormat = (currency: string) => {
    const digits = currencyDecimals(currency);
    const found = formats.get(currency) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits });
    formats.set(currency, found);
    return found;
  };
  return ({ type }, cell) => {
    if (cell === null) return '';
    switch (type) {
      case 'money':
        return `${moneyFormat((cell as Money).currency).format(decimalText(cell as Money))}${saysCurrency ? ` ${(cell as Money).currency}` : ''}`;
      case 'hours':
        return plain.format(hoursOf(cell as number));
      case 'percent':
        return `${plain.format((cell as number) / 100)} %`;
      case 'count':
      case 'number':
        return plain.format(cell as number);
      case 'flag':
        return cell ? words.yes : words.no;
      case 'instant':
        return `${String(cell).slice(0, 10)} ${String(cell).slice(11, 16)}`;
      case 'code':
        return codeWords(String(cell), locale);
      default:
        return Array.isArray(cell) ? cell.join('\n') : String(cell);
    }
  };
}
