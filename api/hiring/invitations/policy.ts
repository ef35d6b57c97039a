import { z } from '../../platform/http/routes.ts';
import { definePolicy } from '../../platform/policies/policy.ts';

export const invitationsPolicy = definePolicy({
  name: 'invitations',
  schema: z.strictObject({
    /** How long an invitation waits for an answer. */
    answerDays: z.int().min(1).max(90),
    /** Of one post, whatever became of them. */
    perPostMax: z.int().min(1).max(5000),
  }),
  defaults: { answerDays: 14, perPostMax: 500 },
  byTenant: ['answerDays'],
});
