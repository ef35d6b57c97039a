import { createRoute } from '@hono/zod-openapi';
import { json, problems, z } from '../../platform/http/routes.ts';
import { earningSubjects } from '../earnings/earning.ts';
import { moneySchema } from '../schema.ts';
import { payoutSchema } from './schema.ts';

export const ownMoneySchema = z
  .strictObject({
    isSandbox: z.boolean(),
    hasTaxForm: z.boolean(),
    hasUsableMethod: z.boolean(),
    isOnHold: z.boolean(),
    currencies: z.array(
      z.strictObject({
        currency: z.string(),
        inSecurity: moneySchema,
        available: moneySchema,
        onTheWay: moneySchema,
        paidOut: moneySchema.openapi({ description: 'All that ever arrived, fee and withheld tax included' }),
        coming: z
          .array(
            z.strictObject({
              earningId: z.string(),
              contractId: z.string(),
              contractTitle: z.string(),
              subject: z.strictObject({ kind: z.enum(earningSubjects), id: z.string() }),
              net: moneySchema,
              availableAt: z.iso.datetime(),
            }),
          )
          .openapi({ description: 'What is in security, the soonest first' }),
        underWay: z.array(payoutSchema),
        nextPayoutAt: z.iso.datetime().nullable().openapi({ description: 'By the schedule' }),
        months: z
          .array(
            z.strictObject({
              month: z.string().openapi({ example: '2026-11' }),
              earned: moneySchema.openapi({ description: 'Net, less what went back' }),
              fees: moneySchema,
              paidOut: moneySchema,
            }),
          )
          .openapi({ description: 'By UTC, the oldest first; months in which nothing happened are left out' }),
      }),
    ),
  })
  .openapi('OwnMoney');
export type OwnMoney = z.infer<typeof ownMoneySchema>;
export type OwnMoneyOfCurrency = OwnMoney['currencies'][number];

export const getOwnMoneyRoute = createRoute({
  method: 'get',
  path: '/v1/freelancers/me/money',
  tags: ['Payouts'],
  summary: 'Where a freelancer’s money is and when it arrives',
  responses: { 200: json(ownMoneySchema, 'By currency'), ...problems(401, 403) },
});
