import type { ContractPart } from '../contracts/contract-part.ts';
import type { ContractDeps } from '../contracts/open-contract.ts';
import { amendmentCan } from './amendment.ts';
import { endOpen } from './answer-amendment.ts';
import { readOpenAmendments } from './read-amendments.ts';

const reason = 'The contract is ending';

/** When a contract ends, nobody has to answer other terms any more. */
export function amendmentsPart(deps: ContractDeps): ContractPart {
  return {
    openMoney: async () => [],
    async ending(trx, scope, doer, { id }) {
      const open = (await readOpenAmendments(trx, [id])).get(id);
      if (open && amendmentCan.withdraw(open)) await endOpen(trx, deps, scope, doer, open, 'withdraw', reason);
    },
  };
}
