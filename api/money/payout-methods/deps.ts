import type { Clock, NewId } from '../../platform/clock/clock.ts';
import type { Outbox } from '../../platform/events/events.ts';
import { createSeal, type Seal } from '../../platform/secrets/seal.ts';
import type { PayeePorts } from '../payees/payee.ts';
import type { PayoutDestination, PayoutRails } from './payout-rail.ts';
import type { PayoutMethodRow } from './table.ts';

/** `secret`: the installation's; account numbers are sealed with it. */
export type MethodDeps = PayeePorts & {
  clock: Clock;
  newId: NewId;
  outbox: Outbox;
  secret: string;
  payoutRails: PayoutRails;
};

export function methodSeal({ secret }: { secret: string }): Seal {
  return createSeal(secret, 'payout methods');
}

/** What only a rail gets to see. */
export function openDestination(deps: { secret: string }, { id, sealed }: PayoutMethodRow): PayoutDestination {
  return JSON.parse(methodSeal(deps).open(sealed, `payoutMethod ${id}`)) as PayoutDestination;
}
