import type { Executor } from '../database/database.ts';
import type { AuthInstant } from './auth-instant.ts';

export async function findSignInExpiry(db: Executor, id: string): Promise<AuthInstant | undefined> {
  const found = await db.selectFrom('signInSessions').select('expiresAt').where('id', '=', id).executeTakeFirst();
  return found?.expiresAt;
}
