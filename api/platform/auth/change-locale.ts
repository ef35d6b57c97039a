import type { Executor } from '../database/database.ts';
import type { Authority } from './authority.ts';
import { updateLocale } from './people-store.ts';

/** The language that mails and news are written in. */
export async function changeLocale(
  trx: Executor,
  authority: Pick<Authority, 'record'>,
  personId: string,
  locale: string,
): Promise<void> {
  await updateLocale(trx, personId, locale);
  await authority.record(trx, { personId });
}
