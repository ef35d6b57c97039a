/** Why a freelancer wants to see a post no more. Pure; browsers import it too. */
export const hideReasons = [
  'notMySkills',
  'budgetTooLow',
  'vagueDescription',
  'clientHistory',
  'tooManyProposals',
  'tooManyConnects',
  'location',
  'other',
] as const;
export type HideReason = (typeof hideReasons)[number];

export const savedJobsMax = 500;
