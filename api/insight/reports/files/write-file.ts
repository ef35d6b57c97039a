import type { ExportFormat } from '../report.ts';
import { writeCsv } from './csv.ts';
import type { FileOf, Put } from './file-of.ts';
import { writeJson } from './json.ts';
import { writePdf } from './pdf.ts';
import { writeXlsx } from './xlsx.ts';

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
