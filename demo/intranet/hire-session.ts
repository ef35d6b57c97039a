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
  confirmedAtMs: number | undefined,
): Promise<Response> {
  // Another site cannot send this header without a preflight, which this server never answers.
  if (!c.req.header('x-hire-session')) return c.json({ error: 'X-Hire-Session is missing' }, 403);
  // Money moves only for somebody who has just confirmed here who they are; the hiring service takes our word for it.
  const isRaised = c.req.header('x-hire-session') === 'elevate';
  if (isRaised && confirmedAtMs === undefined) return c.json({ error: 'Confirm that it is you first' }, 403);
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
        contractStatus: { read: true, approve: true, fund: true, release: true, bonus: true, manage: true },
        timesheetReview: { read: true, decide: true },
        talentPool: { read: true, note: true, offer: true },
        approvals: { read: true, decide: true },
        spend: { read: true },
      },
      ...(isRaised && { elevate: ['money'], confirmedAt: new Date(confirmedAtMs!).toISOString() }),
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
