/** Defaults of the policy record (domain.md §2 "Search"); a tenant may overrule the first. */
export type TalentSearchPolicy = {
  poolMembersFirst: boolean;
  /** What a signal lifts a hit by, where its text is worth at most 1 and its quality at most `qualityWeight`. */
  poolLift: number;
  workedWithUsLift: number;
  qualityWeight: number;
  /** From this Job Success on it is named as a reason. */
  jobSuccessWorthNaming: number;
  completenessWorthNaming: number;
  recentDays: number;
};

export const talentSearchPolicy: TalentSearchPolicy = {
  poolMembersFirst: true,
  // Above every sum of text and quality, so that members come first however well others match.
  poolLift: 2,
  workedWithUsLift: 0.25,
  qualityWeight: 0.3,
  jobSuccessWorthNaming: 90,
  completenessWorthNaming: 90,
  recentDays: 30,
};
