import type { Executor } from '../../platform/database/database.ts';
import { notify } from '../../platform/notices/notice.ts';
import type { NoticeKind, NoticeWords } from '../../platform/notices/notice-kinds.ts';
import { portalPaths } from '../../platform/notices/portal-paths.ts';
import type { ContractSide } from '../contracts/contract.ts';
import type { AgreedContract } from '../contracts/read-contracts.ts';
import type { TimeDeps } from './deps.ts';
import type { TimesheetRow } from './table.ts';

/** Tells who signed for a side, and leads them to where the week is decided or looked at. */
export async function tellOfWeek<Kind extends NoticeKind>(
  trx: Executor,
  deps: TimeDeps,
  {
    clientPersonId,
    freelancerPersonId,
    tenantId,
  }: Pick<AgreedContract, 'clientPersonId' | 'freelancerPersonId' | 'tenantId'>,
  { id }: Pick<TimesheetRow, 'id'>,
  side: ContractSide,
  kind: Kind,
  words: NoticeWords<Kind>,
): Promise<void> {
  const isClient = side === 'client';
  await notify(trx, deps, {
    personIds: [isClient ? clientPersonId : freelancerPersonId],
    kind,
    subject: { kind: 'timesheet', id },
    words,
    path: isClient ? portalPaths.timesheet(id) : portalPaths.ownTime(),
    tenantId,
  });
}
