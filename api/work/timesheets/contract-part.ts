import type { ContractPart } from '../contracts/contract-part.ts';
import { stopTimersOf } from '../timer/run-timer.ts';
import type { TimeDeps } from './deps.ts';
import { listLiveTimesheets } from './store.ts';
import type { TimesheetState } from './timesheet.ts';

const settled = ['security', 'available', 'unbilled', 'refunded'] as const satisfies TimesheetState[];

/** What weeks have to say when a contract ends; handed in at assembly. */
export function timesheetsPart(deps: TimeDeps): ContractPart {
  return {
    /** A week that still runs, is reviewed or waits for money keeps the contract ending until the clock is through with it. */
    async openMoney(db, _scope, contractId) {
      const open = await listLiveTimesheets(db, [contractId], settled);
      const codes = open.map(({ state, charge }) => {
        if (charge === 'declined') return 'week_unpaid';
        if (state === 'disputed') return 'week_disputed';
        return state === 'open' || state === 'freelancerReview' ? 'week_open' : 'week_in_review';
      });
      return [...new Set(codes)];
    },
    /** Nobody works on: a timer that runs stops where it was last heard; weeks go their way to the end. */
    async ending(trx, scope, doer, { id }) {
      await stopTimersOf(trx, deps, scope, doer, id);
    },
  };
}
