import { formatMoney } from '../../../money/money.ts';
import { createPageFlow, faint, type PageFlow } from '../../../platform/documents/page-flow.ts';
import { setRichText } from '../../../platform/documents/set-rich-text.ts';
import { presentMarkdown } from '../../../platform/rich-text/present-markdown.ts';
import type { OfferTerms, PaymentTerms } from '../schema.ts';
import type { PrintedOffer } from './printed-offer.ts';
import { type DocumentWords, documentWords } from './words.ts';

type Print = { flow: PageFlow; words: DocumentWords; language: string; offer: PrintedOffer };

/** The same offer makes the same bytes. */
export async function printOffer(offer: PrintedOffer): Promise<Uint8Array> {
  const { language, words } = documentWords(offer.locale);
  const isSigned = offer.signatures.length === 2;
  const kind = isSigned ? words.agreement : words.offer;
  const title = `${kind}: ${offer.terms.title}`;
  const createdAtMs = Math.max(offer.madeAtMs, ...offer.signatures.map(({ signedAtMs }) => signedAtMs));
  const flow = createPageFlow({ title, author: offer.client.name, language, createdAtMs, brand: offer.client });
  const print: Print = { flow, words, language, offer };
  printHead(print, kind, isSigned);
  printParties(print);
  printWork(print);
  printMilestones(print);
  printTerms(print);
  printSignatures(print);
  const version = fill(words.version, { version: String(offer.version) });
  const state = isSigned ? words.signedByBoth : words.notSigned;
  return flow.end((page, pages) =>
    [
      offer.client.name,
      offer.offerId,
      version,
      state,
      fill(words.page, { page: String(page), pages: String(pages) }),
    ].join(' · '),
  );
}

function printHead({ flow, words, offer }: Print, kind: string, isSigned: boolean): void {
  flow.letterhead();
  flow.space(18);
  flow.text(kind, { size: 11, color: faint, spaceAfter: 0 });
  flow.text([{ text: offer.terms.title || '–', isBold: true }], { size: 20, leading: 1.3, role: 'H1', spaceAfter: 10 });
  if (isSigned) flow.band(words.signedByBoth, offer.client.accent, offer.client.accentContrast);
  else flow.band(unsigned(words, offer), '#fef2f2', '#991b1b');
}

function unsigned(words: DocumentWords, { version, state }: PrintedOffer): string {
  if (version === 0) return words.draft;
  return state === 'declined' || state === 'withdrawn' || state === 'expired' ? words.ended : words.notSignedYet;
}

function printParties({ flow, words, offer }: Print): void {
  const rows: Facts = [
    [words.client, offer.client.name],
    [words.freelancer, offer.freelancer],
  ];
  printFacts(flow, rows);
}

function printWork({ flow, words, language, offer: { terms } }: Print): void {
  heading(flow, words.work);
  const { startsOn, endsOn, purchaseOrder, nda } = terms;
  printFacts(flow, [
    ...(terms.payment ? paymentFacts(terms.payment, words, language) : []),
    [words.start, startsOn ? dateText(startsOn, language) : words.onAcceptance],
    [words.end, endsOn ? dateText(endsOn, language) : words.open],
    ...(purchaseOrder ? [[words.purchaseOrder, orderText(purchaseOrder, words)] as [string, string]] : []),
    [words.nda, nda ? words.yes : words.no],
  ]);
}

function paymentFacts(payment: PaymentTerms, words: DocumentWords, language: string): Facts {
  if (payment.kind === 'fixed')
    return [
      [words.kind, words.fixed],
      [words.total, moneyText(payment.total, language)],
    ];
  const { weeklyLimitHours, manualTimeAllowed } = payment;
  return [
    [words.kind, words.hourly],
    [words.rate, moneyText(payment.rate, language)],
    [words.weeklyLimit, weeklyLimitHours === null ? words.noLimit : `${weeklyLimitHours} ${words.hours}`],
    [words.manualTime, manualTimeAllowed ? words.allowed : words.notAllowed],
  ];
}

const milestoneColumns = [{ width: 0.07 }, { width: 0.53 }, { width: 0.2 }, { width: 0.2, align: 'end' }] as const;

function printMilestones({ flow, words, language, offer: { terms } }: Print): void {
  if (terms.payment?.kind !== 'fixed') return;
  const { milestones, total } = terms.payment;
  heading(flow, words.milestones);
  const bold = (cells: string[]) => cells.map((text) => [{ text, isBold: true }]);
  const rows = milestones.map(({ description, dueOn, amount }, index) => {
    const due = dueOn ? dateText(dueOn, language) : '–';
    return [String(index + 1), description, due, moneyText(amount, language)];
  });
  flow.table(
    [
      bold(['#', words.milestone, words.due, words.amount]),
      ...rows,
      bold(['', words.total, '', moneyText(total, language)]),
    ],
    milestoneColumns,
    { size: 9.5, hasHead: true },
  );
}

function printTerms({ flow, words, offer: { terms } }: Print): void {
  heading(flow, words.terms);
  setRichText(flow, presentMarkdown(terms.text));
  if (!terms.template) return;
  const { id, version, hash } = terms.template;
  flow.text(fill(words.template, { id, version: String(version), hash }), { size: 8, color: faint });
}

function printSignatures({ flow, words, offer }: Print): void {
  flow.keepTogether(230);
  heading(flow, words.signatures);
  const version = fill(words.version, { version: String(offer.version) });
  flow.text(`${version} · ${words.proof}`, { size: 8, color: faint, spaceAfter: 0 });
  flow.text(offer.termsHash, { size: 8, spaceAfter: 10 });
  for (const side of ['client', 'freelancer'] as const) {
    const signature = offer.signatures.find((one) => one.side === side);
    const party = side === 'client' ? `${words.client}: ${offer.client.name}` : words.freelancer;
    flow.text(party, { size: 9, color: faint, spaceAfter: 2 });
    if (signature) {
      flow.text([{ text: signature.typedName, isItalic: true }], { size: 16, spaceAfter: 0, leading: 1.35 });
      flow.line();
      flow.space(3);
      const instant = instantText(signature.signedAtMs);
      flow.text(fill(words.signedOn, { instant }), { size: 8, color: faint, spaceAfter: 14 });
    } else {
      flow.text(words.notSigned, { size: 11, color: '#991b1b', spaceAfter: 6 });
      flow.line();
      flow.space(14);
    }
  }
}

type Facts = [label: string, value: string][];
const factColumns = [{ width: 0.32 }, { width: 0.68 }] as const;

function printFacts(flow: PageFlow, facts: Facts): void {
  const rows = facts.map(([label, value]) => [label, [{ text: value, isBold: true }]]);
  flow.table(rows, factColumns, { size: 9.5 });
}

function heading(flow: PageFlow, text: string): void {
  flow.space(14);
  flow.text([{ text, isBold: true }], { size: 14, role: 'H2', spaceAfter: 6 });
}

function orderText(order: NonNullable<OfferTerms['purchaseOrder']>, words: DocumentWords): string {
  return order.kind === 'number' ? order.number : words.notYet;
}

/** With the code: a bare $ is the money of many countries. */
function moneyText(amount: Parameters<typeof formatMoney>[0], language: string): string {
  return `${formatMoney(amount, language)} ${amount.currency}`;
}

function dateText(date: string, language: string): string {
  return Temporal.PlainDate.from(date).toLocaleString(language, { dateStyle: 'long' });
}

/** `2026-11-23 12:00:00` */
function instantText(epochMs: number): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toString({ smallestUnit: 'second' })
    .slice(0, 19)
    .replace('T', ' ');
}

function fill(sentence: string, words: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}
