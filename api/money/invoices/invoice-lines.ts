import type { LineKind } from './invoice.ts';
import type { InvoiceLineRow } from './table.ts';

/** What was charged or given back in one transfer, part by part; below zero for what was given back. */
export type Purchase = {
  purpose: string;
  paymentId: string | null;
  transferId: string;
  contractId: string | null;
  freelancerId: string | null;
  description: string;
  /** For time. */
  quantityMinutes: number | null;
  unitPriceMinor: number | null;
  currency: string;
  amountMinor: number;
  feeMinor: number;
  initiationMinor: number;
  taxMinor: number;
  taxCountry: string;
  taxBasisPoints: number | null;
  team: string | null;
  costCenter: string | null;
  purchaseOrder: string | null;
  occurredAt: number;
};

export type LineNames = {
  contracts: ReadonlyMap<string, string>;
  freelancers: ReadonlyMap<string, string>;
};

export type NewLine = Omit<InvoiceLineRow, 'invoiceId' | 'position' | 'ownerId'>;

const mainKinds: Readonly<Record<string, LineKind>> = {
  prefund: 'topUp',
  connectsPurchase: 'connects',
  subscription: 'subscription',
};

/** A line for each part that is not nothing; they sum to what was charged. */
export function linesOf(purchase: Purchase, names: LineNames): NewLine[] {
  const { purpose, amountMinor, feeMinor, initiationMinor, taxMinor, taxCountry, taxBasisPoints } = purchase;
  const parts: [LineKind, number][] = [
    [mainKinds[purpose] ?? 'work', amountMinor],
    ['fee', feeMinor],
    ['initiation', initiationMinor],
    ['tax', taxMinor],
  ];
  return parts
    .filter(([, partMinor]) => partMinor !== 0)
    .map(([kind, partMinor], index) => ({
      ...common(purchase, names),
      kind,
      description: index === 0 ? purchase.description : '',
      quantityMinutes: index === 0 ? purchase.quantityMinutes : null,
      unitPriceMinor: index === 0 ? purchase.unitPriceMinor : null,
      amountMinor: partMinor,
      taxBasisPoints: kind === 'tax' ? taxBasisPoints : null,
      taxCountry: kind === 'tax' ? taxCountry : null,
    }));
}

function common(purchase: Purchase, { contracts, freelancers }: LineNames) {
  const { purpose, paymentId, transferId, contractId, freelancerId, currency, occurredAt } = purchase;
  const { team, costCenter, purchaseOrder } = purchase;
  return {
    purpose,
    paymentId,
    transferId,
    contractId,
    contractTitle: (contractId && contracts.get(contractId)) || null,
    freelancerId,
    freelancerName: (freelancerId && freelancers.get(freelancerId)) || null,
    currency,
    team,
    costCenter,
    purchaseOrder,
    occurredAt,
  };
}

export type LineSums = { netMinor: number; taxMinor: number; totalMinor: number };

export function sumLines(lines: readonly Pick<NewLine, 'kind' | 'amountMinor'>[]): LineSums {
  const totalMinor = lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const taxMinor = lines.reduce((sum, { kind, amountMinor }) => (kind === 'tax' ? sum + amountMinor : sum), 0);
  return { netMinor: totalMinor - taxMinor, taxMinor, totalMinor };
}
