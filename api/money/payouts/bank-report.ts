import { XMLParser } from 'fast-xml-parser';
import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notFound, Refusal, unprocessable } from '../../platform/http/problem.ts';
import { findBatch, listOfBatch } from './batch-store.ts';
import type { PayoutDeps } from './deps.ts';
import type { BankReportResult } from './schema.ts';
import { answerWire, type BankAnswer } from './wire-batches.ts';

/**
 * A bank's Customer Payment Status Report: ISO 20022 pain.002, any version since 03. Each payout is found by its
 * end-to-end id and moved as the bank says; what the report says nothing final of, or nothing of that file, is named
 * and left.
 * @throws 404, 422 bank_report_unreadable, bank_report_of_other_file
 */
export async function applyBankReport(
  trx: Executor,
  deps: PayoutDeps,
  doer: Doer,
  batchId: string,
  text: string,
): Promise<BankReportResult> {
  const batch = await findBatch(trx, batchId);
  if (!batch) throw notFound();
  const { messageId, statuses } = readReport(text);
  if (messageId !== batch.messageId) throw otherFile(batch.messageId);
  const rows = new Map((await listOfBatch(trx, batchId)).map((row) => [row.id, row]));
  const result: BankReportResult = { applied: 0, skipped: [] };
  for (const { endToEndId, status, reason } of statuses) {
    const row = rows.get(endToEndId);
    const answer = answerOf(status, reason, row?.state);
    const why = !row ? 'not in this file' : !answer ? 'not final' : await tryAnswer(endToEndId, answer);
    if (why) result.skipped.push({ endToEndId, status, why });
    else result.applied += 1;
  }
  return result;

  async function tryAnswer(id: string, answer: BankAnswer): Promise<string | undefined> {
    try {
      await answerWire(trx, deps, doer, id, answer);
      return undefined;
    } catch (error) {
      // A refusal comes before anything is written.
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }
}

/** ExternalPaymentTransactionStatus1Code: ACCC and ACSC are settled, RJCT is refused; the others are steps on the way. */
function answerOf(status: string, reason: string | undefined, state: string | undefined): BankAnswer | undefined {
  if (status === 'ACCC' || status === 'ACSC') return { outcome: 'paid' };
  if (status !== 'RJCT') return undefined;
  return { outcome: state === 'paid' ? 'returned' : 'failed', reason: reason ?? 'refused by the bank' };
}

type Status = { endToEndId: string; status: string; reason: string | undefined };

/** Entities are not expanded and a document type is refused: a report is data, from wherever it came. */
const parser = new XMLParser({
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  ignoreAttributes: true,
  isArray: (name) => ['OrgnlPmtInfAndSts', 'TxInfAndSts', 'StsRsnInf', 'AddtlInf'].includes(name),
});

export function readReport(text: string): { messageId: string; statuses: Status[] } {
  if (/<!DOCTYPE/i.test(text)) throw unreadable();
  const report = reportIn(text);
  const messageId = textAt(report, 'OrgnlGrpInfAndSts', 'OrgnlMsgId');
  if (messageId === undefined) throw unreadable();
  const statuses: Status[] = [];
  for (const group of listAt(report, 'OrgnlPmtInfAndSts'))
    for (const transaction of listAt(group, 'TxInfAndSts')) {
      const endToEndId = textAt(transaction, 'OrgnlEndToEndId');
      const status = textAt(transaction, 'TxSts');
      if (endToEndId && status) statuses.push({ endToEndId, status, reason: reasonOf(transaction) });
    }
  return { messageId, statuses };
}

function reportIn(text: string): unknown {
  try {
    const report = at(parser.parse(text, true), 'Document', 'CstmrPmtStsRpt');
    if (report !== undefined) return report;
  } catch {
    // Said below.
  }
  throw unreadable();
}

function reasonOf(transaction: unknown): string | undefined {
  const [information] = listAt(transaction, 'StsRsnInf');
  const code = textAt(information, 'Rsn', 'Cd') ?? textAt(information, 'Rsn', 'Prtry');
  const [more] = listAt(information, 'AddtlInf');
  return [code, typeof more === 'string' ? more : undefined].filter(Boolean).join(': ').slice(0, 200) || undefined;
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = at(value, ...path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

function listAt(value: unknown, name: string): unknown[] {
  const found = at(value, name);
  return Array.isArray(found) ? found : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const unreadable = () =>
  unprocessable(
    'bank_report_unreadable',
    'This is no status report of a bank (ISO 20022 pain.002); nothing was changed.',
  );
const otherFile = (messageId: string) =>
  unprocessable('bank_report_of_other_file', `This report is of another file than ${messageId}; nothing was changed.`);
