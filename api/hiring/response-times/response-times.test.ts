import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getRecord } from '../../talent/freelancers/read-freelancers.ts';
import { dayMs, type Freelancing, hourMs, type Member, proposalsWorld } from '../../testing/proposals-world.ts';
import type { InviteAnswer } from '../invitations/schema.ts';
import { medianHours } from './median-hours.ts';

test('a median is the middle, or the mean of the two in the middle, in hours to a tenth', () => {
  assert.equal(medianHours([]), null);
  assert.equal(medianHours([3 * hourMs]), 3);
  assert.equal(medianHours([9 * hourMs, hourMs, 2 * hourMs]), 2);
  assert.equal(medianHours([hourMs, 2 * hourMs]), 1.5);
  assert.equal(medianHours([100_000]), 0);
});

describe('how fast somebody answers', () => {
  const world = proposalsWorld();
  const { send, post, freelancer, member, propose } = world;

  const shown = async ({ freelancerId }: Freelancing) =>
    (await getRecord(world.db(), freelancerId)).row.responseTimeHours;

  /** Invites, and declines so many hours later. */
  async function answersAfter(owner: Member, ada: Freelancing, hours: number): Promise<void> {
    const path = `/v1/job-posts/${await post(owner)}/invitations`;
    const { items } = (await (
      await send(owner, 'POST', path, { freelancerIds: [ada.freelancerId] })
    ).json()) as InviteAnswer;
    world.deps().clock.advance(hours * hourMs);
    await send(ada, 'POST', `/v1/freelancers/me/invitations/${items[0]!.invitationId}/decline`, { reason: 'other' });
    await world.deps().jobs.runDue();
  }

  test('is shown from the third answer on, invitations and first messages alike, and leaves after 90 days', async () => {
    const owner = await member('Owner1');
    const ada = await freelancer('Ada1');
    await answersAfter(owner, ada, 1);
    await answersAfter(owner, ada, 8);
    assert.equal(await shown(ada), null, 'two answers say nothing');
    const { id } = await propose(ada, await post(owner));
    await send(owner, 'POST', `/v1/proposals/${id}/messages`, { text: 'Hello' });
    world.deps().clock.advance(3 * hourMs);
    await send(ada, 'POST', `/v1/freelancers/me/proposals/${id}/messages`, { text: 'Hello' });
    world.deps().clock.advance(50 * hourMs);
    await send(ada, 'POST', `/v1/freelancers/me/proposals/${id}/messages`, { text: 'Only the first counts' });
    await world.deps().jobs.runDue();
    assert.equal(await shown(ada), 3);
    const { revision } = (await getRecord(world.db(), ada.freelancerId)).row;
    assert.equal(revision, 2, 'a figure that stays the same changes no profile');
    await world.pass(89 * dayMs);
    assert.equal(await shown(ada), null, 'the oldest answer has left');
  });

  test('an invitation nobody answered is no answer', async () => {
    const owner = await member('Owner2');
    const ada = await freelancer('Ada2');
    for (let n = 0; n < 3; n++)
      await send(owner, 'POST', `/v1/job-posts/${await post(owner)}/invitations`, {
        freelancerIds: [ada.freelancerId],
      });
    await world.pass(20 * dayMs);
    assert.equal(await shown(ada), null);
  });
});
