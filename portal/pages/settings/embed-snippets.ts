/** What an admin copies: three lines of HTML, one server route, one policy. `base` is everything before `/v1`. */
export type EmbedFacts = { base: string; version: string; loaderFile: string; integrity: string };

export const htmlSnippet = ({ base, version, loaderFile, integrity }: EmbedFacts): string =>
  `<script type="module" src="${base}/embed/${version}/${loaderFile}"
        integrity="${integrity}" crossorigin
        data-session-url="/api/hire-session"></script>
<hire-talent-search></hire-talent-search>`;

export const serverSnippet = ({ base }: EmbedFacts, origin: string): string =>
  `// Node, with any framework that speaks Request and Response.
// The key stays on your server: HIRE_SECRET_KEY=sk_…
export async function hireSession(request, employee) {
  // Other sites cannot send this header to your server.
  if (!request.headers.get('x-hire-session')) return new Response(null, { status: 403 });
  const answer = await fetch('${base}/v1/embed/sessions', {
    method: 'POST',
    headers: {
      authorization: \`Bearer \${process.env.HIRE_SECRET_KEY}\`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      member: { email: employee.email },
      origins: ['${origin}'],
      widgets: { talentSearch: { save: true, compare: true, invite: true } },
    }),
  });
  return new Response(answer.body, {
    status: answer.status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  });
}`;

/** What the widgets need on top of the page's own policy. */
export const cspSnippet = ({ base }: EmbedFacts): string => {
  const { origin } = new URL(base);
  return `script-src 'self' ${origin}; connect-src 'self' ${origin}; img-src 'self' data: ${origin}`;
};
