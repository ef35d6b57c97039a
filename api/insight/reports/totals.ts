import { type Money, money } from '../../money/money.ts';
import type { Cell, Column, ReportRow } from './report.ts';

export type Totals = Record<string, Money[] | number>;

/** Of each column that has one: money one a currency by its code, other figures a number. */
export function createTotals(columns: readonly Column[]) {
  const summed = columns.filter(({ sums }) => sums);
  const byCurrency = new Map(summed.map(({ key }) => [key, new Map<string, number>()]));
  const numbers = new Map(summed.map(({ key }) => [key, 0]));
  return {
    add(rows: readonly ReportRow[]): void {
      for (const { cells } of rows)
        for (const { key } of summed) {
          const cell = cells[key] ?? null;
          if (isMoney(cell)) {
            const sums = byCurrency.get(key)!;
            sums.set(cell.currency, (sums.get(cell.currency) ?? 0) + cell.amountMinor);
          } else if (typeof cell === 'number') numbers.set(key, numbers.get(key)! + cell);
        }
    },
    end(): Totals {
      return Object.fromEntries(
        summed.map(({ key, type }) => [key, type === 'money' ? moneyOf(byCurrency.get(key)!) : numbers.get(key)!]),
      );
    },
  };
}

export function isMoney(cell: Cell): cell is Money {
  return cell !== null && typeof cell === 'object' && 'amountMinor' in cell;
}

function moneyOf(sums: ReadonlyMap<string, number>): Money[] {
  const codes = [...sums.keys()].toSorted();
  return codes.map((currency) => money(sums.get(currency)! + 0, currency));
}
