import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { migrations } from '../migrations.ts';
import { postTransfer } from '../money/ledger/post-transfer.ts';
import { randomId, systemClock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';
import { openDatabase } from '../platform/database/open-database.ts';

const command = fileURLToPath(new URL('./ledger.ts', import.meta.url));

describe('npm run ledger -- verify', () => {
  let folder: string;
  let database: Database;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-ledger-'));
  });
  after(async () => {
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function verify(): Promise<{ code: number; said: string }> {
    const { DATABASE_URL: _, ...environment } = process.env;
    const env = { ...environment, NODE_ENV: 'test', DATA_DIR: folder };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [command, 'verify'], { env });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, said: stderr };
    }
  }

  test('a database that is not there, or lacks migrations, is told so and left as it is', async () => {
    const missing = await verify();
    assert.match(missing.said, /^There is no database .*: start the server once/);
    assert.equal(missing.code, 1);

    database = await openDatabase(join(folder, 'portico.sqlite'));
    await migrate(database, migrations.slice(0, 3));
    assert.match((await verify()).said, /^The database lacks \d+ migrations, 0004-skills first/);
    const { rows } = await sql`select name from kysely_migration`.execute(database.db);
    assert.equal(rows.length, 3);
  });

  test('while the database is open elsewhere, and of two breaks the first by time is named', async () => {
    await migrate(database, migrations);
    const deps = { clock: systemClock, newId: randomId };
    const post = (key: string) =>
      database.transaction((trx) =>
        postTransfer(trx, deps, {
          key,
          kind: 'test',
          tenantId: null,
          subject: { kind: 'test', id: key },
          entries: [
            { account: { kind: 'processor', ownerId: 'test' }, amount: { amountMinor: -7, currency: 'USD' } },
            { account: { kind: 'clientFunding', ownerId: key }, amount: { amountMinor: 7, currency: 'USD' } },
          ],
        }),
      );
    await post('one');
    assert.match(
      (await database.transaction(async () => verify())).said,
      /^The ledger holds: 1 transfers with 2 entries between 2 accounts, and what stands on them \([\d.]+ s\)\.\n$/,
    );

    const { id: later } = await post('two');
    await database.db.updateTable('ledgerAccounts').set({ postedMinor: 0 }).where('ownerId', '=', 'two').execute();
    const torn = { kind: 'test', tenantId: null, contractId: null, subjectKind: 'test', subjectId: 'x', details: '{}' };
    await database.db
      .insertInto('ledgerTransfers')
      .values({ id: 'lt_torn', key: 'torn', occurredAt: 1000, ...torn })
      .execute();
    const { code, said } = await verify();
    assert.equal(code, 1);
    const [first, second] = said.split('\n');
    assert.equal(
      first,
      'The ledger does not hold. What breaks it first: 1970-01-01T00:00:01.000Z Transfer lt_torn has no entries.',
    );
    assert.match(
      second!,
      new RegExp(`has 0 and holds 0; its entries say 7 and 0\\. The first .* of transfer ${later}`),
    );
  });
});
