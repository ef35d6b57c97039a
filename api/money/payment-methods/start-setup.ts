import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import { Refusal, unprocessable } from '../../platform/http/problem.ts';
import { askProcessor, nextLookAfter } from '../payments/ask-processor.ts';
import type { MethodKind, SetupAnswer } from '../payments/processor.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import { finishSetup } from './finish-setup.ts';
import * as store from './store.ts';
import type { MethodOwner, MethodSetupRow } from './table.ts';

/** A setup, with what a page needs to open the processor's frame. */
export type OpenSetup = { setup: MethodSetupRow; clientSecret: string | null };

export type NewSetup = { owner: MethodOwner; ownerName: string; kind: MethodKind; personId: string };

/** Writes that somebody wants to save a method; openSetup then asks the processor, once this is committed. */
export async function recordSetup(
  trx: Executor,
  { clock, newId, processor }: PaymentDeps,
  { owner, kind, personId }: NewSetup,
): Promise<MethodSetupRow> {
  const nowMs = clock.now();
  const row: MethodSetupRow = {
    id: newId('ps'),
    ownerKind: owner.kind,
    ownerId: owner.id,
    processor: processor.name,
    customerToken: '',
    kind,
    externalId: null,
    state: 'started',
    methodId: null,
    refusal: null,
    startedBy: personId,
    createdAt: nowMs,
    nextLookAt: null,
  };
  await store.insertSetup(trx, row);
  return row;
}

/**
 * Opens it with the processor; harmless to repeat.
 * @throws 503 processor_silent
 */
export async function openSetup(deps: PaymentDeps, id: string, ownerName: string): Promise<OpenSetup> {
  const { database, log, clock } = deps;
  const setup = (await store.findSetup(database.db, id))!;
  try {
    const owner = { kind: setup.ownerKind, id: setup.ownerId };
    const customerToken = await customerOf(deps, owner, ownerName);
    const answer = await askProcessor(deps, (processor, signal) =>
      setup.externalId
        ? processor.lookUpSetup(setup.externalId, signal)
        : processor.startSetup({ idempotencyKey: id, customerToken, kind: setup.kind }, signal),
    );
    const nextLookAt = nextLookAfter(setup.createdAt, clock.now());
    await store.updateOpenSetup(database.db, id, { externalId: answer.externalId, customerToken, nextLookAt });
    return { setup: (await store.findSetup(database.db, id))!, clientSecret: answer.clientSecret };
  } catch (error) {
    log.warn({ err: error, setup: id }, 'the processor did not answer');
    throw new Refusal(
      503,
      'processor_silent',
      'The payment processor does not answer now; nothing was saved. Try again in some minutes.',
    );
  }
}

/** The processor's id of a payer, made on first use. */
async function customerOf(deps: PaymentDeps, owner: MethodOwner, name: string): Promise<string> {
  const { database, clock, processor } = deps;
  const known = await store.findCustomer(database.db, owner, processor.name);
  if (known) return known.token;
  const idempotencyKey = `customer ${owner.kind} ${owner.id}`;
  const { externalId } = await askProcessor(deps, (asked, signal) =>
    asked.createCustomer({ idempotencyKey, owner, name }, signal),
  );
  const row = { ownerKind: owner.kind, ownerId: owner.id, processor: processor.name, createdAt: clock.now() };
  await store.insertCustomerOnce(database.db, { ...row, token: externalId });
  // Whoever was first decides, so that all methods of a payer are one customer's.
  return (await store.findCustomer(database.db, owner, processor.name))!.token;
}

/**
 * After the processor's frame, or with the test card that was chosen: looks how it stands, and keeps the method.
 * @throws 422 test_method_unknown, test_method_missing
 */
export async function completeSetup(
  deps: PaymentDeps,
  setup: MethodSetupRow,
  testMethod: string | undefined,
  doer: Doer,
): Promise<MethodSetupRow> {
  const { processor } = deps;
  if (setup.state === 'finished' || setup.state === 'failed' || !setup.externalId) return setup;
  const { externalId } = setup;
  const { chooseTestMethod } = processor;
  if (chooseTestMethod && setup.state === 'started') requireTestMethod(deps, setup.kind, testMethod);
  const answer: SetupAnswer = await askProcessor(deps, (asked, signal) =>
    chooseTestMethod && testMethod !== undefined
      ? chooseTestMethod(externalId, testMethod, signal)
      : asked.lookUpSetup(externalId, signal),
  );
  return finishSetup(deps, setup, answer, doer);
}

function requireTestMethod({ processor }: PaymentDeps, kind: MethodKind, token: string | undefined): void {
  if (processor.cards.some((card) => card.token === token && card.kind === kind)) return;
  const code = token === undefined ? 'test_method_missing' : 'test_method_unknown';
  throw unprocessable(code, 'Choose one of the test cards offered; nothing was saved.', [
    { pointer: '/testMethod', code, message: 'Choose one of the test cards offered.' },
  ]);
}
