import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { recordMove } from '../../platform/moves/record-move.ts';
import type { TenantScope } from '../../platform/tenants/tenant-scope.ts';
import type { LedgerDeps } from '../ledger/post-transfer.ts';
import type { NewLine } from './invoice-lines.ts';
import { sumLines } from './invoice-lines.ts';
import { monthOf } from './months.ts';
import { draftOf, linesAt } from './new-invoice.ts';
import type { Parties } from './parties.ts';
import { hasLine, insertInvoiceOnce, insertLines, lastPosition, takeDraft, writeTaken } from './store.ts';
import type { InvoiceRow } from './table.ts';

/** Adds what was bought on credit, or came back of it, to the draft of the month; the first opens it. */
export async function gather(
  trx: Executor,
  deps: LedgerDeps,
  scope: TenantScope,
  doer: Doer,
  {
    currency,
    lines,
    parties,
    locale,
  }: { currency: string; lines: readonly NewLine[]; parties: Parties; locale: string },
): Promise<InvoiceRow> {
  const nowMs = deps.clock.now();
  const owner = { kind: 'tenant', id: scope.tenantId } as const;
  const taken = await takeDraft(trx, scope, currency);
  if (taken) {
    // The same news may have been written down while this waited for its turn.
    if (lines[0] && (await hasLine(trx, owner, lines[0]))) return taken;
    const sums = sumLines(lines);
    await insertLines(trx, linesAt(taken, lines, await lastPosition(trx, taken)));
    return writeTaken(trx, taken, {
      netMinor: taken.netMinor + sums.netMinor,
      taxMinor: taken.taxMinor + sums.taxMinor,
      totalMinor: taken.totalMinor + sums.totalMinor,
      updatedAt: nowMs,
    });
  }
  // Of the purchase: its news may come when the next month has begun.
  const { fromMs, toMs } = monthOf(lines[0]?.occurredAt ?? nowMs);
  const blank = { kind: 'consolidated', owner, tenantId: scope.tenantId, sourceKey: null } as const;
  const draft: InvoiceRow = {
    ...draftOf({ id: deps.newId('inv'), ...blank, currency, lines: [], parties, locale }, nowMs),
    periodFrom: fromMs,
    periodTo: toMs,
  };
  // Somebody may have opened one at the same moment: then it is there to be taken.
  if (await insertInvoiceOnce(trx, draft))
    await recordMove(trx, deps, scope, doer, {
      subject: { kind: 'invoice', id: draft.id },
      move: 'draft',
      to: 'draft',
      audience: 'team',
    });
  return gather(trx, deps, scope, doer, { currency, lines, parties, locale });
}
