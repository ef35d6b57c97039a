import type { Executor } from '../../platform/database/database.ts';
import { namesMatch } from '../payees/names.ts';
import { getPayee } from '../payees/payee.ts';
import { findCountingForm } from '../tax/read-forms.ts';
import type { MethodDeps } from './deps.ts';
import type { PayoutsPolicy } from './policy.ts';

/** Names that an account may be in: those of the tax form that counts, before there is one that of the profile. */
export async function readLegalNames(
  db: Executor,
  deps: Pick<MethodDeps, 'readPayees' | 'clock'>,
  freelancerId: string,
): Promise<readonly string[]> {
  const form = await findCountingForm(db, freelancerId, deps.clock.now());
  return form?.names ?? [(await getPayee(deps, db, freelancerId)).name];
}

export async function isOwnName(
  db: Executor,
  deps: Pick<MethodDeps, 'readPayees' | 'clock'>,
  freelancerId: string,
  holderName: string,
  { isNameMatchRequired }: Pick<PayoutsPolicy, 'isNameMatchRequired'>,
): Promise<boolean> {
  if (!isNameMatchRequired) return true;
  return (await readLegalNames(db, deps, freelancerId)).some((name) => namesMatch(name, holderName));
}
