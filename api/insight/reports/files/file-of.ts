import type { Summary } from '../answer-question.ts';
import type { ReportDefinition } from '../definition.ts';
import type { Column, ReportRow } from '../report.ts';
import type { FileHead } from './file-head.ts';

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
