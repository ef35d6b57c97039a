import { access } from 'node:fs/promises';
import { readSettings, SettingsRefused } from '../env.ts';
import { migrations } from '../migrations.ts';
import type { Break, Verification } from '../money/ledger/verification.ts';
import { verifyLedger } from '../money/ledger/verify-ledger.ts';
import { isoInstant } from '../platform/clock/clock.ts';
import { listMissing } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { proofs } from '../proofs.ts';
import { agreeAsSet, NotAgreed } from './reports.ts';

/** `npm run ledger -- verify|agree`: reads only; the server may be running. */
class NotVerified extends Error {}

try {
  const [, , what] = process.argv;
  if (what !== 'verify' && what !== 'agree') throw new NotVerified('Use: npm run ledger -- verify, or -- agree');
  if (what === 'agree') console.log(await agreeAsSet());
  else {
    const { databaseAddress } = await readSettings(process.env);
    console.log(sayHolds(await verify(databaseAddress)));
  }
} catch (error) {
  const isSaid = [NotVerified, NotAgreed, SettingsRefused].some((kind) => error instanceof kind);
  if (!(isSaid && error instanceof Error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function verify(address: string): Promise<Verification> {
  const isFile = !/^postgres(ql)?:/.test(address);
  // Opening a file that is not there would make one.
  if (isFile && (await access(address).then(undefined, () => true)))
    throw new NotVerified(`There is no database ${address}: start the server once, or set DATA_DIR.`);
  const database = await openDatabase(address);
  try {
    const missing = await listMissing(database, migrations);
    if (missing.length > 0)
      throw new NotVerified(
        `The database lacks ${missing.length} migrations, ${missing[0]} first, so nothing was verified: run npm run db -- migrate.`,
      );
    const verification = await verifyLedger(database, proofs);
    if (verification.brokenCount > 0) throw new NotVerified(sayBroken(verification));
    return verification;
  } finally {
    await database.close();
  }
}

function sayHolds({ counts: { transfers, entries, accounts }, tookMs }: Verification): string {
  return `The ledger holds: ${transfers} transfers with ${entries} entries between ${accounts} accounts, and what stands on them (${(tookMs / 1000).toFixed(1)} s).`;
}

function sayBroken({ broken: [first, ...others] }: Verification): string {
  return [`The ledger does not hold. What breaks it first: ${say(first!)}`, ...others.map(say)].join('\n');
}

function say({ sentence, occurredAtMs }: Break): string {
  return occurredAtMs === undefined ? sentence : `${isoInstant(occurredAtMs)} ${sentence}`;
}
