import { hashPassword } from 'better-auth/crypto';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import { authInstant } from './table.ts';

export type NewPerson = { email: string; name: string; locale?: string | null };

/** The auth library's own hash (scrypt). It takes a tenth of a second, so a seeder makes one and gives it to many. */
export function passwordHash(password: string): Promise<string> {
  return hashPassword(password);
}

/** A person whose e-mail counts as verified, for seeds and tests; everybody else signs up. @returns the person's id */
export async function createPersonWithPassword(
  trx: Executor,
  { clock, newId }: { clock: Clock; newId: NewId },
  { email, name, locale = null }: NewPerson,
  hash: string,
): Promise<string> {
  const now = authInstant(clock.now());
  const id = newId('pn');
  await trx
    .insertInto('people')
    .values({
      id,
      name,
      email: email.toLowerCase(),
      emailVerified: true,
      image: null,
      locale,
      twoFactorEnabled: false,
      disabledAt: null,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  await trx
    .insertInto('credentials')
    .values({
      id: newId('cr'),
      accountId: id,
      providerId: 'credential',
      personId: id,
      password: hash,
      createdAt: now,
      updatedAt: now,
    })
    .execute();
  return id;
}
