import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Employee } from './intranet.ts';

/** Stands in for a password or the company's sign-on; the dialog names it, so that a visitor of the demo can go on. */
export const demoPin = '2468';

const cookie = 'intranet-confirmed';
const keptMs = 5 * 60 * 1000;
const triesMax = 5;

type Confirmations = {
  /** The page's form: `POST /api/confirm` with the PIN. */
  confirm(c: Context, employee: Employee): Promise<Response>;
  /** When this employee last confirmed in this browser who they are; undefined when that is too long ago. */
  confirmedAtMs(c: Context, employee: Employee): number | undefined;
};

/** The company's own "is it really you", asked before money leaves. */
export function createConfirmations(now: () => number = Date.now): Confirmations {
  const confirmed = new Map<string, { email: string; atMs: number }>();
  const wrong = new Map<string, { count: number; untilMs: number }>();

  return {
    async confirm(c, { email }) {
      // Another site cannot send this header without a preflight, which this server never answers.
      if (!c.req.header('x-intranet')) return c.json({ error: 'X-Intranet is missing' }, 403);
      const tries = wrong.get(email);
      const isLocked = tries && tries.untilMs > now();
      if (isLocked && tries.count >= triesMax) return c.json({ error: 'Too many wrong PINs. Wait five minutes.' }, 429);
      const { pin } = await c.req.json<{ pin: unknown }>().catch(() => ({ pin: '' }));
      if (pin !== demoPin) {
        wrong.set(email, { count: isLocked ? tries.count + 1 : 1, untilMs: now() + keptMs });
        return c.json({ error: 'That is not the PIN. Nothing happened.' }, 403);
      }
      wrong.delete(email);
      for (const [id, { atMs }] of confirmed) if (now() - atMs > keptMs) confirmed.delete(id);
      const id = randomUUID();
      confirmed.set(id, { email, atMs: now() });
      setCookie(c, cookie, id, { httpOnly: true, sameSite: 'Strict', path: '/' });
      return c.body(null, 204);
    },

    confirmedAtMs(c, { email }) {
      const found = confirmed.get(getCookie(c, cookie) ?? '');
      return found?.email === email && now() - found.atMs <= keptMs ? found.atMs : undefined;
    },
  };
}
