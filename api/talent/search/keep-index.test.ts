import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { indexFiles } from '../../platform/search-index/index-files.ts';
import { SearchIndex } from '../../platform/search-index/search-index.ts';
import { madeFreelancer } from '../../testing/made-freelancers.ts';
import { testDeps } from '../../testing/slice-app.ts';
import { anyRevision } from '../freelancers/change-freelancer.ts';
import { editProfile } from '../freelancers/edit-profile.ts';
import { insertFreelancers } from '../freelancers/insert-freelancers.ts';
import { createTalentSearch, type TalentSearch } from './keep-index.ts';
import { talentIndexSchema } from './talent-document.ts';

describe('the kept talent index', () => {
  let deps: Awaited<ReturnType<typeof testDeps>>;
  let folder: string;
  beforeEach(async () => {
    deps = await testDeps();
    folder = await mkdtemp(join(tmpdir(), 'portico-search-'));
    const nowMs = deps.clock.now();
    await deps.database.transaction((trx) =>
      insertFreelancers(
        trx,
        Array.from({ length: 1200 }, (_, n) =>
          madeFreelancer(nowMs - 86_400_000, {
            id: `fr_${n}`,
            personId: `pe_${n}`,
            headline: n === 7 ? 'Ornithologist' : 'Carpenter',
            skills: ['own-idea'],
          }),
        ),
      ),
    );
  });
  afterEach(async () => {
    await deps.database.close();
    await rm(folder, { recursive: true, force: true });
  });

  const countOf = (search: TalentSearch, text: string) => search.index.engine.search({ text, limit: 0 }).total;
  async function started(): Promise<TalentSearch> {
    const search = createTalentSearch(deps, folder);
    await search.start();
    return search;
  }

  test('a second start takes the snapshot and what changed since', async () => {
    const first = await started();
    assert.equal(countOf(first, 'carpenter'), 1199);
    await first.stop();
    const { bytes } = await indexFiles(folder, 'talent').load();
    assert.equal(SearchIndex.load(talentIndexSchema, bytes).size, 1200);
    deps.clock.advance(60_000);
    await editProfile(deps, 'pe_3', anyRevision, { headline: 'Ornithologist' });
    await editProfile(deps, 'pe_4', anyRevision, { visibility: 'private' });
    const second = await started();
    assert.equal(countOf(second, 'ornithologist'), 2);
    assert.equal(countOf(second, 'carpenter'), 1197);
    assert.equal(second.index.skillName('own-idea'), 'own-idea');
    await second.stop();
  });

  test('two nodes find each other’s edits by looking', async () => {
    const nodes = [await started(), await started()] as const;
    deps.clock.advance(1000);
    await editProfile(deps, 'pe_5', anyRevision, { headline: 'Falconer' });
    for (const { index } of nodes) await index.refresh();
    assert.deepEqual(
      nodes.map((node) => countOf(node, 'falconer')),
      [1, 1],
    );
    for (const node of nodes) await node.stop();
  });

  test('a change that commits after a later one was seen is not missed', async () => {
    const search = await started();
    deps.clock.advance(60_000);
    await editProfile(deps, 'pe_1', anyRevision, { headline: 'Early bird' });
    await search.index.refresh();
    const { db } = deps.database;
    await db
      .updateTable('freelancers')
      .set({ headline: 'Latecomer', revision: 9, updatedAt: deps.clock.now() - 5000 })
      .where('id', '=', 'fr_2')
      .execute();
    await search.index.refresh();
    assert.equal(countOf(search, 'latecomer'), 1);
    await search.stop();
  });

  test('a damaged snapshot, or one of a database that was restored, is read anew', async () => {
    await (await started()).stop();
    const file = join(folder, 'talent.index');
    const bytes = await readFile(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 0xff;
    await writeFile(file, bytes);
    const repaired = await started();
    assert.equal(countOf(repaired, 'carpenter'), 1199);
    await repaired.stop();

    await deps.database.db.deleteFrom('freelancers').where('id', '=', 'fr_9').execute();
    const again = await started();
    assert.equal(countOf(again, 'carpenter'), 1198);
    await again.stop();
  });

  test('a refresh without changes reads no profile', async () => {
    const search = await started();
    deps.clock.advance(1000);
    await editProfile(deps, 'pe_6', anyRevision, { headline: 'Glazier' });
    assert.equal(await search.index.refresh(), 1);
    assert.equal(await search.index.refresh(), 0);
    await search.stop();
  });

  test('what is recent today is less so in a month', async () => {
    const search = await started();
    const qualityRefreshed = async (days: number) => {
      deps.clock.advance(days * 86_400_000);
      return search.index.refresh();
    };
    assert.equal(await qualityRefreshed(1), 0);
    assert.equal(await qualityRefreshed(30), 1200);
    await search.stop();
  });
});
