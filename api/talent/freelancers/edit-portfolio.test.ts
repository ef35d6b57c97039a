import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freelancerApp, refusedWith } from '../../testing/freelancer-app.ts';
import type { OwnFreelancer } from './schema.ts';

describe('the portfolio', () => {
  const { newcomer, send } = freelancerApp();

  test('takes, edits and removes items; the newest comes first', async () => {
    const { person } = await newcomer('portfolio');
    const add = (title: string) => send(person, 'POST', '/v1/freelancers/me/portfolio', { title });
    assert.equal((await add('First')).status, 201);
    const added = await add('Second');
    const own = (await added.json()) as OwnFreelancer;
    assert.deepEqual(
      own.portfolio.map(({ title }) => title),
      ['Second', 'First'],
    );
    const item = own.portfolio[0]!;
    const edit = { text: 'What it does', link: 'https://shop.example/', skills: [{ name: 'React.js' }] };
    const path = `/v1/freelancers/me/portfolio/${item.id}`;
    const edited = await send(person, 'PATCH', path, edit, { 'if-match': added.headers.get('etag')! });
    const now = (await edited.json()) as OwnFreelancer;
    assert.deepEqual(now.portfolio[0], { ...item, ...edit, skills: [{ id: 'react', name: 'React' }] });
    const removed = await send(person, 'DELETE', path, undefined, { 'if-match': edited.headers.get('etag')! });
    assert.deepEqual(
      ((await removed.json()) as OwnFreelancer).portfolio.map(({ title }) => title),
      ['First'],
    );
  });

  test('items added at once are all kept', async () => {
    const { person } = await newcomer('manyitems');
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        send(person, 'POST', '/v1/freelancers/me/portfolio', { title: `item ${n}` }),
      ),
    );
    assert.deepEqual(
      answers.map(({ status }) => status),
      Array(16).fill(201),
    );
    const own = (await (await send(person, 'GET', '/v1/freelancers/me')).json()) as OwnFreelancer;
    assert.equal(own.portfolio.length, 16);
  });

  test('somebody else’s item answers like a missing one', async () => {
    const one = await newcomer('itemone');
    const other = await newcomer('itemother');
    const added = await send(one.person, 'POST', '/v1/freelancers/me/portfolio', { title: 'Mine' });
    const { id } = ((await added.json()) as OwnFreelancer).portfolio[0]!;
    for (const itemId of [id, 'pi_missing']) {
      const path = `/v1/freelancers/me/portfolio/${itemId}`;
      await refusedWith(
        await send(other.person, 'PATCH', path, { title: 'x' }, { 'if-match': other.etag }),
        404,
        'not_found',
      );
      await refusedWith(
        await send(other.person, 'DELETE', path, undefined, { 'if-match': other.etag }),
        404,
        'not_found',
      );
    }
    assert.equal((await send(other.person, 'GET', '/v1/freelancers/me')).headers.get('etag'), other.etag);
  });

  test('refuses a 51st item', async () => {
    const { person } = await newcomer('fifty');
    for (let n = 0; n < 50; n++) await send(person, 'POST', '/v1/freelancers/me/portfolio', { title: `item ${n}` });
    await refusedWith(
      await send(person, 'POST', '/v1/freelancers/me/portfolio', { title: 'x' }),
      422,
      'too_many_portfolio_items',
    );
  });
});
