import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Deps } from '../../deps.ts';
import { signedIn } from '../../testing/actors.ts';
import { testDeps } from '../../testing/slice-app.ts';
import { tenantScope } from '../tenants/tenant-scope.ts';
import { type MoveTable, predicates, statesOf } from './move.ts';
import { readTimeline } from './read-timeline.ts';
import { clockDoer, recordMove } from './record-move.ts';
import { requireMove } from './require-move.ts';

type State = 'draft' | 'onSale' | 'soldOut';
const showMoves = {
  announce: { by: ['member'], from: ['draft'], to: 'onSale' },
  sellOut: { by: ['clock'], from: ['onSale'], to: 'soldOut', after: 'the last seat' },
} as const satisfies MoveTable<State, string>;
const showCan = predicates<State, keyof typeof showMoves>(showMoves);

let deps: Deps;
before(async () => {
  deps = await testDeps();
});
after(() => deps.database.close());

test('a predicate reads as English and follows the table', () => {
  assert.equal(showCan.announce({ state: 'draft' }), true);
  assert.equal(showCan.announce({ state: 'onSale' }), false);
  assert.deepEqual(statesOf(showMoves), ['draft', 'onSale', 'soldOut']);
});

test('a move that the table does not list is refused by noun and state', () => {
  assert.equal(requireMove<State, keyof typeof showMoves>(showMoves, 'stageShow', 'announce', 'draft').to, 'onSale');
  assert.throws(() => requireMove<State, keyof typeof showMoves>(showMoves, 'stageShow', 'announce', 'soldOut'), {
    status: 409,
    code: 'stage_show_sold_out',
  });
});

test('a timeline tells who did what in order, and hides from the freelancer what is the team’s', async () => {
  const scope = tenantScope('tn_moves');
  const subject = { kind: 'show', id: 'sh_1' };
  const doer = { actor: signedIn('pe_unknown', ['owner']), requestId: 'req_1' };
  await deps.database.transaction(async (trx) => {
    await recordMove(trx, deps, scope, doer, { subject, move: 'announce', from: 'draft', to: 'onSale' });
    await recordMove(trx, deps, scope, doer, { subject, move: 'noteAdded', audience: 'team', details: { stars: 4 } });
    await recordMove(trx, deps, scope, clockDoer('job_1'), {
      subject,
      move: 'sellOut',
      from: 'onSale',
      to: 'soldOut',
      reason: 'no seats',
    });
  });
  const { db } = deps.database;
  const team = await readTimeline(db, scope, subject, 'team');
  assert.deepEqual(
    team.map(({ move, from, to, actor, reason, details }) => [move, from, to, actor.kind, reason, details]),
    [
      ['announce', 'draft', 'onSale', 'person', null, {}],
      ['noteAdded', null, null, 'person', null, { stars: 4 }],
      ['sellOut', 'onSale', 'soldOut', 'clock', 'no seats', {}],
    ],
  );
  const freelancer = await readTimeline(db, scope, subject, 'freelancer');
  assert.deepEqual(
    freelancer.map(({ move }) => move),
    ['announce', 'sellOut'],
  );
  assert.deepEqual(await readTimeline(db, tenantScope('tn_other'), subject, 'team'), []);
});
