import assert from 'node:assert/strict';
import { after, before, describe, it, test } from 'node:test';
import { openTestApp, type TestApp } from '../../testing/test-app.ts';
import { acmeIntranet, createAcmeAndGlobex, refusalOf, signIn, type TestTenant } from '../../testing/test-tenants.ts';
import { requireElevation } from '../auth/require-role.ts';
import { isoInstant } from '../clock/clock.ts';
import { requirePerson } from '../http/environment.ts';
import { vouchedElevation } from './elevation.ts';

const minuteMs = 60_000;

describe('a raised widget session', () => {
  let app: TestApp;
  let acme: TestTenant;
  /** How far the demo's clock is ahead of everybody else's. */
  let aheadMs = 0;
  before(async () => {
    app = await openTestApp({
      demoClock: { now: () => nowMs(), shiftMs: () => aheadMs, advance: () => Promise.reject(new Error('not here')) },
    });
    app.http.post('/v1/money', (c) => {
      requireElevation(requirePerson(c), 'money', app.ports.clock);
      return c.body(null, 204);
    });
    acme = await createAcmeAndGlobex(app);
  });
  after(() => app.close());

  const nowMs = () => app.ports.clock.now();
  const ask = (more: object) =>
    app.send(
      'POST',
      '/v1/embed/sessions',
      { member: { email: 'owner@acme.example' }, origins: [acmeIntranet], widgets: { contractStatus: {} }, ...more },
      { authorization: `Bearer ${acme.secretKey}` },
    );
  const raised = async (more: object = {}) => {
    const answer = await ask({ elevate: ['money'], confirmedAt: isoInstant(nowMs()), ...more });
    assert.equal(answer.status, 201, await answer.clone().text());
    return (await answer.json()) as { id: string; token: string; expiresAt: string };
  };
  const moveMoney = (token: string, origin = acmeIntranet) =>
    app.send('POST', '/t/acme/v1/money', {}, { authorization: `Bearer ${token}`, origin });

  it('moves money; another one of the same person does not', async () => {
    const { token } = (await (await ask({})).json()) as { token: string };
    assert.deepEqual(await refusalOf(await moveMoney(token)), [401, 'elevation_required']);
    assert.equal((await moveMoney((await raised()).token)).status, 204);
  });

  it('lives five minutes, however long it was asked for', async () => {
    const { token, expiresAt } = await raised({ ttlSeconds: 900 });
    assert.equal(Date.parse(expiresAt) - nowMs(), 5 * minuteMs);
    app.ports.clock.advance(5 * minuteMs);
    assert.deepEqual(await refusalOf(await moveMoney(token)), [401, 'session_expired']);
    assert.equal(Date.parse((await raised({ ttlSeconds: 60 })).expiresAt) - nowMs(), minuteMs);
  });

  it('is in the audit log with who it is for and when they confirmed it', async () => {
    const confirmedAt = isoInstant(nowMs() - minuteMs);
    const { id } = await raised({ confirmedAt });
    const { id: plainId } = (await (await ask({})).json()) as { id: string };
    const owner = await signIn(app, 'owner@acme.example');
    const answer = await app.send('GET', '/t/acme/v1/audit', undefined, owner);
    const { items } = (await answer.json()) as {
      items: { action: string; object: { id: string }; details: Record<string, unknown> }[];
    };
    const entry = items.find(({ object }) => object.id === id);
    assert.equal(entry?.action, 'embedSession.elevated');
    assert.deepEqual(entry.details.scopes, ['money']);
    assert.equal(entry.details.confirmedAt, confirmedAt);
    assert.match(String(entry.details.personId), /^pn_/);
    assert.equal(
      items.some(({ object }) => object.id === plainId),
      false,
    );
  });

  it('is made only with a confirmation of the last five minutes', async () => {
    const at = (agoMs: number) => ({ elevate: ['money'], confirmedAt: isoInstant(nowMs() - agoMs) });
    assert.equal((await ask(at(5 * minuteMs))).status, 201);
    for (const [asked, code] of [
      [at(5 * minuteMs + 1), 'confirmation_too_old'],
      [at(-minuteMs), 'confirmation_in_future'],
      [{ elevate: ['money'] }, 'confirmation_missing'],
      [{ confirmedAt: isoInstant(nowMs()) }, 'confirmation_without_elevation'],
      [{ ...at(0), elevate: [] }, 'invalid_input'],
      [{ ...at(0), elevate: ['everything'] }, 'invalid_input'],
      [{ ...at(0), confirmedAt: nowMs() }, 'invalid_input'],
      [{ ...at(0), confirmedAt: 'yesterday' }, 'invalid_input'],
    ] as const)
      assert.deepEqual(await refusalOf(await ask(asked)), [422, code], JSON.stringify(asked));
  });

  it('of a demo whose clock runs ahead goes by the time of the host', async () => {
    const dayMs = 24 * 60 * minuteMs;
    app.ports.clock.advance(dayMs);
    aheadMs = dayMs;
    const { token } = await raised({ confirmedAt: isoInstant(nowMs() - dayMs) });
    assert.equal((await moveMoney(token)).status, 204);
    aheadMs = 0;
  });

  it('gives no right that the person’s role does not', async () => {
    const { token } = await raised({
      member: { email: 'rita@acme.example' },
      widgets: { contractStatus: { release: true } },
    });
    const answer = await app.send('GET', '/t/acme/v1/me', undefined, {
      authorization: `Bearer ${token}`,
      origin: acmeIntranet,
    });
    assert.deepEqual(((await answer.json()) as { roles: string[] }).roles, ['approver', 'recruiter']);
  });

  it('of the portal follows a sign-in of a moment ago, and no older one', async () => {
    const own = (headers: Record<string, string>) =>
      app.send('POST', '/t/acme/v1/embed/sessions/own', { elevate: ['money'] }, headers);
    const owner = await signIn(app, 'owner@acme.example');
    const { token } = (await (await own(owner)).json()) as { token: string };
    assert.equal((await moveMoney(token, owner.origin)).status, 204);
    app.ports.clock.advance(45 * minuteMs);
    assert.deepEqual(await refusalOf(await own(owner)), [401, 'elevation_required']);
    assert.equal((await own(await signIn(app, 'owner@acme.example'))).status, 201);
  });
});

test('a confirmation names its zone, and its server may be some seconds ahead', () => {
  const nowMs = Date.parse('2026-11-23T12:00:00Z');
  assert.deepEqual(vouchedElevation(['money'], '2026-11-23T13:59:00+02:00', nowMs), {
    scopes: ['money'],
    confirmedAtMs: nowMs - minuteMs,
  });
  assert.ok(vouchedElevation(['money'], '2026-11-23T12:00:05Z', nowMs));
  assert.throws(() => vouchedElevation(['money'], '2026-11-23T12:00:06Z', nowMs), /future/);
});
