import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { elevate, embedSessionSchema } from './schema.ts';

/** RFC 7636: base64url of 32 bytes, so of a SHA-256. */
const challenge = z.string().regex(/^[\w-]{43}$/);
const secretText = z.string().regex(/^[\w-]{43}$/);

const redirectUrl = z
  .url({ protocol: /^https?$/ })
  .max(2000)
  .openapi({ description: 'The page to go back to: on an allowed origin, without a fragment' });

export const getSignInRequest = createRoute({
  method: 'get',
  path: '/v1/embed/sign-ins/request',
  tags: ['Embed sessions'],
  summary: 'Whether a host’s page may ask this person to sign in; what the portal shows before the person agrees',
  request: { query: z.strictObject({ redirectUrl }) },
  responses: {
    200: json(
      z
        .strictObject({
          origin: z.string(),
          isKnown: z.boolean().openapi({ description: 'This person has agreed to this origin before' }),
        })
        .openapi('EmbedSignInRequest'),
      'Who asks',
    ),
    ...problems(401, 403),
  },
});

export const postSignIn = createRoute({
  method: 'post',
  path: '/v1/embed/sign-ins',
  tags: ['Embed sessions'],
  summary: 'The person signed in at the portal lets a host’s page show widgets in their name: a code for one exchange',
  request: {
    body: jsonBody(
      z
        .strictObject({
          redirectUrl,
          codeChallenge: challenge,
          codeChallengeMethod: z.literal('S256'),
          elevate: elevate.optional(),
        })
        .openapi('NewEmbedSignIn'),
    ),
  },
  responses: {
    201: json(
      z.strictObject({ code: z.string(), expiresAt: z.iso.datetime() }).openapi('EmbedSignInCode'),
      'The code, good once and for a minute',
    ),
    ...problems(401, 403),
  },
});

export const postToken = createRoute({
  method: 'post',
  path: '/v1/embed/tokens',
  tags: ['Embed sessions'],
  summary: 'A widget session for a code or a refresh token; asked by the host’s page itself, without cookies',
  request: {
    body: jsonBody(
      z
        .discriminatedUnion('grantType', [
          z.strictObject({
            grantType: z.literal('authorizationCode'),
            code: secretText,
            codeVerifier: z.string().regex(/^[\w.~-]{43,128}$/),
            redirectUrl,
          }),
          z.strictObject({ grantType: z.literal('refreshToken'), refreshToken: secretText }),
        ])
        .openapi('EmbedTokenRequest'),
    ),
  },
  responses: {
    201: json(
      embedSessionSchema
        .extend({
          refreshToken: z.string().openapi({ description: 'For the next session; each is good once' }),
        })
        .openapi('EmbedSignInSession'),
      'The session',
    ),
    ...problems(401, 403),
  },
});
