import { type App, createApp } from '../app.ts';
import type { Impure } from '../deps.ts';
import type { Mail } from '../platform/mail/mailer.ts';
import { type TestPorts, testImpure } from './slice-app.ts';

export type TestApp = App & {
  ports: TestPorts;
  /** A request as a browser page of `origin` or a server would send it; the path may start with `/t/<slug>`. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  /** The link in the last mail to somebody, once all mails under way were sent. */
  mailedLink(to: string): Promise<string>;
  close(): Promise<void>;
};

export const ownOrigin = 'http://localhost:4000';

/** The whole application over a fresh database, with a virtual clock and mails in memory. */
export async function openTestApp(changed: Partial<Impure> = {}): Promise<TestApp> {
  const ports = { ...(await testImpure()), ...changed } as Impure & TestPorts;
  const app = createApp(ports);
  return {
    ...app,
    ports,
    send: async (method, path, body, headers = {}) =>
      app.http.request(path.startsWith('http') ? path : `${ownOrigin}${path}`, {
        method,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      }),
    mailedLink: async (to) => {
      await app.identity.settled();
      return linkIn(ports.mailer.recent(to)[0]);
    },
    close: async () => {
      await app.identity.settled();
      await ports.database.close();
    },
  };
}

function linkIn(mail: Mail | undefined): string {
  const link = mail && /https?:\/\/\S+/.exec(mail.text)?.[0];
  if (!link) throw new Error('no mail with a link');
  return link;
}
