import { actorId, type Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { setAttachments } from '../../platform/files/attach-uploads.ts';
import type { Files } from '../../platform/files/files.ts';
import { openUpload } from '../../platform/files/open-upload.ts';
import { readAttachments } from '../../platform/files/read-attachments.ts';
import { notFound, Refusal } from '../../platform/http/problem.ts';
import { moveRefused, requireMove } from '../../platform/moves/require-move.ts';
import { askProcessor } from '../payments/ask-processor.ts';
import type { DisputeAnswer, PaymentProcessor } from '../payments/processor.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import { bankDisputeMoves } from './bank-dispute.ts';
import * as store from './store.ts';
import type { BankDisputeRow } from './table.ts';
import { bookDispute } from './take-dispute.ts';

export type AnswerDeps = PaymentDeps & { files: Files; secret: string };
export type Evidence = { text: string; attachmentIds: readonly string[] };

/** As many as processors have fields for. */
const filesMax = 3;

/**
 * Keeps what shall be said to the bank; deliverEvidence then hands it in, once this is committed. Until the bank has it
 * it can be written anew.
 * @throws 404, 409 by state, 422 attachment_unknown
 */
export async function recordEvidence(
  trx: Executor,
  deps: AnswerDeps,
  doer: Doer,
  id: string,
  { text, attachmentIds }: Evidence,
): Promise<void> {
  const dispute = await getOpenDispute(trx, id);
  const submittedBy = actorId(doer.actor);
  const change = { evidenceText: text, submittedBy, submittedAt: deps.clock.now() };
  if (!(await store.moveDispute(trx, id, bankDisputeMoves.submitEvidence.from, change)))
    throw moveRefused('bankDispute', 'submitEvidence', dispute.state);
  const subject = { kind: 'bankDispute', id };
  await setAttachments(trx, deps, attachmentIds, { personId: submittedBy ?? '' }, subject, { max: filesMax });
}

/** @throws 503 processor_silent */
export async function deliverEvidence(deps: AnswerDeps, id: string): Promise<BankDisputeRow> {
  const { externalId, evidenceText } = (await store.findDispute(deps.database.db, id))!;
  const files = await readFiles(deps, id);
  return deliver(deps, id, (processor, signal) =>
    processor.submitEvidence(
      { idempotencyKey: `${id} evidence`, disputeId: externalId, text: evidenceText, files },
      signal,
    ),
  );
}

/** Leaves the money with the bank. @throws 404, 409 by state, 503 processor_silent */
export async function acceptDispute(deps: AnswerDeps, id: string): Promise<BankDisputeRow> {
  const { externalId } = await getOpenDispute(deps.database.db, id);
  const request = { idempotencyKey: `${id} acceptance`, disputeId: externalId };
  return deliver(deps, id, (processor, signal) => processor.acceptDispute(request, signal));
}

async function deliver(
  deps: AnswerDeps,
  id: string,
  ask: (processor: PaymentProcessor, signal: AbortSignal) => Promise<DisputeAnswer>,
): Promise<BankDisputeRow> {
  const { database, log } = deps;
  const { externalId } = (await store.findDispute(database.db, id))!;
  const answer = await askProcessor(deps, ask).catch((error: unknown) => {
    log.warn({ err: error, dispute: id }, 'the processor did not answer');
    throw new Refusal(
      503,
      'processor_silent',
      'The payment processor does not answer now; what you wrote was kept. Hand it in again in some minutes.',
    );
  });
  await bookDispute(deps, externalId, answer);
  return (await store.findDispute(database.db, id))!;
}

/** @throws 404, 409 by state */
async function getOpenDispute(db: Executor, id: string): Promise<BankDisputeRow> {
  const found = await store.findDispute(db, id);
  if (!found) throw notFound();
  requireMove(bankDisputeMoves, 'bankDispute', 'submitEvidence', found.state);
  return found;
}

async function readFiles(deps: AnswerDeps, id: string) {
  const { db } = deps.database;
  const attached = (await readAttachments(db, deps, undefined, 'bankDispute', [id])).get(id) ?? [];
  const files = [];
  for (const { id: fileId, name, type } of attached) {
    const upload = await openUpload(db, deps, fileId, undefined);
    if (upload) files.push({ name, type, bytes: Buffer.concat(await Array.fromAsync(upload.bytes)) });
  }
  return files;
}
