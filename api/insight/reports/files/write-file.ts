import type { Summary } from '../answer-question.ts';
import type { ReportDefinition } from '../definition.ts';
import type { Column, ExportFormat, ReportRow } from '../report.ts';
import { writeCsv } from './csv.ts';
import type { FileHead } from './file-head.ts';
import { writeJson } from './json.ts';
import { writePdf } from './pdf.ts';
import { writeXlsx } from './xlsx.ts';

export type FileOf = {
  definition: Pick<ReportDefinition, 'slug'>;
  head: FileHead;
  columns: readonly Column[];
  rows: AsyncIterable<readonly ReportRow[]>;
  /** Count, hash and totals, once all rows went by. */
  end(): Summary;
};
/** Resolves when there is room for more. */
export type Put = (chunk: Uint8Array) => Promise<void>;

const writers: Record<ExportFormat, (file: FileOf, put: Put) => Promise<void>> = {
  csv: writeCsv,
  json: writeJson,
  xlsx: writeXlsx,
  pdf: writePdf,
};

export function writeFile(format: ExportFormat, file: FileOf, put: Put): Promise<void> {
  return writers[format](file, put);
}

export const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};
