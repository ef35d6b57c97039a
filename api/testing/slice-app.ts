import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OpenAPIHono } from '@hono/zod-openapi';
import { pino } from 'pino';
import type { Deps, Impure } from '../deps.ts';
import { createSandboxProcessor } from '../money/payments/sandbox-processor.ts';
import { createSandboxRails } from '../money/payouts/sandbox-rail.ts';
import { type Actor, anonymous } from '../platform/auth/actor.ts';
import { randomId, virtualClock } from '../platform/clock/clock.ts';
import { createOutbox } from '../platform/events/events.ts';
import { filesInFolder } from '../platform/files/files.ts';
import { bodyRules } from '../platform/http/body-rules.ts';
import type { HttpEnv, RequestTenant } from '../platform/http/environment.ts';
import { onError, problemResponse } from '../platform/http/on-error.ts';
import { createCursors } from '../platform/http/paging.ts';
import { notFound } from '../platform/http/problem.ts';
import { createJobRunner } from '../platform/jobs/run-jobs.ts';
import { createFolderMailer, type FolderMailer } from '../platform/mail/folder-mailer.ts';
import { createMetrics } from '../platform/operation/metrics.ts';
import { tenantScope } from '../platform/tenants/tenant-scope.ts';
import { openTestDatabase } from './test-database.ts';

export const testStartMs = Date.UTC(2026, 10, 23, 12);

export type TestPorts = { clock: ReturnType<typeof virtualClock>; mailer: FolderMailer };

/** Real ports with a virtual clock and a fresh database; close the database when done. */
export async function testImpure(): Promise<Impure & TestPorts> {
  const clock = virtualClock(testStartMs);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' });
  const folder = await mkdtemp(join(tmpdir(), 'portico-files-'));
  const database = await openTestDatabase();
  return {
    database: { ...database, close: () => database.close().then(() => rm(folder, { recursive: true, force: true })) },
    files: filesInFolder(folder),
    clock,
    newId: randomId,
    log,
    secret: 'a secret for tests that is long enough',
    baseUrl: 'http://localhost:4000',
    trustedProxies: [],
    requestsPerMinute: 1_000_000,
    processor: createSandboxProcessor({ database, clock, newId: randomId }),
    payoutRails: createSandboxRails({ database, clock, newId: randomId }),
    mailer: createFolderMailer({ clock, newId: randomId }, undefined),
  };
}

/** The same with what the platform builds on them. */
export async function testDeps(): Promise<Deps & TestPorts> {
  const impure = await testImpure();
  return {
    ...impure,
    outbox: createOutbox(randomId),
    jobs: createJobRunner(impure),
    cursors: createCursors(impure.secret),
    metrics: createMetrics(),
    readiness: [],
  };
}

export const acme: RequestTenant = { id: 'tn_acme', slug: 'acme', plan: 'enterprise' };

/** A slice's routes with the edge's error and body rules, seen as `actor` within `tenant`. */
export function sliceApp(routes: OpenAPIHono<HttpEnv>, isUpload: (path: string) => boolean = () => false) {
  return {
    /** @param tenant null at the installation's own address */
    as(actor: Actor = anonymous, tenant: RequestTenant | null = acme) {
      const http = new OpenAPIHono<HttpEnv>();
      http.onError(onError);
      http.notFound((c) => problemResponse(c, notFound()));
      http.use(async (c, next) => {
        c.set('requestId', 'req_test');
        c.set('log', pino({ level: 'silent' }));
        c.set('clientAddress', 'local');
        c.set('actor', actor);
        c.set('tenant', tenant ?? undefined);
        c.set('scope', tenant ? tenantScope(tenant.id) : undefined);
        await next();
      });
      http.use(bodyRules(isUpload));
      http.route('/', routes);
      return {
        request: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
          http.request(path, {
            method,
            ...(body !== undefined && { body: JSON.stringify(body) }),
            headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
          }),
        http,
      };
    },
  };
}
