import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { formatMoney } from '../money.ts';
import { listFallenDue, listToRemind } from './clock-store.ts';
import type { InvoiceDeps } from './deps.ts';
import { invoiceMoves, openMinor } from './invoice.ts';
import { issueDrafts } from './issue-drafts.ts';
import { invoicesPolicy } from './policy.ts';
import { updateInvoice } from './store.ts';
import type { InvoiceRow } from './table.ts';
import { isoDate, whoPays } from './who-pays.ts';
import { writeDownPayment, writeDownRefund } from './write-down.ts';
import { writeDownEarnings } from './write-down-earnings.ts';

const everyMs = 600_000;
const dayMs = 86_400_000;
const rowsAtOnce = 200;

/** Documents of what was paid and given back, and ⏱ of months that ended and days that came. */
export function watchInvoices(deps: InvoiceDeps & { jobs: JobRunner }): void {
  const { jobs, database, clock } = deps;
  jobs.listen({
    kind: 'invoices.paymentPosted',
    on: 'paymentPosted',
    run: ({ id, payload }) => writeDownPayment(deps, payload.paymentId, id),
  });
  jobs.listen({
    kind: 'invoices.paymentRefunded',
    on: 'paymentRefunded',
    run: async ({ id, payload }) => {
      await writeDownRefund(deps, payload, id);
      if (payload.contractId) await writeDownEarnings(deps, payload.contractId, id);
    },
  });
  jobs.listen({
    kind: 'invoices.earningAvailable',
    on: 'earningAvailable',
    run: ({ id, payload }) => writeDownEarnings(deps, payload.contractId, id),
  });
  jobs.every({ kind: 'invoices.issue', everyMs, run: (job) => issueDrafts(deps, job.id) });
  jobs.every({
    kind: 'invoices.due',
    everyMs,
    run: async (job) => {
      await inBatches(
        () => listFallenDue(database.db, clock.now(), rowsAtOnce),
        (invoice) => becomeOverdue(deps, invoice, job.id),
      );
      await inBatches(
        () => listToRemind(database.db, clock.now(), rowsAtOnce),
        (invoice) => remind(deps, invoice),
      );
    },
  });
}

/** Each row leaves the list with the work on it, unless somebody was faster. */
async function inBatches(
  list: () => Promise<InvoiceRow[]>,
  work: (invoice: InvoiceRow) => Promise<boolean>,
): Promise<void> {
  for (;;) {
    const rows = await list();
    let done = 0;
    for (const row of rows) if (await work(row)) done++;
    if (rows.length < rowsAtOnce || done === 0) return;
  }
}

async function becomeOverdue(deps: InvoiceDeps, invoice: InvoiceRow, jobId: string): Promise<boolean> {
  const scope = tenantScope(invoice.tenantId!);
  const owner = { kind: 'tenant', id: scope.tenantId } as const;
  const { from, to } = invoiceMoves.becomeOverdue;
  return deps.database.transaction(async (trx) => {
    const nowMs = deps.clock.now();
    const change = { state: to, remindAt: nowMs, updatedAt: nowMs } as const;
    const guard = { from, revision: invoice.revision };
    if (!(await updateInvoice(trx, owner, invoice.id, guard, change))) return false;
    await recordMove(trx, deps, scope, clockDoer(jobId), {
      subject: { kind: 'invoice', id: invoice.id },
      move: 'becomeOverdue',
      from: invoice.state,
      to,
    });
    return true;
  });
}

/** Once before the due date, and from it on every so many days until it is paid. */
async function remind(deps: InvoiceDeps, invoice: InvoiceRow): Promise<boolean> {
  const { id, tenantId, number, currency, dueAt, revision, state } = invoice;
  const scope = tenantScope(tenantId!);
  const tenant = (await deps.directory.byId(tenantId!))!;
  return deps.database.transaction(async (trx) => {
    const { overdueReminderDays } = await readPolicy(trx, undefined, invoicesPolicy);
    const isLate = state === 'overdue';
    const remindAt = isLate ? deps.clock.now() + overdueReminderDays * dayMs : null;
    const owner = { kind: 'tenant', id: scope.tenantId } as const;
    if (!(await updateInvoice(trx, owner, id, { from: [state], revision }, { remindAt }))) return false;
    // All of it is on its way.
    if (openMinor(invoice) === 0) return true;
    await notify(trx, deps, {
      personIds: await peopleWithRoles(trx, scope, whoPays),
      kind: isLate ? 'invoice.overdue' : 'invoice.dueSoon',
      subject: { kind: 'invoice', id },
      words: {
        number: number!,
        amount: formatMoney({ amountMinor: openMinor(invoice), currency }, tenant.locale),
        date: isoDate(dueAt!),
      },
      path: portalPaths.invoice(id),
      tenantId,
    });
    return true;
  });
}
