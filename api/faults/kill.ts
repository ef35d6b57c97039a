import assert from 'node:assert/strict';
import type { Attempt, Operation, Session } from './operation.ts';
import { type ServerEnvironment, type ServerProcess, startServerProcess } from './server-process.ts';
import type { World } from './world.ts';

export type KillRow = {
  fault: string;
  kills: number;
  /** Asked for while the process was killed, and of these answered before it. */
  asked: number;
  acknowledged: number;
  held: string;
};

const atOnce = 4;

/**
 * Kills the server at a random instant while everything that moves money is asked for at once, again and again. After
 * each: what was acknowledged is there; what was not is asked for again under the same key, and is then there once.
 */
export async function killAtRandom(
  world: World,
  environment: ServerEnvironment,
  operations: readonly Operation[],
  kills: number,
  seed = Math.random,
): Promise<KillRow[]> {
  let server = await startServerProcess(environment);
  let session = await sessionAt(world, server);
  const counts = new Map(operations.map(({ name }) => [name, { asked: 0, acknowledged: 0 }]));
  let batchMs = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const attempts = await prepareAll(world, operations, () => session);
      // The first is not interrupted: it shows how long all of it takes, which the others are killed within.
      const startedMs = performance.now();
      const asked = attempts.map(({ attempt }) => isAcknowledged(attempt));
      if (round > 0) {
        await new Promise((resolve) => setTimeout(resolve, seed() * batchMs));
        await server.kill();
      }
      const acknowledged = await Promise.all(asked);
      if (round === 0) batchMs = performance.now() - startedMs;
      else {
        await world.endLeases();
        server = await startServerProcess(environment);
        session = await sessionAt(world, server);
      }
      for (const [index, { name, attempt }] of attempts.entries()) {
        if (acknowledged[index]) await attempt.check();
        else if (round === 0) assert.fail(`${name} was refused though nothing was wrong`);
        if (round === 0) continue;
        const count = counts.get(name)!;
        count.asked++;
        if (acknowledged[index]) count.acknowledged++;
      }
      await Promise.all(attempts.map(({ attempt }) => repeated(attempt)));
      for (const { attempt } of attempts) await attempt.check();
      if (round % 10 === 0 || round === kills) assert.deepEqual(await world.broken(), [], `after kill ${round}`);
    }
  } finally {
    await server.kill();
  }
  return [...counts].map(([name, count]) => ({ fault: `kill -9 during ${name}`, kills, ...count, held: 'all' }));
}

export async function sessionAt(world: World, { url }: ServerProcess): Promise<Session> {
  const owner = await world.signIn(url, world.work.ownerEmail, world.at);
  const clients = new Map(world.work.freelancers.map(({ id, email }) => [id, world.signIn(url, email)] as const));
  return { url, owner, freelancer: (id) => clients.get(id)! };
}

async function prepareAll(world: World, operations: readonly Operation[], session: () => Session) {
  const all: { name: string; attempt: Attempt }[] = [];
  for (const { name, prepare } of operations)
    for (const attempt of await prepare(world, session, atOnce)) all.push({ name, attempt });
  return all;
}

/** A connection that ends without an answer says nothing about the effect. */
async function isAcknowledged(attempt: Attempt): Promise<boolean> {
  try {
    const answer = await attempt.send();
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/** As a client does that was not told. */
async function repeated(attempt: Attempt): Promise<void> {
  const answer = await attempt.send();
  assert.ok(answer.ok, `a repeat under the same key answered ${answer.status}: ${await answer.clone().text()}`);
  await answer.arrayBuffer();
}
