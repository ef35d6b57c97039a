import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

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
});
