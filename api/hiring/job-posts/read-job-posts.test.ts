import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { tenantScope } from '../../platform/tenants/tenant-scope.ts';
import { endMember } from '../../talent/talent-pools/admit-member.ts';
import { createPool, fillPool } from '../../talent/talent-pools/change-pools.ts';
import { signedIn } from '../../testing/actors.ts';
import { madeJobPost } from '../../testing/made-job-posts.ts';
import { testDeps } from '../../testing/slice-app.ts';
import type { JobPostState } from './job-post.ts';
import { type InvitedTo, type JobViewer, readForSearch, readVisibleJobPosts } from './read-job-posts.ts';
import { insertPosts } from './store.ts';

describe('who sees a post', () => {
  let deps: Deps;
  const acme = tenantScope('tn_acme');
  const globex = tenantScope('tn_globex');
  const ids = [
    'jp_public',
    'jp_signed',
    'jp_pool',
    'jp_invited',
    'jp_draft',
    'jp_pending',
    'jp_paused',
    'jp_closed',
    'jp_removed',
    'jp_globex',
  ];

  before(async () => {
    deps = await testDeps();
    const nowMs = deps.clock.now();
    const made = (id: string, more = {}) => madeJobPost(nowMs, { id, tenantId: acme.tenantId, ...more });
    const inState = (id: string, state: JobPostState) => made(id, { state });
    await deps.database.transaction(async (trx) => {
      await createPool(trx, { id: 'tp_acme', tenantId: acme.tenantId, name: 'Ours' }, nowMs);
      await createPool(trx, { id: 'tp_other', tenantId: acme.tenantId, name: 'Others' }, nowMs);
      await fillPool(trx, { poolId: 'tp_acme', freelancerIds: ['fr_member'], addedBy: 'pe_1' }, nowMs);
      await fillPool(trx, { poolId: 'tp_other', freelancerIds: ['fr_other'], addedBy: 'pe_1' }, nowMs);
      await insertPosts(trx, [
        made('jp_public'),
        made('jp_signed', { visibility: 'signedIn' }),
        made('jp_pool', { visibility: 'poolOnly', poolIds: ['tp_acme'] }),
        made('jp_invited', { visibility: 'invitedOnly' }),
        inState('jp_draft', 'draft'),
        inState('jp_pending', 'pendingApproval'),
        inState('jp_paused', 'paused'),
        inState('jp_closed', 'closed'),
        inState('jp_removed', 'removed'),
        madeJobPost(nowMs, { id: 'jp_globex', tenantId: globex.tenantId }),
      ]);
    });
  });
  after(() => deps.database.close());

  const invitedTo: InvitedTo = async (_db, freelancerId, asked) =>
    new Set(freelancerId === 'fr_invited' ? asked.filter((id) => id === 'jp_invited') : []);
  const sees = async (freelancerId: string | null, more: Partial<JobViewer> = {}) => {
    const viewer = { freelancerId, isSignedIn: freelancerId !== null, tenant: undefined, ...more };
    return [...(await readVisibleJobPosts(deps.database.db, viewer, ids, invitedTo)).keys()].sort();
  };

  test('anybody sees public posts that are open or paused, and no other state', async () => {
    assert.deepEqual(await sees(null), ['jp_globex', 'jp_paused', 'jp_public']);
  });

  test('whoever is signed in sees those for the signed-in too, without a freelancer account also', async () => {
    assert.deepEqual(await sees(null, { isSignedIn: true }), ['jp_globex', 'jp_paused', 'jp_public', 'jp_signed']);
    assert.deepEqual(await sees('fr_nobody'), ['jp_globex', 'jp_paused', 'jp_public', 'jp_signed']);
  });

  test('a pool’s post is its members’ alone, and only while they are', async () => {
    assert.ok((await sees('fr_member')).includes('jp_pool'));
    for (const other of ['fr_other', 'fr_invited', null]) assert.equal((await sees(other)).includes('jp_pool'), false);
    const doer = { actor: signedIn('pe_1', ['recruiter']), requestId: 'req_1' };
    const leaving = { poolId: 'tp_acme', freelancerId: 'fr_member' };
    await deps.database.transaction((trx) => endMember(trx, deps, doer, leaving));
    assert.equal((await sees('fr_member')).includes('jp_pool'), false);
  });

  test('a post for the invited is theirs alone', async () => {
    assert.ok((await sees('fr_invited')).includes('jp_invited'));
    for (const other of ['fr_member', 'fr_other', null])
      assert.equal((await sees(other)).includes('jp_invited'), false);
  });

  test('at a client’s address only its posts exist', async () => {
    assert.deepEqual(await sees('fr_nobody', { tenant: globex }), ['jp_globex']);
    assert.equal((await sees('fr_nobody', { tenant: acme })).includes('jp_globex'), false);
  });

  test('an index reads every change once, in order', async () => {
    const found: string[] = [];
    let after = { updatedAt: 0, id: '' };
    for (;;) {
      const page = await readForSearch(deps.database.db, after, 3);
      found.push(...page.map(({ id }) => id));
      if (page.length < 3) break;
      after = page.at(-1)!;
    }
    assert.deepEqual(found, [...ids].sort());
  });
});
