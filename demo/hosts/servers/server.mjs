// Node 20 or later, nothing to install. HIRE_API, HIRE_SECRET_KEY and HIRE_ORIGIN come from the environment.
import { createServer } from 'node:http';

const { HIRE_API, HIRE_SECRET_KEY, HIRE_ORIGIN, PORT = '8080' } = process.env;
// Take out what this page does not offer; /docs/widgets lists all eight elements and what each can be granted.
const widgets = {
  talentSearch: { save: true, compare: true, invite: true },
  jobPost: { read: true, draft: true, publish: true },
  contractStatus: { read: true, approve: true, fund: true, release: true },
};

/** Whom your own sign-in knows. Here a proxy with single sign-on says it; take your session instead. */
function signedIn(request) {
  const email = request.headers['x-remote-user'];
  const seconds = Number(request.headers['x-remote-auth-time']);
  return email && { email, confirmedAt: seconds ? new Date(seconds * 1000).toISOString() : undefined };
}

async function hireSession(request) {
  const reason = request.headers['x-hire-session'];
  if (!reason) return [403, { code: 'header_missing' }]; // Other sites cannot send this header to you.
  const employee = signedIn(request);
  if (!employee) return [401, { code: 'not_signed_in' }];
  const raises = reason === 'elevate'; // Before money moves: only for somebody who just confirmed who they are.
  if (raises && !employee.confirmedAt) return [403, { code: 'confirm_first' }];
  try {
    const answer = await fetch(`${HIRE_API}/v1/embed/sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${HIRE_SECRET_KEY}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        member: { email: employee.email },
        origins: [HIRE_ORIGIN],
        widgets,
        ...(raises && { elevate: ['money'], confirmedAt: employee.confirmedAt }),
      }),
      signal: AbortSignal.timeout(5000),
    });
    const body = await answer.json();
    // Keep no answer: a session is one person's on one page, and widgets ask for the next in time.
    if (answer.status === 201) return [200, body];
    // 422: this person or page is not admitted; asking again changes nothing. 401: the key. Both are for your log.
    console.error(`hire session refused: ${answer.status} ${body.code} ${body.requestId}`);
    return [answer.status === 422 ? 403 : answer.status === 429 ? 429 : 503, { code: body.code }];
  } catch (error) {
    console.error(`hire session failed: ${error}`);
    return [503, { code: 'unavailable' }];
  }
}

createServer(async (request, response) => {
  const isSession = request.method === 'POST' && request.url === '/api/hire-session';
  const [status, body] = isSession ? await hireSession(request) : [404, { code: 'not_found' }];
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}).listen(Number(PORT), '127.0.0.1');
