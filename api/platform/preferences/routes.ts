import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Authority } from '../auth/authority.ts';
import { changeLocale } from '../auth/change-locale.ts';
import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import { type HttpEnv, requirePerson } from '../http/environment.ts';
import { forbidden } from '../http/problem.ts';
import { newRoutes } from '../http/routes.ts';
import { readPreferences } from './read-preferences.ts';
import { changePreferencesRoute } from './schema.ts';
import { upsertPreferences } from './store.ts';

export type PreferenceDeps = { database: Database; clock: Clock; authority: Pick<Authority, 'change' | 'record'> };

export function preferenceRoutes({ database, clock, authority }: PreferenceDeps): OpenAPIHono<HttpEnv> {
  const routes = newRoutes();

  routes.openapi(changePreferencesRoute, async (c) => {
    const { personId, via } = requirePerson(c);
    if (via.kind !== 'cookie') throw forbidden('This is done in the portal, not in a widget.');
    const { shortcuts, ...texts } = c.req.valid('json');
    const flag = shortcuts === undefined ? {} : ({ shortcuts: shortcuts === null ? null : shortcuts ? 1 : 0 } as const);
    await authority.change(async (trx) => {
      await upsertPreferences(trx, { ...texts, ...flag, personId, changedAt: clock.now() });
      if (texts.locale) await changeLocale(trx, authority, personId, texts.locale);
    });
    return c.json(await readPreferences(database.db, personId), 200, { 'cache-control': 'no-store' });
  });

  return routes;
}
