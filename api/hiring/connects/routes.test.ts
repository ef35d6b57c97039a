import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { signedIn } from '../../testing/actors.ts';
import { connectsWorld, onPost } from '../../testing/connects-world.ts';
import { refusedWith } from '../../testing/freelancer-app.ts';
import { acme } from '../../testing/slice-app.ts';
import { placeBoost } from './place-boost.ts';
import type { ConnectsAccount, ConnectsBundles, ConnectsPurchase } from './schema.ts';
import { spendConnects } from './spend-connects.ts';

const base = '/v1/freelancers/me/connects';

describe('the connects of a freelancer over HTTP', () => {
  const { deps, app, wallet, transact, proven, newcomer, pass, told } = connectsWorld();
  type Newcomer = Awaited<ReturnType<typeof newcomer>>;
  const send = ({ person }: Pick<Newcomer, 'person'>, method: string, path: string, body?: unknown, key?: string) =>
    app()
      .as(person)
      .request(method, path, body, key === undefined ? {} : { 'idempotency-key': key });
  const account = async (who: Newcomer, path = base) =>
    (await (await send(who, 'GET', path)).json()) as ConnectsAccount;
  const buy = (
    who: Newcomer,
    key: string | undefined,
    connects: unknown = 20,
    card: unknown = 'sandbox_card_success',
  ) => send(who, 'POST', `${base}/purchases`, { connects, card }, key);

  test('bundles cost 0.15 a piece and are paid with cards that say they are the sandbox’s', async () => {
    const who = await newcomer('bundles');
    const { bundles, processor } = (await (await send(who, 'GET', `${base}/bundles`)).json()) as ConnectsBundles;
    assert.deepEqual(
      bundles.map(({ connects, price }) => [connects, price.amountMinor]),
      [10, 20, 40, 60, 80].map((size) => [size, size * 15]),
    );
    assert.deepEqual([processor.name, processor.isSandbox], ['sandbox', true]);
    assert.ok(processor.cards.every(({ token, label }) => /sandbox/i.test(token) && /sandbox/i.test(label)));
  });

  test('a bought bundle is there at once, and each movement says why', async () => {
    const who = await newcomer('buyer');
    const answer = await buy(who, 'buy 1');
    assert.equal(answer.status, 201);
    const purchase = (await answer.json()) as ConnectsPurchase;
    assert.deepEqual(
      [purchase.state, purchase.connects, purchase.price.amountMinor, purchase.processor],
      ['posted', 20, 300, 'sandbox'],
    );
    deps().clock.advance(1000);
    await transact((trx) => spendConnects(trx, deps(), { ...onPost(who.id, 'pr_buyer'), amount: 4 }));
    deps().clock.advance(1000);
    await transact((trx) => placeBoost(trx, deps(), { ...onPost(who.id, 'pr_buyer'), amount: 5 }));
    const { balance, held, lots, movements, monthlyGrant } = await account(who);
    assert.deepEqual(
      [balance, held, monthlyGrant, lots.map(({ from, remaining }) => [from, remaining])],
      [
        21,
        5,
        10,
        [
          ['grant', 1],
          ['purchase', 20],
        ],
      ],
    );
    const boosted = movements[0]!;
    assert.deepEqual(
      [boosted.kind, boosted.state, boosted.connects, boosted.jobPost?.title],
      ['boost', 'pending', -5, 'Post jp_1'],
    );
    assert.deepEqual(
      movements.slice(0, 2).map(({ proposalId }) => proposalId),
      ['pr_buyer', 'pr_buyer'],
    );
    assert.deepEqual(movements.map(({ kind }) => kind).toSorted(), ['boost', 'grant', 'proposal', 'purchase']);
    assert.equal(movements.find(({ kind }) => kind === 'grant')!.month, '2026-11');
    assert.equal(movements.find(({ kind }) => kind === 'purchase')!.purchaseId, purchase.id);
  });

  test('the same key buys once, at the same time too; with another body it is refused', async () => {
    const who = await newcomer('keyed');
    const statuses = await Promise.all(Array.from({ length: 8 }, async () => (await buy(who, 'key')).status));
    assert.ok(statuses.includes(201) && statuses.every((status) => status === 201 || status === 409));
    const [one, two] = [await (await buy(who, 'key')).json(), await (await buy(who, 'key')).json()];
    assert.deepEqual(one, two);
    assert.equal((await wallet(who.id)).balance, 30);
    await refusedWith(await buy(who, 'key', 40), 422, 'idempotency_key_reused');
    await refusedWith(await buy(who, undefined), 400, 'idempotency_key_required');
  });

  test('a declined card brings nothing, and says so again when it is repeated', async () => {
    const who = await newcomer('declined');
    for (const _ of [1, 2]) await refusedWith(await buy(who, 'no', 10, 'sandbox_card_decline'), 402, 'card_declined');
    assert.equal((await wallet(who.id)).balance, 10);
    const bought = (await account(who)).movements.filter(({ kind }) => kind === 'purchase');
    assert.deepEqual(
      bought.map(({ state }) => state),
      ['voided'],
    );
    assert.deepEqual(await told('person_declined'), []);
  });

  test('⏱ a delayed card brings its connects a minute later, and its owner is told', async () => {
    const who = await newcomer('delayed');
    const answer = await buy(who, 'later', 40, 'sandbox_card_delay');
    const { id, state } = (await answer.json()) as ConnectsPurchase;
    assert.deepEqual([answer.status, state, (await wallet(who.id)).balance], [201, 'pending', 10]);
    await pass(61_000);
    const later = (await (await send(who, 'GET', `${base}/purchases/${id}`)).json()) as ConnectsPurchase;
    assert.deepEqual([later.state, (await wallet(who.id)).balance], ['posted', 50]);
    assert.deepEqual(await told('person_delayed'), [{ kind: 'connects.bought', words: { count: '40' } }]);
  });

  test('what is no bundle, no card or no number is refused by name, and nothing is bought', async () => {
    const who = await newcomer('odd');
    await refusedWith(await buy(who, 'a', 7), 422, 'bundle_unknown');
    await refusedWith(await buy(who, 'b', -20), 422, 'bundle_unknown');
    await refusedWith(await buy(who, 'c', 20, 'tok_visa'), 422, 'card_unknown');
    await refusedWith(await buy(who, 'd', 20, '__proto__'), 422, 'card_unknown');
    for (const odd of [2.5, '20', null, 1e21]) await refusedWith(await buy(who, 'e', odd), 422, 'invalid_input');
    assert.equal((await wallet(who.id)).balance, 10);
    assert.deepEqual(
      await deps().database.db.selectFrom('payments').select('id').where('payerId', '=', who.id).execute(),
      [],
    );
  });

  test('somebody without a freelancer account is refused, and nobody sees another’s purchase', async () => {
    const [who, other] = [await newcomer('mine'), await newcomer('theirs')];
    const { id } = (await (await buy(who, 'mine')).json()) as ConnectsPurchase;
    await refusedWith(await send(other, 'GET', `${base}/purchases/${id}`), 404, 'not_found');
    const member = { person: signedIn('person_member', ['owner']) } as Newcomer;
    for (const [method, path] of [
      ['GET', base],
      ['GET', `${base}/bundles`],
      ['GET', `${base}/purchases/${id}`],
    ] as const)
      await refusedWith(await send(member, method, path), 403, 'no_freelancer_account');
    await refusedWith(await buy(member, 'x'), 403, 'no_freelancer_account');
  });

  test('at a tenant’s address the posts of other tenants are not named', async () => {
    const who = await newcomer('branded');
    await transact((trx) => spendConnects(trx, deps(), { ...onPost(who.id, 'pr_branded'), amount: 2 }));
    const named = async (tenantId: string) => {
      const seen = app().as(who.person, { ...acme, id: tenantId });
      const { movements } = (await (await seen.request('GET', base)).json()) as ConnectsAccount;
      return movements.find(({ kind }) => kind === 'proposal')!;
    };
    assert.equal((await named('tn_acme')).jobPost?.title, 'Post jp_1');
    const elsewhere = await named('tn_globex');
    assert.deepEqual([elsewhere.jobPost, elsewhere.proposalId, elsewhere.connects], [null, null, -2]);
  });

  test('movements come page by page; the marker of one account opens no other', async () => {
    const [who, other] = [await newcomer('pages'), await newcomer('pager')];
    await wallet(who.id);
    for (let n = 0; n < 55; n++) {
      deps().clock.advance(1);
      await transact((trx) => spendConnects(trx, deps(), { ...onPost(who.id, `pr_page_${n}`), amount: 1 })).catch(
        () => {},
      );
      if (n % 5 === 0) await buy(who, `page ${n}`, 10);
    }
    const first = await account(who);
    assert.equal(first.movements.length, 50);
    const rest = await account(who, `${base}?cursor=${first.nextCursor}`);
    const seen = [...first.movements, ...rest.movements];
    assert.deepEqual([rest.nextCursor, new Set(seen.map(({ id }) => id)).size], [null, seen.length]);
    const sum = seen.filter(({ state }) => state !== 'voided').reduce((all, { connects }) => all + connects, 0);
    assert.equal(sum, first.balance);
    await refusedWith(await send(other, 'GET', `${base}?cursor=${first.nextCursor}`), 400, 'invalid_cursor');
    assert.deepEqual(await proven(), []);
  });
});
