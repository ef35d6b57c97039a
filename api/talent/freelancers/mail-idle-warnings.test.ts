import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createPersonWithPassword } from '../../platform/auth/create-person.ts';
import { newFreelancer } from '../../testing/freelancer-app.ts';
import { openTestApp, ownOrigin, type TestApp } from '../../testing/test-app.ts';
import { signIn, testPasswordHash } from '../../testing/test-tenants.ts';

const dayMs = 24 * 60 * 60 * 1000;
const email = 'ada@talent.example';

describe('a freelancer whose profile will become private', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp();
  });
  afterEach(() => app.close());

  async function join(locale: string | null): Promise<string> {
    const { deps, identity } = app;
    const hash = await testPasswordHash;
    const id = await identity.authority.change((trx) =>
      createPersonWithPassword(trx, deps, { email, name: 'Ada', locale }, hash),
    );
    const answer = await app.send('POST', '/v1/freelancers', newFreelancer, await signIn(app, email));
    assert.equal(answer.status, 201);
    return id;
  }

  const stayAway = async (days: number) => {
    app.ports.clock.advance(days * dayMs);
    await app.deps.jobs.runDue();
  };
  const mails = () => app.ports.mailer.recent(email);

  for (const [locale, subject] of [
    [null, 'Your profile at Talent becomes private on February 21, 2027'],
    ['de', 'Ihr Profil bei Talent wird am 21. Februar 2027 privat'],
    ['ar', 'سيصبح ملفك الشخصي لدى Talent خاصًا في 21 فبراير 2027'],
  ] as const)
    test(`is told by mail, in time and once (${locale ?? 'no locale'})`, async () => {
      await join(locale);
      await stayAway(75);
      assert.deepEqual(mails(), []);
      await stayAway(1);
      await stayAway(1);
      assert.deepEqual(
        mails().map((mail) => mail.subject),
        [subject],
      );
      assert.match(mails()[0]!.text, /Ada Okafor/);
      assert.ok(mails()[0]!.text.includes(`${ownOrigin}/profile\n`));
    });

  test('is told nothing once disabled by the operator', async () => {
    const id = await join(null);
    await app.deps.database.db.updateTable('people').set({ disabledAt: 1 }).where('id', '=', id).execute();
    await app.identity.authority.change((trx) => app.identity.authority.record(trx, { personId: id }));
    await stayAway(76);
    assert.deepEqual(mails(), []);
  });
});
