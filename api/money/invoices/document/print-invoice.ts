import { createPageFlow, faint, type PageFlow } from '../../../platform/documents/page-flow.ts';
import { currencyDecimals, decimalText, type Money, money } from '../../money.ts';
import type { Invoice, InvoiceGroup, InvoiceLine, InvoiceParty } from '../schema.ts';
import type { PrintedInvoice } from './printed-invoice.ts';
import { type InvoiceWords, invoiceWords } from './words.ts';

type Print = { flow: PageFlow; words: InvoiceWords; language: string; printed: PrintedInvoice };

/** The same invoice makes the same bytes. */
export async function printInvoice(printed: PrintedInvoice): Promise<Uint8Array> {
  const { language, words } = invoiceWords(printed.locale);
  const { invoice, brand, madeAtMs } = printed;
  const title = `${words.kind[invoice.kind]} ${invoice.number ?? ''}`.trim();
  const flow = createPageFlow({ title, author: brand.name || title, language, createdAtMs: madeAtMs, brand });
  const print: Print = { flow, words, language, printed };
  printHead(print);
  printParties(print);
  printFacts(print);
  for (const group of invoice.groups) printGroup(print, group);
  printTotals(print);
  printPayments(print);
  const name = invoice.number ?? words.draft;
  return flow.end((page, pages) =>
    [brand.name, name, fill(words.page, { page: String(page), pages: String(pages) })].filter(Boolean).join(' · '),
  );
}

function printHead({ flow, words, printed: { invoice, brand } }: Print): void {
  flow.letterhead();
  flow.space(16);
  const number = invoice.number ? [{ text: ` ${invoice.number}` }] : [];
  flow.text([{ text: words.kind[invoice.kind], isBold: true }, ...number], {
    size: 18,
    leading: 1.3,
    role: 'H1',
    spaceAfter: 8,
  });
  if (invoice.state === 'draft') flow.band(words.draft, '#fef2f2', '#991b1b');
  const said = words.state[invoice.state];
  if (said && invoice.kind !== 'creditNote')
    flow.band(
      said,
      invoice.state === 'overdue' ? '#991b1b' : brand.accent,
      invoice.state === 'overdue' ? '#ffffff' : brand.accentContrast,
    );
}

function printParties({ flow, words, printed: { invoice } }: Print): void {
  const { seller, billTo } = invoice;
  const columns = [{ width: 0.5 }, { width: 0.5 }] as const;
  const hasSeller = seller.name !== '' && seller.name !== billTo.name;
  const label = (text: string) => [{ text }];
  if (!hasSeller) {
    flow.table([[label(words.billTo), partyText(billTo, words)]], [{ width: 0.18 }, { width: 0.82 }], { size: 9.5 });
    return;
  }
  const heads = [label(words.billTo), label(words.seller)];
  flow.table([heads, [partyText(billTo, words), partyText(seller, words)]], columns, { size: 9.5, hasHead: true });
}

function partyText({ name, address, vatId, reference }: InvoiceParty, words: InvoiceWords) {
  const rest = [
    ...address,
    ...(vatId ? [`${words.vatId} ${vatId}`] : []),
    ...(reference ? [`${words.yourReference} ${reference}`] : []),
  ];
  return [{ text: name, isBold: true }, ...(rest.length > 0 ? [{ text: `\n${rest.join('\n')}` }] : [])];
}

function printFacts({ flow, words, language, printed: { invoice } }: Print): void {
  const { number, issuedAt, dueAt, periodFrom, periodTo, kind } = invoice;
  const isForWork = kind === 'payment' || kind === 'consolidated';
  const facts: [string, string][] = [
    ...fact(words.number, number),
    ...fact(words.issued, issuedAt && dateText(issuedAt, language)),
    ...fact(words.period, periodFrom && periodTo && periodText(periodFrom, periodTo, language)),
    ...fact(words.due, dueAt && dateText(dueAt, language)),
    ...fact(words.purchaseOrder, invoice.purchaseOrder ?? (isForWork && hasNoOrder(invoice) ? words.toFollow : null)),
    ...fact(words.costCenter, invoice.costCenter),
    ...fact(words.team, invoice.team),
    ...fact(words.credits, invoice.credits?.number ?? null),
    ...fact(words.reason, invoice.reason),
  ];
  flow.space(8);
  const rows = facts.map(([name, value]) => [name, [{ text: value, isBold: true }]]);
  flow.table(rows, [{ width: 0.28 }, { width: 0.72 }], { size: 9.5 });
}

