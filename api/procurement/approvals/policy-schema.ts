import { createRoute } from '@hono/zod-openapi';
import { json, jsonBody, problems, z } from '../../platform/http/routes.ts';
import { approvalSubjectKinds, approverRoles, policyLimits, roleReaches } from './approval-policy.ts';
import { mismatches } from './match-rule.ts';
import { amountSchema, personSchema, signalSchema } from './shared-schema.ts';

const tags = ['Approval policy'];
const word = z.string().trim().min(1).max(120);
const ifMatch = z.object({ 'if-match': z.string().max(200).optional() });

export const approverSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('role'), role: z.enum(approverRoles), where: z.enum(roleReaches) }),
    z.strictObject({ kind: z.literal('person'), personId: z.string().min(1).max(64) }),
  ])
  .openapi('Approver');
const approvers = z.array(approverSchema).min(1).max(policyLimits.approvers);

export const stepSchema = z
  .strictObject({
    approvers,
    needs: z.enum(['any', 'all']).openapi({ description: 'One yes of any, or one for each by different people' }),
    escalation: z
      .strictObject({
        afterHours: z.int().min(1).max(policyLimits.hours),
        to: z.union([z.literal('nextHigherRole'), approvers]),
      })
      .nullable(),
  })
  .openapi('ApprovalPolicyStep');
const steps = z.array(stepSchema).max(policyLimits.steps);

const basisPoints = z.int().min(0).max(100_000).openapi({ description: '1000 is a tenth above' });
const conditionsSchema = z.strictObject({
  kinds: z.array(z.enum(approvalSubjectKinds)).max(approvalSubjectKinds.length),
  amount: z
    .strictObject({
      currency: z.string().regex(/^[A-Z]{3}$/),
      fromMinor: z.int().min(0).max(1e12),
      toMinor: z.int().min(1).max(1e12).nullable().openapi({ description: 'Below this; null has no end' }),
    })
    .refine(({ fromMinor, toMinor }) => toMinor === null || fromMinor < toMinor, 'The end must be above the start.')
    .nullable(),
  teams: z.array(word).max(100),
  categoryIds: z.array(word).max(100),
  costCenters: z.array(word).max(100),
  triggers: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('rateAboveBenchmark'), basisPoints }),
        z.strictObject({ kind: z.literal('rateAboveCard'), basisPoints }),
        z.strictObject({ kind: z.literal('overPurchaseOrder') }),
        z.strictObject({ kind: z.literal('overBudget') }),
      ]),
    )
    .max(4),
});

export const policyDocumentSchema = z
  .strictObject({
    rules: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[\w-]{1,40}$/),
          name: z.string().trim().max(120),
          conditions: conditionsSchema,
          steps,
        }),
      )
      .max(policyLimits.rules)
      .refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'Each rule needs its own id.'),
    otherwise: z.strictObject({ steps }).openapi({ description: 'For what no rule matches; no steps ask nobody' }),
  })
  .openapi('ApprovalPolicyDocument');

export const gapSchema = z
  .strictObject({
    kinds: z.array(z.enum(approvalSubjectKinds)),
    band: z
      .strictObject({
        currency: z.string().nullable().openapi({ description: 'null: an unknown amount or an unnamed currency' }),
        fromMinor: z.int(),
        toMinor: z.int().nullable(),
      })
      .nullable()
      .openapi({ description: 'null: any amount' }),
    team: z.string().nullable().openapi({ description: 'null: no team' }),
    ruleId: z.string(),
    ruleName: z.string(),
    step: z.int(),
    missing: z.array(approverSchema).openapi({ description: 'Approvers of the step whom nobody is' }),
    requester: personSchema
      .nullable()
      .openapi({ description: 'Whose own requests nobody can decide; null: anybody’s' }),
  })
  .openapi('ApprovalGap');
export type ApprovalGap = z.infer<typeof gapSchema>;

export const proofSchema = z
  .strictObject({
    gaps: z.array(gapSchema),
    sentence: z.string().nullable(),
    checked: z.strictObject({ rules: z.int(), bands: z.int(), teams: z.int(), people: z.int() }),
  })
  .openapi('ApprovalCoverage');
export type ApprovalCoverage = z.infer<typeof proofSchema>;

const versionSchema = z.strictObject({
  version: z.int(),
  publishedAt: z.iso.datetime(),
  publishedBy: personSchema.nullable(),
  note: z.string(),
  rules: z.int(),
});

export const approvalPolicySchema = z
  .strictObject({
    revision: z.int(),
    published: z.strictObject({ version: z.int(), document: policyDocumentSchema }).nullable(),
    draft: policyDocumentSchema.nullable(),
    versions: z.array(versionSchema).openapi({ description: 'The newest first' }),
    mayChange: z.boolean(),
    changedBy: personSchema.nullable(),
    changedAt: z.iso.datetime().nullable(),
    /** What rules can name. */
    choices: z.strictObject({
      teams: z.array(z.string()),
      people: z.array(z.strictObject({ id: z.string(), name: z.string() })),
      currencies: z.array(z.string()),
    }),
  })
  .openapi('ApprovalPolicy');
