import type { LaterStrings } from '../strings.ts';

export const words: LaterStrings = {
  costs: 'What the week costs',
  lines: { amount: 'Hours', fee: 'Client fee', initiation: 'Initiation fee', tax: 'Tax on fees', total: 'In total' },
  days: 'Days',
  kinds: { tracked: 'Tracked', manual: 'By hand' },
  noMemo: 'No memo',
  overLimit: '{time} over the limit',
  disputed: '{time} disputed',
  gaps: {
    clientNotVerified: 'company not verified',
    manual: 'by hand',
    memoMissing: 'no memo',
    overLimit: 'over the limit',
    noActivity: 'no activity',
    screenshotDeleted: 'screenshot deleted',
  },
  segments: 'Choose by ten minutes',
  choose: 'To dispute time, choose it above. The rest of the week is then accepted.',
  dispute: 'Dispute {time}',
  disputeMeans: '{amount} is frozen until this is decided. The rest of the week is accepted. {time} are disputed.',
  reason: 'What is wrong with it? The freelancer reads this.',
  send: 'Dispute',
  disputedDone: 'Disputed. The rest of the week is accepted.',
  why: {
    role_reads_only: 'Your role reads this but does not decide.',
    week_not_closed: 'The week has not closed yet.',
    week_decided: 'The week was decided about.',
    week_review_over: 'The review is over.',
  },
  acceptTitle: 'Accept the week of {name}',
  acceptMeans:
    'What was charged is earned then, and can be paid out after the security period. An accepted week cannot be disputed.',
  acceptDone: 'The week of {name} is accepted.',
  cancel: 'Cancel',
  earlierDispute: '{time} disputed ({amount}):',
};
