import { Hono } from 'hono';
import type { HttpEnv } from '../http/environment.ts';
import type { FolderMailer } from './folder-mailer.ts';
import type { Mailer } from './mailer.ts';

/** For development, where mails go to a folder: the last ones, so that people and stories can follow their links. */
export function developmentMailRoutes(mailer: Mailer): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();
  if (!isFolderMailer(mailer)) return routes;
  return routes.get('/v1/dev/mail', (c) => c.json({ items: mailer.recent(c.req.query('to')) }));
}

function isFolderMailer(mailer: Mailer): mailer is FolderMailer {
  return 'recent' in mailer;
}
