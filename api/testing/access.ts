import { type MemberRole, memberRoles } from '../platform/auth/actor.ts';

/** Who may call an operation at all; what they then may do with a given object is its slice's own test. */
export type Access =
  /** Nobody needs to sign in. */
  | 'public'
  /** Any signed-in person, for what is theirs. */
  | 'person'
  | 'operator'
  /** A tenant's own server. */
  | 'secretKey'
  /** Members of the tenant with one of these roles. */
  | readonly MemberRole[];

export type Operation = {
  access: Access;
  /** A body that would be accepted. */
  body?: unknown;
  /** Query or path values that validation asks for. */
  query?: string;
  /** The operation answers something harmless to others too: a hidden thing, an empty list. */
  upload?: boolean;
};

const admins = ['owner', 'accountAdmin'] as const;
const listEditors = ['owner', 'accountAdmin', 'financeAdmin', 'approver', 'hiringManager', 'recruiter'] as const;
const approvers = ['owner', 'financeAdmin', 'approver'] as const;
const hirers = ['owner', 'accountAdmin', 'hiringManager', 'recruiter'] as const;

const noteTakers = ['owner', 'accountAdmin', 'financeAdmin', 'approver', 'hiringManager', 'recruiter'] as const;
const exampleProposal = {
  jobId: 'jp_1',
  coverLetter: 'I have built three of these.',
  bid: { kind: 'fixed', total: { amountMinor: 50_000, currency: 'USD' } },
};

