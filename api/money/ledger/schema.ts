import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';
import { verificationStates } from './verification.ts';

const instant = z.iso.datetime();
const day = z.iso.date();
const id = z.string().min(1).max(64);
/** A unit of the ledger: an ISO 4217 code, or connects. */
const unit = z.string().min(3).max(8);
const amount = z
  .strictObject({ amountMinor: z.int(), currency: unit.openapi({ description: 'ISO 4217, or CONNECTS' }) })
  .openapi('LedgerAmount');

export const statementLineSchema = z
  .strictObject({
    transferId: z.string(),
    kind: z.string().openapi({ description: 'What it was: `milestoneFunding`, `earning`, `securityOver`, `payout`' }),
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    contract: z.strictObject({ id: z.string(), title: z.string().nullable() }).nullable(),
    amount: amount.openapi({ description: 'Above zero what came, below what went' }),
    balance: amount.openapi({ description: 'Right after it' }),
    bookedAt: instant.openapi({ description: 'When it was posted: what was pending for days counts from then' }),
  })
  .openapi('StatementLine');
export type StatementLine = z.infer<typeof statementLineSchema>;

export const statementSchema = z
  .strictObject({
    account: z.string(),
    currency: z.string(),
    currencies: z.array(z.string()).openapi({ description: 'Those in which there is such an account' }),
    from: day,
    to: day.openapi({ description: 'The last day, included; days are UTC’s' }),
    opening: amount,
    received: amount,
    given: amount.openapi({ description: 'At or below zero' }),
    closing: amount,
    held: amount.openapi({ description: 'Of the balance now: what is promised to what is still pending' }),
    lines: z.array(statementLineSchema),
    nextCursor: z.string().nullable(),
  })
  .openapi('AccountStatement');
export type AccountStatement = z.infer<typeof statementSchema>;

const period = {
  from: day.optional().openapi({ description: 'Unless said, the first of this month' }),
  to: day.optional().openapi({ description: 'Unless said, today' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
};

export const tenantAccounts = ['funding', 'credit', 'escrow'] as const;
export const freelancerAccounts = ['pending', 'available'] as const;

export const getTenantStatementRoute = createRoute({
  method: 'get',
  path: '/v1/statements',
  summary: 'What came to and went from one of the company’s accounts, with its balance after each; newest first',
  tags: ['Statements'],
  request: {
    query: z.strictObject({
      account: z.enum(tenantAccounts).openapi({
        description: '`escrow` is all that is paid and not yet earned, milestones and weeks together',
      }),
      currency: unit.optional().openapi({ description: 'Unless said, that of the latest movement' }),
      ...period,
    }),
  },
  responses: { 200: json(statementSchema, 'A page of the statement'), ...problems(401, 403, 404) },
});

export const getFreelancerStatementRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/statement',
  summary: 'What a freelancer earned and took out, with the balance after each; newest first',
  tags: ['Statements'],
  request: { query: z.strictObject({ account: z.enum(freelancerAccounts), currency: unit.optional(), ...period }) },
  responses: { 200: json(statementSchema, 'A page of the statement'), ...problems(401, 403, 404) },
});

export const getAccountStatementRoute = createRoute({
  method: 'get',
  path: '/v1/operator/ledger/accounts/{id}/statement',
  summary: 'The statement of any account of the ledger',
  tags: ['Operator'],
  request: { params: z.strictObject({ id }), query: z.strictObject(period) },
  responses: { 200: json(statementSchema, 'A page of the statement'), ...problems(401, 403, 404) },
});

export const accountSchema = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    ownerId: z.string(),
    currency: z.string(),
    posted: amount,
    held: amount,
  })
  .openapi('LedgerAccount');
export type LedgerAccount = z.infer<typeof accountSchema>;

export const listAccountsRoute = createRoute({
  method: 'get',
  path: '/v1/operator/ledger/accounts',
  summary: 'Accounts of the ledger by kind and owner',
  tags: ['Operator'],
  request: {
    query: z.strictObject({
      kind: z.string().max(40).optional(),
      ownerId: z.string().max(64).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
  },
  responses: {
    200: json(z.strictObject({ items: z.array(accountSchema), nextCursor: z.string().nullable() }), 'A page'),
    ...problems(401, 403),
  },
});

const breakSchema = z.strictObject({
  sentence: z.string(),
  occurredAt: instant.nullable(),
  transferId: z.string().nullable(),
});

export const verificationSchema = z
  .strictObject({
    id: z.string(),
    state: z.enum(verificationStates),
    requestedAt: instant,
    finishedAt: instant.nullable(),
    tookMs: z.int().nullable(),
    counts: z
      .strictObject({ transfers: z.int(), entries: z.int(), accounts: z.int() })
      .nullable()
      .openapi({ description: 'At the instant that was verified' }),
    brokenCount: z.int().nullable(),
    firstBroken: breakSchema.nullable().openapi({ description: 'By time; null when all holds' }),
    broken: z.array(breakSchema).openapi({ description: 'The first hundred' }),
  })
  .openapi('LedgerVerification');
export type LedgerVerification = z.infer<typeof verificationSchema>;

export const ledgerHealthSchema = z
  .strictObject({
    counts: z.strictObject({ transfers: z.int(), pending: z.int(), entries: z.int(), accounts: z.int() }),
    sums: z.array(
      z.strictObject({ kind: z.string(), currency: z.string(), accounts: z.int(), sum: amount, held: amount }),
    ),
    verification: verificationSchema.nullable().openapi({ description: 'The last that ended, or the one under way' }),
  })
  .openapi('LedgerHealth');
export type LedgerHealth = z.infer<typeof ledgerHealthSchema>;

export const getLedgerHealthRoute = createRoute({
  method: 'get',
  path: '/v1/operator/ledger/health',
  summary: 'What is in the ledger by kind of account and currency, and what verifying it found',
  tags: ['Operator'],
  responses: { 200: json(ledgerHealthSchema, 'The ledger now'), ...problems(401, 403) },
});

export const verifyLedgerRoute = createRoute({
  method: 'post',
  path: '/v1/operator/ledger/verifications',
  summary: 'Verify every invariant over the whole database, as a job; asked again while one waits, the same one',
  tags: ['Operator'],
  responses: { 202: json(verificationSchema, 'Queued'), ...problems(401, 403) },
});
