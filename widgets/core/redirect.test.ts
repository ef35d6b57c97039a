import { expect } from '@open-wc/testing';
import { signedIn } from './later/redirect.ts';

/** A portal that is a fragment of this very page: going there and back leaves the test running. */
const portal = '#portal';
const answer = { token: 'raised', refreshToken: 'next', expiresAt: '2026-11-23T12:05:00Z' };
const command = {
  path: '/v1/milestones/ms_1/release',
  method: 'POST',
  body: { amountMinor: 500 },
  headers: { 'idempotency-key': 'key-1' },
};

describe('coming back from the portal', () => {
  const { fetch } = globalThis;
  const home = location.href;
  let sent: { url: string; init: RequestInit }[];
  let staying: AbortController;

  beforeEach(() => {
    sent = [];
    staying = new AbortController();
    globalThis.fetch = async (url, init = {}) => {
      sent.push({ url: String(url), init });
      return Response.json(answer);
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    staying.abort();
    history.replaceState(null, '', home);
  });

  const session = (reason: 'initial' | 'elevate') =>
    signedIn(portal, { reason, scope: 'money', command, signal: staying.signal });
  const commands = () => sent.filter(({ url }) => url === portal + command.path);

  async function leave(): Promise<string> {
    void session('elevate').catch(() => {});
    while (!location.hash.startsWith(portal)) await new Promise(requestAnimationFrame);
    return new URLSearchParams(location.hash.split('?')[1]).get('state')!;
  }

  it('without a yes, or with an answer to another question, nothing is done', async () => {
    await leave();
    history.replaceState(null, '', '?hire-code=one&hire-state=other');
    const error = await session('initial').catch(({ code }) => code);
    expect(error).to.equal('sign_in_required');
    expect(sent).to.deep.equal([]);
  });

  it('raised, what was pressed goes on once, with its own key, before anything is read', async () => {
    const state = await leave();
    history.replaceState(null, '', `?hire-code=one&hire-state=${state}`);
    expect((await session('initial')).token).to.equal('raised');
    expect(sent.map(({ url }) => url)).to.deep.equal([`${portal}/v1/embed/tokens`, portal + command.path]);
    const { init } = commands()[0]!;
    expect(init.headers).to.include({ authorization: 'Bearer raised', 'idempotency-key': 'key-1' });
    expect(init).to.include({ method: 'POST', body: '{"amountMinor":500}' });
    await session('initial');
    expect(commands()).to.have.length(1);
  });
});
