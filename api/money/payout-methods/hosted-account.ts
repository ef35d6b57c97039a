import type { Logger } from 'pino';
import type { Database, Executor } from '../../platform/database/database.ts';
import { conflict, Refusal } from '../../platform/http/problem.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import { getPayee } from '../payees/payee.ts';
import { railDoer } from '../payees/record-payee-move.ts';
import { tellOfNew } from './add-method.ts';
import { isOwnName } from './check-name.ts';
import { type MethodDeps, methodSeal } from './deps.ts';
import { moveMethod } from './move-method.ts';
import type { HostedAccount, HostedAccounts } from './payout-rail.ts';
import { payoutsPolicy } from './policy.ts';
import { findMethod, listByAccount, updateMethod } from './store.ts';
import type { PayoutMethodRow } from './table.ts';

type HostedDeps = MethodDeps & { database: Database; log: Logger };

const dayMs = 86_400_000;

/**
 * A link to the provider's page for a method whose account is being set up. The account is opened with the first link,
 * with the method's id as key: a crash in between opens no second one.
 * @throws 409 payout_method_not_hosted, 503 provider_silent
 */
export async function openOnboarding(deps: HostedDeps, row: PayoutMethodRow, baseUrl: string) {
  const hosted = hostedOf(deps, row);
  if (!hosted || row.state === 'removed') throw notHosted();
  const token = await answered(deps, async () => row.accountToken ?? (await openAccount(deps, hosted, row)));
  const page = `${baseUrl}/payouts/methods?look=${encodeURIComponent(row.id)}`;
  return answered(deps, () => hosted.link(token, { returnUrl: page, refreshUrl: `${page}&again=1` }));
}

async function openAccount(deps: HostedDeps, hosted: HostedAccounts, row: PayoutMethodRow): Promise<string> {
  const { id, freelancerId, currency } = row;
  const { country } = await getPayee(deps, deps.database.db, freelancerId);
  const { token } = await hosted.open({ idempotencyKey: id, freelancerId, country, currency });
  const sealed = methodSeal(deps).seal(JSON.stringify({ kind: 'account', token }), `payoutMethod ${id}`);
  await updateMethod(deps.database.db, id, ['settingUp', 'blocked', 'waiting', 'usable'], {
    accountToken: token,
    sealed,
  });
  return token;
}

/** Asks the provider how the account stands, and moves the method as it says. @throws 503 provider_silent */
export async function lookAtAccount(deps: HostedDeps, row: PayoutMethodRow): Promise<PayoutMethodRow> {
  const hosted = hostedOf(deps, row);
  const token = row.accountToken;
  if (!hosted || token === null) return row;
  const account = await answered(deps, () => hosted.lookUp(token));
  if (account.token !== token) {
    deps.log.error({ method: row.id }, 'the provider answered with another account: not believed');
    throw providerSilent();
  }
  return deps.database.transaction(async (trx) => apply(trx, deps, (await findMethod(trx, row.id))!, account));
}

/** For news of a provider: every method on that account. @returns false when nobody here knows it */
export async function lookAtAccountNamed(deps: HostedDeps, provider: string, token: string): Promise<boolean> {
  const rows = await listByAccount(deps.database.db, provider, token);
  for (const row of rows) await lookAtAccount(deps, row);
  return rows.length > 0;
}

async function apply(trx: Executor, deps: HostedDeps, row: PayoutMethodRow, account: HostedAccount) {
  if (row.state === 'removed') return row;
  const doer = railDoer(`account ${account.token}`);
  const policy = await readPolicy(trx, undefined, payoutsPolicy);
  const shown = {
    label: account.label ? `${account.label}` : row.label,
    holderName: account.holderName ?? row.holderName,
  };
  const isOwn =
    row.isNameCleared === 1 ||
    account.holderName === null ||
    (await isOwnName(trx, deps, row.freelancerId, account.holderName, policy));
  const blockReason = account.state === 'restricted' ? 'account_restricted' : isOwn ? null : 'name_mismatch';
  const usableAt = deps.clock.now() + policy.methodWaitDays * dayMs;

  if (blockReason && account.state !== 'settingUp' && row.state !== 'blocked') {
    const blocked = await moveMethod(trx, deps, doer, row, 'block', { ...shown, blockReason, reason: blockReason });
    await tellOfNew(trx, deps, blocked);
    return blocked;
  }
  if (!blockReason && account.state === 'ready' && row.state === 'settingUp') {
    const waiting = await moveMethod(trx, deps, doer, row, 'confirm', { ...shown, usableAt });
    await tellOfNew(trx, deps, waiting);
    return waiting;
  }
  if (!blockReason && account.state === 'ready' && row.state === 'blocked' && row.blockReason === 'account_restricted')
    return moveMethod(trx, deps, doer, row, 'clear', { ...shown, usableAt, blockReason: null });
  await updateMethod(trx, row.id, [row.state], shown);
  return { ...row, ...shown };
}

function hostedOf({ payoutRails }: MethodDeps, { rail, provider }: PayoutMethodRow): HostedAccounts | undefined {
  const of = rail === 'wire' ? undefined : payoutRails[rail];
  return of?.name === provider ? of.hosted : undefined;
}

async function answered<T>({ log }: HostedDeps, ask: () => Promise<T>): Promise<T> {
  return ask().catch((error: unknown) => {
    log.warn({ err: error }, 'the provider of payout accounts did not answer');
    throw providerSilent();
  });
}

const notHosted = () =>
  conflict('payout_method_not_hosted', 'This account is not set up at a provider’s page; nothing was changed.');
const providerSilent = () =>
  new Refusal(503, 'provider_silent', 'The provider does not answer now; nothing was changed. Try again in a minute.');