/** Every operation of openapi.json. A new route without a line here fails the denial suite. */
export const operations: Record<string, Operation> = {
  'GET /v1/tenant': { access: 'public' },
  'PUT /v1/tenant/theme': { access: admins, body: { theme: {} } },
  'GET /v1/tenant/origins': { access: [...admins, 'auditor'] },
  'PUT /v1/tenant/origins': { access: admins, body: { origins: [] } },
  'GET /v1/me': { access: 'person' },
  'GET /v1/members': { access: memberRoles },
  'GET /v1/members/invitations': { access: [...admins, 'auditor'] },
  'POST /v1/members/invitations': { access: admins, body: { email: 'new@acme.example', roles: ['viewer'] } },
  'DELETE /v1/members/invitations/{id}': { access: admins },
  'POST /v1/members/invitations/{id}/acceptance': { access: 'person' },
  'PATCH /v1/members/{id}': { access: admins, body: { roles: ['viewer'] } },
  'DELETE /v1/members/{id}': { access: admins },
  'GET /v1/tenant/keys': { access: [...admins, 'auditor'] },
  'POST /v1/tenant/keys': { access: admins, body: { kind: 'secret', name: 'server' } },
  'POST /v1/tenant/keys/{id}/rotation': { access: admins, body: {} },
  'DELETE /v1/tenant/keys/{id}': { access: admins },
  'POST /v1/embed/sessions': {
    access: 'secretKey',
    body: { member: { email: 'viewer@acme.example' }, origins: ['https://intranet.acme.example'], widgets: {} },
  },
  'POST /v1/embed/sessions/own': { access: 'person' },
  'DELETE /v1/embed/sessions/{id}': { access: 'person' },
  'GET /v1/audit': { access: ['owner', 'accountAdmin', 'auditor'] },
  'GET /v1/operator/jobs': { access: 'operator' },
  'POST /v1/operator/jobs/{id}/retry': { access: 'operator' },
  'POST /v1/files': { access: 'person', query: 'name=x.png', upload: true },
  'GET /v1/files/{id}/download': { access: 'public' },
  'GET /v1/files/{id}/{name}': { access: 'public' },
  'POST /v1/freelancers': {
    access: 'person',
    body: { name: 'A', headline: 'B', country: 'DE', timezone: 'Europe/Berlin' },
  },
  'GET /v1/freelancers/me': { access: 'person' },
  'PATCH /v1/freelancers/me': { access: 'person', body: {} },
  'PUT /v1/freelancers/me/skills': { access: 'person', body: { skills: [] } },
  'PUT /v1/freelancers/me/languages': { access: 'person', body: { languages: [] } },
  'PUT /v1/freelancers/me/employment': { access: 'person', body: { employment: [] } },
  'PUT /v1/freelancers/me/education': { access: 'person', body: { education: [] } },
  'PUT /v1/freelancers/me/certifications': { access: 'person', body: { certifications: [] } },
  'PUT /v1/freelancers/me/links': { access: 'person', body: { links: [] } },
  'GET /v1/freelancers/me/completeness': { access: 'person' },
  'GET /v1/freelancers/me/preview': { access: 'person' },
  'PUT /v1/freelancers/me/photo': { access: 'person', upload: true },
  'DELETE /v1/freelancers/me/photo': { access: 'person' },
  'POST /v1/freelancers/me/portfolio': { access: 'person', body: { title: 'A' } },
  'PATCH /v1/freelancers/me/portfolio/{itemId}': { access: 'person', body: {} },
  'DELETE /v1/freelancers/me/portfolio/{itemId}': { access: 'person' },
  'POST /v1/freelancers/me/portfolio/{itemId}/images': { access: 'person', upload: true },
  'GET /v1/freelancers/me/connects': { access: 'person' },
  'GET /v1/freelancers/me/connects/bundles': { access: 'person' },
  'POST /v1/freelancers/me/connects/purchases': {
    access: 'person',
    body: { connects: 20, card: 'sandbox_card_success' },
  },
  'GET /v1/freelancers/me/connects/purchases/{id}': { access: 'person' },
  'GET /v1/freelancers/{id}': { access: 'public' },
  'GET /v1/talent/search': { access: 'public' },
  'GET /v1/talent/suggestions': { access: 'public', query: 'q=a' },
  'GET /v1/talent/compare': { access: 'public', query: 'id=fr_1&id=fr_2' },
  'GET /v1/talent/lists': { access: memberRoles },
  'POST /v1/talent/lists': { access: listEditors, body: { name: 'Shortlist' } },
  'GET /v1/talent/lists/{id}': { access: memberRoles },
  'PATCH /v1/talent/lists/{id}': { access: listEditors, body: { name: 'Renamed' } },
  'DELETE /v1/talent/lists/{id}': { access: listEditors },
  'PUT /v1/talent/lists/{id}/items/{freelancerId}': { access: listEditors, body: {} },
  'DELETE /v1/talent/lists/{id}/items/{freelancerId}': { access: listEditors },
  'PUT /v1/talent/saved/{freelancerId}': { access: listEditors },
  'DELETE /v1/talent/saved/{freelancerId}': { access: listEditors },
  'GET /v1/talent/saved-searches': { access: memberRoles },
  'POST /v1/talent/saved-searches': { access: memberRoles, body: { name: 'React', query: {}, alert: 'none' } },
  'PATCH /v1/talent/saved-searches/{id}': { access: memberRoles, body: { name: 'Other' } },
  'DELETE /v1/talent/saved-searches/{id}': { access: memberRoles },
  'POST /v1/talent/saved-searches/unsubscribe': { access: 'public', query: 'token=x' },
  'GET /v1/skills': { access: 'public', query: 'q=rea' },
  'GET /v1/skills/categories': { access: 'public' },
  'GET /v1/operator/skill-suggestions': { access: 'operator' },
  'POST /v1/operator/skill-suggestions/{id}/accept': { access: 'operator' },
  'POST /v1/operator/skill-suggestions/{id}/reject': { access: 'operator' },
  'GET /v1/talent/pools': { access: memberRoles },
  'PUT /v1/talent/pools/{id}/members/{freelancerId}': { access: hirers },
  'DELETE /v1/talent/pools/{id}/members/{freelancerId}': { access: hirers },
  'GET /v1/approvals': { access: memberRoles },
  'GET /v1/approvals/{id}': { access: memberRoles },
  'GET /v1/approvals/{id}/timeline': { access: memberRoles },
  'POST /v1/approvals/{id}/approval': { access: approvers, body: { hash: 'h' } },
  'POST /v1/approvals/{id}/rejection': { access: approvers, body: { hash: 'h', reason: 'Too dear' } },
  'POST /v1/approvals/{id}/changes-request': { access: approvers, body: { hash: 'h', reason: 'Say more' } },
  'POST /v1/approvals/{id}/cancellation': { access: listEditors, body: {} },
  'GET /v1/jobs/search': { access: 'public' },
  'GET /v1/jobs/suggestions': { access: 'public', query: 'q=a' },
  'GET /v1/jobs/feed': { access: 'person' },
  'GET /v1/jobs/{id}': { access: 'public' },
  'GET /v1/jobs/saved': { access: 'person' },
  'PUT /v1/jobs/{id}/saved': { access: 'person' },
  'DELETE /v1/jobs/{id}/saved': { access: 'person' },
  'PUT /v1/jobs/{id}/hidden': { access: 'person', body: { reason: 'other' } },
  'DELETE /v1/jobs/{id}/hidden': { access: 'person' },
  'GET /v1/jobs/saved-searches': { access: 'person' },
  'POST /v1/jobs/saved-searches': { access: 'person', body: { name: 'React', query: {}, alert: 'none' } },
  'PATCH /v1/jobs/saved-searches/{id}': { access: 'person', body: { name: 'Other' } },
  'DELETE /v1/jobs/saved-searches/{id}': { access: 'person' },
  'POST /v1/jobs/saved-searches/unsubscribe': { access: 'public', query: 'token=x' },
  'GET /v1/tenant/policies': { access: [...admins, 'financeAdmin', 'auditor'] },
  'PUT /v1/tenant/policies/{name}': { access: admins, body: { settings: {} } },
  'GET /v1/operator/policies': { access: 'operator' },
  'GET /v1/operator/policies/{name}': { access: 'operator' },
  'PUT /v1/operator/policies/{name}': { access: 'operator', body: { settings: {} } },
  'GET /v1/notifications': { access: 'person' },
  'GET /v1/notifications/unread-count': { access: 'person' },
  'GET /v1/notifications/stream': { access: 'person' },
  'PUT /v1/notifications/{id}/read': { access: 'person' },
  'DELETE /v1/notifications/{id}/read': { access: 'person' },
  'POST /v1/notifications/read-all': { access: 'person', body: { upTo: '2026-01-01T00:00:00Z' } },
  'POST /v1/job-posts/{id}/invitations': { access: hirers, body: { freelancerIds: ['fr_1'] } },
  'GET /v1/job-posts/{id}/invitations': { access: memberRoles },
  'POST /v1/invitations/{id}/withdrawal': { access: hirers, body: {} },
  'GET /v1/invitations/{id}/timeline': { access: memberRoles },
  'GET /v1/freelancers/me/invitations': { access: 'person' },
  'GET /v1/freelancers/me/invitations/{id}': { access: 'person' },
  'GET /v1/freelancers/me/invitations/{id}/timeline': { access: 'person' },
  'POST /v1/freelancers/me/invitations/{id}/acceptance': { access: 'person' },
  'POST /v1/freelancers/me/invitations/{id}/decline': { access: 'person', body: { reason: 'notAvailable' } },
  'GET /v1/job-posts/{id}/proposals': { access: memberRoles },
  'POST /v1/job-posts/{id}/proposals/decline': { access: hirers, body: { ids: ['pr_1'], reason: 'other' } },
  'POST /v1/job-posts/{id}/proposals/archive': { access: hirers, body: { ids: ['pr_1'] } },
  'GET /v1/proposals/compare': { access: memberRoles, query: 'id=pr_1&id=pr_2' },
  'GET /v1/proposals/{id}': { access: memberRoles },
  'GET /v1/proposals/{id}/timeline': { access: memberRoles },
  'PUT /v1/proposals/{id}/shortlisted': { access: hirers, body: { shortlisted: true } },
  'PUT /v1/proposals/{id}/archived': { access: hirers, body: { archived: true } },
  'POST /v1/proposals/{id}/decline': { access: hirers, body: { reason: 'other' } },
  'POST /v1/proposals/{id}/interview-request': {
    access: hirers,
    body: { message: 'Shall we talk?', times: ['2099-01-01T09:00:00Z'] },
  },
  'GET /v1/proposals/{id}/notes': { access: memberRoles },
  'POST /v1/proposals/{id}/notes': { access: noteTakers, body: { text: 'Strong' } },
  'PATCH /v1/proposals/{id}/notes/{noteId}': { access: noteTakers, body: { text: 'Stronger' } },
  'DELETE /v1/proposals/{id}/notes/{noteId}': { access: noteTakers },
  'GET /v1/proposals/{id}/ratings': { access: memberRoles },
  'PUT /v1/proposals/{id}/rating': { access: noteTakers, body: { stars: 4 } },
  'GET /v1/proposals/{id}/messages': { access: memberRoles },
  'POST /v1/proposals/{id}/messages': { access: hirers, body: { text: 'Hello' } },
  'POST /v1/proposals/{id}/messages/read-mark': { access: hirers, body: { upTo: 1 } },
  'GET /v1/freelancers/me/jobs/{jobId}/proposal-terms': { access: 'person' },
  'POST /v1/freelancers/me/proposals': { access: 'person', body: exampleProposal },
  'POST /v1/freelancers/me/proposals/preview': { access: 'person', body: exampleProposal },
  'GET /v1/freelancers/me/proposals': { access: 'person' },
  'GET /v1/freelancers/me/proposals/{id}': { access: 'person' },
  'PATCH /v1/freelancers/me/proposals/{id}': { access: 'person', body: {} },
  'POST /v1/freelancers/me/proposals/{id}/boost': { access: 'person', body: { boostBid: 1 } },
  'POST /v1/freelancers/me/proposals/{id}/withdrawal': { access: 'person', body: { reason: 'other' } },
  'GET /v1/freelancers/me/proposals/{id}/timeline': { access: 'person' },
  'GET /v1/freelancers/me/proposals/{id}/messages': { access: 'person' },
  'POST /v1/freelancers/me/proposals/{id}/messages': { access: 'person', body: { text: 'Hello' } },
  'POST /v1/freelancers/me/proposals/{id}/messages/read-mark': { access: 'person', body: { upTo: 1 } },
};
