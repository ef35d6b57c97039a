import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../http/routes.ts';
import { domainStates, failedReasons, proofMethods } from './domain.ts';

const instant = z.iso.datetime();
const host = z.strictObject({ host: z.string().max(253) });

export const domainSchema = z
  .strictObject({
    host: z.string(),
    address: z.string().openapi({ description: 'Where people come to: `https://talent.acme.example`' }),
    state: z.enum(domainStates),
    reason: z.enum(failedReasons).nullable().openapi({ description: 'Why it is not proven, or no longer' }),
    method: z.enum(proofMethods).nullable(),
    isPrimary: z.boolean().openapi({ description: 'The one that mails, links and snippets use' }),
    proof: z
      .strictObject({
        record: z.strictObject({ name: z.string(), type: z.literal('TXT'), value: z.string() }),
        file: z.strictObject({ url: z.string(), text: z.string() }),
      })
      .nullable()
      .openapi({ description: 'Either of the two; null for what the operator made' }),
    addedAt: instant,
    checkedAt: instant.nullable(),
    verifiedAt: instant.nullable(),
    reachedAt: instant.nullable(),
  })
  .openapi('TenantDomain');
export type DomainBody = z.infer<typeof domainSchema>;

const listSchema = z
  .strictObject({
    items: z.array(domainSchema),
    installationHost: z.string().openapi({ description: 'Where a proxy sends what comes to a domain' }),
  })
  .openapi('TenantDomainList');

export const listDomainsRoute = createRoute({
  method: 'get',
  path: '/v1/tenant/domains',
  tags: ['Domains'],
  summary: 'Own domains of the tenant and how far each is',
  responses: { 200: json(listSchema, 'Domains, the primary one first'), ...problems(401, 403, 404) },
});

export const postDomain = createRoute({
  method: 'post',
  path: '/v1/tenant/domains',
  tags: ['Domains'],
  summary: 'Add a domain; it is served once control of it was proven',
  request: { body: jsonBody(z.strictObject({ host: z.string().trim().min(1).max(300) })) },
  responses: { 201: json(domainSchema, 'The domain, with what to set up'), ...problems(401, 403, 404, 409) },
});

export const postDomainCheck = createRoute({
  method: 'post',
  path: '/v1/tenant/domains/{host}/check',
  tags: ['Domains'],
  summary: 'Look for the proof and whether the name leads here, now',
  request: { params: host },
  responses: { 200: json(domainSchema, 'The domain after the look'), ...problems(401, 403, 404) },
});

export const putPrimaryDomain = createRoute({
  method: 'put',
  path: '/v1/tenant/domains/{host}/primary',
  tags: ['Domains'],
  summary: 'Let mails, links and snippets use this domain',
  request: { params: host },
  responses: { 200: json(domainSchema, 'The domain'), ...problems(401, 403, 404, 409) },
});

export const deleteDomain = createRoute({
  method: 'delete',
  path: '/v1/tenant/domains/{host}',
  tags: ['Domains'],
  summary: 'Stop serving a domain, within a second',
  request: { params: host },
  responses: { 204: { description: 'Removed' }, ...problems(401, 403, 404) },
});

export const getServedHost = createRoute({
  method: 'get',
  path: '/v1/domains/served',
  tags: ['Domains'],
  summary: 'Whether this host is served here; a proxy asks before it gets a certificate',
  request: { query: z.strictObject({ domain: z.string().max(253) }) },
  responses: { 204: { description: 'It is' }, ...problems(404) },
});