export type ApprovalPolicyBody = z.infer<typeof approvalPolicySchema>;

const etag = { headers: { etag: { schema: { type: 'string' as const }, description: 'For If-Match' } } };

export const getPolicyRoute = createRoute({
  method: 'get',
  path: '/v1/approval-policy',
  tags,
  summary: 'The tenant’s rules: what is published, the draft, and every version there was',
  responses: { 200: { ...json(approvalPolicySchema, 'The policy'), ...etag }, ...problems(401, 403) },
});

export const putPolicyRoute = createRoute({
  method: 'put',
  path: '/v1/approval-policy',
  tags,
  summary: 'Save the draft of the rules; one that leaves somebody without an approver is refused and names the gap',
  request: { headers: ifMatch, body: jsonBody(policyDocumentSchema) },
  responses: { 200: { ...json(approvalPolicySchema, 'Saved'), ...etag }, ...problems(401, 403, 412, 428) },
});

export const discardDraftRoute = createRoute({
  method: 'delete',
  path: '/v1/approval-policy/draft',
  tags,
  summary: 'Throw the draft away; what is published stays',
  request: { headers: ifMatch },
  responses: { 200: { ...json(approvalPolicySchema, 'Without a draft'), ...etag }, ...problems(401, 403, 412, 428) },
});

export const publishPolicyRoute = createRoute({
  method: 'post',
  path: '/v1/approval-policy/publication',
  tags,
  summary: 'Publish the draft as the next version; it is proven again against the people there are now',
  request: { headers: ifMatch, body: jsonBody(z.strictObject({ note: z.string().trim().max(500).default('') })) },
  responses: { 200: { ...json(approvalPolicySchema, 'Published'), ...etag }, ...problems(401, 403, 409, 412, 428) },
});

export const getVersionRoute = createRoute({
  method: 'get',
  path: '/v1/approval-policy/versions/{version}',
  tags,
  summary: 'The rules as they were in one version',
  request: { params: z.strictObject({ version: z.coerce.number().int().min(1) }) },
  responses: {
    200: json(versionSchema.extend({ document: policyDocumentSchema }), 'The version'),
    ...problems(401, 403, 404),
  },
});

export const provePolicyRoute = createRoute({
  method: 'post',
  path: '/v1/approval-policy/proofs',
  tags,
  summary: 'Whether rules leave anybody without an approver; saves nothing',
  request: { body: jsonBody(policyDocumentSchema) },
  responses: { 200: json(proofSchema, 'The proof'), ...problems(401, 403) },
});

const simulationRequest = z.strictObject({
  kind: z.enum(approvalSubjectKinds),
  amount: amountSchema.nullable().default(null),
  team: z.string().max(120).nullable().default(null),
  costCenter: z.string().max(120).nullable().default(null),
  purchaseOrder: z.string().max(120).nullable().default(null),
  categoryId: z.string().max(120).nullable().default(null),
  rate: amountSchema.nullable().default(null),
  country: z.string().length(2).nullable().default(null),
  requesterId: z.string().max(64).optional().openapi({ description: 'The reader, unless somebody else is named' }),
  document: policyDocumentSchema.optional().openapi({ description: 'Rules to try; else those that are published' }),
});

const askedPerson = personSchema.extend({
  delegates: z.array(personSchema).openapi({ description: 'Who may decide in their place now' }),
});

export const simulationSchema = z
  .strictObject({
    asks: z.boolean(),
    rule: z.strictObject({ id: z.string(), name: z.string(), number: z.int() }),
    others: z.array(z.strictObject({ id: z.string(), name: z.string(), number: z.int(), why: z.enum(mismatches) })),
    signals: z.array(signalSchema),
    steps: z.array(
      z.strictObject({
        step: z.int(),
        needs: z.enum(['any', 'all']),
        people: z.array(askedPerson),
        stalls: z.boolean().openapi({ description: 'Nobody could decide this step' }),
        escalatesAfterHours: z.int().nullable(),
        escalatesTo: z.array(personSchema),
      }),
    ),
  })
  .openapi('ApprovalSimulation');
export type ApprovalSimulation = z.infer<typeof simulationSchema>;

export const simulateRoute = createRoute({
  method: 'post',
  path: '/v1/approvals/simulations',
  tags,
  summary: 'What would happen: which rule would decide, why the others would not, who would be asked and when',
  request: { body: jsonBody(simulationRequest) },
  responses: { 200: json(simulationSchema, 'What would happen; nothing was asked'), ...problems(401, 403) },
});
export type SimulationRequest = z.infer<typeof simulationRequest>;
