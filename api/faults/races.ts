import assert from 'node:assert/strict';
import { sandboxEventsSecret } from '../money/payments/sandbox-processor.ts';
import { signWebhook } from '../money/payments/webhook-signature.ts';
import { sessionAt } from './kill.ts';
import type { Session } from './operation.ts';
import type { ServerEnvironment, ServerProcess } from './server-process.ts';
import type { World } from './world.ts';

export type RaceRow = { fault: string; rounds: number; won: string; held: string };

const parallel = 64;

/** 64 who release the same milestone at the same moment, each under a key of their own or all under one. */
export async function raceReleases(
  world: World,
  servers: readonly ServerProcess[],
  rounds: number,
  keys: 'one key' | 'own keys',
): Promise<RaceRow> {
  const sessions = await Promise.all(servers.map((server) => sessionAt(world, server)));
  for (let round = 0; round < rounds; round++) {
    const [id] = (await world.submitted(1)).milestoneIds;
    const answers = await Promise.all(
      Array.from({ length: parallel }, (_, n) =>
        sessions[n % sessions.length]!.owner(
          'POST',
          `/v1/milestones/${id}/release`,
          {},
          keys === 'one key' ? `race ${id}` : `race ${id} ${n}`,
        ),
      ),
    );
    const codes = await Promise.all(answers.map(codeOf));
    const successes = codes.filter((code) => code === 'ok').length;
    // Under one key all who come later get the same answer, or are told that it is under way.
    if (keys === 'own keys') assert.equal(successes, 1, codes.join(' '));
    else assert.ok(successes >= 1, codes.join(' '));
    const refusals = new Set(codes.filter((code) => code !== 'ok'));
    const allowed = ['409 milestone_released', '409 milestone_changed', '409 request_in_flight'];
    for (const refusal of refusals) assert.ok(allowed.includes(refusal), refusal);
    assert.equal(await world.countEarnings(id!), 1);
  }
  assert.deepEqual(await world.broken(), []);
  const where = servers.length === 1 ? 'one process' : `${servers.length} processes`;
  return { fault: `${parallel} releases at once, ${keys}, ${where}`, rounds, won: '1 release each', held: 'all' };
}

/** A release, a refund request and a bank that takes the payment back, told to two processes at the same moment. */
export async function raceOutcomes(
  world: World,
  environment: ServerEnvironment,
  servers: readonly ServerProcess[],
  rounds: number,
): Promise<RaceRow> {
  const secret = sandboxEventsSecret(environment.PORTICO_SECRET!);
  const [one, other] = (await Promise.all(servers.map((server) => sessionAt(world, server)))) as [Session, Session];
  const won = { release: 0, refund: 0, neither: 0 };
  for (let round = 0; round < rounds; round++) {
    const { id, payment } = await world.submittedByCard();
    const tell = await openDispute(world, secret, payment);
    const [released, asked] = await Promise.all([
      one.owner('POST', `/v1/milestones/${id}/release`, {}, `release ${id}`).then(codeOf),
      other.owner('POST', `/v1/milestones/${id}/refund-request`, { reason: 'Never mind' }, `ask ${id}`).then(codeOf),
      tell(one),
      tell(other),
    ]);
    assert.ok(!(released === 'ok' && asked === 'ok'), 'released and asked back');
    for (const code of [released, asked]) assert.ok(code === 'ok' || code.startsWith('409 '), code);
    won[released === 'ok' ? 'release' : asked === 'ok' ? 'refund' : 'neither']++;
    await world.disputeBooked(payment.id);
    assert.equal(await world.countEarnings(id), released === 'ok' ? 1 : 0);
  }
  assert.deepEqual(await world.broken(), []);
  const said = `release ${won.release}, refund ${won.refund}, bank first ${won.neither}`;
  return { fault: 'release, refund and bank dispute, two processes', rounds, won: said, held: 'all' };
}

async function openDispute(
  world: World,
  secret: string,
  { externalId, amountMinor, currency }: { externalId: string | null; amountMinor: number; currency: string },
) {
  const { clock, newId } = world.app.deps;
  const dispute = newId('sbx_dispute');
  await world.db
    .insertInto('sandboxDisputes')
    .values({
      externalId: dispute,
      chargeId: externalId!,
      amountMinor,
      currency,
      reason: 'fraudulent',
      state: 'needsResponse',
      evidence: null,
      evidenceDueAt: clock.now() + 86_400_000,
      decidesAt: null,
      isTold: 1,
    })
    .execute();
  const body = JSON.stringify({
    id: `event ${dispute}`,
    kind: 'dispute.opened',
    object: { kind: 'dispute', id: dispute },
  });
  return async ({ url }: Session) => {
    const answer = await fetch(`${url}/v1/webhooks/sandbox`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'sandbox-signature': signWebhook(body, secret, clock.now()) },
    });
    assert.equal(answer.status, 200);
  };
}

/** `ok`, or status and reason of the refusal. */
async function codeOf(answer: Response): Promise<string> {
  const body = (await answer.json()) as { code?: string };
  return answer.ok ? 'ok' : `${answer.status} ${body.code}`;
}
