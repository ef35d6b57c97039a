import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readSettings, SettingsRefused } from './env.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { openApp, StartRefused, startServer } from './server.ts';

describe('starting', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'portico-start-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const settings = (name: string, more: Record<string, string> = {}) =>
    readSettings({ PORT: '0', DATA_DIR: join(folder, name), LOG_LEVEL: 'silent', ...more });

  test('serves health and readiness, answers what is under way on close, and the port is free afterwards', async () => {
    const running = await startServer(await settings('fine'));
    await running.app.talentSearch.start();
    await running.app.jobSearch.start();
    const ready = await fetch(`http://localhost:${running.port}/readyz`);
    assert.equal(ready.status, 200);
    await running.close();
    await assert.rejects(fetch(`http://localhost:${running.port}/readyz`));
  });

  test('a port in use is said in a sentence with what to do', async () => {
    const blocker = createServer().listen(0);
    const { port } = blocker.address() as { port: number };
    await assert.rejects(
      startServer({ ...(await settings('busy')), port }),
      (error) => error instanceof StartRefused && /in use/.test(error.message) && /PORT/.test(error.message),
    );
    blocker.close();
  });

  test('a database of a newer version is refused, and left as it is', async () => {
    const of = await settings('newer');
    const running = await startServer(of);
    await running.close();
    if (process.env.DATABASE_URL) return;
    const database = await openDatabase(of.databaseAddress);
    await database.db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-future', timestamp: '2030-01-01' } as never)
      .execute();
    await database.close();
    await assert.rejects(
      startServer(of),
      (error) => error instanceof StartRefused && /newer version/.test(error.message),
    );
  });

  test('a data folder that cannot be made is said in a sentence', async () => {
    await writeFile(join(folder, 'a file'), '');
    await assert.rejects(
      readSettings({ DATA_DIR: join(folder, 'a file', 'data') }),
      (error) => error instanceof SettingsRefused && /DATA_DIR/.test(error.message),
    );
  });

  test('production without a secret refuses to start; a short one too', async () => {
    await assert.rejects(
      settings('prod', { NODE_ENV: 'production' }),
      (error) => error instanceof SettingsRefused && /PORTICO_SECRET/.test(error.message),
    );
    await assert.rejects(settings('prod', { PORTICO_SECRET: 'short' }), SettingsRefused);
  });

  test('production without a mail server refuses to start, unless mails shall stay in the folder', async () => {
    const production = { NODE_ENV: 'production', PORTICO_SECRET: 'x'.repeat(32), PAYMENTS: 'sandbox' };
    const unsent: Record<string, string>[] = [{}, { SMTP_URL: '' }, { MAIL_TO_FOLDER: '0' }];
    for (const mail of unsent)
      await assert.rejects(
        settings('prod', { ...production, ...mail }),
        (error) => error instanceof SettingsRefused && /SMTP_URL.*MAIL_TO_FOLDER=1/.test(error.message),
      );
    assert.equal((await settings('prod', { ...production, MAIL_TO_FOLDER: '1' })).smtpUrl, undefined);
    const smtpUrl = 'smtp://mail.example:25';
    assert.equal((await settings('prod', { ...production, SMTP_URL: smtpUrl })).smtpUrl, smtpUrl);
  });

  test('links and cookies begin with one address, in production an encrypted one', async () => {
    const whole = { PORTICO_SECRET: 'x'.repeat(32), MAIL_TO_FOLDER: '1', PAYMENTS: 'sandbox' };
    const production = { ...whole, NODE_ENV: 'production' };
    const baseUrlWith = async (BASE_URL: string) => (await settings('prod', { ...production, BASE_URL })).baseUrl;
    for (const refused of ['talent.example.com', 'https://talent.example.com/t', 'ftp://talent.example.com', ''])
      await assert.rejects(baseUrlWith(refused), /BASE_URL=.*no address/);
    await assert.rejects(baseUrlWith('http://talent.example.com'), /unencrypted/);
    assert.equal(await baseUrlWith('https://talent.example.com/'), 'https://talent.example.com');
    assert.equal(await baseUrlWith('http://localhost:4000'), 'http://localhost:4000');
    const { baseUrl } = await settings('dev', { BASE_URL: 'http://talent.example.com' });
    assert.equal(baseUrl, 'http://talent.example.com');
  });

  test('production takes payments with the sandbox only where its name is written', async () => {
    const production = { NODE_ENV: 'production', PORTICO_SECRET: 'x'.repeat(32), MAIL_TO_FOLDER: '1' };
    for (const PAYMENTS of [undefined, '', 'Sandbox', 'stripe'])
      await assert.rejects(
        settings('prod', PAYMENTS === undefined ? production : { ...production, PAYMENTS }),
        (error) => error instanceof SettingsRefused && /PAYMENTS.*sandbox/.test(error.message),
      );
    assert.equal((await settings('prod', { ...production, PAYMENTS: 'sandbox' })).payments, 'sandbox');
    assert.equal((await settings('dev')).payments, 'sandbox');
  });

  test('real money needs all three of Stripe’s settings; the sandbox’s name goes before them', async () => {
    const secret = { STRIPE_SECRET_KEY: 'sk_test_1' };
    const whole = { ...secret, STRIPE_PUBLISHABLE_KEY: 'pk_test_1', STRIPE_WEBHOOK_SECRET: 'whsec_1, whsec_2' };
    await assert.rejects(settings('dev', secret), SettingsRefused);
    await assert.rejects(settings('dev', { ...whole, STRIPE_WEBHOOK_SECRET: '' }), /STRIPE_WEBHOOK_SECRET is not/);
    const webhookSecrets = ['whsec_1', 'whsec_2'];
    const stripe = { secretKey: 'sk_test_1', publishableKey: 'pk_test_1', webhookSecrets };
    assert.deepEqual((await settings('dev', whole)).payments, stripe);
    assert.equal((await settings('dev', { ...whole, PAYMENTS: 'sandbox' })).payments, 'sandbox');
  });

  const live = {
    STRIPE_SECRET_KEY: 'sk_live_1',
    STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
    STRIPE_WEBHOOK_SECRET: 'whsec_1',
  };
  const testMode = { ...live, STRIPE_SECRET_KEY: 'sk_test_1' };
  const paypal = { PAYPAL_CLIENT_ID: 'client', PAYPAL_CLIENT_SECRET: 'a secret of PayPal' };
  const [liveApi, sandboxApi] = ['https://api-m.paypal.com', 'https://api-m.sandbox.paypal.com'];
  const debtor = {
    WIRE_DEBTOR_NAME: 'Marketplace',
    WIRE_DEBTOR_IBAN: 'DE89 3704 0044 0532 0130 00',
    WIRE_DEBTOR_BIC: 'COBADEFF',
  };
  const payoutSettings: [name: string, environment: Record<string, string>, refused: RegExp | undefined][] = [
    ['nothing', {}, undefined],
    ['real money through all three', { ...live, ...paypal, ...debtor, PAYPAL_API: liveApi }, undefined],
    ['the sandbox with PayPal’s own', { PAYMENTS: 'sandbox', ...paypal }, undefined],
    ['the sandbox with real PayPal', { PAYMENTS: 'sandbox', ...paypal, PAYPAL_API: liveApi }, /sandbox.*real money/],
    ['test mode with real PayPal', { ...testMode, ...paypal, PAYPAL_API: liveApi }, /test mode.*real money/],
    ['test mode with a real account', { ...testMode, ...debtor }, /test mode.*WIRE_DEBTOR_/],
    ['the sandbox with a real account', { ...debtor }, /sandbox.*WIRE_DEBTOR_/],
    ['real money with PayPal’s sandbox', { ...live, ...paypal, PAYPAL_API: sandboxApi }, /would pay none out/],
    ['half of PayPal', { PAYPAL_CLIENT_ID: 'client' }, /PAYPAL_CLIENT_SECRET is not/],
    ['PayPal without TLS', { ...paypal, PAYPAL_API: 'http://api-m.paypal.com' }, /HTTPS/],
    ['half of an account', { ...live, WIRE_DEBTOR_NAME: 'Marketplace' }, /WIRE_DEBTOR_IBAN is not set/],
    ['an account that is none', { ...live, ...debtor, WIRE_DEBTOR_IBAN: 'DE88370400440532013000' }, /IBAN is not what/],
  ];
  test('money that came in for test is never paid out for real, nor the other way round', async () => {
    for (const [name, environment, refused] of payoutSettings) {
      const read = settings('payouts', environment);
      if (refused)
        await assert.rejects(
          read,
          (error: Error) =>
            error instanceof SettingsRefused &&
            refused.test(error.message) &&
            !/a secret of PayPal/.test(error.message),
          name,
        );
      else await assert.doesNotReject(read, name);
    }
    const { payouts } = await settings('payouts', { ...live, ...paypal, ...debtor, PAYPAL_API: liveApi });
    assert.deepEqual(payouts.wireDebtor, {
      name: 'Marketplace',
      iban: 'DE89370400440532013000',
      bic: 'COBADEFF',
      country: 'DE',
    });
    assert.equal((await settings('payouts', paypal)).payouts.paypal?.address, sandboxApi);
  });

  test('what pays is what is set up: the sandbox whole, test mode without PayPal, real money without wires', async () => {
    const offered = async (environment: Record<string, string>) => {
      const app = await openApp(await settings('rails', environment));
      const { directDeposit, paypal: rail, wire } = app.deps.payoutRails;
      await app.deps.database.close();
      return [directDeposit?.name, directDeposit?.isSandbox, rail?.name, wire?.isSandbox];
    };
    assert.deepEqual(await offered({}), ['sandbox', true, 'sandbox', true]);
    assert.deepEqual(await offered({ ...paypal }), ['sandbox', true, 'paypal', true]);
    assert.deepEqual(await offered(testMode), ['stripe', true, undefined, true]);
    assert.deepEqual(await offered(live), ['stripe', false, undefined, undefined]);
    assert.deepEqual(await offered({ ...live, ...debtor }), ['stripe', false, undefined, false]);
  });

  test('development makes its own secret once, readable by nobody else', async () => {
    const first = await settings('dev');
    const second = await settings('dev');
    assert.equal(first.secret, second.secret);
    assert.ok(first.secret.length >= 32);
    const file = join(folder, 'dev', 'development-secret');
    assert.equal((await stat(file)).mode & 0o077, 0);
    assert.equal(await readFile(file, 'utf8'), first.secret);
  });

  test('a port that is no port is refused', async () => {
    await assert.rejects(settings('port', { PORT: 'abc' }), SettingsRefused);
    await assert.rejects(settings('port', { PORT: '70000' }), SettingsRefused);
  });
});
