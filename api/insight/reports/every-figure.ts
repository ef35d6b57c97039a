import { type Money, money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { openReport, readEntries } from './answer-question.ts';
import type { ReportDefinition } from './definition.ts';
import { definitions } from './definitions.ts';
import type { ReportFilters } from './filters-schema.ts';
import type { Question } from './question.ts';
import type { Cell, ReportRow, ReportSlug } from './report.ts';
import { resolveFilters } from './resolve-filters.ts';
import { createTotals, isMoney } from './totals.ts';

/** Proves that figures are what their entries say, and that reports agree with each other. */

export type Asked = Pick<Question, 'audience' | 'asOfMs' | 'nowMs'>;

/**
 * Walks every figure that opens, of every row and of the totals.
 * @returns how many were looked at, and one sentence for each that its entries do not sum to
 */
export async function walkFigures(
  db: Executor,
  definition: ReportDefinition,
  asked: Asked,
  filters: ReportFilters,
): Promise<{ figures: number; broken: string[] }> {
  const { slug, columns } = definition;
  const question: Question = { slug, ...asked, params: resolveFilters(definition, filters, asked.asOfMs) };
  const opening = columns.filter(({ opens }) => opens).map(({ key }) => key);
  const totals = createTotals(columns);
  const broken: string[] = [];
  let figures = 0;
  async function look(row: ReportRow | null, column: string, said: readonly Money[]): Promise<void> {
    const at = { row: row?.key ?? null, column, offset: 0, limit: 0 };
    const { sums } = (await readEntries(db, definition, question, at))!;
    figures++;
    if (textOf(sums) !== textOf(said))
      broken.push(
        `${slug} ${row ? `row ${row.key}` : 'total'} ${column}: ${textOf(said)} is said, its entries sum to ${textOf(sums)}`,
      );
  }
  for await (const rows of openReport(db, definition, question).rows()) {
    totals.add(rows);
    for (const row of rows) for (const column of opening) await look(row, column, moneyIn(row.cells[column] ?? null));
  }
  for (const [column, sum] of Object.entries(totals.end()))
    if (opening.includes(column) && Array.isArray(sum)) await look(null, column, sum);
  return { figures, broken };
}

/** The parts of the charges of one contract as R1, R2 and R8 sum them, where they differ. */
export async function compareContracts(
  db: Executor,
  asked: Asked,
  filters: ReportFilters,
  contractIds: readonly string[],
): Promise<string[]> {
  const broken: string[] = [];
  for (const contractId of contractIds) {
    const sums: [ReportSlug, string][] = [];
    for (const slug of ['transactions', 'weekly-summary', 'consolidated-invoice'] as const)
      sums.push([slug, textOf(await chargedIn(db, asked, slug, { ...filters, contract: [contractId] }))]);
    if (new Set(sums.map(([, sum]) => sum)).size > 1)
      broken.push(`contract ${contractId}: ${sums.map(([slug, sum]) => `${slug} says ${sum}`).join(', ')}`);
  }
  return broken;
}

/** Lines of a bank and of what it took back are no charges. */
const notCharged: readonly Cell[] = ['payment', 'chargeback', 'other'];

async function chargedIn(db: Executor, asked: Asked, slug: ReportSlug, filters: ReportFilters): Promise<Money[]> {
  const definition = definitions.get(slug)!;
  const params = resolveFilters(definition, filters, asked.asOfMs);
  const sums = new Map<string, number>();
  const add = (cell: Cell, sign: 1 | -1) => {
    if (isMoney(cell)) sums.set(cell.currency, (sums.get(cell.currency) ?? 0) + sign * cell.amountMinor);
  };
  for await (const rows of openReport(db, definition, { slug, ...asked, params }).rows())
    for (const { cells } of rows) {
      if (slug !== 'transactions') add(cells.total ?? null, 1);
      else if (!notCharged.includes(cells.type ?? null)) {
        add(cells.debit ?? null, 1);
        add(cells.credit ?? null, -1);
      }
    }
  return [...sums].map(([currency, amountMinor]) => money(amountMinor + 0, currency));
}

const moneyIn = (cell: Cell): Money[] => (isMoney(cell) ? [cell] : []);

/** What is nothing says nothing. */
function textOf(sums: readonly Money[]): string {
  const said = sums.filter(({ amountMinor }) => amountMinor !== 0);
  const texts = said.map(({ amountMinor, currency }) => `${amountMinor} ${currency}`);
  return texts.toSorted().join(' + ') || 'nothing';
}
