import { expect } from '@open-wc/testing';
import { type CannedApi, problem } from '../testing/canned-api.ts';
import { connect, disconnect } from '../testing/mount.ts';
import type { Embed } from './embed.ts';
import type { HireError } from './hire-error.ts';
import { newKey } from './new-key.ts';

const path = '/v1/milestones/ms_1/release';

describe('a command that moves money', () => {
  let api: CannedApi;
  let embed: Embed;
  let raised: string[];
  let confirm: (() => Promise<unknown>) | undefined;
  const pageConfirms = ({ detail }: DocumentEventMap['hire-elevate']) => {
    if (confirm) detail.waitUntil(confirm());
  };

  beforeEach(() => {
    ({ api, embed } = connect());
    raised = [];
    confirm = undefined;
    let asked = false;
    // The host's server vouches for whoever confirmed; the API lets raised sessions through.
    api.instead('/api/hire-session', (request) => {
      const isRaise = request.headers.get('x-hire-session') === 'elevate';
      if (isRaise) asked = true;
      if (isRaise && request.headers.get('x-hire-scope') !== 'money') return problem(422, 'unknown_scope');
      if (isRaise && raised[0] === 'refused') return problem(403, 'not_confirmed');
      return Response.json({
        token: isRaise ? 'raised' : `plain${asked ? 2 : 1}`,
        expiresAt: new Date(Date.now() + 300_000).toISOString(),
      });
    });
    api.instead(path, (request) =>
      request.headers.get('authorization') === 'Bearer raised'
        ? Response.json({ state: 'released' })
        : problem(401, 'elevation_required'),
    );
    document.addEventListener('hire-elevate', pageConfirms);
  });
  afterEach(() => {
    document.removeEventListener('hire-elevate', pageConfirms);
    disconnect();
  });

  const release = (key = newKey()) =>
    embed.api.ask<{ state: string }>(path, { method: 'POST', body: {}, headers: { 'idempotency-key': key } });
  const releases = () => api.requests.filter(({ url }) => url.endsWith(path));
  const asks = () => api.requests.filter(({ headers }) => headers.get('x-hire-session') === 'elevate').length;
  const codeOf = (promise: Promise<unknown>) => promise.then(String, (error: HireError) => error.code);

  it('is repeated with the same key once the person has confirmed who they are', async () => {
    confirm = async () => raised.push('confirmed');
    expect(await release('key-1')).to.deep.equal({ state: 'released' });
    expect(raised).to.deep.equal(['confirmed']);
    expect(releases().map(({ headers }) => headers.get('idempotency-key'))).to.deep.equal(['key-1', 'key-1']);
    expect(asks()).to.equal(1);
  });

  it('asks nobody again while the session is raised', async () => {
    await release();
    await release();
    expect(asks()).to.equal(1);
    expect(releases().length).to.equal(3);
  });

  it('given up by the person is not repeated, and their session goes on', async () => {
    confirm = () => Promise.reject(new Error('closed'));
    expect(await codeOf(release())).to.equal('elevation_required');
    expect(releases().length).to.equal(1);
    expect(asks()).to.equal(0);
    api.instead('/v1/plain', () => Response.json({ ok: true }));
    expect(await embed.api.ask('/v1/plain')).to.deep.equal({ ok: true });
  });

  it('is not repeated where the host’s server does not vouch, and asks it once', async () => {
    raised.push('refused');
    expect(await codeOf(release())).to.equal('elevation_required');
    expect([asks(), releases().length]).to.deep.equal([1, 1]);
  });

  it('and another one at the same moment ask the person once', async () => {
    confirm = async () => raised.push('confirmed');
    await Promise.all([release(), release()]);
    expect(raised.length).to.equal(1);
    expect(asks()).to.equal(1);
  });

  it('refused although the session is raised ends there', async () => {
    api.instead(path, () => problem(401, 'elevation_required'));
    expect(await codeOf(release())).to.equal('elevation_required');
    expect([asks(), releases().length]).to.deep.equal([1, 2]);
  });
});
