import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { sessionAt } from './kill.ts';
import { newInstallation, startServerProcess } from './server-process.ts';
import { openWorld } from './world.ts';

export type DiskRow = { fault: string; times: number; refused: number; acknowledged: number; held: string };

const diskMb = 96;
const releasesEach = 12;
const roomMaxBytes = 600_000;

/** Whether this machine lets us make a small disk. */
export async function withSmallDisk<T>(work: (folder: string) => Promise<T>): Promise<T | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMb}m`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    await rm(folder, { recursive: true, force: true });
    return undefined;
  }
  try {
    return await work(folder);
  } finally {
    execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A real server on a disk that somebody fills while money moves: refusals are 503 or 507, reads go on, what was
 * acknowledged is there, and when there is room again everything can be done.
 */
export async function fillDisk(folder: string, times: number): Promise<DiskRow> {
  const data = join(folder, 'data');
  await mkdir(data);
  const environment = await newInstallation(data);
  const world = await openWorld(environment);
  const server = await startServerProcess(environment);
  const ballast = join(folder, 'ballast');
  let [refused, acknowledged] = [0, 0];
  try {
    const session = await sessionAt(world, server);
    for (let time = 0; time < times; time++) {
      const { milestoneIds } = await world.submitted(releasesEach);
      const ask = (id: string) => session.owner('POST', `/v1/milestones/${id}/release`, {}, `release ${id}`);
      // Emptied, the log of writes needs room for each: a random part of what all of them would take.
      await sql`pragma wal_checkpoint(truncate)`.execute(world.db);
      await fill(ballast, Math.floor(Math.random() * roomMaxBytes));
      const answers = await Promise.all(milestoneIds.map(async (id) => ({ id, answer: await ask(id) })));
      for (const { id, answer } of answers) {
        const { status } = answer;
        assert.ok([200, 503, 507].includes(status), `${status}: ${await answer.clone().text()}`);
        const { state } = await world.milestone(id);
        assert.equal(state, status === 200 ? 'released' : 'submitted');
        if (status === 200) acknowledged++;
        else refused++;
      }
      const read = await session.owner('GET', `/v1/milestones/${milestoneIds[0]}`);
      assert.equal(read.status, 200, 'reads go on');
      await rm(ballast);
      for (const id of milestoneIds) {
        assert.equal((await ask(id)).status, 200, 'there is room again');
        assert.equal(await world.countEarnings(id), 1);
      }
    }
    assert.deepEqual(await world.broken(), []);
  } finally {
    await server.kill();
    await world.close();
  }
  return { fault: `disk of ${diskMb} MB full, SQLite`, times, refused, acknowledged, held: 'all' };
}

/** Writes until nothing more fits, then leaves some room. */
async function fill(file: string, roomBytes: number): Promise<void> {
  for (const chunk of [1 << 20, 1 << 14, 1 << 12]) {
    for (let full = false; !full; ) {
      full = await writeFile(file, Buffer.alloc(chunk), { flag: 'a' }).then(
        () => false,
        () => true,
      );
    }
  }
  await truncate(file, Math.max(0, (await stat(file)).size - roomBytes));
}