function fact(label: string, value: string | null | undefined | false): [string, string][] {
  return value ? [[label, value]] : [];
}

function hasNoOrder({ groups }: Invoice): boolean {
  return groups.every(({ lines }) => lines.every(({ purchaseOrder }) => purchaseOrder === null));
}

const lineColumns = [
  { width: 0.06 },
  { width: 0.5 },
  { width: 0.12, align: 'end' },
  { width: 0.14, align: 'end' },
  { width: 0.18, align: 'end' },
] as const;

function printGroup(print: Print, group: InvoiceGroup): void {
  const { flow, words, language, printed } = print;
  const { splitBy, groups } = printed.invoice;
  flow.space(14);
  if (splitBy !== 'none')
    flow.text([{ text: group.name ? `${words.split[splitBy]}: ${group.name}` : words.others, isBold: true }], {
      size: 12,
      role: 'H2',
      spaceAfter: 4,
    });
  flow.keepTogether(80);
  const heads = [words.position, words.description, words.quantity, words.unitPrice, words.amount];
  const rows = group.lines.map((line) => lineCells(print, line));
  flow.table([heads.map(bold), ...rows], lineColumns, { size: 9, hasHead: true, repeatsHead: true });
  if (groups.length > 1) {
    const sum = ['', bold(words.subtotal), '', '', bold(moneyText(group.total, language))];
    flow.table([sum], lineColumns, { size: 9 });
  }
}

function lineCells({ words, language, printed }: Print, line: InvoiceLine) {
  const { quantityMinutes, unitPrice, amount, number } = line;
  return [
    String(number),
    describe(line, words, printed.invoice, language),
    quantityMinutes === null ? '' : `${hoursText(quantityMinutes, language)} ${words.hours}`,
    unitPrice ? moneyText(unitPrice, language) : '',
    moneyText(amount, language),
  ];
}

function describe(line: InvoiceLine, words: InvoiceWords, { splitBy, kind }: Invoice, language: string) {
  const { contract, freelancer, description, tax, purpose, team, costCenter, purchaseOrder, occurredAt } = line;
  if (line.kind === 'credit') return [{ text: fill(words.line.credit, { number: description }) }];
  if (tax) return [{ text: `${words.line.tax} (${rateText(tax, language)})` }];
  if (line.kind !== 'work' && line.kind !== 'earned') {
    const about = line.kind === 'connects' && description ? `: ${description}` : '';
    return [{ text: `${words.line[line.kind]}${about}` }];
  }
  const what = words.purpose[purpose] ?? words.line[line.kind];
  // What was bought often names its contract already.
  const isNamed = Boolean(contract?.title && description.includes(contract.title));
  const title = isNamed ? description : description ? `${what}: ${description}` : what;
  const isConsolidated = kind === 'consolidated';
  const about = [
    ...(contract?.title && !isNamed ? [contract.title] : []),
    ...(freelancer?.name ? [freelancer.name] : []),
    ...(isConsolidated ? [dateText(occurredAt, language)] : []),
    ...(isConsolidated && team && splitBy !== 'team' ? [`${words.team} ${team}`] : []),
    ...(isConsolidated && costCenter && splitBy !== 'costCenter' ? [`${words.costCenter} ${costCenter}`] : []),
    ...(isConsolidated && purchaseOrder && splitBy !== 'purchaseOrder' ? [purchaseOrder] : []),
  ];
  return [{ text: title, isBold: true }, ...(about.length > 0 ? [{ text: `\n${about.join('\u00a0· ')}` }] : [])];
}

const totalColumns = [{ width: 0.56 }, { width: 0.24 }, { width: 0.2, align: 'end' }] as const;

