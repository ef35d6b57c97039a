import type { ContractPart } from '../contracts/contract-part.ts';
import { amountOf } from './amounts.ts';
import type { ChargingDeps } from './deps.ts';
import { openMilestoneStates } from './milestone.ts';
import { giveFromEscrow, requestRefund } from './refund-milestone.ts';
import { listMilestonesOf } from './store.ts';

const endedByFreelancer = 'The freelancer ended the contract';
const endedByClient = 'The client ended the contract';

/** What milestones have to say when a contract ends; handed in at assembly. */
export function milestonesPart(deps: ChargingDeps): ContractPart {
  return {
    async openMoney(db, _scope, contractId) {
      const states = (await listMilestonesOf(db, [contractId])).map(({ state }) => state);
      const open = openMilestoneStates.filter((state) => states.includes(state));
      return open.map((state) => (state === 'refundRequested' ? 'milestone_refund_requested' : `milestone_${state}`));
    },
    /** What nobody worked for goes back: at once where the freelancer ends, else as soon as they agree or say nothing. */
    async ending(trx, scope, doer, { id }, by) {
      for (const row of await listMilestonesOf(trx, [id])) {
        if (row.state !== 'funded') continue;
        if (by === 'freelancer')
          await giveFromEscrow(trx, deps, scope, doer, row, 'giveBack', amountOf(row), endedByFreelancer);
        else await requestRefund(trx, deps, scope, doer, { id: row.id, amount: undefined, reason: endedByClient });
      }
    },
  };
}
