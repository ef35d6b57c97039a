import type { ReportSlug } from '../report.ts';
import { labelsDe } from './labels-de.ts';
import { labelsEn } from './labels-en.ts';

/** What files say in the reader's language; screens have words of their own. */
export type FileLabels = {
  titles: Record<ReportSlug, string>;
  words: Record<
    | 'about'
    | 'report'
    | 'owner'
    | 'asOf'
    | 'rows'
    | 'contentHash'
    | 'link'
    | 'total'
    | 'currency'
    | 'page'
    | 'yes'
    | 'no',
    string
  >;
  /** By column key; `slug.key` where one report means something else by it. */
  columns: Record<string, string>;
};

function labelsOf(locale: string): FileLabels {
  return locale.startsWith('de') ? labelsDe : labelsEn;
}

export const fileWords = (locale: string): FileLabels['words'] => labelsOf(locale).words;
export const reportTitle = (slug: ReportSlug, locale: string): string => labelsOf(locale).titles[slug];

export function columnLabel(slug: ReportSlug, key: string, locale: string): string {
  const { columns } = labelsOf(locale);
  return columns[`${slug}.${key}`] ?? columns[key] ?? key;
}

export function hasLabel(slug: ReportSlug, key: string, locale: string): boolean {
  const { columns } = labelsOf(locale);
  return `${slug}.${key}` in columns || key in columns;
}
