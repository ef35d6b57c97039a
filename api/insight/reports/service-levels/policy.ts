import { z } from '../../../platform/http/routes.ts';
import { definePolicy } from '../../../platform/policies/policy.ts';

const hours = z.int().min(1).max(2160);

/** What a company promises itself: how long an answer may take. */
export const serviceLevelsPolicy = definePolicy({
  name: 'serviceLevels',
  schema: z.strictObject({
    approvalHours: hours,
    timesheetReviewHours: hours,
    milestoneAnswerHours: hours,
    proposalAnswerHours: hours,
  }),
  defaults: { approvalHours: 48, timesheetReviewHours: 96, milestoneAnswerHours: 72, proposalAnswerHours: 120 },
  byTenant: ['approvalHours', 'timesheetReviewHours', 'milestoneAnswerHours', 'proposalAnswerHours'],
  feature: 'reports',
});
