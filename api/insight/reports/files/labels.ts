import type { ReportSlug } from '../report.ts';
import type { FileLabels } from './file-labels.ts';
import { labelsDe } from './labels-de.ts';
import { labelsEn } from './labels-en.ts';

function labelsOf(locale: string): FileLabels {
  return locale.startsWith('de') ? labelsDe : labelsEn;
}

export const fileWords = (locale: string): FileLabels['words'] => labelsOf(locale).words;
export const reportTitle = (slug: ReportSlug, locale: string): string => labelsOf(locale).titles[slug];

export function columnLabel(slug: ReportSlug, key: string, locale: string): string {
  const { columns } = labelsOf(locale);
  return columns[`${slug}.${key}`] ?? columns[key] ?? key;
}

/** A filter as a person calls it; its values that name a column are called like that column. */
export function filterWords([name, value]: readonly [string, string], locale: string): [string, string] {
  const { filters, columns } = labelsOf(locale);
  return [filters[name] ?? columns[name] ?? name, name === 'groupBy' ? (columns[value] ?? value) : value];
}

export function hasLabel(slug: ReportSlug, key: string, locale: string): boolean {
  const { columns } = labelsOf(locale);
  return `${slug}.${key}` in columns || key in columns;
}
