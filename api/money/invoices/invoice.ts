import { type MoveTable, predicates } from '../../platform/moves/move.ts';

/** What was bought, for whom, at what tax, and whether it is paid. Pure. */

/**
 * `payment`: of one purchase that was paid at once, so its receipt too. `topUp`: the receipt of a prefunded balance.
 * `consolidated`: a month's purchases on credit. `connects` and `earning` are a freelancer's: what they bought, and
 * what was kept of what they earned.
 */
export const invoiceKinds = ['payment', 'topUp', 'consolidated', 'creditNote', 'connects', 'earning'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

/** Documents of a series count from 1 without a gap; each owner has series of their own. */
export const seriesOfKind = {
  payment: 'INV',
  topUp: 'REC',
  consolidated: 'INV',
  creditNote: 'CN',
  connects: 'INV',
  earning: 'FEE',
} as const satisfies Record<InvoiceKind, string>;

export const invoiceStates = ['draft', 'issued', 'partlyPaid', 'overdue', 'paid', 'credited'] as const;
export type InvoiceState = (typeof invoiceStates)[number];

export const invoiceMoves = {
  issue: {
    by: ['processor', 'clock'],
    from: ['draft'],
    to: 'issued',
    after: 'the payment was made; for purchases on credit, the month has ended',
  },
  payPart: { by: ['member', 'operator', 'processor'], from: ['issued', 'partlyPaid'], to: 'partlyPaid' },
  /** What is late stays late until all of it is paid. */
  payPartLate: { by: ['member', 'operator', 'processor'], from: ['overdue'], to: 'overdue' },
  pay: {
    by: ['member', 'operator', 'processor', 'clock'],
    from: ['issued', 'partlyPaid', 'overdue'],
    to: 'paid',
    after: 'nothing is left to pay',
  },
  becomeOverdue: { by: ['clock'], from: ['issued', 'partlyPaid'], to: 'overdue', after: 'its due date' },
  /** All of it was refunded: a credit note stands against it. */
  credit: {
    by: ['processor', 'clock'],
    from: ['issued', 'partlyPaid', 'overdue', 'paid'],
    to: 'credited',
    after: 'the whole amount was refunded',
  },
} as const satisfies MoveTable<InvoiceState, string>;
export type InvoiceMove = keyof typeof invoiceMoves;

export const invoiceCan = predicates<InvoiceState, InvoiceMove>(invoiceMoves);

/** Something of it may still be paid. */
export const openInvoiceStates = ['issued', 'partlyPaid', 'overdue'] as const satisfies InvoiceState[];

/** What a line is for; each comes from entries of its own in the ledger. */
export const lineKinds = [
  'work',
  'fee',
  'initiation',
  'tax',
  'topUp',
  'connects',
  'subscription',
  'earned',
  'serviceFee',
  'credit',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** How a consolidated invoice is told apart inside. */
export const invoiceSplits = ['none', 'team', 'costCenter', 'purchaseOrder'] as const;
export type InvoiceSplit = (typeof invoiceSplits)[number];

export type InvoiceSums = {
  kind: InvoiceKind;
  totalMinor: number;
  paidMinor: number;
  creditedMinor: number;
  returnedMinor: number;
  pendingMinor: number;
};

/** What is owed, payments under way or not. A credit note owes nothing. */
export function owedMinor({ kind, totalMinor, paidMinor, creditedMinor, returnedMinor }: InvoiceSums): number {
  return kind === 'creditNote' ? 0 : totalMinor - paidMinor - creditedMinor + returnedMinor;
}

/** What is left to pay, and not under way. */
export function openMinor(sums: InvoiceSums): number {
  return owedMinor(sums) - sums.pendingMinor;
}

/** `ACME-INV-000042` */
export function invoiceNumber(code: string, series: string, sequence: number): string {
  return `${code}-${series}-${String(sequence).padStart(6, '0')}`;
}

export const purchaseOrderMaxLength = 60;
