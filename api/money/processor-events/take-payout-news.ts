import { lookAtAccountNamed } from '../payout-methods/hosted-account.ts';
import type { PayoutDeps } from '../payouts/deps.ts';
import { settlePayoutNamed } from '../payouts/settle-payout.ts';
import type { EventTakers, Taken } from './take-event.ts';

/** Money out: how an account or a payout stands is asked of whoever keeps it. */
export function payoutTakers(deps: PayoutDeps): EventTakers {
  async function settle(provider: string, externalId: string | undefined): Promise<Taken> {
    const isKnown = externalId !== undefined && (await settlePayoutNamed(deps, provider, externalId));
    return isKnown ? 'done' : { unmatched: 'payout_unknown' };
  }

  return {
    account: async ({ processor, objectId }) =>
      (await lookAtAccountNamed(deps, processor, objectId)) ? 'done' : { unmatched: 'payout_account_unknown' },
    transfer: ({ processor, objectId }) => settle(processor, objectId),
    async payout({ processor, objectId, account }) {
      // What the installation pays itself at its own bank is no freelancer's.
      if (account === null) return 'done';
      const { directDeposit } = deps.payoutRails;
      const rail = directDeposit?.name === processor ? directDeposit : undefined;
      return settle(processor, await rail?.findNamed?.(objectId, account));
    },
  };
}