function printTotals(print: Print): void {
  const { flow, words, language, printed } = print;
  const { net, tax, total, paid, credited, open, kind, dueAt, number, state } = printed.invoice;
  const row = (label: string, amount: Money) => ['', bold(label), bold(moneyText(amount, language))];
  const totalWord = kind === 'earning' ? words.earnedTotal : kind === 'creditNote' ? words.creditTotal : words.total;
  flow.keepTogether(110);
  flow.space(10);
  flow.table(
    [
      ...(tax.amountMinor !== 0 ? [row(words.net, net), ...taxRows(print, row)] : []),
      row(totalWord, kind === 'creditNote' ? { ...total, amountMinor: 0 - total.amountMinor } : total),
      ...(paid.amountMinor !== 0 ? [row(words.paid, paid)] : []),
      ...(credited.amountMinor !== 0 ? [row(words.credited, credited)] : []),
      ...(kind === 'consolidated' && state !== 'draft' ? [row(words.open, open)] : []),
    ],
    totalColumns,
    { size: 10 },
  );
  if (kind !== 'consolidated' || !dueAt || !number || open.amountMinor === 0) return;
  flow.space(8);
  const said = { amount: moneyText(open, language), date: dateText(dueAt, language), number };
  flow.text(fill(words.payBy, said), { size: 9.5, color: faint });
}

/** One row a rate and country: an invoice says each tax by itself. */
function taxRows<Row>({ words, language, printed }: Print, row: (label: string, amount: Money) => Row): Row[] {
  const { groups, tax } = printed.invoice;
  const sums = new Map<string, number>();
  for (const line of groups.flatMap(({ lines }) => lines)) {
    if (!line.tax) continue;
    const label = fill(words.taxes, { rate: percentText(line.tax.basisPoints, language), country: line.tax.country });
    sums.set(label, (sums.get(label) ?? 0) + line.amount.amountMinor);
  }
  return [...sums].map(([label, amountMinor]) =>
    row(label.replace(/ {2,}/g, ' ').trim(), money(amountMinor, tax.currency)),
  );
}

function printPayments({ flow, words, language, printed: { invoice } }: Print): void {
  const made = invoice.payments.filter(({ state }) => state !== 'voided');
  if (made.length === 0) return;
  flow.keepTogether(70);
  flow.space(14);
  flow.text([{ text: words.payments, isBold: true }], { size: 12, role: 'H2', spaceAfter: 4 });
  flow.table(
    made.map(({ occurredAt, via, label, amount, state }) => [
      dateText(occurredAt, language),
      `${fill(words.via[via], { label })}${state === 'pending' ? ` (${words.pending})` : ''}`,
      moneyText(amount, language),
    ]),
    [{ width: 0.24 }, { width: 0.54 }, { width: 0.22, align: 'end' }],
    { size: 9 },
  );
}

const bold = (text: string) => [{ text, isBold: true }];

/** By the code: a bare $ is the money of many countries. */
function moneyText(amount: Money, language: string): string {
  const { currency } = amount;
  const digits = currencyDecimals(currency);
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${new Intl.NumberFormat(language, fraction).format(decimalText(amount))} ${currency}`;
}

/** `12.5`, in tenths where that is exact. */
function hoursText(minutes: number, language: string): string {
  return (minutes / 60).toLocaleString(language, { maximumFractionDigits: 2 });
}

function rateText({ basisPoints, country }: NonNullable<InvoiceLine['tax']>, language: string): string {
  return [percentText(basisPoints, language), country].filter(Boolean).join(' ');
}

function percentText(basisPoints: number | null, language: string): string {
  if (basisPoints === null) return '';
  return (basisPoints / 10_000).toLocaleString(language, { style: 'percent', maximumFractionDigits: 2 });
}

function dateText(instant: string, language: string): string {
  const zoned = Temporal.Instant.from(instant).toZonedDateTimeISO('UTC');
  return zoned.toPlainDate().toLocaleString(language, { dateStyle: 'long' });
}

function periodText(from: string, to: string, language: string): string {
  const last = Temporal.Instant.from(to).subtract({ hours: 24 }).toString();
  return `${dateText(from, language)} – ${dateText(last, language)}`;
}

function fill(sentence: string, words: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}
