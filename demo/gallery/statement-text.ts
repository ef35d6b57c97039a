import { readFile, writeFile } from 'node:fs/promises';
import type { Runs } from '@portico/portal/docs/accessibility/shape.ts';
import { type Section, statementLead, statementSections } from '@portico/portal/docs/accessibility/statement.ts';
import { readRuns } from './runs.ts';

const file = new URL('../accessibility-statement.md', import.meta.url);

/** The statement to read in the repository; `/docs/accessibility` shows the same sections as a page. */
export const statementText = (runs: Runs): string =>
  ['# Accessibility', '', statementLead(runs), '', ...statementSections(runs).flatMap(sectionText)].join('\n');

export const readStatementText = (): Promise<string> => readFile(file, 'utf8');
export const writeStatementText = async (): Promise<void> => writeFile(file, statementText(await readRuns()));

function sectionText({ heading, paragraphs, list = [], table }: Section): string[] {
  const cells = (row: readonly (string | number)[]) =>
    `| ${row.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [
    `## ${heading}`,
    '',
    ...paragraphs.flatMap((paragraph) => [paragraph, '']),
    ...(list.length > 0 ? [...list.map((line) => `- ${line}`), ''] : []),
    ...(table ? [cells(table.head), cells(table.head.map(() => '---')), ...table.rows.map(cells), ''] : []),
  ];
}
