import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { pino } from 'pino';
import { type App, createApp } from './app.ts';
import { readSettings, type Settings, SettingsRefused } from './env.ts';
import { migrations } from './migrations.ts';
import type { PaymentProcessor } from './money/payments/processor.ts';
import { createSandboxProcessor, sandboxEventsSecret } from './money/payments/sandbox-processor.ts';
import { createStripeProcessor } from './money/payments/stripe/stripe-processor.ts';
import type { PayoutRails } from './money/payout-methods/payout-rail.ts';
import { createPaypalRail } from './money/payouts/paypal/paypal-rail.ts';
import { createSandboxRails, sandboxDebtor } from './money/payouts/sandbox-rail.ts';
import { createConnectRail, isTestKey } from './money/payouts/stripe/connect-rail.ts';
import { type Clock, randomId, systemClock } from './platform/clock/clock.ts';
import { openDemoClock } from './platform/clock/demo-clock.ts';
import type { Database } from './platform/database/database.ts';
import { DatabaseTooNew, migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { filesInFolder } from './platform/files/files.ts';
import { logDestination } from './platform/http/log-destination.ts';
import { createFolderMailer } from './platform/mail/folder-mailer.ts';
import { createSmtpMailer } from './platform/mail/smtp-mailer.ts';
import { clamd } from './procurement/compliance-documents/virus-scan.ts';

export type RunningServer = { app: App; port: number; close(): Promise<void> };

/** A sentence for the person who starts the server. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

const drainMs = 5000;

/** @throws StartRefused with what to do */
export async function openApp(settings: Settings): Promise<App> {
  const database = await openDatabase(settings.databaseAddress).catch((error: Error) => {
    throw new StartRefused(
      `The database ${withoutPassword(settings.databaseAddress)} cannot be opened (${error.message}); check DATABASE_URL or make the data folder writable.`,
    );
  });
  try {
    await migrate(database, migrations);
  } catch (error) {
    await database.close();
    if (error instanceof DatabaseTooNew)
      throw new StartRefused(`${error.message}; start that version, or set DATA_DIR to an empty folder.`);
    throw error;
  }
  const isDemo = !settings.isProduction && settings.payments === 'sandbox';
  const demoClock = isDemo ? await openDemoClock(database) : undefined;
  const clock: Clock = demoClock ?? systemClock;
  const folder = (name: string) => new URL(`../dist/${name}`, import.meta.url).pathname;
  return createApp({
    database,
    files: filesInFolder(join(settings.dataFolder, 'files')),
    searchFolder: join(settings.dataFolder, 'search'),
    clock,
    ...(demoClock && { demoClock }),
    newId: randomId,
    log: pino(
      {
        level: settings.logLevel,
        redact: ['req.headers.authorization', 'req.headers.cookie', '*.password', '*.token'],
      },
      logDestination(),
    ),
    secret: settings.secret,
    baseUrl: settings.baseUrl,
    siteName: settings.siteName,
    trustedProxies: settings.trustedProxies,
    requestsPerMinute: settings.requestsPerMinute,
    showsMails: !settings.isProduction,
    processor: processorOf(settings, database, clock),
    payoutRails: payoutRailsOf(settings, database, clock),
    ...(settings.virusScanner && { virusScanner: clamd(settings.virusScanner) }),
    mailer: settings.smtpUrl
      ? createSmtpMailer(settings.smtpUrl, settings.mailFrom)
      : createFolderMailer({ clock, newId: randomId }, join(settings.dataFolder, 'mail')),
    ...(existsSync(folder('portal')) && {
      staticFolders: {
        embed: folder('embed'),
        portal: folder('portal'),
        ...(existsSync(folder('docs')) && { docs: folder('docs') }),
      },
    }),
  });
}

function processorOf({ payments, secret }: Settings, database: Database, clock: Clock): PaymentProcessor {
  if (payments === 'sandbox')
    return createSandboxProcessor({ database, clock, newId: randomId }, sandboxEventsSecret(secret));
  return createStripeProcessor(payments, clock);
}

/** What is not set up is not offered, except in the sandbox, where everything moves no money. */
function payoutRailsOf({ payments, payouts }: Settings, database: Database, clock: Clock): PayoutRails {
  const { paypal: paypalSettings, wireDebtor } = payouts;
  const paypal = paypalSettings && { paypal: createPaypalRail(paypalSettings, clock) };
  if (payments === 'sandbox') return { ...createSandboxRails({ database, clock, newId: randomId }), ...paypal };
  const isTest = isTestKey(payments.secretKey);
  const debtor = isTest ? sandboxDebtor : wireDebtor;
  return {
    directDeposit: createConnectRail(payments, clock),
    ...paypal,
    ...(debtor && { wire: { debtor, isSandbox: isTest } }),
  };
}

/**
 * Opens, migrates and listens; `close` answers what is under way, then gives everything back.
 * @param prepare runs on the migrated database before anything is served: the demo seeds its world here
 * @throws StartRefused
 */
export async function startServer(settings: Settings, prepare?: (app: App) => Promise<void>): Promise<RunningServer> {
  const app = await openApp(settings);
  await prepare?.(app);
  const { server, port } = await listen(app, settings.port).catch(async (error: NodeJS.ErrnoException) => {
    await app.deps.database.close();
    if (error.code === 'EADDRINUSE')
      throw new StartRefused(`Port ${settings.port} is in use; stop what uses it or set PORT to another one.`);
    throw error;
  });
  app.deps.jobs.start();
  // Not awaited: what needs no search is served at once, and /readyz tells when search is there.
  for (const search of [app.talentSearch, app.jobSearch]) {
    search.start().catch((error: unknown) => app.deps.log.error({ err: error }, 'search did not start'));
  }
  return {
    app,
    port,
    close: async () => {
      app.notificationStreams.close();
      app.contractChanges.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeIdleConnections' in server) server.closeIdleConnections();
      const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), drainMs);
      await closed;
      clearTimeout(late);
      await app.deps.jobs.stop();
      await app.reports.close();
      await app.talentSearch.stop();
      await app.jobSearch.stop();
      await app.identity.settled();
      await app.deps.database.close();
      await new Promise<void>((resolve) => app.deps.log.flush(() => resolve()));
    },
  };
}

function listen(app: App, port: number): Promise<{ server: ReturnType<typeof serve>; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.http.fetch, port }, (info) => resolve({ server, port: info.port }));
    server.once('error', reject);
  });
}

function withoutPassword(address: string): string {
  return address.replace(/\/\/[^@/]*@/, '//…@');
}

/** The API, with the portal and embed files where they are built, and no demo; runs until it is told to stop. */
export async function runServer(): Promise<void> {
  try {
    const running = await startServer(await readSettings(process.env));
    console.log(`Listening on port ${running.port}`);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => running.close());
  } catch (error) {
    if (!(error instanceof StartRefused || error instanceof SettingsRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
