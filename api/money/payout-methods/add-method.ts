import type { Doer } from '../../platform/audit/record-audit.ts';
import { isoInstant } from '../../platform/clock/clock.ts';
import type { Executor } from '../../platform/database/database.ts';
import { conflict } from '../../platform/http/problem.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { recordPayeeMove } from '../payees/record-payee-move.ts';
import { tellPayee } from '../payees/tell-payee.ts';
import { acceptMethod } from './accept-method.ts';
import { isOwnName } from './check-name.ts';
import { type MethodDeps, methodSeal } from './deps.ts';
import { payoutsPolicy } from './policy.ts';
import type { NewPayoutMethod } from './schema.ts';
import { insertMethod, listMethods } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

const dayMs = 86_400_000;

/**
 * Writes down where money may go, and tells its owner at once: somebody else might have done it.
 * @throws 422 payout_method_not_accepted, 409 payout_methods_full, payout_method_known
 */
export async function addMethod(
  trx: Executor,
  deps: MethodDeps,
  doer: Doer,
  freelancerId: string,
  asked: NewPayoutMethod,
): Promise<PayoutMethodRow> {
  const policy = await readPolicy(trx, undefined, payoutsPolicy);
  const accepted = acceptMethod(deps.payoutRails, policy, asked);
  const others = await listMethods(trx, freelancerId);
  if (others.length >= policy.methodsMax) throw methodsFull(policy.methodsMax);
  if (others.some(({ label, rail, currency }) => accepted.isSame({ label, rail, currency }))) throw methodKnown();

  const [id, createdAt] = [deps.newId('pom'), deps.clock.now()];
  const { isHosted, holderName, destination, ...columns } = accepted.columns;
  const isOwn = isHosted || (await isOwnName(trx, deps, freelancerId, holderName, policy));
  const state = isHosted ? 'settingUp' : isOwn ? 'waiting' : 'blocked';
  const row: PayoutMethodRow = {
    ...columns,
    id,
    freelancerId,
    holderName,
    sealed: methodSeal(deps).seal(JSON.stringify(destination), `payoutMethod ${id}`),
    accountToken: destination?.kind === 'account' ? destination.token : null,
    state,
    blockReason: state === 'blocked' ? 'name_mismatch' : null,
    isNameCleared: 0,
    revision: 1,
    createdAt,
    usableAt: state === 'waiting' ? createdAt + policy.methodWaitDays * dayMs : null,
    removedAt: null,
  };
  await insertMethod(trx, row);
  const subject = { kind: 'payoutMethod', id } as const;
  await recordPayeeMove(trx, deps, doer, { freelancerId, subject, move: 'add', to: state, reason: row.blockReason });
  await tellOfNew(trx, deps, row);
  return row;
}

/** Also when its account at a provider is ready. */
export async function tellOfNew(trx: Executor, deps: MethodDeps, row: PayoutMethodRow): Promise<void> {
  const news = { subject: { kind: 'payoutMethod', id: row.id }, path: portalPaths.payoutMethods() };
  const { freelancerId, label, state, usableAt } = row;
  if (state === 'blocked')
    await tellPayee(trx, deps, freelancerId, {
      ...news,
      kind: 'payoutMethod.blocked',
      words: { method: label, reason: row.blockReason ?? '' },
    });
  if (state === 'waiting')
    await tellPayee(trx, deps, freelancerId, {
      ...news,
      kind: 'payoutMethod.added',
      words: { method: label, date: isoInstant(usableAt!).slice(0, 10) },
    });
}

const methodsFull = (max: number) =>
  conflict('payout_methods_full', `You have ${max} payout methods already; nothing was added. Remove one first.`);
const methodKnown = () => conflict('payout_method_known', 'You have this payout method already; nothing was added.');
