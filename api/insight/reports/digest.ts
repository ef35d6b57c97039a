import { createHash } from 'node:crypto';
import type { Money } from '../../money/money.ts';
import type { Column, ReportRow, ReportSlug } from './report.ts';

const valuesAtOnce = 8_192;

/**
 * SHA-256 of one JSON array: what the report and its columns are, then row after row its key and its cells in the order
 * of the columns, of money the amount and its currency. Formats differ, what is hashed does not.
 */
export function createDigest(slug: ReportSlug, columns: readonly Column[]) {
  const hash = createHash('sha256');
  const parts = columns.map(({ key, type }) => ({ key, isMoney: type === 'money' }));
  // One array for all rows: nothing is made for a row but its text.
  const values: unknown[] = [];
  let rowCount = 0;
  hash.update(`[${JSON.stringify([slug, columns.map(({ key, type }) => [key, type])])}`);
  function flush(): void {
    if (values.length === 0) return;
    hash.update(`,${JSON.stringify(values).slice(1, -1)}`);
    values.length = 0;
  }
  return {
    add(rows: readonly ReportRow[]): void {
      for (const { key, cells } of rows) {
        values.push(key);
        for (const part of parts) {
          const cell = cells[part.key] ?? null;
          if (part.isMoney)
            values.push((cell as Money | null)?.amountMinor ?? null, (cell as Money | null)?.currency ?? null);
          else values.push(cell);
        }
        if (values.length >= valuesAtOnce) flush();
      }
      rowCount += rows.length;
    },
    rowCount: () => rowCount,
    /** Once. */
    end: (): string => {
      flush();
      return hash.update(']').digest('hex');
    },
  };
}
