import { join } from 'node:path';
import { pino } from 'pino';
import { type App, createApp } from '../app.ts';
import type { Impure } from '../deps.ts';
import { createSandboxProcessor } from '../money/payments/sandbox-processor.ts';
import { randomId, systemClock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { filesInFolder } from '../platform/files/files.ts';
import { logDestination } from '../platform/http/log-destination.ts';
import { createFolderMailer } from '../platform/mail/folder-mailer.ts';

/** The whole application over a database that was filled to be measured; it logs every request, to nowhere. */
export function createBenchApp(
  database: Database,
  folder: string,
  more: Partial<Pick<Impure, 'log' | 'searchFolder'>> = {},
): App {
  const clock = systemClock;
  return createApp({
    database,
    files: filesInFolder(join(folder, 'files')),
    clock,
    newId: randomId,
    log: pino({ level: 'info' }, logDestination('/dev/null')),
    secret: 'a secret for measuring that is long enough',
    baseUrl: 'http://localhost:4000',
    trustedProxies: [],
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
    processor: createSandboxProcessor({ database, clock, newId: randomId }),
    payoutRails: {},
    mailer: createFolderMailer({ clock, newId: randomId }, undefined),
    ...more,
  });
}
