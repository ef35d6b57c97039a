/** What was spent and is bound, for slices that count it; each was let through to its tenant. */
export type { Commitment, OpenCommitment, Spent } from './spending-store.ts';
export {
  listCommitmentsAfter as readAllCommitments,
  listCommitmentsById as readCommitments,
  listOpen as readOpen,
  sumSpentByCommitment as readSpentByCommitment,
  sumSpentOf as readSpent,
} from './spending-store.ts';
