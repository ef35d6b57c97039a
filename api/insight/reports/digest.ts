import { createHash } from 'node:crypto';
import type { Column, ReportRow, ReportSlug } from './report.ts';

const flushAt = 64 * 1024;

/**
 * SHA-256 of a report's columns and rows, one JSON line each with the cells in the order of the columns. Formats differ,
 * what is hashed does not.
 */
export function createDigest(slug: ReportSlug, columns: readonly Column[]) {
  const hash = createHash('sha256');
  const keys = columns.map(({ key }) => key);
  let pending = `${JSON.stringify([slug, columns.map(({ key, type }) => [key, type])])}\n`;
  let rowCount = 0;
  return {
    add(rows: readonly ReportRow[]): void {
      for (const { key, cells } of rows) {
        const line: unknown[] = [key];
        for (const column of keys) line.push(cells[column] ?? null);
        pending += `${JSON.stringify(line)}\n`;
        if (pending.length > flushAt) {
          hash.update(pending);
          pending = '';
        }
      }
      rowCount += rows.length;
    },
    rowCount: () => rowCount,
    /** Once. */
    end: (): string => hash.update(pending).digest('hex'),
  };
}
