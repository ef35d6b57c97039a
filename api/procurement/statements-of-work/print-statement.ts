import { formatMoney, type Money } from '../../money/money.ts';
import { createPageFlow, faint, type PageFlow } from '../../platform/documents/page-flow.ts';
import { setRichText } from '../../platform/documents/set-rich-text.ts';
import { presentMarkdown } from '../../platform/rich-text/present-markdown.ts';
import type { Statement } from './statement.ts';
import { type StatementWords, statementWords } from './words.ts';

/** The same statement makes the same bytes. */
export async function printStatement(statement: Statement): Promise<Uint8Array> {
  const { language, words } = statementWords(statement.locale);
  const { client, madeAtMs, version } = statement;
  const title = `${words.title}: ${statement.title}`;
  const flow = createPageFlow({ title, author: client.name, language, createdAtMs: madeAtMs, brand: client });
  flow.letterhead();
  flow.space(18);
  flow.text(words.title, { size: 11, color: faint, spaceAfter: 0 });
  flow.text([{ text: statement.title, isBold: true }], { size: 20, leading: 1.3, role: 'H1', spaceAfter: 10 });
  section(flow, words.parties, [
    [words.client, client.name],
    [words.freelancer, statement.freelancer],
  ]);
  section(flow, words.work, workFacts(statement, words, language));
  section(flow, words.money, [
    [words.purchaseOrder, statement.purchaseOrder ?? words.none],
    [words.costCenter, statement.costCenter ?? words.none],
    [words.team, statement.team ?? words.none],
  ]);
  printDeliverables(flow, statement, words, language);
  heading(flow, words.scope);
  setRichText(flow, presentMarkdown(statement.scope));
  flow.text(words.terms, { size: 8, color: faint, spaceAfter: 0 });
  flow.text(statement.termsHash, { size: 8, spaceAfter: 10 });
  return flow.end((page, pages) =>
    [
      client.name,
      statement.id,
      fill(words.version, { version: String(version) }),
      fill(words.page, { page: String(page), pages: String(pages) }),
    ].join(' · '),
  );
}

type Facts = [label: string, value: string][];

function workFacts({ payment, startsOn, endsOn }: Statement, words: StatementWords, language: string): Facts {
  const price: Facts = !payment
    ? []
    : payment.kind === 'fixed'
      ? [[words.fixed, moneyText(payment.total, language)]]
      : [
          [words.hourly, `${words.rate} ${moneyText(payment.rate, language)}`],
          [
            words.weeklyLimit,
            payment.weeklyLimitHours === null ? words.noLimit : `${payment.weeklyLimitHours} ${words.hours}`,
          ],
        ];
  return [
    ...price,
    [words.start, startsOn ? dateText(startsOn, language) : words.onAcceptance],
    [words.end, endsOn ? dateText(endsOn, language) : words.open],
  ];
}

const columns = [{ width: 0.07 }, { width: 0.53 }, { width: 0.2 }, { width: 0.2, align: 'end' }] as const;

function printDeliverables(
  flow: PageFlow,
  { milestones, payment }: Statement,
  words: StatementWords,
  language: string,
) {
  if (milestones.length === 0) return;
  heading(flow, words.deliverables);
  const bold = (cells: string[]) => cells.map((text) => [{ text, isBold: true }]);
  const rows = milestones.map(({ description, dueOn, amount }, index) => [
    String(index + 1),
    description,
    dueOn ? dateText(dueOn, language) : '–',
    moneyText(amount, language),
  ]);
  const total = payment?.kind === 'fixed' ? [bold(['', words.total, '', moneyText(payment.total, language)])] : [];
  const head = bold(['#', words.deliverable, words.due, words.amount]);
  flow.table([head, ...rows, ...total], columns, { size: 9.5, hasHead: true });
}

function section(flow: PageFlow, title: string, facts: Facts): void {
  heading(flow, title);
  const rows = facts.map(([label, value]) => [label, [{ text: value, isBold: true }]]);
  flow.table(rows, [{ width: 0.32 }, { width: 0.68 }], { size: 9.5 });
}

function heading(flow: PageFlow, text: string): void {
  flow.space(14);
  flow.text([{ text, isBold: true }], { size: 14, role: 'H2', spaceAfter: 6 });
}

function moneyText(amount: Money, language: string): string {
  return `${formatMoney(amount, language)} ${amount.currency}`;
}

function dateText(date: string, language: string): string {
  return Temporal.PlainDate.from(date).toLocaleString(language, { dateStyle: 'long' });
}

function fill(sentence: string, words: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}
