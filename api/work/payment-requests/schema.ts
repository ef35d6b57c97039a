import { moneySchema } from '../../money/schema.ts';
import { json, z } from '../../platform/http/routes.ts';

export const approvalAskedSchema = z
  .strictObject({
    state: z.literal('pendingApproval'),
    approvalId: z.string(),
    amount: moneySchema,
  })
  .openapi('PaymentAwaitsApproval');
export type ApprovalAsked = z.infer<typeof approvalAskedSchema>;

/** For a route that pays: its rules may want somebody's yes first. */
export const approvalAsked = json(
  approvalAskedSchema,
  'Asked for approval; nothing was paid. After the last yes it is paid as it was asked for',
);
