import type { Context } from 'hono';
import type { Employee, IntranetSettings } from './intranet.ts';

/**
 * The one server route a host needs: it turns "this employee is signed in here" into a short widget session,
 * with the secret key that never reaches the browser.
 */
export async function hireSession(
  c: Context,
  { talentBase, secretKey }: IntranetSettings,
  employee: Employee,
): Promise<Response> {
  // Another site cannot send this header without a preflight, which this server never answers.
  if (!c.req.header('x-hire-session')) return c.json({ error: 'X-Hire-Session is missing' }, 403);
  const answer = await fetch(`${talentBase}/v1/embed/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      member: { email: employee.email },
      origins: [ownOrigin(c)],
      widgets: {
        talentSearch: { save: true, compare: true, invite: true },
        jobPost: { read: true, draft: true, publish: true },
        proposals: { read: true, note: true, decide: true, message: true },
      },
    }),
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}

export function ownOrigin(c: Context): string {
  return new URL(c.req.url).origin;
}
