import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { notify } from '../../platform/notices/notice.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { peopleWithRoles } from '../../platform/tenants/members.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { readTerms } from '../credit/read-credit.ts';
import { formatMoney } from '../money.ts';
import { readBillingDetails } from './billing-details.ts';
import { listDraftsBefore } from './clock-store.ts';
import type { InvoiceDeps } from './deps.ts';
import { giveNumber } from './give-number.ts';
import { monthOf } from './months.ts';
import { readTenantParties } from './parties.ts';
import { invoicesPolicy } from './policy.ts';
import { addToSums } from './settle-invoice.ts';
import { listLines, takeInvoice, writeTaken } from './store.ts';
import type { InvoiceRow } from './table.ts';
import { isoDate, whoPays } from './who-pays.ts';

const dayMs = 86_400_000;
const draftsAtOnce = 100;

/** ⏱ Once its month has ended a draft becomes an invoice. What only came back waits for something to be taken off. */
export async function issueDrafts(deps: InvoiceDeps, jobId: string): Promise<void> {
  const { fromMs } = monthOf(deps.clock.now());
  for (let after = ''; ; ) {
    const drafts = await listDraftsBefore(deps.database.db, fromMs, after, draftsAtOnce);
    for (const draft of drafts) await issueDraft(deps, draft, jobId);
    const last = drafts.at(-1);
    if (!last || drafts.length < draftsAtOnce) return;
    after = last.id;
  }
}

async function issueDraft(deps: InvoiceDeps, { id, tenantId }: InvoiceRow, jobId: string): Promise<void> {
  const { database, clock, directory } = deps;
  const scope = tenantScope(tenantId!);
  const tenant = (await directory.byId(tenantId!))!;
  await database.transaction(async (trx) => {
    const owner = { kind: 'tenant', id: scope.tenantId } as const;
    const draft = await takeInvoice(trx, owner, id);
    if (draft?.state !== 'draft' || draft.totalMinor < 0) return;
    const nowMs = clock.now();
    const { remindDaysBefore } = await readPolicy(trx, undefined, invoicesPolicy);
    const { splitBy } = (await readBillingDetails(trx, scope)).details;
    const lines = await listLines(trx, owner, id);
    if (lines.length === 0) return;
    const orders = new Set(lines.map(({ purchaseOrder }) => purchaseOrder));
    const dueAt = nowMs + (await readTerms(trx, scope)).days * dayMs;
    const numbered = await giveNumber(trx, owner, draft.kind, tenant.slug);
    const issued = await writeTaken(trx, draft, {
      ...numbered,
      state: 'issued',
      splitBy,
      purchaseOrder: orders.size === 1 ? ([...orders][0] ?? null) : null,
      parties: JSON.stringify(await readTenantParties(trx, scope, tenant)),
      locale: tenant.locale,
      issuedAt: nowMs,
      dueAt,
      remindAt: dueAt - remindDaysBefore * dayMs,
      updatedAt: nowMs,
    });
    await recordMove(trx, deps, scope, clockDoer(jobId), {
      subject: { kind: 'invoice', id },
      move: 'issue',
      from: 'draft',
      to: 'issued',
      details: { number: numbered.number },
    });
    if (issued.totalMinor === 0) {
      await addToSums(trx, deps, clockDoer(jobId), issued, {});
      return;
    }
    await notify(trx, deps, {
      personIds: await peopleWithRoles(trx, scope, whoPays),
      kind: 'invoice.issued',
      subject: { kind: 'invoice', id },
      words: {
        number: numbered.number,
        amount: formatMoney({ amountMinor: issued.totalMinor, currency: issued.currency }, tenant.locale),
        date: isoDate(dueAt),
      },
      path: portalPaths.invoice(id),
      tenantId: scope.tenantId,
    });
  });
}
