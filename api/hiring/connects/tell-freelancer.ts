import type { Executor } from '../../platform/database/database.ts';
import { type Notice, notify } from '../../platform/notices/notice.ts';
import { readFreelancerRows } from '../../talent/freelancers/read-freelancers.ts';
import type { ConnectsDeps } from './wallet.ts';

type ConnectsNotice = Extract<Notice['kind'], `connects.${string}`>;

/** Tells whoever is behind a profile; nobody for one that was not claimed. */
export async function tellFreelancer<Kind extends ConnectsNotice>(
  trx: Executor,
  deps: ConnectsDeps,
  freelancerId: string,
  notice: Omit<Notice<Kind>, 'personIds'>,
): Promise<void> {
  const personId = (await readFreelancerRows(trx, [freelancerId])).get(freelancerId)?.personId;
  if (personId) await notify(trx, deps, { ...notice, personIds: [personId] } as Notice<Kind>);
}
