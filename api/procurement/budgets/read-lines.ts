import { money } from '../../money/money.ts';
import type { EpochMs, Executor } from '../../platform/database/database.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readCommitments, readOpen, readSpentByCommitment } from '../purchase-orders/read-spending.ts';
import { partIn } from './budget.ts';
import type { BudgetLine } from './schema.ts';
import type { BudgetRow } from './table.ts';

/** What is behind a budget's figures, the dearest first; they sum to them. */
export async function readLines(
  db: Executor,
  scope: TenantScope,
  { costCenter, currency, startsAt, endsAt }: BudgetRow,
  nowMs: EpochMs,
): Promise<BudgetLine[]> {
  const within = { fromMs: startsAt, toMs: Math.min(endsAt, nowMs + 1) };
  const spent = await readSpentByCommitment(db, scope, { costCenter, currency }, within);
  const open = (await readOpen(db, scope, [costCenter], nowMs)).filter((one) => one.currency === currency);
  const span = { startsAtMs: startsAt, endsAtMs: endsAt };
  const committed = new Map(open.map((one) => [one.commitmentId, partIn(one, span, nowMs)]));
  const ids = [...new Set([...spent.keys(), ...committed.keys()])];
  const commitments = await readCommitments(db, scope, ids);
  return commitments
    .map((row) => ({
      commitmentId: row.id,
      subject: { kind: row.subjectKind, id: row.subjectId },
      title: row.title,
      actual: money(spent.get(row.id) ?? 0, currency),
      committed: money(committed.get(row.id) ?? 0, currency),
    }))
    .filter(({ actual, committed: open }) => actual.amountMinor !== 0 || open.amountMinor !== 0)
    .toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

const sizeOf = ({ actual, committed }: Pick<BudgetLine, 'actual' | 'committed'>) =>
  actual.amountMinor + committed.amountMinor;
