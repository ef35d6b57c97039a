import type { Clock } from '../clock/clock.ts';
import { notFound } from '../http/problem.ts';
import type { Authority } from './authority.ts';
import { updateDisabled } from './people-store.ts';

/** Shuts somebody out of every tenant, or lets them in again: sign-ins and widget sessions included, within a second everywhere. */
export function setPersonDisabled(
  { authority, clock }: { authority: Authority; clock: Clock },
  personId: string,
  disabled: boolean,
): Promise<void> {
  return authority.change(async (trx) => {
    if (!(await updateDisabled(trx, personId, disabled ? clock.now() : null))) throw notFound();
    await authority.record(trx, { personId });
  });
}
