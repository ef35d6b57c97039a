import type { ReportPage } from '../../api/reports.ts';
import { wordsFor } from '../../strings/strings.ts';
import { columnLabel } from './cell-words.ts';

export const reportName = (report: string): string => wordsFor('reportName', report) ?? report;
export const reportQuestion = (report: string): string => wordsFor('reportQuestion', report) ?? reportName(report);

/** `customField:project` is called as the company calls it. */
export const groupWords = (name: string): string =>
  name.startsWith('customField:') ? name.slice('customField:'.length) : (wordsFor('groupBy', name) ?? name);

/** The dimension of a report is called what it is told apart by. */
export const columnWords = (
  { slug, filters: { groupBy } }: Pick<ReportPage, 'slug' | 'filters'>,
  key: string,
): string => (key === 'dimension' && groupBy ? groupWords(groupBy) : columnLabel(slug, key));
