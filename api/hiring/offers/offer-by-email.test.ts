import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { anonymous } from '../../platform/auth/actor.ts';
import { offersWorld } from '../../testing/offers-world.ts';
import { dayMs, type Freelancing, refusal } from '../../testing/proposals-world.ts';
import type { FreelancerOffer, Offer, OfferInvitation } from './schema.ts';

describe('an offer to somebody who is not here yet', () => {
  const world = offersWorld();
  const { send, sendAt, ok, accept, sent, member, freelancer, mine } = world;
  const emailOf = (name: string) => `${name.toLowerCase()}@people.example`;
  const withEmail = (who: Freelancing, name: string): Freelancing => ({ ...who, email: emailOf(name) });
  const mailsTo = (name: string) => world.deps().mailer.recent(emailOf(name));
  const toName = (name: string) => ({ kind: 'email' as const, email: emailOf(name).toUpperCase(), name });

  test('a mail links to it; whoever signs up with that address finds it waiting and signs', async () => {
    const owner = await member('Owner0');
    const offer = await sent(owner, toName('Nora0'));
    assert.deepEqual([offer.freelancer, offer.invited?.email, offer.state], [null, emailOf('Nora0'), 'sent']);
    await world.deps().jobs.runDue();
    const [mail] = mailsTo('Nora0');
    assert.match(mail!.text, new RegExp(`/offer-invitation\\?id=${offer.id}`));
    assert.equal(mail!.fromName, 'Acme');
    const invitation = await ok<OfferInvitation>(await send(anonymous, 'GET', `/v1/offer-invitations/${offer.id}`));
    assert.deepEqual(
      [invitation.clientName, invitation.title, invitation.maskedEmail, invitation.isOpen],
      ['Acme', 'Build a shop', 'n…@people.example', true],
    );
    const nora = withEmail(await freelancer('Nora0'), 'Nora0');
    await world.deps().jobs.runDue();
    assert.deepEqual(await world.told(nora), ['offer.sent'], 'without having looked');
    const { items } = await ok<{ items: FreelancerOffer[] }>(await send(nora, 'GET', mine));
    assert.deepEqual(
      items.map(({ id }) => id),
      [offer.id],
    );
    const answered = await ok<OfferInvitation>(await send(anonymous, 'GET', `/v1/offer-invitations/${offer.id}`));
    assert.equal(answered.isOpen, false);
    assert.equal((await accept(nora, offer)).status, 200);
    assert.equal((await world.readAsTeam(owner, offer.id)).freelancer?.name, 'Nora0');
  });

  test('somebody who is here already finds it at the next look, before any job ran', async () => {
    const owner = await member('Owner1');
    const nora = withEmail(await freelancer('Nora1'), 'Nora1');
    await world.deps().jobs.runDue();
    const offer = await sent(owner, toName('Nora1'));
    assert.equal(offer.freelancer, null, 'who sends does not learn whether the address has an account');
    assert.equal((await accept(nora, offer)).status, 200);
  });

  test('another account cannot take it, whatever it knows of it', async () => {
    const owner = await member('Owner2');
    const offer = await sent(owner, toName('Nora2'));
    const eve = withEmail(await freelancer('Eve2'), 'Eve2');
    await world.deps().jobs.runDue();
    assert.equal((await send(eve, 'GET', `${mine}/${offer.id}`)).status, 404);
    assert.deepEqual(await refusal(await accept(eve, offer, { typedName: 'Nora2' })), [404, 'not_found']);
    const nora = withEmail(await freelancer('Nora2'), 'Nora2');
    await ok(await send(nora, 'GET', `${mine}/${offer.id}`));
    assert.equal((await send(eve, 'GET', `${mine}/${offer.id}`)).status, 404);
  });

  test('two looks at the same moment take it once', async () => {
    const owner = await member('Owner3');
    const nora = withEmail(await freelancer('Nora3'), 'Nora3');
    const offer = await sent(owner, toName('Nora3'));
    const looks = await Promise.all(Array.from({ length: 8 }, () => send(nora, 'GET', `${mine}/${offer.id}`)));
    assert.deepEqual(new Set(looks.map(({ status }) => status)), new Set([200]));
    const moves = await world.timeline(owner, `/v1/offers/${offer.id}`);
    assert.deepEqual(moves, ['draft', 'send', 'claimed']);
  });

  test('it ends like any other, is reminded of by mail, and is nobody’s afterwards', async () => {
    const owner = await member('Owner4');
    const offer = await sent(owner, toName('Nora4'));
    await world.pass(28 * dayMs);
    assert.equal(mailsTo('Nora4').length, 2);
    await world.pass(2 * dayMs);
    assert.equal((await world.readAsTeam(owner, offer.id)).state, 'expired');
    const nora = withEmail(await freelancer('Nora4'), 'Nora4');
    await world.deps().jobs.runDue();
    assert.equal((await send(nora, 'GET', `${mine}/${offer.id}`)).status, 404);
    const invitation = await ok<OfferInvitation>(await send(anonymous, 'GET', `/v1/offer-invitations/${offer.id}`));
    assert.equal(invitation.isOpen, false);
  });

  test('one that is withdrawn before the mail goes is not mailed', async () => {
    const owner = await member('Owner5');
    const offer = await sent(owner, toName('Nora5'));
    await ok(await world.withdraw(owner, offer.id));
    await world.deps().jobs.runDue();
    assert.equal(mailsTo('Nora5').length, 0);
  });

  test('the link shows nothing of drafts, of direct offers or at another client’s address', async () => {
    const owner = await member('Owner6');
    const ada = await freelancer('Ada6');
    const direct = await world.offered(owner, ada);
    const draft = await world.draft(owner, toName('Nora6'));
    const offer = await sent(owner, toName('Nora6'));
    for (const id of [direct.id, draft.id, 'of_none'])
      assert.equal((await send(anonymous, 'GET', `/v1/offer-invitations/${id}`)).status, 404);
    const path = `/v1/offer-invitations/${offer.id}`;
    assert.equal((await sendAt(world.globex(), anonymous, 'GET', path)).status, 404);
    assert.equal((await sendAt(world.acme(), anonymous, 'GET', path)).status, 200);
  });

  test('an offer to the own address is refused', async () => {
    const owner = { ...(await member('Owner7')), email: emailOf('Owner7') };
    const answer = await send(owner, 'POST', '/v1/offers', { to: toName('Owner7') });
    assert.deepEqual(await refusal(answer), [409, 'offer_to_yourself']);
    const bad = { to: { kind: 'email', email: 'not an address', name: 'X' } };
    assert.equal((await send(owner, 'POST', '/v1/offers', bad)).status, 422);
    const other: Offer = await world.draft(owner, toName('Nora7'));
    assert.equal(other.invited?.name, 'Nora7');
  });
});
