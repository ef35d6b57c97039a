import { decimalText, type Money } from '../../money/money.ts';
import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { NoticeKind, NoticeWords } from '../../platform/notices/notice-kinds.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { ContractSide } from '../contracts/contract.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import type { WorkMoneyDeps } from './deps.ts';

/** Tells who signed for a side, where they read it. */
export async function tellSide<Kind extends NoticeKind>(
  trx: Executor,
  deps: WorkMoneyDeps,
  contract: AgreedContract,
  side: ContractSide,
  kind: Kind,
  words: NoticeWords<Kind>,
): Promise<void> {
  const { id, tenantId, clientPersonId, freelancerPersonId } = contract;
  const isClient = side === 'client';
  await notify(trx, deps, {
    personIds: [isClient ? clientPersonId : freelancerPersonId],
    kind,
    subject: { kind: 'contract', id },
    words,
    path: isClient ? portalPaths.contract(id) : portalPaths.ownContract(id),
    tenantId,
  });
}

/** The same in every language: `1234.50 USD`. */
export function amountInWords(amount: Money): string {
  return `${decimalText(amount)} ${amount.currency}`;
}

/** `insufficient_funds` as people read it. */
export function refusalInWords(refusal: string | null): string {
  return (refusal ?? 'no reason given').replaceAll('_', ' ');
}
