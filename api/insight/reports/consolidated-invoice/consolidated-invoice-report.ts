import { invoiceStates } from '../../../money/invoices/invoice.ts';
import { chargeEntries, readCharges } from '../charge-entries.ts';
import type { Charge } from '../charges.ts';
import { figureReaders, type TenantReading, type TenantReport } from '../definition.ts';
import { factFilter } from '../fact-filter.ts';
import { createFacts } from '../facts.ts';
import { dayName } from '../periods.ts';
import type { ReportRow } from '../report.ts';
import { type Document, readDocuments } from './documents.ts';

/** Charged, and on no document yet. */
const notInvoiced = 'notInvoiced';

/** R8: every charge as it stands on a document, and those that wait for one. The period asks for when it was charged. */
export const consolidatedInvoice: TenantReport = {
  slug: 'consolidated-invoice',
  audience: 'tenant',
  readers: figureReaders,
  filters: [
    'period',
    'team',
    'costCenter',
    'purchaseOrder',
    'category',
    'country',
    'freelancer',
    'contract',
    'status',
    'customField',
  ],
  statuses: [...invoiceStates.filter((state) => state !== 'draft'), notInvoiced],
  columns: [
    { key: 'invoice', type: 'text' },
    { key: 'period', type: 'period' },
    { key: 'group', type: 'text' },
    { key: 'line', type: 'text' },
    { key: 'contract', type: 'text' },
    { key: 'freelancer', type: 'text' },
    { key: 'quantity', type: 'number' },
    { key: 'unit', type: 'code' },
    { key: 'amount', type: 'money', sums: true, opens: true },
    { key: 'fee', type: 'money', sums: true, opens: true },
    { key: 'taxRate', type: 'percent' },
    { key: 'tax', type: 'money', sums: true, opens: true },
    { key: 'total', type: 'money', sums: true, opens: true },
    { key: 'dueDate', type: 'day' },
    { key: 'status', type: 'code' },
    { key: 'creditNote', type: 'text' },
  ],
  async *rows(reading) {
    const facts = createFacts(reading);
    const byFacts = factFilter(reading, facts);
    for await (const charges of chargesOf(reading)) {
      const documents = await readDocuments(reading, charges);
      const isKept = await byFacts(charges);
      const contracts = await facts.contracts(charges.map(({ contractId }) => contractId));
      const freelancers = await facts.freelancers(charges.map(({ freelancerId }) => freelancerId));
      yield charges.flatMap((charge, index) => {
        const document = documents.get(charge.transferId);
        if (!isKept[index] || !isAsked(reading, document)) return [];
        return rowOf(charge, document, {
          contract: (charge.contractId && contracts.get(charge.contractId)?.title) || null,
          freelancer: (charge.freelancerId && freelancers.get(charge.freelancerId)?.name) || null,
        });
      });
    }
  },
  async *entries(reading, row, columnKey) {
    const [at, transferId] = JSON.parse(row.key) as [number, string];
    const isKept = async (charges: readonly Charge[]) => charges.map((charge) => charge.transferId === transferId);
    yield* chargeEntries(reading, { fromMs: at, toMs: at + 1 }, columns[columnKey] ?? columnKey, { isKept });
  },
  async *totalEntries(reading, columnKey) {
    const isKept = async (charges: readonly Charge[]) => {
      const documents = await readDocuments(reading, charges);
      return charges.map(({ transferId }) => isAsked(reading, documents.get(transferId)));
    };
    yield* chargeEntries(reading, reading.params, columns[columnKey] ?? columnKey, { isKept });
  },
};

const columns: Record<string, string> = { amount: 'work', fee: 'fees' };
const chargesAtOnce = 300;

async function* chargesOf(reading: TenantReading): AsyncGenerator<Charge[]> {
  let after: Charge | undefined;
  while (true) {
    const charges = await readCharges(reading, reading.params, after, chargesAtOnce);
    after = charges.at(-1);
    if (!after) return;
    yield charges;
  }
}

function isAsked({ params: { statuses } }: TenantReading, document: Document | undefined): boolean {
  return statuses.length === 0 || statuses.includes(document?.status ?? notInvoiced);
}

/** A document says what it said when it was issued; what waits for one, what was charged. */
function rowOf(
  charge: Charge,
  document: Document | undefined,
  names: { contract: string | null; freelancer: string | null },
): ReportRow {
  const { at, transferId, currency, taxMinor } = charge;
  const sums = document ?? {
    workMinor: charge.principalMinor,
    feeMinor: charge.feeMinor + charge.initiationMinor,
    taxMinor,
  };
  const money = (amountMinor: number) => ({ amountMinor, currency });
  const minutes = document?.minutes ?? null;
  return {
    key: JSON.stringify([at, transferId]),
    cells: {
      invoice: document?.number ?? null,
      period: document?.period ?? null,
      group: document?.group ?? null,
      line: document?.line ?? '',
      ...names,
      quantity: minutes === null ? 1 : Math.round((minutes / 60) * 100) / 100,
      unit: minutes === null ? 'item' : 'hour',
      amount: money(sums.workMinor),
      fee: money(sums.feeMinor),
      taxRate: document?.taxBasisPoints ?? null,
      tax: money(sums.taxMinor),
      total: money(sums.workMinor + sums.feeMinor + sums.taxMinor),
      dueDate: document?.dueAt == null ? null : dayName(document.dueAt),
      status: document?.status ?? notInvoiced,
      creditNote: document?.credits ?? null,
    },
  };
}
