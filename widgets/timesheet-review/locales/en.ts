import { coreStrings } from '../../core/locales/en.ts';
import type { TimesheetReviewStrings } from '../strings.ts';

export const strings: TimesheetReviewStrings = {
  ...coreStrings,
  label: 'Weekly review',
  filters: { waiting: 'Waiting for you', all: 'All weeks' },
  found: { one: '{n} week', other: '{n} weeks' },
  none: {
    waiting: 'No week waits for you. New ones come on Mondays.',
    all: 'No weeks yet. They appear here once somebody works by the hour.',
  },
  more: 'Show more',
  week: 'Week of {date}',
  states: {
    open: 'Open',
    freelancerReview: 'The freelancer checks it',
    clientReview: 'Waits for your review',
    accepted: 'Accepted',
    disputed: 'Disputed',
    security: 'Paid, in security',
    available: 'Paid out',
    unbilled: 'Nothing billed',
    refunded: 'Refunded',
  },
  billed: '{time} billed',
  manual: '{time} by hand',
  overLimit: '{time} over the limit, not billed',
  total: 'In total, with fees',
  until: 'Accepted by itself {at}',
  accept: 'Accept week',
  sandbox: 'Sandbox: no real money moves.',
};
