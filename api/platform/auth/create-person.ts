import { hashPassword } from 'better-auth/crypto';
import type { Clock, NewId } from '../clock/clock.ts';
import type { Executor } from '../database/database.ts';
import type { OperatorRole } from './actor.ts';
import { authInstant } from './auth-instant.ts';
import { insertCredential, insertOperatorRole, insertPerson } from './people-store.ts';

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
  await insertPerson(trx, {
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
  });
  await insertCredential(trx, {
    id: newId('cr'),
    accountId: id,
    providerId: 'credential',
    personId: id,
    password: hash,
    createdAt: now,
    updatedAt: now,
  });
  return id;
}

/** Gives somebody a desk of the operator, for seeds and tests. */
export async function makeOperator(
  trx: Executor,
  { clock }: { clock: Clock },
  personId: string,
  role: OperatorRole,
): Promise<void> {
  await insertOperatorRole(trx, { personId, role, createdAt: clock.now() });
}
