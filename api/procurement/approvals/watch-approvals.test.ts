import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ApprovalsWorld, usd } from '../../testing/approvals-world.ts';

const dayMs = 86_400_000;

let world: ApprovalsWorld;
before(async () => {
  world = await ApprovalsWorld.open();
});
after(() => world.close());
beforeEach(() => world.reset());

describe('lists', () => {
  test('what waits for me comes oldest first, without my own, with every fact', async () => {
    const ids = [];
    for (const requesterId of [world.manager.personId, world.approver.personId, world.manager.personId]) {
      ids.push((await world.requested({ requesterId })).id);
      world.deps.clock.advance(1000);
    }
    const mine = await world.ask(world.approver, 'GET', '');
    assert.deepEqual(
      mine.items.map(({ id }) => id),
      [ids[0], ids[2]],
    );
    assert.equal((mine as unknown as { waitingForMe: number }).waitingForMe, 2);
    assert.deepEqual(mine.items[0]?.facts, [{ label: 'team', value: 'Design' }]);
    assert.deepEqual(mine.items[0]?.amount, usd(600_000));
    assert.deepEqual((await world.ask(world.manager, 'GET', '')).items, []);
    assert.deepEqual(
      (await world.ask(world.manager, 'GET', '?view=mine')).items.map(({ id }) => id),
      [ids[2], ids[0]],
    );
    assert.deepEqual((await world.ask(world.approver, 'GET', '?state=approved')).items, []);
  });

  test('pages follow each other without gap or repeat, and another list’s page is refused', async () => {
    const ids = [];
    for (let n = 0; n < 5; n++) ids.push((await world.requested()).id);
    const seen = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await world.ask(world.approver, 'GET', `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
      if (cursor)
        assert.equal((await world.ask(world.owner, 'GET', `?limit=2&cursor=${cursor}`)).code, 'invalid_cursor');
    }
    assert.deepEqual(seen.toSorted(), ids.toSorted());
  });
});

describe('in time', () => {
  test('a request expires after 14 days, and the subject and the requester hear of it', async () => {
    const { id, subject } = await world.requested();
    world.deps.clock.advance(14 * dayMs - 1);
    await world.deps.jobs.runDue();
    assert.equal((await world.get(id)).state, 'requested');
    world.deps.clock.advance(5 * 60_000 + 1);
    await world.deps.jobs.runDue();
    assert.deepEqual([(await world.get(id)).state, subject.told[0]?.decision], ['expired', 'expired']);
    assert.deepEqual((await world.notices('approval.expired'))[0]?.personIds, [world.manager.personId]);
    assert.equal((await world.approve(world.approver, id)).code, 'approval_expired');
  });

  test('with nobody but the requester to approve it stalls, and resumes when somebody is there', async () => {
    await world.deps.database.db.deleteFrom('members').where('personId', '=', world.approver.personId).execute();
    const { id } = await world.requested({ requesterId: world.owner.personId });
    assert.equal((await world.get(id)).state, 'stalled');
    assert.deepEqual((await world.notices('approval.stalled'))[0]?.personIds, [world.owner.personId]);
    const finance = await world.person('Fee', ['financeAdmin']);
    world.deps.clock.advance(15 * 60_000);
    await world.deps.jobs.runDue();
    assert.equal((await world.get(id)).state, 'requested');
    assert.deepEqual((await world.notices('approval.requested'))[0]?.personIds, [finance.personId]);
    const moves = (await world.ask(world.owner, 'GET', `/${id}/timeline`)).items as unknown as { move: string }[];
    assert.deepEqual(
      moves.map(({ move }) => move),
      ['request', 'stall', 'resume'],
    );
  });

  test('it stalls when the last world.approver leaves or is disabled', async () => {
    const { id } = await world.requested({ requesterId: world.owner.personId });
    await world.deps.database.db
      .updateTable('people')
      .set({ disabledAt: 1 })
      .where('id', '=', world.approver.personId)
      .execute();
    world.deps.clock.advance(15 * 60_000);
    await world.deps.jobs.runDue();
    assert.equal((await world.get(id)).state, 'stalled');
    world.deps.clock.advance(14 * dayMs);
    await world.deps.jobs.runDue();
    assert.equal((await world.get(id)).state, 'expired');
  });
});
