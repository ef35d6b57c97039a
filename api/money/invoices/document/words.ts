import type { InvoiceKind, InvoiceSplit, InvoiceState, LineKind } from '../invoice.ts';

/** What the document says around names and figures. */
export type InvoiceWords = {
  kind: Record<InvoiceKind, string>;
  line: Record<LineKind, string>;
  purpose: Record<string, string>;
  state: Partial<Record<InvoiceState, string>>;
  via: Record<'method' | 'balance' | 'bankTransfer' | 'creditNote', string>;
  split: Record<InvoiceSplit, string>;
} & Record<
  | 'draft'
  | 'seller'
  | 'billTo'
  | 'vatId'
  | 'yourReference'
  | 'number'
  | 'issued'
  | 'period'
  | 'due'
  | 'purchaseOrder'
  | 'costCenter'
  | 'team'
  | 'toFollow'
  | 'credits'
  | 'reason'
  | 'position'
  | 'description'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'hours'
  | 'subtotal'
  | 'net'
  | 'taxes'
  | 'total'
  | 'earnedTotal'
  | 'creditTotal'
  | 'paid'
  | 'credited'
  | 'open'
  | 'payments'
  | 'others'
  | 'pending'
  | 'payBy'
  | 'page',
  string
>;

export function invoiceWords(locale: string): { language: 'en' | 'de'; words: InvoiceWords } {
  const language = locale.slice(0, 2).toLowerCase() === 'de' ? 'de' : 'en';
  return { language, words: words[language] };
}

const words: Record<'en' | 'de', InvoiceWords> = {
  en: {
    kind: {
      payment: 'Invoice and receipt',
      topUp: 'Receipt',
      consolidated: 'Invoice',
      creditNote: 'Credit note',
      connects: 'Invoice and receipt',
      earning: 'Earning statement and service fee invoice',
    },
    line: {
      work: 'Work',
      fee: 'Marketplace fee',
      initiation: 'Contract initiation fee',
      tax: 'Tax on fees',
      topUp: 'Added to the prefunded balance',
      connects: 'Connects',
      subscription: 'Plan',
      earned: 'Earned',
      serviceFee: 'Service fee',
      credit: 'Credit from {number}',
    },
    purpose: {
      milestoneFunding: 'Milestone',
      milestoneExtra: 'Milestone, difference',
      weeklyTime: 'Hours',
      retainer: 'Retainer',
      bonus: 'Bonus',
      milestone: 'Milestone',
      timesheet: 'Hours',
    },
    state: { paid: 'Paid', partlyPaid: 'Paid in part', overdue: 'Overdue', credited: 'Credited in full' },
    via: {
      method: '{label}',
      balance: 'Prefunded balance',
      bankTransfer: 'Bank transfer {label}',
      creditNote: 'Credit note {label}',
    },
    split: { none: '', team: 'Team', costCenter: 'Cost center', purchaseOrder: 'Purchase order' },
    draft: 'Draft: not issued, nothing is due yet.',
    seller: 'From',
    billTo: 'Bill to',
    vatId: 'VAT ID',
    yourReference: 'Your reference',
    number: 'Number',
    issued: 'Date',
    period: 'Period',
    due: 'Due',
    purchaseOrder: 'Purchase order',
    costCenter: 'Cost center',
    team: 'Team',
    toFollow: 'to follow',
    credits: 'Takes back',
    reason: 'Reason',
    position: '#',
    description: 'Description',
    quantity: 'Quantity',
    unitPrice: 'Price',
    amount: 'Amount',
    hours: 'h',
    subtotal: 'Subtotal',
    net: 'Net',
    taxes: 'Tax {rate} {country}',
    total: 'Total',
    earnedTotal: 'Yours',
    creditTotal: 'Credited',
    paid: 'Paid',
    credited: 'Credited',
    open: 'To pay',
    payments: 'Payments',
    others: 'Without one',
    pending: 'under way',
    payBy: 'Please pay {amount} by {date} and name {number}.',
    page: 'Page {page} of {pages}',
  },
  de: {
    kind: {
      payment: 'Rechnung und Quittung',
      topUp: 'Quittung',
      consolidated: 'Rechnung',
      creditNote: 'Gutschrift',
      connects: 'Rechnung und Quittung',
      earning: 'Verdienstabrechnung und Rechnung über die Servicegebühr',
    },
    line: {
      work: 'Arbeit',
      fee: 'Gebühr des Marktplatzes',
      initiation: 'Gebühr für den Vertragsbeginn',
      tax: 'Steuer auf Gebühren',
      topUp: 'Guthaben aufgeladen',
      connects: 'Connects',
      subscription: 'Tarif',
      earned: 'Verdient',
      serviceFee: 'Servicegebühr',
      credit: 'Guthaben aus {number}',
    },
    purpose: {
      milestoneFunding: 'Meilenstein',
      milestoneExtra: 'Meilenstein, Differenz',
      weeklyTime: 'Stunden',
      retainer: 'Pauschale',
      bonus: 'Bonus',
      milestone: 'Meilenstein',
      timesheet: 'Stunden',
    },
    state: { paid: 'Bezahlt', partlyPaid: 'Teilweise bezahlt', overdue: 'Überfällig', credited: 'Ganz gutgeschrieben' },
    via: {
      method: '{label}',
      balance: 'Guthaben',
      bankTransfer: 'Überweisung {label}',
      creditNote: 'Gutschrift {label}',
    },
    split: { none: '', team: 'Team', costCenter: 'Kostenstelle', purchaseOrder: 'Bestellung' },
    draft: 'Entwurf: nicht gestellt, noch ist nichts fällig.',
    seller: 'Von',
    billTo: 'An',
    vatId: 'USt-IdNr.',
    yourReference: 'Ihr Zeichen',
    number: 'Nummer',
    issued: 'Datum',
    period: 'Zeitraum',
    due: 'Fällig',
    purchaseOrder: 'Bestellung',
    costCenter: 'Kostenstelle',
    team: 'Team',
    toFollow: 'folgt',
    credits: 'Zu Rechnung',
    reason: 'Grund',
    position: '#',
    description: 'Beschreibung',
    quantity: 'Menge',
    unitPrice: 'Preis',
    amount: 'Betrag',
    hours: 'Std.',
    subtotal: 'Zwischensumme',
    net: 'Netto',
    taxes: 'Steuer {rate} {country}',
    total: 'Gesamt',
    earnedTotal: 'Für Sie',
    creditTotal: 'Gutgeschrieben',
    paid: 'Bezahlt',
    credited: 'Gutgeschrieben',
    open: 'Zu zahlen',
    payments: 'Zahlungen',
    others: 'Ohne Angabe',
    pending: 'unterwegs',
    payBy: 'Bitte zahlen Sie {amount} bis {date} und nennen Sie {number}.',
    page: 'Seite {page} von {pages}',
  },
};
