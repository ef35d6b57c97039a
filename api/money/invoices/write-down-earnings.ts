import type { Executor } from '../../platform/database/database.ts';
import { clockDoer } from '../../platform/moves/record-move.ts';
import type { Tenant } from '../../platform/tenants/tenant.ts';
import { type Earning, listEarningsOf } from '../earnings/read-earnings.ts';
import type { InvoiceDeps } from './deps.ts';
import { listEarningDocuments, sumEarned } from './earning-store.ts';
import type { NewLine } from './invoice-lines.ts';
import { issueAtOnce } from './issue-invoice.ts';
import { readFreelancerParties } from './parties.ts';
import type { InvoiceOwner } from './store.ts';

/**
 * What the marketplace kept of an earning is invoiced to the freelancer once nobody can take the earning back without
 * asking; what goes back after that is credited. Each time what the documents say is brought to what was earned.
 */
export async function writeDownEarnings(deps: InvoiceDeps, contractId: string, jobId: string): Promise<void> {
  const { database, directory } = deps;
  const earnings = await listEarningsOf(database.db, { contractIds: [contractId] });
  for (const earning of earnings) {
    const tenant = await directory.byId(earning.tenantId);
    await database.transaction((trx) => writeDownEarning(trx, deps, earning, tenant, jobId));
  }
}

async function writeDownEarning(
  trx: Executor,
  deps: InvoiceDeps,
  earning: Earning,
  tenant: Tenant | undefined,
  jobId: string,
): Promise<void> {
  const owner: InvoiceOwner = { kind: 'freelancer', id: earning.freelancerId };
  const known = await sumEarned(trx, owner, earning.id);
  if (!known.isDocumented && earning.state !== 'available') return;
  const fee = feeLeft(earning);
  const grossMinor = earning.gross.amountMinor - earning.returnedGross.amountMinor - known.earnedMinor;
  const feeMinor = fee + known.serviceFeeMinor;
  if (grossMinor === 0 && feeMinor === 0) return;
  const { names, newId } = deps;
  const name = (await names.freelancerNames(trx, [owner.id])).get(owner.id) ?? '';
  const title = (await names.contractTitles(trx, [earning.contractId])).get(earning.contractId) ?? '';
  const isBack = grossMinor < 0;
  const [first] = await listEarningDocuments(trx, owner, earning.id);
  const document = {
    id: newId('inv'),
    kind: isBack ? 'creditNote' : 'earning',
    owner,
    tenantId: earning.tenantId,
    sourceKey: `earning ${earning.id} ${known.documents + 1}`,
    currency: earning.gross.currency,
    lines: linesOf(earning, { grossMinor, feeMinor, title, isFirst: known.documents === 0 }),
    parties: await readFreelancerParties(trx, name, tenant),
    locale: tenant?.locale ?? 'en',
  } as const;
  await issueAtOnce(trx, deps, clockDoer(jobId), document, {
    slug: undefined,
    change: { state: 'issued', ...(isBack && first && { creditsId: first }) },
  });
}

function feeLeft({ fee, returnedGross, returnedNet }: Earning): number {
  return fee.amountMinor - (returnedGross.amountMinor - returnedNet.amountMinor);
}

function linesOf(
  { id, contractId, transferId, gross, subject, earnedAtMs }: Earning,
  { grossMinor, feeMinor, title, isFirst }: { grossMinor: number; feeMinor: number; title: string; isFirst: boolean },
): NewLine[] {
  const common = {
    purpose: subject.kind,
    // Stands for the earning: a freelancer's documents know no payment of a client.
    paymentId: id,
    // What went back has transfers of its own: only a document of the whole has the earning's behind it.
    transferId: isFirst && grossMinor === gross.amountMinor ? transferId : null,
    contractId,
    contractTitle: title,
    freelancerId: null,
    freelancerName: null,
    description: '',
    quantityMinutes: null,
    unitPriceMinor: null,
    currency: gross.currency,
    taxBasisPoints: null,
    taxCountry: null,
    team: null,
    costCenter: null,
    purchaseOrder: null,
    occurredAt: earnedAtMs,
  };
  const lines: NewLine[] = [
    { ...common, kind: 'earned', amountMinor: grossMinor },
    { ...common, kind: 'serviceFee', amountMinor: 0 - feeMinor },
  ];
  return lines.filter(({ amountMinor }) => amountMinor !== 0);
}
