import { accountKinds } from '../../money/ledger/ledger.ts';
import { moneySchema } from '../../money/schema.ts';
import { z } from '../../platform/http/routes.ts';

/* What every page shows before money moves: how much, from where to where. */

const accountKind = z.enum(Object.keys(accountKinds) as [keyof typeof accountKinds]);

/** One step of what will happen. */
export const moneyStepSchema = z
  .strictObject({
    from: accountKind,
    to: accountKind,
    amount: moneySchema,
    what: z
      .enum(['amount', 'clientFee', 'initiationFee', 'tax', 'serviceFee', 'net', 'remainder', 'refund', 'feeRefund'])
      .openapi({ description: 'Names the line’s sentence' }),
  })
  .openapi('MoneyStep');
export type MoneyStep = z.infer<typeof moneyStepSchema>;

export const chargeSchema = z
  .strictObject({
    amount: moneySchema,
    fee: moneySchema.openapi({ description: 'The client fee on top' }),
    initiation: moneySchema.openapi({ description: 'Once a contract' }),
    tax: moneySchema.openapi({ description: 'On the fees' }),
    total: moneySchema,
  })
  .openapi('ClientCharge');
export type ClientCharge = z.infer<typeof chargeSchema>;

export const netSchema = z
  .strictObject({ gross: moneySchema, fee: moneySchema, net: moneySchema })
  .openapi('FreelancerNet');

/** What a payment will be before it is made. */
export const paymentQuoteSchema = z
  .strictObject({
    charge: chargeSchema,
    net: netSchema.nullable().openapi({ description: 'What the freelancer gets of it, where that is known' }),
    steps: z.array(moneyStepSchema),
    isSandbox: z.boolean().openapi({ description: 'No real money moves' }),
  })
  .openapi('PaymentQuote');
export type PaymentQuote = z.infer<typeof paymentQuoteSchema>;

/** A payment as the thing it is for shows it. */
export const paymentPartSchema = z
  .strictObject({
    id: z.string(),
    state: z.string().openapi({ description: 'pending, actionNeeded, posted or voided' }),
    nextAction: z.unknown().nullable().openapi({ description: 'A page to open: the bank asks who pays' }),
    total: moneySchema,
  })
  .openapi('PaymentPart');
export type PaymentPart = z.infer<typeof paymentPartSchema>;
