import { labelsDe } from '@portico/api/insight/reports/files/labels-de.ts';
import { labelsEn } from '@portico/api/insight/reports/files/labels-en.ts';
import type { Cell, Column, ColumnType } from '@portico/api/insight/reports/report.ts';
import type { ReportPage } from '../../api/reports.ts';
import { countryName, formatDate, formatMonth, formatNumber } from '../../strings/format.ts';
import { intl } from '../../strings/intl.ts';
import { locale, t, wordsFor } from '../../strings/strings.ts';
import { exactWords } from '../invoices/figures.ts';
import { eventWords, rolesWords } from '../settings/audit-words.ts';

type Money = { amountMinor: number; currency: string };
export const isMoney = (cell: unknown): cell is Money =>
  typeof cell === 'object' && cell !== null && 'amountMinor' in cell;

const figures: ReadonlySet<ColumnType> = new Set(['money', 'hours', 'count', 'percent', 'number']);
export const isFigure = ({ type }: Pick<Column, 'type'>): boolean => figures.has(type);

/** A file and a page call a column the same. */
export function columnLabel(report: string, key: string): string {
  const { columns } = locale() === 'de' ? labelsDe : labelsEn;
  return columns[`${report}.${key}`] ?? columns[key] ?? spelledOut(key);
}

/** Which report, and what it is told apart by. */
type Asked = Pick<ReportPage, 'slug' | 'filters'>;

/** As a person reads it; what is missing is nothing. */
export function cellWords(of: Asked, { key, type }: Pick<Column, 'key' | 'type'>, cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (isMoney(cell)) return exactWords(cell);
  if (typeof cell === 'boolean') return cell ? t('reports.yes') : t('reports.no');
  if (typeof cell === 'object') return cell.map((one) => listWords(of.slug, key, one)).join(', ');
  if (typeof cell === 'number') return numberWords(type, cell);
  return textWords(of, key, type, cell);
}

export function numberWords(type: ColumnType, value: number): string {
  switch (type) {
    // Minutes; figures under each other end alike.
    case 'hours':
      return (value / 60).toLocaleString(locale(), { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    case 'percent':
      return (value / 10_000).toLocaleString(locale(), {
        style: 'percent',
        minimumFractionDigits: 1,
        maximumFractionDigits: 1,
      });
    default:
      return formatNumber(value);
  }
}

function textWords({ slug, filters }: Asked, key: string, type: ColumnType, cell: string): string {
  switch (type) {
    case 'instant':
      return cell ? minuteWords(cell) : '';
    case 'day':
    case 'week':
      return cell ? formatDate(cell) : '';
    case 'month':
      return cell ? formatMonth(cell) : '';
    case 'period':
      return periodWords(cell);
    case 'code':
      return codeWords(slug, key, cell);
    default:
      return named(slug, key === 'dimension' ? filters.groupBy : key, cell);
  }
}

/** What is kept by a code, or holds one: `Large offers (unknownAmount)`, `Week of 2026-11-16`, `1:9ac5…`. */
function named(slug: string, what: string | undefined, cell: string): string {
  switch (what) {
    case 'country':
      return /^[A-Z]{2}$/.test(cell) ? countryName(cell) : cell;
    case 'category':
      return spelledOut(cell.replaceAll('-', ' '));
    case 'trigger':
      return cell.replace(/\b[a-z][A-Za-z]+(?=(, [a-zA-Z]+)*\)?$)/g, (code) => wordsFor('reportTrigger', code) ?? code);
    case 'ruleVersion':
      return cell.replace(/:[0-9a-f]{64}$/, '');
    case 'role':
      return rolesWords(cell);
    case 'origin':
      return wordsFor('auditOrigin', cell) ?? cell;
    case 'actor':
      return wordsFor('auditActor', cell) ?? cell;
    case 'action':
      return slug === 'audit' ? eventWords(cell) : cell;
    default:
      return cell.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDate(day));
  }
}

const minuteWords = (iso: string): string =>
  intl('DateTimeFormat', locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));

/** `2026-11-23`, `2026-11`, `2026-Q4`, `2026` */
export function periodWords(period: string): string {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) return t('reports.quarter', { quarter: quarter[2]!, year: quarter[1]! });
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return formatDate(period);
  return /^\d{4}-\d{2}$/.test(period) ? formatMonth(period) : period;
}

/** `search: 4` is a code and how often. */
function listWords(report: string, key: string, one: string): string {
  const [, code, rest] = /^([a-z][A-Za-z]*)(: \d+)$/.exec(one) ?? [];
  return code ? `${codeWords(report, key, code)}${rest}` : codeWords(report, key, one);
}

/** Where other pages have words for a state, a report says the same. */
const areas: Readonly<Record<string, readonly string[]>> = {
  kind: ['approvalKind', 'approvalSubject', 'taskKind'],
  protectionGaps: ['protectionGap'],
  subtype: ['purpose'],
  state: ['contractState', 'invoiceState', 'approvalState', 'milestoneState'],
  status: ['contractState', 'invoiceState', 'approvalState', 'milestoneState', 'offerState'],
};

export function codeWords(report: string, key: string, code: string): string {
  const own = wordsFor('reportCode', `${report}.${key}.${code}`) ?? wordsFor('reportCode', code);
  if (own) return own;
  for (const area of areas[key] ?? []) {
    const words = wordsFor(area, code);
    if (words) return capital(words);
  }
  return /^[a-z]+([A-Z][a-z]+)*$/.test(code) ? spelledOut(code) : code;
}

/** `clientReview` → `Client review`: better than nothing where a word is new. */
function spelledOut(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`);
  return capital(words.replace(/\b(ai|hr|it|nda|qa|seo|ui|ux)\b/g, (short) => short.toUpperCase()));
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
