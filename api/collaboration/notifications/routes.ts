import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Person } from '../../platform/auth/actor.ts';
import type { Authority } from '../../platform/auth/authority.ts';
import { type Clock, isoInstant } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { type HttpContext, type HttpEnv, requirePerson } from '../../platform/http/environment.ts';
import type { Cursors } from '../../platform/http/paging.ts';
import { forbidden, notFound, Refusal } from '../../platform/http/problem.ts';
import { newRoutes } from '../../platform/http/routes.ts';
import { readPolicy } from '../../platform/policies/read-policy.ts';
import type { Site } from '../../platform/tenants/site.ts';
import type { TenantDirectory } from '../../platform/tenants/tenant-directory.ts';
import { type NoticeLocale, noticeLocaleOf, noticeText } from './notice-text.ts';
import type { NotificationStreams } from './notification-streams.ts';
import { notificationsPolicy } from './policy.ts';
import * as definitions from './schema.ts';
import { countUnread, type Inbox, listNotifications, markAllRead, markRead } from './store.ts';
import type { NotificationRow } from './table.ts';

export type NotificationDeps = {
  database: Database;
  clock: Clock;
  cursors: Cursors;
  authority: Pick<Authority, 'person'>;
  directory: Pick<TenantDirectory, 'byId'>;
  site: Pick<Site, 'name'>;
};

const countedTo = 100;

export function notificationRoutes(deps: NotificationDeps, streams: NotificationStreams): OpenAPIHono<HttpEnv> {
  const { database, clock, cursors, authority, directory, site } = deps;
  const { db } = database;
  const routes = newRoutes();

  routes.openapi(definitions.listNotificationsRoute, async (c) => {
    const { inbox, person } = requireInbox(c);
    const { unread, locale, cursor, limit } = c.req.valid('query');
    const binding = `notifications ${inbox.personId} ${inbox.tenantId ?? ''} ${unread ?? ''}`;
    const before = cursor === undefined ? undefined : (cursors.decode(binding, cursor) as Place);
    const rows = await listNotifications(db, inbox, { isUnread: unread === 'true', before, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const language = noticeLocaleOf(locale, (await authority.person(person.personId))?.locale);
    return c.json(
      {
        items: await Promise.all(page.map((row) => present(row, language))),
        nextCursor: last ? cursors.encode(binding, { createdAt: last.createdAt, id: last.id }) : null,
        unread: await countUnread(db, inbox, countedTo),
      },
      200,
    );
  });

  routes.openapi(definitions.unreadCountRoute, async (c) => {
    const { inbox } = requireInbox(c);
    return c.json({ unread: await countUnread(db, inbox, countedTo) }, 200, { 'cache-control': 'no-store' });
  });

  routes.openapi(definitions.readAllRoute, async (c) => {
    const { inbox } = requireInbox(c);
    const upTo = Temporal.Instant.from(c.req.valid('json').upTo).epochMilliseconds;
    await markAllRead(db, inbox, upTo, clock.now());
    await streams.look([inbox.personId]);
    return c.json({ unread: await countUnread(db, inbox, countedTo) }, 200);
  });

  routes.openapi(definitions.notificationStreamRoute, async (c) => {
    const { inbox, person } = requireInbox(c);
    const { streamsPerPerson } = await readPolicy(db, undefined, notificationsPolicy);
    const sessionId = person.via.sessionId;
    const events = streams.open({ ...inbox, sessionId }, streamsPerPerson);
    if (!events) throw tooManyStreams();
    return c.body(events, 200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      // A proxy that gathers the answer before it passes it on would hold back every event.
      'x-accel-buffering': 'no',
      // Its connection ends with it, or a server that closes would wait for another request on it.
      connection: 'close',
    });
  });

  routes.openapi(definitions.readNotificationRoute, (c) => mark(c, c.req.valid('param').id, clock.now()));
  routes.openapi(definitions.unreadNotificationRoute, (c) => mark(c, c.req.valid('param').id, null));

  async function mark(c: HttpContext, id: string, readAt: number | null) {
    const { inbox } = requireInbox(c);
    if (!(await markRead(db, inbox, id, readAt))) throw notFound();
    await streams.look([inbox.personId]);
    return c.body(null, 204);
  }

  async function present(row: NotificationRow, locale: NoticeLocale): Promise<definitions.Notification> {
    const tenant = row.tenantId === null ? undefined : await directory.byId(row.tenantId);
    const { title, body } = noticeText(
      locale,
      row.kind,
      JSON.parse(row.words),
      tenant?.brandName ?? site.name,
      tenant?.brand.words,
    );
    return {
      id: row.id,
      kind: row.kind,
      title,
      body,
      subject: { kind: row.subjectKind, id: row.subjectId },
      path: row.path,
      tenant: tenant ? { slug: tenant.slug, name: tenant.brandName } : null,
      createdAt: isoInstant(row.createdAt),
      readAt: row.readAt === null ? null : isoInstant(row.readAt),
    };
  }

  return routes;
}

type Place = { createdAt: number; id: string };

/** @throws 401, 403 */
function requireInbox(c: HttpContext): { inbox: Inbox; person: Person } {
  const person = requirePerson(c);
  if (person.via.kind !== 'cookie') throw forbidden('News is read in the portal, not in a widget.');
  return { inbox: { personId: person.personId, tenantId: c.get('scope')?.tenantId }, person };
}

function tooManyStreams(): Refusal {
  return new Refusal(
    429,
    'too_many_streams',
    'News already comes to as many of your pages as it can; this one asks for it now and then instead.',
    { headers: { 'retry-after': '60' } },
  );
}
