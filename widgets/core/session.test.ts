import { expect } from '@open-wc/testing';
import { fakeTime } from '../testing/fake-time.ts';
import { HireError } from './hire-error.ts';
import { createSession, type Session } from './session.ts';
import type { SessionAnswer, SessionRequest } from './session-request.ts';

const lifeMs = 600_000;

describe('an embed session', () => {
  let time: ReturnType<typeof fakeTime>;
  let asked: SessionRequest[];
  let answer: () => SessionAnswer | Promise<SessionAnswer>;
  let session: Session;

  beforeEach(() => {
    time = fakeTime();
    asked = [];
    answer = () => ({ token: `token-${asked.length}`, expiresAt: new Date(Date.now() + lifeMs).toISOString() });
    session = createSession(async (request) => {
      asked.push(request);
      return answer();
    });
  });

  afterEach(() => {
    session.close();
    time.restore();
  });

  const reasons = () => asked.map(({ reason }) => reason);

  it('is asked for once, however many widgets need it at the same time', async () => {
    const tokens = await Promise.all([session.token(), session.token(), session.token()]);
    expect(new Set(tokens)).to.deep.equal(new Set(['token-1']));
    expect(reasons()).to.deep.equal(['initial']);
  });

  it('is refreshed at 80 % of its life', async () => {
    await session.token();
    await time.pass(lifeMs * 0.8 - 1);
    expect(reasons()).to.deep.equal(['initial']);
    await time.pass(1);
    expect(reasons()).to.deep.equal(['initial', 'refresh']);
    expect(await session.token()).to.equal('token-2');
  });

  it('is not refreshed while nobody looks, and at once when somebody does', async () => {
    await session.token();
    time.hide();
    await time.pass(lifeMs * 2);
    expect(reasons()).to.deep.equal(['initial']);
    await time.show();
    expect(reasons()).to.deep.equal(['initial', 'refresh']);
  });

  it('ended while hidden: the next request waits for a new one', async () => {
    await session.token();
    time.hide();
    await time.pass(lifeMs + 1);
    expect(await session.token()).to.equal('token-2');
  });

  it('refused with 401 is renewed once, also when several requests were refused', async () => {
    const token = await session.token();
    expect(await Promise.all([session.renew(token), session.renew(token)])).to.deep.equal(['token-2', 'token-2']);
    expect(await session.renew(token)).to.equal('token-2');
    expect(reasons()).to.deep.equal(['initial', 'refresh']);
  });

  it('is tried three times with growing, uneven pauses', async () => {
    answer = () => Promise.reject(new Error('offline'));
    const failed = session.token().catch((error: HireError) => error.code);
    await time.pass(10_000);
    expect(await failed).to.equal('session_unavailable');
    expect(reasons()).to.deep.equal(['initial', 'initial', 'initial']);
    const [first, second] = time.delays;
    expect(first).to.be.within(250, 750);
    expect(second).to.be.within(500, 1500);
  });

  it('denied is not asked for again', async () => {
    answer = () => Promise.reject(new HireError('session_denied'));
    expect(await session.token().catch((error: HireError) => error.code)).to.equal('session_denied');
    expect(asked.length).to.equal(1);
  });

  it('can be raised for one scope', async () => {
    await session.token();
    expect(await session.elevate('milestone:release', { path: '/v1/milestones/ms_1/release' })).to.equal('token-2');
    expect(asked[1]).to.include({ reason: 'elevate', scope: 'milestone:release' });
  });

  it('believes no life beyond 15 minutes, so a wrong clock cannot keep an old token', async () => {
    answer = () => ({ token: `token-${asked.length}`, expiresAt: '2999-01-01T00:00:00Z' });
    await session.token();
    await time.pass(15 * 60_000 * 0.8);
    expect(reasons()).to.deep.equal(['initial', 'refresh']);
  });

  it('says what the token grants', async () => {
    const payload = btoa(JSON.stringify({ wdg: { talentSearch: { invite: true } } })).replaceAll('=', '');
    answer = () => ({ token: `a.${payload}.c`, expiresAt: new Date(Date.now() + lifeMs).toISOString() });
    await session.token();
    expect(session.features()).to.deep.equal({ talentSearch: { invite: true } });
  });

  it('closed leaves no timer and takes no late answer', async () => {
    let arrive = (_: SessionAnswer) => {};
    answer = () => new Promise((resolve) => (arrive = resolve));
    const late = session.token().then(
      () => 'taken',
      () => 'refused',
    );
    session.close();
    arrive({ token: 'late', expiresAt: new Date(Date.now() + lifeMs).toISOString() });
    expect(await late).to.equal('refused');
    expect(asked[0]!.signal.aborted).to.equal(true);
    expect(time.waiting()).to.equal(0);
  });
});
