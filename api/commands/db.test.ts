import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openDatabase } from '../platform/database/open-database.ts';

const command = fileURLToPath(new URL('./db.ts', import.meta.url));

describe('npm run db', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-db-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  async function db(...words: string[]): Promise<{ code: number; said: string }> {
    const { DATABASE_URL: _, ...environment } = process.env;
    const env = { ...environment, NODE_ENV: 'test', DATA_DIR: folder };
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [command, ...words], { env });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, said: stderr };
    }
  }
  const exists = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );

  test('a restore lets go of the search index of the replaced database, a refused one of nothing', async () => {
    const [search, copy] = [join(folder, 'search'), join(folder, 'copy.sqlite')];
    assert.match((await db('migrate')).said, /^Migrated: /);
    assert.equal((await db('backup', copy)).code, 0);
    await mkdir(search);
    await writeFile(join(search, 'talent.index'), 'of the database of today');

    const refused = await db('restore', join(folder, 'missing.sqlite'));
    assert.equal(refused.code, 1);
    assert.equal(await exists(join(search, 'talent.index')), true);

    assert.match((await db('restore', copy)).said, /^Restored /);
    assert.equal(await exists(search), false);
  });

  test('the ledger is proven, and a touched balance is named', async () => {
    await db('migrate');
    assert.deepEqual(await db('prove-ledger'), {
      code: 0,
      said: 'The ledger holds: 0 transfers between 0 accounts, and what stands on them.\n',
    });
    const database = await openDatabase(join(folder, 'portico.sqlite'));
    const empty = { isGuarded: 1, heldMinor: 0, createdAt: 0 } as const;
    const account = { id: 'la_1', kind: 'connects', ownerId: 'fr_1', currency: 'CONNECTS', postedMinor: 7 } as const;
    await database.db
      .insertInto('ledgerAccounts')
      .values({ ...account, ...empty })
      .execute();
    await database.close();
    const { code, said } = await db('prove-ledger');
    assert.equal(code, 1);
    assert.match(said, /^The ledger does not hold:\nAccount la_1 .*has 7 and holds 0; its entries say 0 and 0/);
  });
});
