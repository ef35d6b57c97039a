import type { Doer } from '../../platform/audit/record-audit.ts';
import type { Executor } from '../../platform/database/database.ts';
import type { JobRunner } from '../../platform/jobs/run-jobs.ts';
import { clockDoer, recordMove } from '../../platform/moves/record-move.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { setDefaultIfNone } from '../billing/default-source.ts';
import { askProcessor, nextLookAfter } from '../payments/ask-processor.ts';
import type { MethodAnswer, SetupAnswer } from '../payments/processor.ts';
import type { PaymentDeps } from '../payments/settle-payment.ts';
import * as store from './store.ts';
import type { MethodSetupRow, PaymentMethodRow } from './table.ts';

/** Keeps what the processor says of a setup, once: the page's answer and its event may come together. */
export async function finishSetup(
  deps: PaymentDeps,
  setup: MethodSetupRow,
  answer: SetupAnswer,
  doer: Doer = clockDoer(`setup ${setup.id}`),
): Promise<MethodSetupRow> {
  const { database, clock, log } = deps;
  const { id } = setup;
  if (answer.externalId !== setup.externalId || (answer.state === 'finished' && !answer.method)) {
    log.error({ setup: id, answer }, 'the processor answered what cannot be: not kept');
    return setup;
  }
  await database.transaction(async (trx) => {
    if (answer.state === 'finished') await keepMethod(trx, deps, setup, answer.method!, doer);
    else if (answer.state === 'failed')
      await store.updateOpenSetup(trx, id, { state: 'failed', refusal: answer.refusal ?? null, nextLookAt: null });
    else {
      const nextLookAt = nextLookAfter(setup.createdAt, clock.now());
      const isWaiting = answer.state === 'processing';
      await store.updateOpenSetup(trx, id, { nextLookAt, ...(isWaiting && { state: 'processing' }) });
    }
  });
  return (await store.findSetup(database.db, id))!;
}

async function keepMethod(
  trx: Executor,
  deps: PaymentDeps,
  setup: MethodSetupRow,
  { externalId: token, kind, brand, last4, expires, label }: MethodAnswer,
  doer: Doer,
): Promise<void> {
  const { clock, newId } = deps;
  const { ownerKind, ownerId, processor, customerToken, startedBy } = setup;
  const row: PaymentMethodRow = {
    id: newId('pmt'),
    ...{ ownerKind, ownerId, processor, customerToken, token, kind, brand, last4, expires, label },
    state: 'active',
    addedBy: startedBy,
    createdAt: clock.now(),
    removedAt: null,
  };
  const finished = { state: 'finished', methodId: row.id, refusal: null, nextLookAt: null } as const;
  if (!(await store.updateOpenSetup(trx, setup.id, finished))) return;
  await store.insertMethod(trx, row);
  if (ownerKind !== 'tenant') return;
  const scope = tenantScope(ownerId);
  await recordMove(trx, deps, scope, doer, {
    subject: { kind: 'paymentMethod', id: row.id },
    move: 'saved',
    to: 'active',
    details: { label },
  });
  await setDefaultIfNone(trx, deps, scope, { kind: 'method', methodId: row.id });
}

/** After its event. @returns false when no setup has this id */
export async function takeSetupNews(deps: PaymentDeps, externalId: string): Promise<boolean> {
  const setup = await store.findSetupByExternalId(deps.database.db, deps.processor.name, externalId);
  if (!setup) return false;
  await lookAtSetup(deps, setup);
  return true;
}

/** ⏱ Setups whose page was closed before we heard of their end; after a week nobody waits for one. */
export function watchSetups(deps: PaymentDeps & { jobs: JobRunner }): void {
  const { database, clock, jobs, log } = deps;
  jobs.every({
    kind: 'paymentMethods.lookAgain',
    everyMs: 60_000,
    run: async () => {
      for (const id of await store.listSetupsToLookAt(database.db, clock.now(), 50)) {
        const setup = (await store.findSetup(database.db, id))!;
        await lookAtSetup(deps, setup).catch((error: unknown) => {
          log.warn({ err: error, setup: id }, 'the processor did not answer');
        });
      }
    },
  });
}

const weekMs = 7 * 86_400_000;

async function lookAtSetup(deps: PaymentDeps, setup: MethodSetupRow): Promise<void> {
  if (setup.state === 'finished' || setup.state === 'failed') return;
  const { database, clock } = deps;
  const nowMs = clock.now();
  if (setup.state === 'started' && nowMs - setup.createdAt > weekMs) {
    await store.updateOpenSetup(database.db, setup.id, { state: 'failed', refusal: 'not_finished', nextLookAt: null });
    return;
  }
  await store.updateOpenSetup(database.db, setup.id, { nextLookAt: nextLookAfter(setup.createdAt, nowMs) });
  const answer = await askProcessor(deps, (processor, signal) => processor.lookUpSetup(setup.externalId!, signal));
  await finishSetup(deps, setup, answer);
}
