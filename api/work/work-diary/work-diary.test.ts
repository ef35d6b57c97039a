import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { refusal } from '../../testing/proposals-world.ts';
import { hourMs, mine, minuteMs, timeWorld } from '../../testing/time-world.ts';
import type { WorkDiary } from './schema.ts';

describe('the work diary', () => {
  const world = timeWorld();
  const { send, ok, timer, track, member, freelancer, iso } = world;

  /** Uploaded, as the portal's page would have. */
  async function picture(ada: { personId: string }): Promise<string> {
    const id = world.deps().newId('fl');
    const row = {
      id,
      ownerId: ada.personId,
      kind: 'attachment',
      name: 'screen.png',
      type: 'image/png',
      bytes: 10,
      sha256: 'ab',
      width: null,
      height: null,
    } as const;
    await world
      .db()
      .insertInto('files')
      .values({ ...row, createdAt: world.now(), attachedAt: null })
      .execute();
    return id;
  }

  test('pictures are taken only where the tenant allows, the client asks and the freelancer agrees', async () => {
    const [owner, ada] = [await member('Owner', 'owner'), await freelancer('Ada')];
    const id = await world.hourly(owner, ada);
    world.deps().clock.advance(hourMs - (world.now() % hourMs));
    const read = async () => ok<WorkDiary>(await send(owner, 'GET', `/v1/contracts/${id}/work-diary`));
    const ask = async (body: object) =>
      send(owner, 'PATCH', `/v1/contracts/${id}/work-diary`, body, { 'if-match': (await read()).etag });
    const answer = (accepts: boolean) =>
      send(ada, 'POST', `${mine}/contracts/${id}/work-diary/screenshots-answer`, { accepts });
    assert.equal((await read()).screenshots, 'off');
    assert.equal((await refusal(await ask({ wantsScreenshots: true })))[1], 'screenshots_not_allowed');
    assert.equal((await refusal(await answer(true)))[1], 'screenshots_not_asked');
    await world.setPolicy(owner, 'timesheets', { screenshotsAllowed: true });
    assert.equal((await ok<WorkDiary>(await ask({ wantsScreenshots: true }))).screenshots, 'asked');
    assert.ok((await world.told(ada)).includes('diary.screenshotsAsked'));

    const startsAt = iso(world.now());
    await timer(ada, 'start', { contractId: id, memo: 'Build' });
    await track(ada, 10);
    const keep = async (who = ada) =>
      send(ada, 'POST', `${mine}/timer/screenshots`, { startsAt, fileId: await picture(who) });
    assert.equal((await refusal(await keep()))[1], 'screenshots_off', 'asked is not agreed');
    await ok(await answer(true));
    assert.deepEqual((await timer(ada)).timer?.screenshotsDue, [startsAt]);
    assert.equal((await refusal(await keep(await freelancer('Bea'))))[1], 'attachment_unknown');
    await ok(await keep());
    assert.equal((await refusal(await keep()))[1], 'screenshot_kept');
    const segment = async () => (await world.week(ada, '2026-11-23')).timesheets[0]!.days[0]!.segments[0]!;
    const kept = await segment();
    assert.match(kept.screenshot!.url, /^\/v1\/files\/fl_\w+\/download\?until=\d+&signature=/);
    assert.deepEqual(kept.gaps, ['clientNotVerified']);
    const path = `${mine}/work-diary/segments/${kept.id}/screenshot`;
    await ok(await send(ada, 'DELETE', path));
    assert.equal((await refusal(await send(ada, 'DELETE', path)))[1], 'screenshot_missing');
    const deleted = await segment();
    assert.deepEqual([deleted.screenshot, deleted.gaps], [null, ['clientNotVerified', 'screenshotDeleted']]);
    assert.equal((await refusal(await keep()))[1], 'screenshot_kept', 'one that was deleted is not replaced');
    await ok(await answer(false));
    await track(ada, 10);
    assert.deepEqual((await timer(ada)).timer?.takesScreenshots, false);
    world.deps().clock.advance(minuteMs);
  });
});
